package org.entente.publish.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.http.Suffix;
import org.entente.publish.page.Page;
import org.entente.publish.sparql.Rdf;
import org.entente.vocab.Addresses;

/**
 * {@code /ontology}, {@code /field/…}, {@code /status/…} and their like: our terms, one or a family, as a page or as
 * RDF. Their IRIs have a fragment, so their documents are sent directly.
 */
final class TermRoute implements Route {

  private static final List<Form> OFFER = offer();

  private final String family;
  private final PublishedDataset data;
  private final PerVersion<Vocabulary> vocabulary;
  private final PageDesk pages;
  private final NearNames near;

  TermRoute(String family, PublishedDataset data, PerVersion<Vocabulary> vocabulary, PageDesk pages,
      NearNames near) {
    this.family = family;
    this.data = data;
    this.vocabulary = vocabulary;
    this.pages = pages;
    this.near = near;
  }

  private static List<Form> offer() {
    List<Form> offer = new ArrayList<>(List.of(Form.HTML));
    offer.addAll(Form.OF_RESOURCES);
    return List.copyOf(offer);
  }

  @Override
  public Reply answer(Exchange exchange) {
    String path = exchange.path().substring(1);
    Optional<Form> suffix = Suffix.of(path, Form.OF_RESOURCES);
    String bare = suffix.isPresent() ? Suffix.without(path) : path;
    String name = bare.length() > family.length() ? bare.substring(family.length() + 1) : "";
    Form form = suffix.orElseGet(() -> exchange.negotiation().bestOrRefuse(OFFER));
    String term = Addresses.term(family, name);
    List<Triple> statements =
        name.isEmpty() ? vocabulary.get().family(family) : vocabulary.get().about(term);
    if (statements.isEmpty()) {
      throw near.notFound(name.isEmpty() ? family : name);
    }
    if (form.equals(Form.HTML)) {
      Page page = pages.ofTerm(exchange, term).orElseThrow(() -> near.notFound(name.isEmpty() ? family : name));
      return linked(pages.reply(page), exchange, bare, term)
          .modified(data.modified());
    }
    Reply reply = Reply.written(form.contentType(), out -> Rdf.write(statements, form, out))
        .named(data.version() + "-" + form.name()).modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .with("Content-Location",
            exchange.relativeRoot() + Addresses.encodedPath(bare) + "." + form.name());
    return linked(suffix.isPresent() ? reply : reply.with("Vary", "Accept"), exchange, bare, term);
  }

  private static Reply linked(Reply reply, Exchange exchange, String path, String term) {
    Reply linked = reply.linking(term, "canonical").linking(term, "cite-as")
        .linking(ReplyRules.LICENCE, "license");
    for (Form form : Form.OF_RESOURCES) {
      linked = linked.with("Link", "<" + exchange.relativeRoot() + Addresses.encodedPath(path) + "." + form.name()
          + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"");
    }
    return linked;
  }
}
