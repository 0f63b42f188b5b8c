package org.entente.mention;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name into the form it has in an IRI: {@code [a-z0-9-]}, accents dropped. */
final class Slug {

  private Slug() {}

  static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String slug = plain.toLowerCase(Locale.ROOT).replaceAll("['’.]", "").replaceAll("[^a-z0-9]+", "-");
    String trimmed = slug.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "unnamed" : trimmed;
  }
}
