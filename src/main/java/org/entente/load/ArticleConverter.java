package org.entente.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.load.Conversion.Converted;
import org.entente.load.Conversion.Refused;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.problem.EntenteException;
import org.entente.store.StoredGraph.StoredText;
import org.entente.undertaking.Extraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of an article's way that needs no store: extract, describe as RDF, check against the shapes. The same article
 * gives the same, wherever and in whatever order it is read. Safe to share between threads.
 */
public final class ArticleConverter {

  private static final Logger LOG = LoggerFactory.getLogger(ArticleConverter.class);

  private final Extractor extractor;
  private final Describer describer;
  private final Checker checker;
  private final Software software;

  ArticleConverter(Extractor extractor, Describer describer, Checker checker, Software software) {
    this.extractor = extractor;
    this.describer = describer;
    this.checker = checker;
    this.software = software;
  }

  /** What the article's graph depends on, as one digest: articles with the same one have the same graph. */
  public String fingerprint(Article article) {
    return Fingerprint.of(article, software);
  }

  /** The named graph that everything the article states is in; found without reading it. */
  public String graphName(Article article) {
    return describer.graphName(article);
  }

  /** The outcome for an article of which this fingerprint is known already. */
  public Unchanged unchanged(String source, Article article) {
    return new Unchanged(source, describer.articleIri(article), article.title(), article.issued());
  }

  /**
   * Reads it; whatever the article holds, what comes of it is a result.
   *
   * @param source what messages call it
   * @throws EntenteException when not the article but our own surroundings are at fault: a model that cannot be loaded
   */
  public Conversion convert(String source, Article article) {
    try {
      Extraction extraction = extractor.extract(article);
      Graph graph = describer.describe(article, extraction);
      return new Converted(source, describer.articleIri(article), describer.graphName(article), article.title(),
          article.issued(), new StoredText(article.textDigest(), article.text()), fingerprint(article), graph,
          extraction.undertakings().size(), extraction.proposals().size(), warnings(article, extraction),
          checker.findings(graph, Optional.of(article.text())));
    } catch (OffTopicException e) {
      return new Refused(rejected(source, e), true);
    } catch (ArticleFormatException e) {
      return new Refused(rejected(source, e), false);
    } catch (EntenteException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      return new Refused(tooLarge(source), false);
    } catch (RuntimeException | StackOverflowError e) {
      return new Refused(unexpected(source, e), false);
    }
  }

  private List<String> warnings(Article article, Extraction extraction) {
    List<String> warnings = new ArrayList<>(article.warnings());
    warnings.addAll(extractor.warnings(article));
    if (extraction.undertakings().isEmpty() && extraction.proposals().isEmpty()) {
      warnings.add("nothing was found in it: is it an article on relations between states?");
    }
    return warnings;
  }

  /** The outcome for what stood where articles are looked for and cannot be read. */
  public static Rejected rejected(String source, ArticleFormatException problem) {
    return new Rejected(source, problem.getMessage(), problem.advice(), List.of());
  }

  /** A mistake of ours in one article must not cost the user the others. */
  static Rejected unexpected(String source, Throwable mistake) {
    LOG.debug("{}: the mistake in full", source, mistake);
    return new Rejected(
        source,
        source + " could not be read: " + mistake,
        Optional.of("This is a mistake in Entente. Run it again with --debug and report what it prints."),
        List.of());
  }

  static Rejected tooLarge(String source) {
    return new Rejected(source, source + " takes more memory than Java has",
        Optional.of("Give its chapters or parts as files of their own, or Java more memory: ENTENTE_JAVA_OPTS=-Xmx3g"),
        List.of());
  }
}
