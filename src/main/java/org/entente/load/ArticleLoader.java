package org.entente.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReaders;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.curation.Curation.Curated;
import org.entente.problem.EntenteException;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.entente.undertaking.Extraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole way of an article: read, extract, describe as RDF, correct as curators decided, check against the shapes,
 * store; in this order, nothing else. An article that cannot be read or whose graph breaks a shape is a result, not an exception, and the next one
 * is loaded all the same; a store that cannot be written ends the work.
 */
public final class ArticleLoader {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleLoader.class);

  private final ArticleReaders readers;
  private final Extractor extractor;
  private final Describer describer;
  private final Checker checker;
  private final Software software;
  private final GraphStore store;

  public ArticleLoader(
      ArticleReaders readers,
      Extractor extractor,
      Describer describer,
      Checker checker,
      Software software,
      GraphStore store) {
    this.readers = readers;
    this.extractor = extractor;
    this.describer = describer;
    this.checker = checker;
    this.software = software;
    this.store = store;
  }

  /** Loads one after the other, tells of each as soon as it is done, and links what several of them tell of. */
  public void loadAll(List<ArticleSource> sources, MetadataOverrides overrides, Consumer<LoadOutcome> report) {
    boolean changed = false;
    for (ArticleSource source : sources) {
      LoadOutcome outcome = load(source, overrides);
      changed |= outcome instanceof Loaded;
      report.accept(outcome);
    }
    if (changed) {
      new SameUndertakings(store).link();
    }
  }

  /** Brings one article into the store, or says why not. */
  public LoadOutcome load(ArticleSource source, MetadataOverrides overrides) {
    try {
      return load(source.name(), readers.read(source, overrides));
    } catch (ArticleFormatException e) {
      return new Rejected(source.name(), e.getMessage(), e.advice(), List.of());
    } catch (EntenteException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return unexpected(source.name(), e);
    }
  }

  /** A mistake of ours in one article must not cost the user the others. */
  private static Rejected unexpected(String source, Throwable mistake) {
    LOG.debug("{}: the mistake in full", source, mistake);
    return new Rejected(
        source,
        source + " could not be read: " + mistake,
        Optional.of("This is a mistake in Entente. Run it again with --debug and report what it prints."),
        List.of());
  }

  /** As above, of an article that was read already. */
  public LoadOutcome load(String source, Article article) {
    String fingerprint = Fingerprint.of(article, software);
    String name = describer.graphName(article);
    if (store.entry(name).map(CatalogEntry::fingerprint).filter(fingerprint::equals).isPresent()) {
      return new Unchanged(source, describer.articleIri(article));
    }
    Extraction extraction = extractor.extract(article);
    Graph graph = describer.describe(article, extraction);
    new SharedNames(store).apply(graph, name);
    Curated curated = CurationDesk.in(store).apply(graph);
    List<String> findings = checker.findings(curated.graph(), Optional.of(article.text()));
    if (!findings.isEmpty()) {
      return refused(source, findings);
    }
    StoredText text = new StoredText(article.textDigest(), article.text());
    store.replace(new StoredGraph(name, curated.graph(), fingerprint, Optional.of(text)), curated.withdrawn());
    return loaded(source, article, extraction);
  }

  private Loaded loaded(String source, Article article, Extraction extraction) {
    int undertakings = extraction.undertakings().size();
    int proposals = extraction.proposals().size();
    LOG.info("{}: \"{}\", {} undertakings, {} proposals", source, article.title(), undertakings, proposals);
    List<String> warnings = new ArrayList<>(article.warnings());
    warnings.addAll(extractor.warnings(article));
    if (!warnings.isEmpty()) {
      LOG.warn("{}: {}", source, String.join("; ", warnings));
    }
    return new Loaded(source, describer.articleIri(article), undertakings, proposals, warnings);
  }

  private static Rejected refused(String source, List<String> findings) {
    return new Rejected(
        source,
        "%s was not stored: what was read from it breaks a shape".formatted(source),
        Optional.of("See what was found with: entente extract " + source),
        findings);
  }
}
