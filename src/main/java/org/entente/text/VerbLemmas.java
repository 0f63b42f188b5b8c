package org.entente.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dictionary forms of regular verbs, for forms that the parser's own morphology leaves as they are ("ended", "provided"). */
final class VerbLemmas {

  /** The list of English verbs that comes with the parser. */
  private static final String BASES = "/edu/emory/mathcs/nlp/component/morph/english/verb.base";

  /** Endings by part of speech, and what stands in their place in the dictionary form; the first known verb is taken. */
  private static final Map<String, List<String>> ENDINGS =
      Map.of("VBD", List.of("ed", "d"), "VBN", List.of("ed", "d"), "VBG", List.of("ing"), "VBZ", List.of("s", "es"));

  private final Set<String> bases;

  private VerbLemmas(Set<String> bases) {
    this.bases = bases;
  }

  static VerbLemmas load() {
    InputStream in = Objects.requireNonNull(VerbLemmas.class.getResourceAsStream(BASES));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new VerbLemmas(lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The dictionary form of a verb form, where it is a regular one of a known verb. */
  Optional<String> lemma(String form, String tag) {
    return ENDINGS.getOrDefault(tag, List.of()).stream()
        .filter(form::endsWith)
        .map(e -> form.substring(0, form.length() - e.length()))
        .flatMap(stem -> Stream.of(stem, stem + "e"))
        .filter(bases::contains)
        .findFirst();
  }
}
