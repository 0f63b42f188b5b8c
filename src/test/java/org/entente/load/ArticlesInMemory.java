package org.entente.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.reading.RuleReader;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;

/** Articles that the real loader brought into a store in memory, with the parser that all tests share. */
public final class ArticlesInMemory {

  private ArticlesInMemory() {}

  /**
   * A store with all that is bundled and these articles, with the links between them.
   *
   * @param files their paths
   */
  public static GraphStore read(RuleReader reader, List<String> files) {
    Workbench bundled = Workbench.bundled(IriScheme.DEFAULT_BASE, List.of(), List.of());
    Workbench shared = new Workbench(bundled.readers(), reader::read, bundled.explainer(), bundled.describer(),
        bundled.checker(), bundled.knowledge(), bundled.software());
    GraphStore store = GraphStore.inMemory(IriScheme.DEFAULT_BASE);
    shared.knowledge().refresh(store);
    AtomicReference<LoadOutcome> failed = new AtomicReference<>();
    shared.loader(store).loadAll(ArticleSource.expand(files), MetadataOverrides.none(), outcome -> {
      if (!(outcome instanceof LoadOutcome.Loaded)) {
        failed.set(outcome);
      }
    });
    if (failed.get() != null) {
      throw new IllegalStateException("an article of the tests was not loaded: " + failed.get());
    }
    return store;
  }
}
