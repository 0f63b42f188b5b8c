package org.entente.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.Union;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.actor.Name;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.learned.LearnedModel;
import org.entente.learned.LearnedReader;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.LexiconReader;
import org.entente.rdf.ArticleGraph;
import org.entente.reading.RuleReader;
import org.entente.store.GraphStore;
import org.entente.text.Nlp4jAnnotator;
import org.entente.undertaking.Extraction;
import org.entente.validate.Finding;
import org.entente.validate.GraphValidator;
import org.entente.validate.ValidationResult;
import org.entente.vocab.IriScheme;

/**
 * The parts that turn articles into graphs under one base IRI, put together once. The costly ones (language model,
 * gazetteer, shapes) are made when an article first needs them, so that a store can be published or an unchanged
 * article passed over without.
 *
 * @param knowledge what is published beside the articles: gazetteer and ontology
 */
public record Workbench(
    ArticleReaders readers,
    Extractor extractor,
    Explainer explainer,
    Describer describer,
    Checker checker,
    Knowledge knowledge,
    Software software) {

  /** A book of a hundred thousand words takes the rules about a minute. */
  private static final Duration LONGEST_READING = Duration.ofMinutes(3);
  private static final int MOST_LETTERS_BY_RULE = 3_000_000;
  /** The learned reader takes several times as long: these are a book of 250 pages. */
  private static final int MOST_LETTERS = 500_000;

  /** Makes a workbench. */
  @FunctionalInterface
  public interface Maker {

    /**
     * @param base the base IRI
     * @param gazetteer an operator's own files of names, on top of the bundled ones
     * @param lexicon an operator's own files of words
     */
    Workbench make(String base, List<Path> gazetteer, List<Path> lexicon, ReaderChoice reader);

    /** One with the usual reader. */
    default Workbench make(String base, List<Path> gazetteer, List<Path> lexicon) {
      return make(base, gazetteer, lexicon, ReaderChoice.rules);
    }
  }

  /** The real parts, with the knowledge that comes with the program and the operator's own, and the usual reader. */
  public static Workbench bundled(String base, List<Path> gazetteerFiles, List<Path> lexiconFiles) {
    return bundled(base, gazetteerFiles, lexiconFiles, ReaderChoice.rules);
  }

  /** The real parts, with the knowledge that comes with the program and the operator's own. */
  public static Workbench bundled(
      String base, List<Path> gazetteerFiles, List<Path> lexiconFiles, ReaderChoice choice) {
    IriScheme iris = new IriScheme(base);
    Software software = Software.running(gazetteerFiles, lexiconFiles).reading(choice);
    Supplier<Gazetteer> bundled = new Once<>(() -> GazetteerReader.bundled(base));
    Supplier<Gazetteer> gazetteer =
        gazetteerFiles.isEmpty() ? bundled : new Once<>(() -> GazetteerReader.read(base, gazetteerFiles));
    Supplier<Graph> ontology = new Once<>(BundledOntology::read);
    Supplier<Nlp4jAnnotator> annotator = new Once<>(Nlp4jAnnotator::load);
    Supplier<Lexicon> lexicon = new Once<>(() -> LexiconReader.read(lexiconFiles));
    Supplier<LearnedReader> learned =
        new Once<>(() -> new LearnedReader(LearnedModel.bundled(), code -> gazetteer.get().state(code)));
    List<Supplier<?>> parts =
        choice == ReaderChoice.rules ? List.of(annotator, gazetteer, lexicon)
            : List.of(annotator, gazetteer, lexicon, learned);
    Supplier<RuleReader> reader =
        new Once<>(() -> {
          Once.makeSideBySide(parts);
          return reader(new RuleReader(annotator.get(), gazetteer.get(), lexicon.get()), choice, learned);
        });
    Supplier<GraphValidator> validator =
        new Once<>(() -> new GraphValidator(new Union(gazetteer.get().graph(), ontology.get())));
    return new Workbench(
        new ArticleReaders(),
        new TopicalExtractor(
            new BoundedExtractor(
                article -> reader.get().read(article), () -> {
                  // No article's time is spent on loading what reads it.
                  reader.get();
                  return annotator.get();
                }, mostLetters(choice), LONGEST_READING)),
        article -> reader.get().explain(article),
        new GraphDescriber(
            new ArticleGraph(
                iris,
                code -> gazetteer.get().state(code),
                name -> called(gazetteer.get(), name),
                name -> gazetteer.get().isOfAnyState(name),
                (post, first, last) -> gazetteer.get().holder(post, first, last),
                software.settings())),
        (graph, text) -> findings(validator.get(), graph, text),
        Knowledge.of(iris, software, () -> bundled.get().graph(), () -> gazetteer.get().graph(), ontology),
        software);
  }

  private static int mostLetters(ReaderChoice choice) {
    return switch (choice) {
      case rules -> MOST_LETTERS_BY_RULE;
      case learned, both -> MOST_LETTERS;
    };
  }

  /** @param learned made where it is asked */
  static RuleReader reader(RuleReader rules, ReaderChoice choice, Supplier<LearnedReader> learned) {
    return switch (choice) {
      case rules -> rules;
      case learned, both -> rules.beside(learned.get(), choice == ReaderChoice.both);
    };
  }

  private static List<String> findings(GraphValidator validator, Graph graph, Optional<String> text) {
    ValidationResult result =
        text.map(words -> validator.validate(graph, words)).orElseGet(() -> validator.validate(graph));
    return result.findings().stream().map(Finding::toString).toList();
  }

  private static Optional<Actor> called(Gazetteer gazetteer, String name) {
    return gazetteer.namesAt(name, 0).stream()
        .filter(found -> found.text().equals(name))
        .map(Name::actor)
        .findFirst();
  }

  private record GraphDescriber(ArticleGraph graphs) implements Describer {

    @Override
    public String articleIri(Article article) {
      return graphs.articleIri(article);
    }

    @Override
    public String graphName(Article article) {
      return graphs.graphName(article);
    }

    @Override
    public Graph describe(Article article, Extraction extraction) {
      return graphs.of(article, extraction);
    }
  }

  /** The same, with articles coming in by other ways. */
  public Workbench reading(ArticleReaders others) {
    return new Workbench(others, extractor, explainer, describer, checker, knowledge, software);
  }

  /** Turns articles into graphs without a store. */
  public ArticleConverter converter() {
    return new ArticleConverter(extractor, describer, checker, software);
  }

  /** Loads articles into a store, whose base is that of this workbench. */
  public ArticleLoader loader(GraphStore store) {
    return new ArticleLoader(readers, extractor, describer, checker, software, store);
  }
}
