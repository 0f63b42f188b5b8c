package org.entente.query;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.reading.Readers;
import org.entente.load.LoadOutcome;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;

/** The two articles of {@code src/test/resources/articles}, read by the real loader into a store in memory. */
public final class TwoArticles {

  public static final GraphStore STORE = load();

  private TwoArticles() {}

  private static GraphStore load() {
    Workbench bundled = Workbench.bundled(IriScheme.DEFAULT_BASE, List.of(), List.of());
    Workbench shared =
        new Workbench(
            bundled.readers(), Readers.READER::read, bundled.explainer(), bundled.describer(), bundled.checker(),
            bundled.knowledge(),
            bundled.software());
    GraphStore store = GraphStore.inMemory(IriScheme.DEFAULT_BASE);
    shared.knowledge().refresh(store);
    AtomicReference<LoadOutcome> failed = new AtomicReference<>();
    List<ArticleSource> sources =
        ArticleSource.expand(
            List.of(
                Path.of("src/test/resources/articles/harbour-week/article.txt").toString(),
                Path.of("src/test/resources/articles/second-look/article.txt").toString()));
    shared.loader(store).loadAll(sources, MetadataOverrides.none(), o -> {
      if (!(o instanceof LoadOutcome.Loaded)) {
        failed.set(o);
      }
    });
    if (failed.get() != null) {
      throw new IllegalStateException("an article of the tests was not loaded: " + failed.get());
    }
    return store;
  }
}
