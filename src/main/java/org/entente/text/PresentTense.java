package org.entente.text;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Restores verbs in the present tense that the tagger takes for plural nouns: "the president <i>lands</i> in Luanda",
 * "Niger <i>hosts</i> the talks". Headlines and chronologies are full of them. Only where the words before hold no finite
 * verb and the word stands behind a name or a closed apposition and before what a verb may have behind it.
 */
final class PresentTense {

  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");
  private static final Set<String> BEHIND = Set.of("IN", "DT", "CD", "PRP$", "TO", "RP", "JJ", "NNP", "PRP");
  private static final Set<String> VERBS = verbs();

  private PresentTense() {}

  /** Tags such words as verbs, in place, between tagging and parsing. */
  static void restore(NLPNode[] nodes) {
    for (int i = 2; i < nodes.length - 1; i++) {
      if (FINITE.contains(nodes[i].getPartOfSpeechTag())) {
        return;
      }
      if (isHiddenVerb(nodes, i)) {
        nodes[i].setPartOfSpeechTag("VBZ");
        return;
      }
    }
  }

  private static boolean isHiddenVerb(NLPNode[] nodes, int i) {
    boolean plural = nodes[i].getPartOfSpeechTag().equals("NNS") && VERBS.contains(nodes[i].getWordForm());
    String before = nodes[i - 1].getPartOfSpeechTag();
    boolean name = before.startsWith("NNP") || before.equals(",") && nodes[1].getPartOfSpeechTag().startsWith("NNP");
    return plural && name && BEHIND.contains(nodes[i + 1].getPartOfSpeechTag());
  }

  private static Set<String> verbs() {
    InputStream in = Objects.requireNonNull(PresentTense.class.getResourceAsStream("present-tense.txt"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
