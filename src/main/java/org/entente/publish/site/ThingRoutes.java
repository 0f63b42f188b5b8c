package org.entente.publish.site;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Description;
import org.entente.publish.page.Page;
import org.entente.publish.page.part.DeedFilter;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.sparql.Rdf;
import org.entente.vocab.Addresses;

/**
 * {@code /id/…}, {@code /page/…} and {@code /data/…}: a thing of the world cannot be sent, so its own address points to
 * a page or to data about it (303), as the W3C's "Cool URIs for the Semantic Web" has it.
 */
final class ThingRoutes {

  private static final int MOST_EMBEDDED = 500;
  private static final String DYAD = "dyad/";
  private static final List<Form> PAGE_OR_DATA = withPage(Form.OF_RESOURCES);

  private final PublishedDataset data;
  private final Addresses addresses;
  private final DescriptionReader reader;
  private final PageDesk pages;
  private final NearNames near;
  private final Tombstones tombstones;
  private final PerVersion<StateNames> states;

  ThingRoutes(PublishedDataset data, DescriptionReader reader, PageDesk pages, NearNames near,
      Tombstones tombstones, PerVersion<StateNames> states) {
    this.data = data;
    this.addresses = new Addresses(data.base());
    this.reader = reader;
    this.pages = pages;
    this.near = near;
    this.tombstones = tombstones;
    this.states = states;
  }

  private static List<Form> withPage(List<Form> forms) {
    List<Form> all = new ArrayList<>(List.of(Form.HTML));
    all.addAll(forms);
    return all;
  }

  private static String nameIn(Exchange exchange, String prefix) {
    String path = exchange.path();
    return path.length() > prefix.length() ? path.substring(prefix.length()) : "";
  }

  private void requireKnown(String name) {
    if (known(name).isEmpty()) {
      throw near.notFound(name);
    }
  }

