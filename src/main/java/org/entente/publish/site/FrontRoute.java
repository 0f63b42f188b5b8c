package org.entente.publish.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.data.Gathered;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.dump.Dump;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Gallery;
import org.entente.publish.page.Overview;
import org.entente.publish.page.Site;
import org.entente.publish.page.part.Counting;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.sparql.Rdf;
import org.entente.vocab.Addresses;

/** {@code /}: what is here, as a page or as DCAT and VoID; {@code /void} the same as RDF only. */
final class FrontRoute implements Route {

  private final PublishedDataset data;
  private final ServerOptions options;
  private final PerVersion<DatasetProfile> profile;
  private final DumpShelf dumps;
  private final PageDesk pages;
  private final Overviews overviews;

  FrontRoute(PublishedDataset data, ServerOptions options, PerVersion<DatasetProfile> profile, DumpShelf dumps,
      PageDesk pages, Overviews overviews) {
    this.data = data;
    this.options = options;
    this.profile = profile;
    this.dumps = dumps;
    this.pages = pages;
    this.overviews = overviews;
  }

  @Override
  public Reply answer(Exchange exchange) {
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    Form form = exchange.negotiation().bestOrRefuse(offer);
    Reply reply = form.equals(Form.HTML)
        ? page(exchange).modified(data.modified())
        : rdf(form);
    return linked(reply.with("Vary", "Accept"), exchange);
  }

  /** {@code /quality}: how well articles are read. */
  Reply quality(Exchange exchange) {
    return pages.reply(pages.pages().quality(pages.request(exchange), pages.terms(), site()));
  }

  private Site site() {
    return new Site(data.version(), data.modified().truncatedTo(ChronoUnit.SECONDS).toString(), options.sample(),
        DatasetProfile.quality(data.base()), DatasetProfile.measuredOn(data.base()), DatasetProfile.calibration());
  }

  /** {@code /void}, {@code /void.ttl} and so on. */
  Reply description(Exchange exchange) {
    Form form = Suffix.of(exchange.path(), Form.OF_RESOURCES)
        .orElseGet(() -> exchange.negotiation().bestOrRefuse(Form.OF_RESOURCES));
    return linked(rdf(form).with("Vary", "Accept"), exchange);
  }

  private Reply rdf(Form form) {
    List<Triple> statements = statements();
    return Reply.written(form.contentType(), out -> Rdf.write(statements, form, out))
        .named(data.version() + "-" + (currentDump().isPresent() ? "with-dump-" : "") + form.name())
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

  private Reply page(Exchange exchange) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    Rdf.write(DatasetProfile.forCrawlers(data, currentDump()), Form.JSONLD, json);
    PageRequest request = pages.request(exchange).with(json.toString(StandardCharsets.UTF_8));
    Gathered.Latest<Overview> overview = overviews.latest(Counting.of(request));
    Reply reply =
        pages.reply(pages.pages().front(request, pages.terms(), overview.value(), overview.current(), site()));
    // Until dump and pictures are there the page will change though the data do not.
    boolean settled = overview.current() && (!dumps.offered() || currentDump().isPresent());
    return settled ? reply : reply.without("Cache-Control").with("Cache-Control", "no-cache");
  }

  private Optional<Dump> currentDump() {
    return dumps.latest().map(DumpShelf.Shelved::dump).filter(made -> made.version().equals(data.version()));
  }

  private List<Triple> statements() {
    List<Triple> statements = new ArrayList<>(profile.get().statements(data, currentDump()));
    options.gallery().questions().forEach(question -> statements.addAll(example(question)));
    return statements;
  }

  private Reply linked(Reply reply, Exchange exchange) {
    Reply linked = reply.linking(data.base(), "canonical").linking(data.base() + "#dataset", "cite-as")
        .linking(ReplyRules.LICENCE, "license")
        .linking(exchange.relativeRoot() + "void.ttl", "describedby")
        .with("Link",
            "<" + exchange.relativeRoot() + "changes.atom>; rel=\"alternate\"; type=\"application/atom+xml\"");
    for (Form form : Form.OF_RESOURCES) {
      linked = linked.with("Link", "<" + exchange.relativeRoot() + "void." + form.name()
          + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"");
    }
    return linked;
  }
}
