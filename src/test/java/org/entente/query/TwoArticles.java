package org.entente.query;

import java.util.List;
import org.entente.load.ArticlesInMemory;
import org.entente.reading.Readers;
import org.entente.store.GraphStore;

/** The two articles of {@code src/test/resources/articles}, read by the real loader into a store in memory. */
public final class TwoArticles {

  public static final GraphStore STORE = ArticlesInMemory.read(Readers.READER,
      List.of("src/test/resources/articles/harbour-week/article.txt",
          "src/test/resources/articles/second-look/article.txt"));

  private TwoArticles() {}
}
