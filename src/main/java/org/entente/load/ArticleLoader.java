package org.entente.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleSource;
import org.entente.article.Found;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.curation.Curation;
import org.entente.curation.Curation.Curated;
import org.entente.curation.Labels;
import org.entente.load.Conversion.Converted;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.problem.EntenteException;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoredGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole way of an article: read, extract, describe as RDF, correct as curators decided, check against the shapes,
 * store; in this order, nothing else. An article that cannot be read or whose graph breaks a shape is a result, not an exception, and the next one
 * is loaded all the same; a store that cannot be written ends the work.
 */
public final class ArticleLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleLoader.class);

  /** More than this wait for the one that stores. */
  private static final int MOST_WORKERS = 8;
  private static final int ARTICLES_BETWEEN_COMPACTIONS = 2_500;
  /** Of what was converted elsewhere so much is at hand at a time, some hundred megabytes. */
  private static final int MOST_STATEMENTS_AT_ONCE = 250_000;
  private static final int MOST_LETTERS_AT_ONCE = 16_000_000;

  private final ArticleReaders readers;
  private final ArticleConverter converter;
  private final Checker checker;
  private final GraphStore store;
  private final Labels labels;
  private final OffTopic offTopic;
  private Relinking relinking;
  private Optional<Copies> known = Optional.empty();

  public ArticleLoader(
      ArticleReaders readers,
      Extractor extractor,
      Describer describer,
      Checker checker,
      Software software,
      GraphStore store) {
    this.readers = readers;
    this.converter = new ArticleConverter(extractor, describer, checker, software);
    this.checker = checker;
    this.store = store;
    this.labels = CurationDesk.labels(store);
    this.offTopic = new OffTopic(store.folder());
    this.relinking = new Relinking(store);
  }

  /**
   * Loads what the sources hold, in their order, tells of each as soon as it is stored, and links what several of them
   * tell of. While one is stored the next ones are read already. Several threads may load: they read at the same time and
   * store one at a time, so that a long article holds up no other.
   */
  public void loadAll(List<ArticleSource> sources, MetadataOverrides overrides, LoadListener report) {
    begin();
    int workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    Housekeeping housekeeping = Housekeeping.of(store, ARTICLES_BETWEEN_COMPACTIONS);
    try (ReadingLine<Prepared> line = new ReadingLine<>(readers, sources, overrides, workers, this::prepared)) {
      line.run(ready -> {
        List<LoadOutcome> outcomes = storedToBeLinked(ready);
        report.accept(outcomes);
        housekeeping.after((int) outcomes.stream().filter(Loaded.class::isInstance).count());
      }, report::finished);
    }
    relink();
  }

  /**
   * As above, of articles that were converted elsewhere. Names are spelled as in the store, decisions of curators applied
   * and copies told as if they had been read here. While some are stored the next ones are taken from their files.
   *
   * @param articles in the order in which they count, each graph made by this program
   */
  public void storeAll(Iterator<Converted> articles, LoadListener report) {
    begin();
    Housekeeping housekeeping = Housekeeping.of(store, ARTICLES_BETWEEN_COMPACTIONS);
    try (ExecutorService opener = Executors.newSingleThreadExecutor()) {
      Future<List<Prepared>> next = opener.submit(() -> several(articles));
      for (List<Prepared> ready = Awaited.of(next); !ready.isEmpty(); ready = Awaited.of(next)) {
        next = opener.submit(() -> several(articles));
        List<LoadOutcome> outcomes = storedToBeLinked(ready);
        report.accept(outcomes);
        housekeeping.after((int) outcomes.stream().filter(Loaded.class::isInstance).count());
      }
    }
    relink();
  }

  /** Nobody waits for those that are ready: the more are stored in one go, the less each costs. */
  private static List<Prepared> several(Iterator<Converted> articles) {
    List<Prepared> several = new ArrayList<>();
    int statements = 0;
    for (int letters = 0; articles.hasNext() && statements < MOST_STATEMENTS_AT_ONCE
        && letters < MOST_LETTERS_AT_ONCE;) {
      Converted article = articles.next();
      letters += article.text().words().length();
      statements += article.graph().size();
      several.add(new Prepared.Ready(article));
    }
    return several;
  }

  private synchronized List<LoadOutcome> storedToBeLinked(List<Prepared> several) {
    return stored(several, ready -> copies().meet(ready.text(), ready.article()), relinking::before);
  }

  /**
   * Takes an article out, and with it the links to what it told.
   *
   * @param graph its graph
   * @param why the reason, for those who ask for it later
   * @return whether there was one
   */
  public synchronized boolean remove(String graph, String why) {
    begin();
    relinking.before(graph);
    boolean removed = store.remove(graph, why);
    relink();
    return removed;
  }

  /** What failed on the way is still to be linked the next time. */
  private synchronized void relink() {
    relinking.link(this::copies);
    relinking = new Relinking(store);
    known.ifPresent(Copies::keepUp);
  }

  /** What is known of texts serves again where nobody else changed the store, and nothing failed. */
  private synchronized void begin() {
    known = known.filter(former -> relinking.isEmpty() && former.areOfThisVersion());
  }

  private Copies copies() {
    Copies copies = known.orElseGet(() -> new Copies(store));
    known = Optional.of(copies);
    return copies;
  }

  /** An article on its way into the store. */
  private sealed interface Prepared {

    /** There is nothing to store. */
    record Done(LoadOutcome outcome) implements Prepared {}

    /** What it says is known. */
    record Ready(Converted article) implements Prepared {}
  }

  /** All that does not touch the store's content; several articles at a time. */
  private Prepared prepared(Found found) {
    return switch (found) {
      case Found.Read read -> prepared(read.name(), read.article());
      case Found.Refused refused -> new Prepared.Done(ArticleConverter.rejected(refused.name(), refused.problem()));
      case Found.PassedOver other -> new Prepared.Done(new PassedOver(other.name(), other.reason()));
    };
  }

  private Prepared prepared(String source, Article article) {
    try {
      return converted(source, article);
    } catch (EntenteException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new Prepared.Done(ArticleConverter.unexpected(source, e));
    }
  }

  private Prepared converted(String source, Article article) {
    String fingerprint = converter.fingerprint(article);
    if (isStored(converter.graphName(article), fingerprint)) {
      return new Prepared.Done(converter.unchanged(source, article));
    }
    if (offTopic.has(fingerprint)) {
      return new Prepared.Done(ArticleConverter.rejected(source, new OffTopicException(article)));
    }
    return switch (converter.convert(source, article)) {
      case Converted converted -> new Prepared.Ready(converted);
      case Conversion.Refused refused -> {
        if (refused.offTopic()) {
          offTopic.add(fingerprint);
        }
        yield new Prepared.Done(refused.outcome());
      }
    };
  }

  private boolean isStored(String graph, String fingerprint) {
    return store.entry(graph).map(CatalogEntry::fingerprint).filter(fingerprint::equals).isPresent();
  }

  /** Brings what one source holds into the store, an article alone, or says why not. */
  public LoadOutcome load(ArticleSource source, MetadataOverrides overrides) {
    try {
      return load(source.name(), readers.read(source, overrides));
    } catch (ArticleFormatException e) {
      return ArticleConverter.rejected(source.name(), e);
    }
  }

  /** As above, of an article that was read already. */
  public LoadOutcome load(String source, Article article) {
    return stored(List.of(prepared(source, article)), loaded -> Optional.empty(), changes -> {
      // An article alone has no links.
    }).getFirst();
  }

  /**
   * Stores what is ready in one go, and tells what became of each.
   *
   * @param original an article with nearly the same text, if the store has one
   * @param before is told of what is about to be stored
   */
  private List<LoadOutcome> stored(List<Prepared> several, Function<Converted, Optional<String>> original,
      Consumer<Collection<Change>> before) {
    List<LoadOutcome> outcomes = new ArrayList<>();
    Map<String, Change> changes = new LinkedHashMap<>();
    Curation curation = KeptDecisions.in(store);
    SharedNames names = new SharedNames(store);
    for (Prepared prepared : several) {
      switch (prepared) {
        case Prepared.Done done -> outcomes.add(done.outcome());
        case Prepared.Ready ready -> {
          if (changes.containsKey(ready.article().graphName())) {
            store(changes, before);
            changes.clear();
            names.came();
          }
          outcomes.add(checked(ready.article(), names, curation, original, changes));
        }
      }
    }
    if (!changes.isEmpty()) {
      store(changes, before);
    }
    outcomes.forEach(ArticleLoader::note);
    return outcomes;
  }

  private void store(Map<String, Change> changes, Consumer<Collection<Change>> before) {
    before.accept(changes.values());
    store.replaceAll(List.copyOf(changes.values()));
  }

  private LoadOutcome checked(
      Converted ready, SharedNames names, Curation curation, Function<Converted, Optional<String>> original,
      Map<String, Change> changes) {
    String name = ready.graphName();
    try {
      // The same article may have stood twice among those that were read ahead.
      if (isStored(name, ready.fingerprint())) {
        return ready.unchanged();
      }
      boolean renamed = names.apply(ready.graph(), name);
      Curated curated = curation.apply(ready.graph(), labels);
      // Checking is slow and was done by those who read ahead; only what was changed since is checked again.
      List<String> findings = renamed || curated.graph() != ready.graph()
          ? checker.findings(curated.graph(), Optional.of(ready.text().words())) : ready.findings();
      if (!findings.isEmpty()) {
        return ready.refused(findings);
      }
      Loaded loaded = ready.loaded(original.apply(ready));
      StoredGraph fresh = new StoredGraph(name, curated.graph(), ready.fingerprint(), Optional.of(ready.text()));
      changes.put(name, new Change(fresh, curated.withdrawn()));
      names.comes(fresh);
      return loaded;
    } catch (EntenteException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      return ArticleConverter.tooLarge(ready.source());
    } catch (RuntimeException | StackOverflowError e) {
      return ArticleConverter.unexpected(ready.source(), e);
    }
  }

  private static void note(LoadOutcome outcome) {
    if (outcome instanceof Loaded done) {
      LOG.info("{}: \"{}\", {} undertakings, {} proposals", done.source(), done.title(), done.undertakings(),
          done.proposals());
      if (!done.warnings().isEmpty()) {
        LOG.warn("{}: {}", done.source(), String.join("; ", done.warnings()));
      }
    }
  }
}
