package org.entente.spark;

import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.article.Article;
import org.entente.article.Block;
import org.jspecify.annotations.Nullable;

/** What a source holds, in a form that is sent from one machine to another. */
sealed interface Parcel extends Serializable {

  /** What messages call it. */
  String name();

  /** What cannot be read: why, and what can be done about it, if anything. */
  record Refused(String name, String problem, @Nullable String advice) implements Parcel {
    private static final long serialVersionUID = 1L;
  }

  /** What is no article, and what it is. */
  record PassedOver(String name, String reason) implements Parcel {
    private static final long serialVersionUID = 1L;
  }

  /** An article; what may be missing is null, since an {@link Optional} is not sent. */
  record Sent(
      String name, String title, List<String> creators, @Nullable String publisher, @Nullable String firstPublishedBy,
      @Nullable LocalDate issued, String language, @Nullable URI url, List<String> keywords, String text,
      List<Passage> passages, int tables, TreeMap<String, Integer> otherLanguages, List<String> imprint)
      implements Parcel {

    private static final long serialVersionUID = 1L;

    static Sent of(String name, Article article) {
      return new Sent(name, article.title(), article.creators(), article.publisher().orElse(null),
          article.firstPublishedBy().orElse(null), article.issued().orElse(null), article.language(),
          article.url().orElse(null), article.keywords(), article.text(),
          List.copyOf(article.blocks().stream().map(Passage::of).toList()), article.tables(),
          new TreeMap<>(article.otherLanguages()), article.imprint());
    }

    Article article() {
      return new Article(title, creators, Optional.ofNullable(publisher), Optional.ofNullable(firstPublishedBy),
          Optional.ofNullable(issued), language, Optional.ofNullable(url), keywords, text,
          passages.stream().map(Passage::block).toList(), tables, otherLanguages, imprint);
    }
  }

  /** A {@link Block}. */
  record Passage(
      Block.Kind kind, int start, int end, @Nullable String section, int paragraph, int level, int list,
      @Nullable String speaker) implements Serializable {

    private static final long serialVersionUID = 1L;

    static Passage of(Block block) {
      return new Passage(block.kind(), block.start(), block.end(), block.section().orElse(null), block.paragraph(),
          block.level(), block.list(), block.speaker().orElse(null));
    }

    Block block() {
      return new Block(kind, start, end, Optional.ofNullable(section), paragraph, level, list,
          Optional.ofNullable(speaker));
    }
  }
}
