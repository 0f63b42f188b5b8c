package org.entente.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
  private static final String STOP = ".";
  /** How many words two coordinated names are. */
  private static final int COORDINATION = 3;

  private final List<String> forms;
  private final List<String> tags;
  private final Morphology morphology;

  private PresentTense(List<String> forms, List<String> tags, Morphology morphology) {
    this.forms = forms;
    this.morphology = morphology;
    this.tags = new ArrayList<>(tags);
  }

  /**
   * The tags with such words as verbs.
   *
   * @param forms the words of a sentence
   * @param tags their Penn Treebank parts of speech
   */
  static List<String> restored(List<String> forms, List<String> tags, Morphology morphology) {
    PresentTense sentence = new PresentTense(forms, tags, morphology);
    sentence.thirdPerson();
    sentence.ofSeveral();
    sentence.bareForm();
    return sentence.tags;
  }

  private void thirdPerson() {
    for (int i = 1; i < tags.size() - 1; i++) {
      if (FINITE.contains(tags.get(i))) {
        return;
      }
      if (isHiddenVerb(i)) {
        tags.set(i, "VBZ");
        return;
      }
    }
  }

  /** "Kenya and Uganda <i>train</i> guards.": a sentence that has no other verb. */
  private void ofSeveral() {
    for (int i = COORDINATION; i < tags.size() - 1 && lacksVerb(); i++) {
      boolean hidden = tags.get(i).equals("NN") && VERBS.contains(morphology.plural(forms.get(i)));
      boolean several = tags.get(i - 1).startsWith("NNP") && tags.get(i - 2).equals("CC")
          && tags.get(i - COORDINATION).startsWith("NNP");
      if (hidden && several && (tags.get(i + 1).startsWith("NN") || BEHIND.contains(tags.get(i + 1)))) {
        tags.set(i, "VBP");
      }
    }
  }

  /** Whether it ends like a sentence, and yet no word is tagged as its verb. */
  private boolean lacksVerb() {
    return tags.getLast().equals(STOP) && tags.stream().noneMatch(FINITE::contains);
  }

  /** "saw the ships <i>travel</i> to Riga and attend": a noun that a bare verb is coordinated with is one itself. */
  private void bareForm() {
    for (int i = 1; i < tags.size(); i++) {
      boolean bare = tags.get(i).equals("VB") && tags.get(i - 1).equals("CC");
      if (bare && noneBefore(i)) {
        for (int j = i - 2; j > 0; j--) {
          boolean hidden = tags.get(j).equals("NN") && VERBS.contains(morphology.plural(forms.get(j)));
          if (hidden && BEHIND.contains(tags.get(j + 1))) {
            tags.set(j, "VB");
            return;
          }
        }
      }
    }
  }

  private boolean noneBefore(int end) {
    for (int i = 0; i < end; i++) {
      String tag = tags.get(i);
      boolean infinitive = tag.equals("TO") && tags.get(i + 1).startsWith("VB");
      if (tag.equals("VB") || tag.equals("MD") || infinitive) {
        return false;
      }
    }
    return true;
  }

  private boolean isHiddenVerb(int i) {
    boolean plural = tags.get(i).equals("NNS") && VERBS.contains(forms.get(i));
    String before = tags.get(i - 1);
    boolean name = before.startsWith("NNP") || before.equals(",") && tags.getFirst().startsWith("NNP");
    // "Chilean minister lands in Lomé.": an office is as good as a name where the sentence has no other verb.
    boolean office = before.equals("NN") && lacksVerb() && Character.isUpperCase(forms.getFirst().codePointAt(0));
    boolean object = tags.get(i + 1).startsWith("NN") && tags.stream().noneMatch(FINITE::contains);
    return plural && (name || office) && (object || BEHIND.contains(tags.get(i + 1)));
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
