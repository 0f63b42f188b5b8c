package org.entente.publish.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Changed;
import org.entente.publish.sparql.QueryDesk;
import org.entente.publish.sparql.Rdf;
import org.entente.versions.Change;
import org.entente.versions.ChangeLists;
import org.entente.versions.Fate;
import org.entente.vocab.Addresses;

/**
 * {@code /changes}: what was last added, changed and withdrawn, as a page, as an Atom feed and as an event stream, whose
 * days are {@code /changes/2026-11-29}. The store's catalogue knows it.
 */
final class ChangesRoute implements Route {

  private static final Form ATOM = new Form("atom", "application/atom+xml", List.of(), Optional.empty(), true);
  private static final Pattern PATH = Pattern.compile("/changes(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}))?(\\.[a-z]+)?");
  private static final int MOST_IN_FEED = 100;
  private static final int MOST = 5_000_000;

  private final PublishedDataset data;
  private final QueryDesk desk;
  private final PageDesk pages;
  private final Addresses addresses;
  private final PerVersion<ChangeLists> lists;

  ChangesRoute(PublishedDataset data, QueryDesk desk, PageDesk pages) {
    this.data = data;
    this.desk = desk;
    this.pages = pages;
    this.addresses = new Addresses(data.base());
    this.lists = new PerVersion<>(data, this::read);
  }

  @Override
  public Reply answer(Exchange exchange) {
    Matcher path = PATH.matcher(exchange.path());
    if (!path.matches()) {
      throw noSuchDay(exchange.path());
    }
    Optional<LocalDate> day = Optional.ofNullable(path.group(1)).map(ChangesRoute::day);
    Form form = form(exchange, day.isPresent());
    ChangeLists changes = lists.get();
    Reply reply = day.isPresent() ? stream(changes.stream(on(day.get(), changes)), form)
        : form.equals(ATOM) ? Reply.text(ATOM, changes.atom(MOST_IN_FEED))
        : form.equals(Form.HTML) ? page(exchange, changes) : stream(changes.stream(), form);
    return reply.named(data.version() + "-changes-" + form.name()).modified(data.modified()).with("Vary", "Accept")
        .with("Cache-Control", ReplyRules.REVALIDATE).linking(ReplyRules.LICENCE, "license");
  }

  private static Form form(Exchange exchange, boolean ofDay) {
    List<Form> offer = new ArrayList<>(ofDay ? List.of() : List.of(ATOM, Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    return Suffix.of(exchange.path(), offer).orElseGet(() -> {
      if (exchange.path().contains(".")) {
        throw HttpProblem
            .notFound("Changes come as " + String.join(", ", offer.stream().map(Form::name).toList()) + ".");
      }
      return exchange.negotiation().bestOrRefuse(offer);
    });
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw noSuchDay(text);
    }
  }

  private static LocalDate on(LocalDate day, ChangeLists changes) {
    if (!changes.days().contains(day)) {
      throw noSuchDay(day.toString());
    }
    return day;
  }

  private static HttpProblem noSuchDay(String text) {
    return HttpProblem
        .notFound("There is no day " + text + " on which something changed; /changes lists those that are.");
  }

  private static Reply stream(List<Triple> statements, Form form) {
    return Reply.written(form.contentType(), out -> Rdf.write(statements, form, out));
  }

  private Reply page(Exchange exchange, ChangeLists changes) {
    return pages.reply(pages.pages().changes(pages.request(exchange), changes.changes().stream().limit(MOST_IN_FEED)
        .map(change -> new Changed(change.day().toString(), change.fate().inWords(), change.label(),
            change.address().startsWith(data.base())
                ? exchange.relativeRoot() + change.address().substring(data.base().length()) : change.address(),
            change.words()))
        .toList()));
  }

  private ChangeLists read() {
    List<Change> changes = new ArrayList<>(graphs());
    changes.addAll(withdrawn());
    return new ChangeLists(data.base(), changes);
  }

  /** Articles by their titles, other graphs by their names. */
  private List<Change> graphs() {
    Map<String, Binding> articles = new HashMap<>();
    desk.selectAll("SELECT ?g ?article ?title { GRAPH ?g { ?article a ent:Article ; dct:title ?title } }", MOST)
        .forEach(row -> articles.put(Nodes.text(row, "g"), row));
    Map<String, Long> numbers = new HashMap<>();
    desk.selectAll("SELECT ?g (COUNT(DISTINCT ?u) AS ?n) { GRAPH ?g { ?u a ent:Undertaking } } GROUP BY ?g", MOST)
        .forEach(row -> numbers.put(Nodes.text(row, "g"), Nodes.number(row, "n")));
    return desk.selectAll("""
        SELECT ?g ?first ?when { GRAPH %1$s { ?g schema:sha256 ?digest ; dct:modified ?when
          OPTIONAL { ?g dct:created ?first } } }""".formatted(catalog()), MOST).stream().map(row -> {
      String graph = Nodes.text(row, "g");
      Optional<Binding> article = Optional.ofNullable(articles.get(graph));
      String iri = article.map(found -> Nodes.text(found, "article")).orElse(graph);
      boolean changed = row.contains("first") && !Nodes.text(row, "first").equals(Nodes.text(row, "when"));
      long number = numbers.getOrDefault(graph, 0L);
      String words = article.isEmpty() ? "" : number + (number == 1 ? " undertaking" : " undertakings");
      return new Change(changed ? Fate.CHANGED : Fate.ADDED, Instant.parse(Nodes.text(row, "when")), iri,
          article.map(found -> Nodes.text(found, "title")).orElse(nameOf(iri)), address(iri), words);
    }).toList();
  }

  private List<Change> withdrawn() {
    return desk.selectAll("""
        SELECT ?s ?when ?why { GRAPH %1$s { ?s prov:invalidatedAtTime ?when ; rdfs:comment ?why }
          FILTER(STRSTARTS(STR(?s), "%2$sid/")) }""".formatted(catalog(), data.base()), MOST).stream()
        .map(row -> new Change(Fate.WITHDRAWN, Instant.parse(Nodes.text(row, "when")), Nodes.text(row, "s"),
            nameOf(Nodes.text(row, "s")), address(Nodes.text(row, "s")), Nodes.text(row, "why")))
        .toList();
  }

  private String catalog() {
    return "<" + data.base() + "graph/catalog>";
  }

  private String nameOf(String iri) {
    return iri.replaceFirst("^" + Pattern.quote(data.base()) + "(id/)?", "");
  }

  private String address(String iri) {
    return addresses.pageOf(iri).map(path -> data.base() + path).orElse(iri);
  }
}
