package org.entente.article;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short ways for tests to read an article and look at its blocks. */
final class Reading {

  private static final ArticleReaders READERS = new ArticleReaders();

  private Reading() {}

  static Article text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static Article bytes(byte[] bytes) {
    return bytes(bytes, MetadataOverrides.none());
  }

  static Article bytes(byte[] bytes, MetadataOverrides overrides) {
    return READERS.read(new ByteArrayInputStream(bytes), "the test's article", overrides);
  }

  static List<Block> blocks(Article article, Block.Kind kind) {
    return article.blocks().stream().filter(block -> block.kind() == kind).toList();
  }

  static List<String> words(Article article, Block.Kind kind) {
    return blocks(article, kind).stream().map(article::text).toList();
  }
}