  /** {@code /id/…}: where to read about the thing. */
  Reply thing(Exchange exchange) {
    String name = nameIn(exchange, "/id/");
    Form form = exchange.negotiation().bestOrRefuse(PAGE_OR_DATA);
    requireKnown(name);
    String encoded = Addresses.encodedPath(name);
    String target = form.equals(Form.HTML) ? "page/" + encoded : "data/" + encoded + "." + form.name();
    return Reply.seeOther(exchange.relativeRoot() + target)
        .with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  /** The thing of this name; what was withdrawn is a problem of its own. */
  private Optional<String> known(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> iris = addresses.iris("id/" + name);
    Optional<HttpProblem> gone = tombstones.of(iris);
    if (gone.isPresent()) {
      throw gone.get();
    }
    return iris.stream().filter(reader::knows).findFirst();
  }

  /** {@code /page/…}: a page about the thing; data for those who accept no page. */
  Reply page(Exchange exchange) {
    String name = nameIn(exchange, "/page/");
    // A pair of states is no thing of the data: it has a page, and its data are answers to questions.
    List<Form> offer = name.startsWith(DYAD) || name.equals("dyad") ? List.of(Form.HTML) : PAGE_OR_DATA;
    Form form = exchange.negotiation().bestOrRefuse(offer);
    if (name.equals("dyad") || name.startsWith(DYAD)) {
      Optional<String> proper = properName(exchange, name);
      if (proper.isPresent()) {
        return Reply.seeOther(exchange.relativeRoot() + "page/" + DYAD + proper.get());
      }
    }
    String encoded = Addresses.encodedPath(name);
    if (!form.equals(Form.HTML)) {
      requireKnown(name);
      return Reply.seeOther(exchange.relativeRoot() + "data/" + encoded + "." + form.name()).with("Vary", "Accept");
    }
    Optional<String> iri = known(name);
    PageRequest request = withJsonLd(pages.request(exchange), iri);
    Page page = pages.fromData(request).orElseGet(
        () -> statements(request, iri.orElseThrow(() -> near.notFound(name)), encoded, pageNumber(exchange)));
    Reply reply = pages.reply(page).modified(data.modified())
        .linking(data.base() + "page/" + encoded, "canonical").linking(ReplyRules.LICENCE, "license");
    return iri.map(thing -> withAlternates(reply, exchange, encoded).linking(thing, "cite-as")
        .linking(exchange.relativeRoot() + "data/" + encoded + ".ttl", "describedby")).orElse(reply);
  }

  /** How a pair of states is properly called, with what else was asked for; empty where it was called so. */
  private Optional<String> properName(Exchange exchange, String name) {
    String codes = name.length() > DYAD.length() ? name.substring(DYAD.length()) : "";
    if (codes.matches("[A-Za-z]{3}-[A-Za-z]{3}") && states.get().pair(codes).isPresent()) {
      return Optional.empty();
    }
    String one = exchange.parameter("a").orElseGet(() -> codes.replaceFirst("-.*", ""));
    String other = exchange.parameter("b").orElseGet(() -> codes.replaceFirst("^[^-]*-?", ""));
    if (one.isBlank() || other.isBlank()) {
      throw HttpProblem.notFound("Two states are needed: /page/dyad/PAK-RUS, or /page/dyad?a=Pakistan&b=Russia.");
    }
    StateNames.Pair pair = states.get().pair(one, other).or(() -> states.get().pair(codes))
        .orElseThrow(() -> states.get().unknownPair(one, other));
    String filter = DeedFilter.of(exchange.query()).address();
    return Optional.of(pair.name() + (filter.isEmpty() ? "" : "?" + filter));
  }

  /** The data that the page is about goes with it for crawlers, unless there is so much that people would wait. */
  private PageRequest withJsonLd(PageRequest request, Optional<String> iri) {
    Optional<Description> description = iri.map(thing -> reader.read(thing, 1))
        .filter(known -> known.total() <= MOST_EMBEDDED && known.pages() == 1);
    if (description.isEmpty()) {
      return request;
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    Rdf.write(description.get().triples(), Form.JSONLD, json);
    return request.with(json.toString(StandardCharsets.UTF_8));
  }

  private Page statements(PageRequest request, String iri, String encoded, int number) {
    Description description = reader.read(iri, number);
    if (number > description.pages()) {
      throw beyond(iri, description, number);
    }
    Map<String, String> labels = reader.names(description.statements().stream()
        .flatMap(quad -> Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject()))
        .filter(Node::isURI).map(Node::getURI).distinct().toList());
    return pages.pages().resource(request, pages.terms(), description, labels, "data/" + encoded);
  }

  private static HttpProblem beyond(String iri, Description description, int page) {
    return HttpProblem.notFound("What is known of <" + iri + "> has " + description.pages() + " pages, not "
        + page + ".");
  }

  /** {@code /data/…}: what is known of the thing, in the form of the suffix or of the Accept header. */
  Reply data(Exchange exchange) {
    String asked = nameIn(exchange, "/data/");
    Optional<Form> suffix = Suffix.of(asked, Form.OF_RESOURCES);
    String name = suffix.map(form -> Suffix.without(asked)).orElse(asked);
    String encoded = Addresses.encodedPath(name);
    Form form = suffix.orElseGet(() -> exchange.negotiation().bestOrRefuse(withPageLast()));
    String iri = known(name).orElseThrow(() -> near.notFound(name));
    if (form.equals(Form.HTML)) {
      return Reply.seeOther(exchange.relativeRoot() + "page/" + encoded).with("Vary", "Accept");
    }
    int page = pageNumber(exchange);
    String tag = data.version() + "-" + form.name() + (page > 1 ? "-" + page : "");
    Optional<String> held = exchange.knows(tag);
    if (held.isPresent()) {
      return Reply.notModified(held.get()).with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
    }
    Description description = reader.read(iri, page);
    if (page > description.pages()) {
      throw beyond(iri, description, page);
    }
    Reply reply = Reply.written(form.contentType(), out -> write(description, encoded, form, out))
        .named(tag).modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .with("Content-Location", exchange.relativeRoot() + "data/" + encoded + "." + form.name()
            + (page > 1 ? "?page=" + page : ""))
        .linking(data.base() + "data/" + encoded + "." + form.name(), "canonical")
        .linking(iri, "describes").linking(iri, "cite-as")
        .linking(ReplyRules.LICENCE, "license");
    return paged(withAlternates(suffix.isPresent() ? reply : reply.with("Vary", "Accept"), exchange, encoded)
        .with("Link", "<" + exchange.relativeRoot() + "page/" + encoded + ">; rel=\"alternate\"; type=\"text/html\""),
        description);
  }

  private static List<Form> withPageLast() {
    List<Form> all = new ArrayList<>(Form.OF_RESOURCES);
    all.add(Form.HTML);
    return all;
  }

  private void write(Description description, String encoded, Form form, OutputStream out) {
    List<Triple> links = description.pageLinks(data.base() + "data/" + encoded);
    if (form.equals(Form.TRIG) || form.equals(Form.NQUADS)) {
      // Clients that follow links look into the default graph only, and many of them like quads best.
      List<Quad> quads = new ArrayList<>(Stream.concat(description.triples().stream(), links.stream())
          .map(triple -> Quad.create(Quad.defaultGraphNodeGenerated, triple)).toList());
      quads.addAll(description.quads());
      Rdf.writeQuads(quads, form, out);
    } else {
      List<Triple> triples = new ArrayList<>(description.triples());
      triples.addAll(links);
      Rdf.write(triples, form, out);
    }
  }

  private static Reply paged(Reply reply, Description description) {
    Reply linked = reply;
    for (Map.Entry<String, Integer> link : new LinkedHashMap<>(description.neighbours()).entrySet()) {
      linked = linked.linking("?" + Description.PAGE + "=" + link.getValue(), link.getKey());
    }
    return linked;
  }

  private static Reply withAlternates(Reply reply, Exchange exchange, String encoded) {
    Reply linked = reply;
    for (Form form : Form.OF_RESOURCES) {
      linked = linked.with("Link", "<" + exchange.relativeRoot() + "data/" + encoded + "." + form.name()
          + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"");
    }
    return linked;
  }

  private static int pageNumber(Exchange exchange) {
    String text = exchange.parameter(Description.PAGE).orElse("1");
    if (!text.matches("[1-9][0-9]{0,6}")) {
      throw HttpProblem.badRequest("page=" + text + " is not the number of a page; they count from 1.");
    }
    return Integer.parseInt(text);
  }
}
