package org.entente.publish.server;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** {@code /graph/…}: one named graph, whole; {@code /graph}: which there are. */
final class GraphRoute implements Route {

  private final PublishedDataset data;
  private final Addresses addresses;
  private final QueryDesk desk;
  private final PageDesk pages;
  private final NearNames near;

  GraphRoute(PublishedDataset data, QueryDesk desk, PageDesk pages, NearNames near) {
    this.data = data;
    this.addresses = new Addresses(data.base());
    this.desk = desk;
    this.pages = pages;
    this.near = near;
  }

  @Override
  public Reply answer(Exchange exchange) {
    String name = exchange.path().replaceFirst("^/graph/?", "");
    if (name.isEmpty()) {
      return pages.reply(exchange, () -> list(exchange));
    }
    Optional<Form> suffix = Suffix.of(name, Form.OF_RESOURCES);
    String bare = suffix.isPresent() ? Suffix.without(name) : name;
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    Form form = suffix.orElseGet(() -> exchange.negotiation().bestOrRefuse(offer));
    String iri = addresses.iris("graph/" + bare).stream().filter(this::exists).findFirst()
        .orElseThrow(() -> near.notFound(bare));
    if (form.equals(Form.HTML)) {
      return linked(pages.reply(exchange, () -> plainPage(exchange, iri)), exchange, bare, iri)
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

  private String list(Exchange exchange) {
    String rows = desk.select("""
        SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g""").stream()
        .map(row -> "<li>" + link(exchange, Nodes.text(row, "g")) + " (" + Nodes.number(row, "n")
            + " statements)</li>")
        .collect(Collectors.joining("\n"));
    return PlainPage.document("Named graphs", exchange.relativeRoot(), "<ul>\n" + rows + "\n</ul>\n");
  }

  private String link(Exchange exchange, String iri) {
    String label = Markup.escape(iri);
    return addresses.pageOf(iri).map(address -> "<a href=\"" + exchange.relativeRoot() + Markup.escape(address)
        + "\">" + label + "</a>").orElse(label);
  }

  private String plainPage(Exchange exchange, String iri) {
    String things = desk.select("""
        SELECT DISTINCT ?s { GRAPH <%s> { ?s a ?type } FILTER(!CONTAINS(STR(?s), "#")) } ORDER BY ?s LIMIT 1000"""
        .formatted(iri)).stream().map(row -> "<li>" + link(exchange, Nodes.text(row, "s")) + "</li>")
        .collect(Collectors.joining("\n"));
    return PlainPage.document("Named graph", exchange.relativeRoot(),
        "<p><code>" + Markup.escape(iri) + "</code></p>\n<ul>\n" + things + "\n</ul>\n");
  }
}
