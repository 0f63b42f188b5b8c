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

/** Each line of {@code reading/bodies.tsv}: which bodies take part in what a sentence states, and what they are. */
class BodiesTest {

  @TestFactory
  Stream<DynamicTest> bodiesTakePartWhereTheyActAndNotWhereTheyAreTalkedAbout() throws IOException {
    List<String> lines;
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        BodiesTest.class.getResourceAsStream("/reading/bodies.tsv"), StandardCharsets.UTF_8))) {
      lines = in.lines().filter(l -> !l.startsWith("#")).toList();
    }
    return lines.stream().map(l -> l.split("\t"))
        .map(c -> DynamicTest.dynamicTest(c[0], () -> assertEquals(c.length > 1 ? c[1] : "", read(c[0]))));
  }

  private static String read(String sentence) {
    return Readers.READER.read(Readers.article(sentence)).undertakings().stream().map(BodiesTest::line).sorted()
        .collect(Collectors.joining("; "));
  }

  private static String line(Undertaking u) {
    String states = u.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.joining("+"));
    String bodies = u.parties().stream().map(Party::actor)
        .filter(a -> a.type() == Actor.Type.INSTITUTION && a.state().isEmpty())
        .map(a -> " + " + a.name() + " (" + a.className() + ")").collect(Collectors.joining());
    String name = u.name().map(n -> " “" + n + "”").orElse("");
    return u.kind().className() + " " + states + bodies + name;
  }
}
