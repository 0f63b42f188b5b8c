package org.entente.article;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.article.intake.ArticleReaders;

/** Short ways for tests to read an article and look at its blocks. */
public final class Reading {

  private static final ArticleReaders READERS = new ArticleReaders();

  private Reading() {}

  public static Article text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Article bytes(byte[] bytes) {
    return bytes(bytes, MetadataOverrides.none());
  }

  public static Article bytes(byte[] bytes, MetadataOverrides overrides) {
    return READERS.read(new ByteArrayInputStream(bytes), "the test's article", overrides);
  }

  /** All that a file of this name has in it. */
  public static List<Found> all(String name, byte[] bytes) {
    List<Found> found = new ArrayList<>();
    READERS.readAll(
        new ArticleSource.Sent(name, new ByteArrayInputStream(bytes)), MetadataOverrides.none(), found::add);
    return found;
  }

  public static List<Found> all(String name, String text) {
    return all(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The articles of a file, all of which must be ones. */
  public static List<Article> articles(List<Found> found) {
    return found.stream().map(one -> switch (one) {
      case Found.Read read -> read.article();
      case Found.Refused refused -> throw refused.problem();
      case Found.PassedOver other -> throw new AssertionError(other);
    }).toList();
  }

  public static List<Block> blocks(Article article, Block.Kind kind) {
    return article.blocks().stream().filter(block -> block.kind() == kind).toList();
  }

  public static List<String> words(Article article, Block.Kind kind) {
    return blocks(article, kind).stream().map(article::text).toList();
  }
}
