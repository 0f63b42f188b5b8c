package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.ArticleTexts;
import org.entente.publish.page.part.Counting;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.TermNames;
import org.entente.publish.page.term.TermPages;

/** The pages of the dataset: chooses who writes the page of a path, and gives each the same frame. */
public final class EntentePages {

  private final String version;
  private final Gallery gallery;

  /**
   * Pages of a version of the software.
   *
   * @param version shown at the foot of each page
   * @param gallery the questions that are ready to ask
   */
  public EntentePages(String version, Gallery gallery) {
    this.version = version;
    this.gallery = gallery;
  }

  /**
   * The page of a path that is made from the data alone: pages of things, pages of pairs of states.
   *
   * @param data the published graphs, inside a read transaction; a SPARQL query on it sees the union of the named
   *     graphs as its default graph. It may stand for a remote endpoint, so few queries are asked rather than many
   *     finds.
   * @return empty where a thing is unknown or has an odd name; {@link #resource} is for those
   */
  public Optional<Page> page(PageRequest request, TermNames terms, DatasetGraph data, ArticleTexts texts) {
    PageQueries queries = new PageQueries(data, Counting.of(request));
    Names names = new Names(request, terms);
    if (request.path().startsWith("/page/dyad/")) {
      return new DyadPage(request, queries, names, layout(request), gallery).page();
    }
    return new ThingPage(queries, names, layout(request), texts).of(request).map(Page::of);
  }

  /**
   * The front page.
   *
   * @param overview what it counts and draws, as far as that is made
   * @param current whether that is of the data as they are now
   */
  public Page front(PageRequest request, TermNames terms, Optional<Overview> overview, boolean current, Site site) {
    return Page.of(new FrontPage(request, site, gallery.questions(), new Names(request, terms), layout(request))
        .html(overview, current));
  }

  private Layout layout(PageRequest request) {
    List<Html> head = new ArrayList<>();
    request.jsonLd().ifPresent(json -> head.add(new Html.DataBlock("application/ld+json", "data", json)));
    return new Layout(request.relativeRoot(), version).withHead(head);
  }

  /**
   * A thing statement by statement.
   *
   * @param labels names of what is named, by IRI
   * @param data the address of its data, relative to the dataset's root, without suffix
   */
  public Page resource(PageRequest request, TermNames terms, Description description, Map<String, String> labels,
      String data) {
    String address = request.relativeRoot() + data;
    return Page.of(new ResourcePage(description, labels, address, new Names(request, terms), request.base())
        .html(layout(request).withHead(DataForms.alternates(address))));
  }

  /** The SPARQL editor. */
  public Page editor(PageRequest request, TermNames terms) {
    return Page.of(new EditorPage(request, terms, layout(request)).html(gallery.questions()));
  }

  /**
   * The page of the ontology, of a list of concepts or of one term.
   *
   * @param iri of the term or list
   * @return empty where nothing is said of it
   */
  public Optional<Page> term(PageRequest request, TermNames terms, TermPages documentation, String iri,
      DatasetGraph data) {
    Layout withData = layout(request)
        .withHead(DataForms.alternates(request.relativeRoot() + request.path().substring(1)));
    return documentation.page(iri, new Names(request, terms), withData, new PageQueries(data)).map(Page::of);
  }

  private QuestionPages questionPages(PageRequest request, TermNames terms) {
    return new QuestionPages(new Names(request, terms), layout(request), request.base());
  }

  /** The gallery of questions. */
  public Page questions(PageRequest request, TermNames terms) {
    return Page.of(questionPages(request, terms).list(gallery.questions()));
  }

  /** A question with its answer; what was filled in may be wrong, and then the page says so. */
  public Page question(PageRequest request, TermNames terms, Asked asked) {
    String html = questionPages(request, terms).question(asked);
    return new Page(asked.problem().isPresent() ? 400 : 200, html);
  }

  public Page search(PageRequest request, TermNames terms, Found found) {
    return Page.of(new SearchPage(new Names(request, terms), layout(request)).html(found));
  }

  /**
   * The named graphs.
   *
   * @param sizes how many statements each has, by IRI, in the order in which they are listed
   */
  public Page graphs(PageRequest request, TermNames terms, Map<String, Long> sizes) {
    return Page.of(new GraphPages(new Names(request, terms), layout(request)).list(sizes));
  }

  /**
   * One named graph.
   *
   * @param labels some of its things and their names, by IRI
   * @param more whether it has more things than these
   * @param data the address of its data, relative to the dataset's root, without suffix
   */
  public Page graph(PageRequest request, TermNames terms, String iri, Map<String, String> labels, boolean more,
      String data) {
    return Page.of(new GraphPages(new Names(request, terms), layout(request))
        .graph(iri, labels, more, request.relativeRoot() + data));
  }

  /** What the data can be taken away as. */
  public Page exports(PageRequest request, List<ExportOffer> offers) {
    return Page.of(new ExportsPage(layout(request)).html(offers));
  }

  /** How well articles are read, and what is checked. */
  public Page quality(PageRequest request, TermNames terms, Site site) {
    Html checks = questionPages(request, terms).checks(gallery.questions());
    return Page.of(new QualityPage(request.relativeRoot(), layout(request)).html(site, checks));
  }

  /** What was last added, changed and withdrawn, the latest first. */
  public Page changes(PageRequest request, List<Changed> changes) {
    return Page.of(new ChangesPage(layout(request), request.relativeRoot()).html(changes));
  }

  public Page downloads(PageRequest request, Downloads downloads) {
    return Page.of(new DownloadsPage(request.relativeRoot(), layout(request)).html(downloads));
  }

  /** A page that says why there is none: not found, not acceptable, a failure. */
  public Page notice(Notice notice) {
    List<Html> near = notice.suggestions().stream()
        .map(suggestion -> (Html) element("li", link(suggestion.link(), suggestion.label()))).toList();
    Html meant = near.isEmpty() ? Html.NOTHING
        : several(element("h2", "Near names"), element("ul", several(near)));
    Html search = notice.words().isEmpty() ? Html.NOTHING
        : SearchPage.form(notice.relativeRoot(), notice.words());
    return new Page(notice.status(), new Layout(notice.relativeRoot(), version)
        .document(notice.title(), element("p", notice.detail()), meant, search));
  }
}
