package org.entente.publish.page.part;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/** What our terms are called and mean, in English. Made once for each version of the data. */
public final class TermNames {

  private final VocabularyView view;
  private final Outside outside = Outside.bundled();

  private TermNames(VocabularyView view) {
    this.view = view;
  }

  /** The names in all that is said of our terms. */
  public static TermNames of(Collection<Triple> statements) {
    return new TermNames(new VocabularyView(statements));
  }

  /** A term's name; empty where it is not a term of ours. */
  public Optional<String> label(String term) {
    return isKnown(term) ? Optional.of(view.label(term)) : Optional.empty();
  }

  /** What a term of others is called; empty where it is not known. */
  Optional<String> ofOthers(String term) {
    return outside.words(term);
  }

  public Optional<String> definition(String term) {
    return isKnown(term) ? view.definition(term) : Optional.empty();
  }

  private boolean isKnown(String term) {
    return term.startsWith(VocabularyView.TERMS) && view.has(term);
  }

  /** All classes, properties and concepts, by IRI. */
  public List<String> all() {
    return Stream.of(view.classes(), view.properties(), view.schemes().stream()
        .flatMap(scheme -> view.concepts(scheme).stream()).toList()).flatMap(List::stream).toList();
  }

  /** Whether it is a class, a property or a concept, in one word. */
  public String sort(String term) {
    return view.isClass(term) ? "class" : view.isProperty(term) ? "property" : "concept";
  }
}
