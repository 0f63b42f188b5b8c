package org.entente.publish.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.entente.publish.data.Nodes;

/**
 * What the data says about one thing: its own statements, those about its parts and its evidence, and the links that
 * lead to it; where they are very many, one page of them.
 *
 * @param iri the thing
 * @param statements the statements of this page, each in its graph, in a fixed order
 * @param labels names of the other things that are named, each in its graph
 * @param total how many statements there are on all pages
 * @param page the number of this page, from 1
 * @param pages how many pages there are
 */
record Description(String iri, List<Quad> statements, List<Quad> labels, long total, int page, int pages) {

  /** How one page leads to another, in RDF: the XHTML vocabulary's link relations. */
  private static final String LINKS = "http://www.w3.org/1999/xhtml/vocab#";

  /** Parameter of an address that chooses the page. */
  static final String PAGE = "page";

  Description {
    statements = List.copyOf(statements);
    labels = List.copyOf(labels);
  }

  boolean isEmpty() {
    return total == 0;
  }

  /** Statements and labels without the names of their graphs. */
  List<Triple> triples() {
    return Stream.concat(statements.stream(), labels.stream()).map(Quad::asTriple).distinct()
        .toList();
  }

  /** Statements and labels, each in its graph. */
  List<Quad> quads() {
    return Stream.concat(statements.stream(), labels.stream()).distinct().toList();
  }

  /** What a document that is one page of several says of itself, by the document's IRI without the page. */
  List<Triple> pageLinks(String document) {
    return neighbours().entrySet().stream().map(link -> Triple.create(
        Nodes.iri(document + "?" + PAGE + "=" + page),
        Nodes.iri(LINKS + link.getKey()),
        Nodes.iri(document + "?" + PAGE + "=" + link.getValue()))).toList();
  }

  /** The pages beside this one, by link relation. */
  Map<String, Integer> neighbours() {
    if (pages <= 1) {
      return Map.of();
    }
    if (page == 1) {
      return Map.of("next", 2);
    }
    return page < pages ? Map.of("next", page + 1, "prev", page - 1) : Map.of("prev", page - 1);
  }
}
