package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.ArticleTexts;
import org.entente.publish.page.part.Coins;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.DeedTables;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.Quotations;
import org.entente.publish.page.picture.LatestDeeds;
import org.entente.publish.page.picture.PlaceMap;

/** {@code /page/state/…}, {@code /page/article/…} and their like: what is known of one thing, for people. */
final class ThingPage {

  /** Odd names are left to the server's plain page, which knows how they may be encoded. */
  private static final Pattern PATH = Pattern.compile("/page/([a-z-]+)/([A-Za-z0-9._~-]+)");

  private static final String SCHEMA_URL = "https://schema.org/url";

  private final PageQueries queries;
  private final Names names;
  private final Layout layout;
  private final ArticleTexts texts;
  private final DeedTables tables;

  ThingPage(PageQueries queries, Names names, Layout layout, ArticleTexts texts) {
    this.queries = queries;
    this.names = names;
    this.layout = layout;
    this.texts = texts;
    this.tables = new DeedTables(names);
  }

  Optional<String> of(PageRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches()) {
      return Optional.empty();
    }
    String iri = request.base() + "id/" + path.group(1) + "/" + path.group(2);
    Map<String, Node> thing = Map.of("thing", NodeFactory.createURI(iri));
    List<PageQueries.Row> known = queries.ask("facts", thing);
    Facts facts = new Facts(known, names);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    List<Html> parts = new ArrayList<>(List.of(facts.kinds(), mended(thing)));
    parts.addAll(switch (path.group(1)) {
      case "article" -> List.of(facts.table(), statements(thing, facts));
      case "proposal" -> List.of(proposal(thing), facts.table());
      case "state" -> state(iri, thing, facts);
      default -> facts.has("status") ? undertaking(thing, facts) : actor(iri, facts);
    });
    parts.add(correction(path.group(1) + "/" + path.group(2), known, facts));
    String data = request.relativeRoot() + "data" + request.path().substring("/page".length());
    String cite = request.relativeRoot() + "cite" + request.path().substring("/page".length());
    parts.add(DataForms.of(iri, data, cite));
    String name = facts.name().orElse(path.group(2));
    boolean article = path.group(1).equals("article");
    parts.add(article ? article(iri, name, facts, Coins::ofArticle) : Coins.ofThing(iri, name));
    return Optional.of(layout.withHead(DataForms.alternates(data))
        .withHead(article ? article(iri, name, facts, DataForms::citationOfArticle) : DataForms.citation(iri, name))
        .document(name, parts.toArray(Html[]::new)));
  }

  /** A reference to what others wrote and published. */
  private interface Reference<T> {
    T of(String url, String title, List<String> authors, String paper, String day);
  }

  private static <T> T article(String iri, String name, Facts facts, Reference<T> reference) {
    return reference.of(facts.values(SCHEMA_URL).stream().findFirst().orElse(iri), name,
        facts.values(DCTerms.creator.getURI()), String.join(", ", facts.values(DCTerms.publisher.getURI())),
        facts.values(DCTerms.issued.getURI()).stream().findFirst().orElse(""));
  }

  /** "Status: planned (was: completed; mended by Ada Example on 2026-11-28: The visit is next month.)". */
  private Html mended(Map<String, Node> thing) {
    List<Html> items = queries.ask("mended", thing).stream().map(this::mended).toList();
    return items.isEmpty() ? Html.NOTHING : element("ul", several(items)).with("class", "mended");
  }

  private Html mended(PageQueries.Row row) {
    String property = names.label(row.text("property"));
    return element("li", text(Character.toUpperCase(property.charAt(0)) + property.substring(1) + ": "),
        value(row, "after"), text(" (was: "), value(row, "before"), text("; "),
        names.thing(row.text("decision"), "mended"),
        text(" by " + row.text("by") + " on " + row.text("when") + ": " + row.text("why") + ")"));
  }

  private Html value(PageQueries.Row row, String side) {
    String label = row.text(side + "Label");
    String value = row.text(side);
    boolean iri = row.node(side).filter(Node::isURI).isPresent();
    return value.isEmpty() ? text("nothing")
        : label.isEmpty() ? iri ? names.term(value) : text(value) : names.thing(value, label);
  }

  private static Html correction(String subject, List<PageQueries.Row> known, Facts facts) {
    CorrectionLines lines = new CorrectionLines(subject);
    return switch (subject.substring(0, subject.indexOf('/'))) {
      case "article", "run", "decision" -> Html.NOTHING;
      case "proposal" -> lines.proposal();
      default -> facts.has("status") ? lines.undertaking(known) : lines.entity(known);
    };
  }

  private List<Html> undertaking(Map<String, Node> thing, Facts facts) {
    List<Deed> deed = Deed.of(queries.ask("deed", thing));
    Html group = deed.isEmpty() ? Html.NOTHING
        : element("p", text("Status: "), names.term(deed.getFirst().status()),
            text(": " + meaning(deed.getFirst())), ending(deed.getFirst()))
            .with("class", "status " + deed.getFirst().group().code());
    Html words = deed.isEmpty() ? Html.NOTHING
        : several(element("h2", "The exact words"),
            several(deed.getFirst().evidence().stream()
                .map(evidence -> new Quotations(names).inContext(evidence, texts)).toList()));
    return List.of(group, words, facts.confidence(), why(facts), facts.table(), history(thing), inverse(thing));
  }

  private Html ending(Deed deed) {
    return deed.ending().isEmpty() ? Html.NOTHING
        : several(text(" "), names.term(deed.ending()),
            text(names.definition(deed.ending()).map(meaning -> ": " + meaning).orElse("")));
  }

  /** How the program came to it, for whoever wants to judge its reading. */
  private static Html why(Facts facts) {
    String rationale = facts.literal("rationale");
    return rationale.isEmpty() ? Html.NOTHING
        : element("details", element("summary", "Why it was read so"), element("pre", rationale))
            .with("class", "why");
  }

  private String meaning(Deed deed) {
    return names.definition(deed.status()).orElse(deed.group().explanation());
  }

  private Html history(Map<String, Node> thing) {
    List<Html> steps = queries.ask("history", thing).stream().map(row -> (Html) element("li",
        names.term(row.text("stage")), text(row.text("when").isEmpty() ? "" : " (" + row.text("when") + ")"),
        row.text("quote").isEmpty() ? Html.NOTHING : element("blockquote", row.text("quote")))).toList();
    return steps.isEmpty() ? Html.NOTHING : several(element("h2", "History"), element("ol", several(steps)));
  }

  private Html inverse(Map<String, Node> thing) {
    List<Html> links = queries.ask("inverse", thing).stream().map(row -> (Html) element("li",
        names.thing(row.text("from"), row.text("label")), text(" ("), names.term(row.text("property")),
        text(" this)"))).toList();
    return links.isEmpty() ? Html.NOTHING
        : several(element("h2", "What refers to this"), element("ul", several(links)));
  }

  private Html proposal(Map<String, Node> thing) {
    return several(element("p", "Somebody proposes this; that it is proposed does not mean that it happened.")
        .with("class", "status urged"), tables.of(Deed.of(queries.ask("proposed", thing))));
  }

  private Html statements(Map<String, Node> thing, Facts facts) {
    return new ArticleStatements(names).of(
        queries.ask("statements", thing), texts.text(facts.literal("textDigest")), texts.whole());
  }

  private List<Html> actor(String iri, Facts facts) {
    return List.of(facts.table(), new LatestDeeds(queries, names).of(iri),
        articles(Map.of("thing", NodeFactory.createURI(iri))));
  }

  private List<Html> state(String iri, Map<String, Node> thing, Facts facts) {
    String code = facts.literal("iso3");
    CountTable partners = new CountTable("With", queries.ask("partners", thing), row -> partner(code, row));
    CountTable fields = new CountTable("Field", queries.ask("fields", thing), row -> names.term(row.text("field")));
    LatestDeeds.Parts latest = new LatestDeeds(queries, names).partsOfState(iri);
    Html numbers = element("div", element("div", partners.html("By partner")), element("div", fields.html("By field")))
        .with("class", "side-by-side");
    return List.of(latest.picture(), places(iri, facts), queries.counting().form(), numbers, latest.tables(),
        acted(thing), articles(thing),
        facts.table(), exports(code));
  }

  private Html places(String iri, Facts facts) {
    Node state = NodeFactory.createURI(iri);
    return new PlaceMap(names).of(queries.ask("places", Map.of("one", state, "other", state)),
        List.of(facts.literal("m49")));
  }

  private Html exports(String code) {
    return code.isEmpty() ? Html.NOTHING
        : element("p", text("All of it as data: "),
            Html.joined(ExportLinks.of(names, "state=" + code).toList(), " · ")).with("class", "as-data");
  }

  private Html partner(String code, PageQueries.Row row) {
    String other = row.text("otherCode");
    return code.isEmpty() || other.isEmpty() ? names.thing(row.text("other"), row.text("otherLabel"))
        : link(names.dyad(code, other), row.text("otherLabel"));
  }

  private Html articles(Map<String, Node> thing) {
    List<Html> items = queries.ask("articles-about", thing).stream().map(names::article).toList();
    return items.isEmpty() ? Html.NOTHING
        : several(element("h2", "Articles that tell of it"), element("ul", several(items)));
  }

  private Html acted(Map<String, Node> thing) {
    List<Html> items = queries.ask("acted", thing).stream().map(row -> (Html) element("li",
        names.thing(row.text("actor"), row.text("label")), text(" (" + row.text("number") + ")"))).toList();
    return items.isEmpty() ? Html.NOTHING : several(element("h2", "Who acted for it"), element("ul", several(items)));
  }
}
