package org.entente.vocab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which path leads to which IRI, and back: things under the base, and our terms, whose IRIs are elsewhere but whose
 * documents lie here ({@code /field/trade} is about {@code https://w3id.org/entente/field#trade}).
 */
public record Addresses(String base) {

  private static final String TERMS = Terms.ENTENTE;

  /** The families of terms, by the first part of their path. */
  public static final List<String> TERM_FAMILIES =
      List.of("ontology", "field", "status", "stage", "instrument", "kind");

  /**
   * The IRIs that a decoded path may stand for, the likeliest first: everything outside ASCII encoded, as in a URI, or
   * left as it is, as in an IRI.
   */
  public List<String> iris(String path) {
    return Stream.of(base + encodedPath(path), base + iriPath(path)).distinct().toList();
  }

  /** The IRI of a term, or of its whole family when the name is empty. */
  public static String term(String family, String name) {
    return name.isEmpty() ? TERMS + family : TERMS + family + "#" + encodedPath(name);
  }

  /** The address within the dataset at which an IRI is shown, without a leading slash; empty for what is elsewhere. */
  public Optional<String> pageOf(String iri) {
    if (iri.startsWith(base + "id/")) {
      return Optional.of("page/" + iri.substring(base.length() + 3));
    }
    if (iri.startsWith(base)) {
      return Optional.of(iri.substring(base.length()));
    }
    return pageOfTerm(iri);
  }

  private static Optional<String> pageOfTerm(String iri) {
    for (String family : TERM_FAMILIES) {
      if (iri.equals(TERMS + family) || iri.equals(TERMS + family + "#")) {
        return Optional.of(family);
      }
      if (iri.startsWith(TERMS + family + "#")) {
        String name = iri.substring(TERMS.length() + family.length() + 1);
        return Optional.of(family.equals("ontology") ? "ontology#" + name : family + "/" + name);
      }
    }
    return Optional.empty();
  }

  private static String iriPath(String path) {
    StringBuilder iri = new StringBuilder();
    path.codePoints().forEach(c -> {
      if (c <= ' ' || c == 0x7f || "<>\"{}|^`\\%?#".indexOf(c) >= 0) {
        iri.append("%%%02X".formatted(c));
      } else {
        iri.appendCodePoint(c);
      }
    });
    return iri.toString();
  }

  /** A decoded path as it stands in an address or IRI: everything outside the unreserved signs is encoded. */
  public static String encodedPath(String path) {
    return Arrays.stream(path.split("/", -1)).map(Addresses::encodedPart).collect(Collectors.joining("/"));
  }

  /** An IRI as the URI that stands for it: headers are ASCII. */
  public static String inAscii(String iri) {
    StringBuilder uri = new StringBuilder();
    iri.codePoints().forEach(c -> {
      String sign = Character.toString(c);
      uri.append(c < 0x80 ? sign : URLEncoder.encode(sign, StandardCharsets.UTF_8));
    });
    return uri.toString();
  }

  private static String encodedPart(String part) {
    String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8);
    for (Map.Entry<String, String> sign : List.of(Map.entry("+", "%20"), Map.entry("%7E", "~"),
        Map.entry("%3A", ":"), Map.entry("%40", "@"), Map.entry("%2C", ","), Map.entry("%27", "'"),
        Map.entry("%28", "("), Map.entry("%29", ")"), Map.entry("%21", "!"), Map.entry("%3D", "="))) {
      encoded = encoded.replace(sign.getKey(), sign.getValue());
    }
    return encoded;
  }
}
