package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of {@code reading/sentences.tsv} is read as an article of its own and states what the line says. */
class SentencesTest {

  @TestFactory
  Stream<DynamicTest> readsWhatASentenceStatesAndNothingElse() throws IOException {
    List<String> lines;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SentencesTest.class.getResourceAsStream("/reading/sentences.tsv"), StandardCharsets.UTF_8))) {
      lines = in.lines().filter(l -> !l.startsWith("#")).toList();
    }
    return lines.stream()
        .map(l -> l.split("\t"))
        .map(c -> DynamicTest.dynamicTest(c[0], () -> assertEquals(c[1], read(c[0]))));
  }

  private static String read(String sentence) {
    String found =
        Readers.READER.read(Readers.article(sentence)).undertakings().stream()
            .map(SentencesTest::line)
            .collect(Collectors.joining("; "));
    return found.isEmpty() ? "-" : found;
  }

  private static String line(Undertaking u) {
    String states = u.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.joining("+"));
    String when = u.when().map(w -> w.earliest() + ".." + w.latest()).orElse("-");
    return u.kind().className() + " " + states + " " + u.status().conceptName() + " " + when;
  }
}
