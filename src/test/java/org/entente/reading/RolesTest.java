package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.undertaking.Party;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of {@code reading/roles.tsv}: who gives and who gets, who comes and who is visited, in what a sentence states. */
class RolesTest {

  @TestFactory
  Stream<DynamicTest> everybodyDoesWhatTheSentenceSays() throws IOException {
    List<String> lines;
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        RolesTest.class.getResourceAsStream("/reading/roles.tsv"), StandardCharsets.UTF_8))) {
      lines = in.lines().filter(l -> !l.startsWith("#")).toList();
    }
    return lines.stream().map(l -> l.split("\t"))
        .map(c -> DynamicTest.dynamicTest(c[0], () -> assertEquals(c[1], read(c[0]))));
  }

  private static String read(String sentence) {
    return Readers.READER.read(Readers.article(sentence)).undertakings().stream().map(RolesTest::line)
        .collect(Collectors.joining("; "));
  }

  private static String line(Undertaking u) {
    return u.kind().className() + " " + u.parties().stream().filter(p -> p.actor().type() == Actor.Type.STATE
        || p.actor().type() == Actor.Type.INSTITUTION).map(RolesTest::words).distinct().sorted()
        .collect(Collectors.joining(" "));
  }

  private static String words(Party party) {
    Actor actor = party.actor();
    return party.role().property() + "=" + actor.state().orElse(actor.name());
  }
}
