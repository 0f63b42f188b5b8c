package org.entente.publish.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

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

  /** The paths that it answers besides those below {@code /family/}: the family's RDF by suffix. */
  static List<String> suffixed(String family) {
    return Form.OF_RESOURCES.stream().map(form -> "/" + family + "." + form.name()).toList();
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
    if (form.equals(Form.HTML)) {
      Optional<String> page = pages.page(exchange, exchange.path());
      if (page.isEmpty() && statements.isEmpty()) {
        throw near.notFound(name.isEmpty() ? family : name);
      }
      String html = page.orElseGet(() -> plainPage(exchange, term, name, statements));
      return linked(pages.reply(html), exchange, bare, term).modified(data.modified());
    }
    if (statements.isEmpty()) {
      throw near.notFound(name.isEmpty() ? family : name);
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

  private String plainPage(Exchange exchange, String term, String name, List<Triple> statements) {
    List<Quad> quads = statements.stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList();
    if (!name.isEmpty()) {
      Description description = new Description(term, quads, List.of(), quads.size(), 1, 1);
      return new PlainResource(new Addresses(data.base()), exchange.relativeRoot(), everyName())
          .page(description, Form.OF_RESOURCES.stream().map(Form::name).toList(),
              exchange.relativeRoot() + family + "/" + Addresses.encodedPath(name));
    }
    return PlainPage.document(family, exchange.relativeRoot(), families(exchange) + table(ownTerms(statements)));
  }

  private List<Quad> everyName() {
    return vocabulary.get().statements().stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList();
  }

  private static String families(Exchange exchange) {
    return Addresses.TERM_FAMILIES.stream()
        .map(family -> "<a href=\"" + exchange.relativeRoot() + family + "\">" + family + "</a>")
        .collect(Collectors.joining(" · ", "<p>", "</p>\n"));
  }

  /** The statements about this family's own terms: the ontology's RDF holds the other families too. */
  private List<Triple> ownTerms(List<Triple> statements) {
    return statements.stream()
        .filter(triple -> Nodes.text(triple.getSubject()).startsWith(Addresses.term(family, "") + "#")).toList();
  }

  /** Each term with its names and definitions, to be reached by its fragment. */
  private static String table(List<Triple> statements) {
    Map<String, List<Triple>> bySubject = statements.stream().filter(triple -> triple.getSubject().isURI())
        .collect(Collectors.groupingBy(triple -> triple.getSubject().getURI(), LinkedHashMap::new,
            Collectors.toList()));
    StringBuilder rows = new StringBuilder("<table>\n<tr><th>Term</th><th>Name</th><th>Meaning</th></tr>\n");
    bySubject.forEach((subject, about) -> {
      String local = subject.substring(Math.max(subject.lastIndexOf('#'), subject.lastIndexOf('/')) + 1);
      rows.append("<tr id=\"").append(Markup.escape(local)).append("\"><td>").append(Markup.escape(local))
          .append("</td><td>").append(texts(about, "abel")).append("</td><td>")
          .append(texts(about, "definition")).append("</td></tr>\n");
    });
    return rows.append("</table>\n").toString();
  }

  private static String texts(List<Triple> about, String property) {
    return about.stream()
        .filter(triple -> triple.getPredicate().getURI().endsWith(property) && triple.getObject().isLiteral())
        .map(triple -> Markup.escape(triple.getObject().getLiteralLexicalForm())).distinct()
        .collect(Collectors.joining("; "));
  }
}
