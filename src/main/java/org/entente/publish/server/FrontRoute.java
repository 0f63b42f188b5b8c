package org.entente.publish.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.dump.Dump;

/** {@code /}: what is here, as a page or as DCAT and VoID; {@code /void} the same as RDF only. */
final class FrontRoute implements Route {

  private final PublishedDataset data;
  private final Gallery gallery;
  private final PerVersion<DatasetProfile> profile;
  private final DumpShelf dumps;
  private final PageDesk pages;

  FrontRoute(PublishedDataset data, Gallery gallery, PerVersion<DatasetProfile> profile, DumpShelf dumps,
      PageDesk pages) {
    this.data = data;
    this.gallery = gallery;
    this.profile = profile;
    this.dumps = dumps;
    this.pages = pages;
  }

  @Override
  public Reply answer(Exchange exchange) {
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    Form form = exchange.negotiation().bestOrRefuse(offer);
    Reply reply = form.equals(Form.HTML)
        ? pages.reply(exchange, () -> plainPage(exchange)).modified(data.modified())
        : rdf(form);
    return linked(reply.with("Vary", "Accept"), exchange);
  }

  /** {@code /void}, {@code /void.ttl} and so on. */
  Reply description(Exchange exchange) {
    Form form = Suffix.of(exchange.path(), Form.OF_RESOURCES)
        .orElseGet(() -> exchange.negotiation().bestOrRefuse(Form.OF_RESOURCES));
    return linked(rdf(form).with("Vary", "Accept"), exchange);
  }

  private Reply rdf(Form form) {
    Optional<Dump> dump = dumps.latest().map(DumpShelf.Shelved::dump)
        .filter(made -> made.version().equals(data.version()));
    List<Triple> statements = new ArrayList<>(profile.get().statements(data, dump));
    gallery.questions().forEach(question -> statements.addAll(example(question)));
    return Reply.written(form.contentType(), out -> Rdf.write(statements, form, out))
        .named(data.version() + "-" + (dump.isPresent() ? "with-dump-" : "") + form.name())
        .modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE);
  }

  /** A question as an example of what can be asked. */
  private List<Triple> example(Gallery.Question question) {
    Node address = Nodes.iri(data.base() + "queries/" + Addresses.encodedPath(question.name()));
    return List.of(
        Triple.create(address, RDF.type.asNode(), Nodes.iri("http://www.w3.org/ns/shacl#SPARQLExecutable")),
        Triple.create(address, RDFS.label.asNode(), NodeFactory.createLiteralLang(question.title(), "en")),
        Triple.create(address, Nodes.iri("https://schema.org/target"), Nodes.iri(data.base() + "sparql")),
        Triple.create(Nodes.iri(data.base() + "#dataset"), Nodes.iri("https://schema.org/workExample"), address));
  }

  private Reply linked(Reply reply, Exchange exchange) {
    Reply linked = reply.linking(data.base(), "canonical").linking(data.base() + "#dataset", "cite-as")
        .linking(ReplyRules.LICENCE, "license")
        .linking(exchange.relativeRoot() + "void.ttl", "describedby");
    for (Form form : Form.OF_RESOURCES) {
      linked = linked.with("Link", "<" + exchange.relativeRoot() + "void." + form.name()
          + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"");
    }
    return linked;
  }

  private String plainPage(Exchange exchange) {
    DatasetProfile counts = profile.get();
    Addresses addresses = new Addresses(data.base());
    String classes = counts.classes().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Namespaces.ENT))
        .map(entry -> "<tr><td>" + example(counts, addresses, entry) + "</td><td>" + entry.getValue() + "</td></tr>")
        .collect(Collectors.joining("\n"));
    return PlainPage.document("Entente: what states do together", exchange.relativeRoot(), """
        <p>Agreements, visits, exercises, transfers and other undertakings between states, and what is proposed to
        them, as articles report them; each with the exact words that say so. %d statements in %d graphs, base
        <code>%s</code>, version <code>%s</code>.</p>
        <form method="get" action="search" role="search"><p><label for="q">Search</label>
        <input id="q" name="q" type="search"> <button>Search</button></p></form>
        <ul>
        <li><a href="sparql">SPARQL endpoint</a></li>
        <li><a href="queries">Questions that are ready to ask</a></li>
        <li><a href="dump/">Downloads</a></li>
        <li><a href="graph/">Named graphs</a>, one for each article</li>
        <li><a href="ontology">Ontology</a></li>
        <li><a href="void.ttl">This dataset described as DCAT and VoID</a></li>
        </ul>
        <table>
        <tr><th>Class</th><th>How many</th></tr>
        %s
        </table>
        <p>Data: <a rel="license" href="%s">CC BY 4.0</a>.</p>
        """.formatted(counts.triples(), counts.graphs(), Markup.escape(data.base()), data.version(), classes,
            ReplyRules.LICENCE));
  }

  private static String example(DatasetProfile counts, Addresses addresses, Map.Entry<String, Long> type) {
    String name = type.getKey().substring(Namespaces.ENT.length());
    String term = "<a href=\"ontology#" + name + "\">" + name + "</a>";
    return Optional.ofNullable(counts.examples().get(type.getKey())).flatMap(addresses::pageOf)
        .map(address -> term + " (<a href=\"" + Markup.escape(address) + "\">one of them</a>)").orElse(term);
  }
}
