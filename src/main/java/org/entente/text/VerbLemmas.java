package org.entente.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Dictionary forms of regular verbs, for forms that the parser's own morphology leaves as they are ("ended", "provided"). */
final class VerbLemmas {

  /** The list of English verbs that comes with the parser. */
  private static final String BASES = "/edu/emory/mathcs/nlp/component/morph/english/verb.base";

  private final Set<String> bases;
  private final Morphology morphology;

  private VerbLemmas(Set<String> bases, Morphology morphology) {
    this.bases = bases;
    this.morphology = morphology;
  }

  static VerbLemmas load(Morphology morphology) {
    InputStream in = Objects.requireNonNull(VerbLemmas.class.getResourceAsStream(BASES));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new VerbLemmas(lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet()), morphology);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dictionary form of a verb form, where it is a regular one of a known verb. */
  Optional<String> lemma(String form, String tag) {
    return morphology.endings(tag).stream()
        .filter(form::endsWith)
        .map(e -> form.substring(0, form.length() - e.length()))
        .flatMap(stem -> morphology.stems(stem).stream())
        .filter(bases::contains)
        .findFirst();
  }
}
