package org.entente.publish.page.part;

import java.util.Optional;

/** The texts of articles, as far as the publisher has them beside the data and may show them. */
public interface ArticleTexts {

  /** No texts at all: pages show the passages that the data quote. */
  ArticleTexts NONE = new ArticleTexts() {
    @Override
    public Optional<String> text(String digest) {
      return Optional.empty();
    }

    @Override
    public boolean whole() {
      return false;
    }
  };

  /**
   * The normalised text that the offsets of the data count in.
   *
   * @param digest as in {@code ent:textDigest}
   */
  Optional<String> text(String digest);

  /** Whether readers may see all of it, or only what evidence needs and the sentences next to it. */
  boolean whole();
}
