package org.entente.publish.site;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Page;
import org.entente.publish.sparql.QueryDesk;
import org.entente.publish.sparql.Rdf;
import org.entente.vocab.Addresses;

/** {@code /graph/…}: one named graph, whole; {@code /graph}: which there are. */
final class GraphRoute implements Route {

  private static final int MOST_THINGS = 1_000;

  private final PublishedDataset data;
  private final Addresses addresses;
  private final QueryDesk desk;
  private final PageDesk pages;
  private final NearNames near;
  private final Tombstones tombstones;

  GraphRoute(PublishedDataset data, QueryDesk desk, PageDesk pages, NearNames near, Tombstones tombstones) {
    this.data = data;
    this.addresses = new Addresses(data.base());
    this.desk = desk;
    this.pages = pages;
    this.near = near;
    this.tombstones = tombstones;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String name = exchange.path().replaceFirst("^/graph/?", "");
    if (name.isEmpty()) {
      return pages.reply(list(exchange));
    }
    Optional<Form> suffix = Suffix.of(name, Form.OF_RESOURCES);
    String bare = suffix.isPresent() ? Suffix.without(name) : name;
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    Form form = suffix.orElseGet(() -> exchange.negotiation().bestOrRefuse(offer));
    List<String> iris = addresses.iris("graph/" + bare);
    String iri = iris.stream().filter(this::exists).findFirst()
        .orElseThrow(() -> tombstones.of(iris).orElseGet(() -> near.notFound(bare)));
    if (form.equals(Form.HTML)) {
      return linked(pages.reply(page(exchange, iri, bare)), exchange, bare, iri)
          .modified(data.modified());
    }
    Reply reply = Reply.written(form.contentType(), out -> write(iri, form, out))
        .named(data.version() + "-" + form.name()).modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .with("Content-Location",
            exchange.relativeRoot() + "graph/" + Addresses.encodedPath(bare) + "." + form.name());
    return linked(suffix.isPresent() ? reply : reply.with("Vary", "Accept"), exchange, bare, iri);
  }

  private static Reply linked(Reply reply, Exchange exchange, String name, String iri) {
    Reply linked = reply.linking(iri, "canonical").linking(iri, "cite-as")
        .linking(ReplyRules.LICENCE, "license");
    for (Form form : Form.OF_RESOURCES) {
      linked = linked.with("Link", "<" + exchange.relativeRoot() + "graph/" + Addresses.encodedPath(name) + "."
          + form.name() + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"");
    }
    return linked;
  }

  private boolean exists(String iri) {
    return desk.ask("ASK { GRAPH <" + iri + "> { ?s ?p ?o } }");
  }

  private void write(String iri, Form form, OutputStream out) {
    List<Triple> triples = Vocabulary.sorted(
        desk.selectAll("SELECT ?s ?p ?o { GRAPH <" + iri + "> { ?s ?p ?o } }", Integer.MAX_VALUE).stream()
            .map(row -> Triple.create(Nodes.get(row, "s"), Nodes.get(row, "p"), Nodes.get(row, "o"))));
    if (form.equals(Form.TRIG) || form.equals(Form.NQUADS)) {
      Rdf.writeQuads(triples.stream().map(triple -> Quad.create(Nodes.iri(iri), triple)).toList(), form, out);
    } else {
      Rdf.write(triples, form, out);
    }
  }

  private Page list(Exchange exchange) {
    SequencedMap<String, Long> sizes = new LinkedHashMap<>();
    desk.select("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")
        .forEach(row -> sizes.put(Nodes.text(row, "g"), Nodes.number(row, "n")));
    return pages.pages().graphs(pages.request(exchange), pages.terms(), sizes);
  }

  private Page page(Exchange exchange, String iri, String name) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    desk.select("""
        SELECT ?s (MIN(STR(?name)) AS ?label) {
          GRAPH <%s> { ?s a ?type OPTIONAL { ?s rdfs:label|skos:prefLabel|dct:title ?name FILTER(LANG(?name) IN ("en", "")) } }
          FILTER(!CONTAINS(STR(?s), "#"))
        } GROUP BY ?s ORDER BY ?s LIMIT %d""".formatted(iri, MOST_THINGS + 1)).forEach(row -> labels.put(
        Nodes.text(row, "s"), row.contains("label") ? Nodes.text(row, "label") : Nodes.text(row, "s")));
    boolean more = labels.size() > MOST_THINGS;
    if (more) {
      labels.pollLastEntry();
    }
    return pages.pages().graph(pages.request(exchange), pages.terms(), iri, labels, more,
        "graph/" + Addresses.encodedPath(name));
  }
}
