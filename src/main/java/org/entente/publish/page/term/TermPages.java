package org.entente.publish.page.term;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.Outside;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;
import org.entente.publish.page.picture.LatestDeeds;

/** The pages that document our terms: chooses who writes the page of an IRI. Made once for each version of the data. */
public final class TermPages {

  private final VocabularyView view;
  private final TermCounts counts;
  private final Outside outside;

  /**
   * Pages of some terms.
   *
   * @param statements all that is said of our terms
   * @param numbers how often the dataset has each, by IRI; things of a class, statements
   *     with a property, things that point to a concept
   */
  public TermPages(Collection<Triple> statements, Map<String, Long> numbers) {
    this.view = new VocabularyView(statements);
    this.counts = new TermCounts(view, numbers);
    this.outside = Outside.bundled();
  }

  /**
   * The page of the ontology, a list of concepts or one term.
   *
   * @param iri {@code https://w3id.org/entente/ontology}, {@code …/field}, {@code …/field#arms}
   * @param root how a link gets from the page to the dataset's root
   * @param latest what the dataset has of a term lately; {@link Html#NOTHING} where that is not to be shown
   * @return empty where the statements say nothing of it
   */
  public Optional<String> page(String iri, String root, Layout layout, Html latest) {
    if (!iri.startsWith(VocabularyView.TERMS) || !view.has(iri)) {
      return Optional.empty();
    }
    TermLinks links = new TermLinks(view, outside, root);
    if (iri.equals(VocabularyView.ONTOLOGY)) {
      return Optional.of(new OntologyPage(new TermFacts(links.onOntologyPage(), counts), layout).html());
    }
    TermFacts facts = new TermFacts(links, counts);
    return Optional.of(view.schemes().contains(iri) ? new SchemePage(facts, layout).of(iri)
        : new TermPage(facts, layout).of(iri, latest));
  }

  /** The same with the latest undertakings of a class or concept, asked for now. */
  public Optional<String> page(String iri, Names names, Layout layout, PageQueries queries) {
    boolean alone = iri.contains("#") && (view.isClass(iri) || view.isConcept(iri));
    return page(iri, names.root(), layout, alone ? new LatestDeeds(queries, names).ofTerm(iri) : Html.NOTHING);
  }
}
