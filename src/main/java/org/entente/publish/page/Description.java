package org.entente.publish.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

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
public record Description(String iri, List<Quad> statements, List<Quad> labels, long total, int page, int pages) {

  /** How one page leads to another, in RDF: the XHTML vocabulary's link relations. */
  private static final String LINKS = "http://www.w3.org/1999/xhtml/vocab#";

  /** Parameter of an address that chooses the page. */
  public static final String PAGE = "page";

  public Description {
    statements = List.copyOf(statements);
    labels = List.copyOf(labels);
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** Statements and labels without the names of their graphs. */
  public List<Triple> triples() {
    return Stream.concat(statements.stream(), labels.stream()).map(Quad::asTriple).distinct()
        .toList();
  }

  /** Statements and labels, each in its graph. */
  public List<Quad> quads() {
    return Stream.concat(statements.stream(), labels.stream()).distinct().toList();
  }

  /** What a document that is one page of several says of itself, by the document's IRI without the page. */
  public List<Triple> pageLinks(String document) {
    return neighbours().entrySet().stream().map(link -> Triple.create(
        NodeFactory.createURI(document + "?" + PAGE + "=" + page),
        NodeFactory.createURI(LINKS + link.getKey()),
        NodeFactory.createURI(document + "?" + PAGE + "=" + link.getValue()))).toList();
  }

  /** The pages beside this one, by link relation. */
  public Map<String, Integer> neighbours() {
    if (pages <= 1) {
      return Map.of();
    }
    if (page == 1) {
      return Map.of("next", 2);
    }
    return page < pages ? Map.of("next", page + 1, "prev", page - 1) : Map.of("prev", page - 1);
  }
}
