package org.entente.publish.page;

/** Where a passage stands on its article's page: the fragment of its IRI in letters that every browser takes. */
final class PassageAnchor {

  private PassageAnchor() {}

  static String of(String passage) {
    String fragment = passage.substring(passage.indexOf('#') + 1);
    return fragment.replaceAll("[^A-Za-z0-9]+", "-");
  }
}
