package org.entente.vocab;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Mints every IRI of ours from the publisher's base. The same input gives the same IRI, always; slugs consist of
 * {@code [a-z0-9-]}.
 *
 * @param base absolute http(s) IRI that ends in a slash
 */
public record IriScheme(String base) {

  /** The base where none is given, whatever the port in use. */
  public static final String DEFAULT_BASE = "http://localhost:3030/";

  private static final int LONGEST_SLUG = 60;
  private static final int LONGEST_NAME = 90;

  public IriScheme {
    if (!base.matches("https?://[^\\s<>\"{}|\\\\^`]+/")) {
      throw new IllegalArgumentException("not a base IRI: " + base);
    }
  }

  /** An actor or place: {@code id/state/pakistan}. */
  public String entity(String type, String slug) {
    return base + "id/" + type + "/" + slug;
  }

  /**
   * An undertaking or proposal: {@code id/visit/russia-pakistan-...}.
   *
   * @param kind its kind's class name, or "Proposal"
   * @param label readable words for the slug
   * @param identity everything that tells it from others
   */
  public String undertaking(String kind, String label, String identity) {
    return base + "id/" + kebab(kind) + "/" + slug(label) + "-" + hash(identity, 12);
  }

  /** An article: date or "undated", title, and a hash of its identity. */
  public String article(String date, String title, String identity) {
    return base + "id/article/" + articleName(date, title, identity);
  }

  private static String articleName(String date, String title, String identity) {
    String slug = slug(title);
    return (date.isEmpty() ? "undated" : date) + "-" + (slug.isEmpty() ? "article" : slug) + "-" + hash(identity, 8);
  }

  /** The named graph of an article. */
  public String articleGraph(String articleIri) {
    return base + "graph/article/" + articleIri.substring(articleIri.lastIndexOf('/') + 1);
  }

  /** One of the fixed graphs: gazetteer, ontology, links, catalog. */
  public String graph(String name) {
    return base + "graph/" + name;
  }

  /** A passage by RFC 5147; offsets are Unicode code points in the article's normalised text. */
  public String passage(String articleIri, int start, int end) {
    return articleIri + "#char=" + start + "," + end;
  }

  public String stage(String undertakingIri, int number) {
    return undertakingIri + "#stage-" + number;
  }

  /** A person's time in a post. */
  public String tenure(String personIri, int number) {
    return personIri + "#tenure-" + number;
  }

  /** A version of the software with its settings. */
  public String run(String versionAndSettings) {
    return base + "id/run/" + hash(versionAndSettings, 12);
  }

  /** "JointBody" as it stands in paths: "joint-body". */
  public static String kebab(String className) {
    return className.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** Words as a slug, cut at a word where they are long; empty where they hold no letter that can be written so. */
  public static String slug(String words) {
    String slug = words(words);
    return slug.length() <= LONGEST_SLUG ? slug : cut(slug, LONGEST_SLUG);
  }

  private static String cut(String slug, int longest) {
    int cut = slug.lastIndexOf('-', longest);
    return slug.substring(0, cut > 0 ? cut : longest);
  }

  private static String words(String words) {
    String plain = Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    String letters = latin(plain.toLowerCase(Locale.ROOT));
    return letters.replaceAll("['’.]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
  }

  /**
   * The slug of a name; of one in another script, which has none, a hash, and of one that is cut, a hash behind it: two
   * such names stay apart.
   */
  public static String nameSlug(String name) {
    String whole = words(name);
    if (whole.isEmpty()) {
      return "name-" + hash(name, 8);
    }
    return whole.length() <= LONGEST_NAME ? whole : cut(whole, LONGEST_NAME - 9) + "-" + hash(whole, 8);
  }

  /** Letters that are no base letter with an accent, and so survive decomposition. */
  private static String latin(String lowerCase) {
    StringBuilder out = new StringBuilder(lowerCase.length());
    for (int i = 0; i < lowerCase.length(); i++) {
      char c = lowerCase.charAt(i);
      out.append(
          switch (c) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            case 'ŋ' -> "n";
            case 'ə' -> "a";
            default -> String.valueOf(c);
          });
    }
    return out.toString();
  }

  private static String hash(String text, int digits) {
    return DigestUtils.sha256Hex(text).substring(0, digits);
  }
}
