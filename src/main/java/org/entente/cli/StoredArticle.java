package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.entente.store.GraphStore;
import org.entente.vocab.ENT;

/**
 * An article as the store's users see it.
 *
 * @param graph IRI of its named graph
 * @param statements how many undertakings and proposals it states
 */
record StoredArticle(
    String graph, String article, String title, Optional<String> issued, Optional<String> url, long statements) {

  /** All of them, by date of publication; those without one first. */
  static List<StoredArticle> in(GraphStore store) {
    List<StoredArticle> articles = new ArrayList<>();
    Questions.ask(store, "articles").forEachRemaining(row -> articles.add(of(row)));
    return List.copyOf(articles);
  }

  /** How many there are; this takes no look at what each of them states. */
  static long count(GraphStore store) {
    return store.read(data -> Iter.count(Iter.distinct(Iter.map(
        data.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), ENT.Article.asNode()), Quad::getSubject))));
  }

  /** The graph of an article that is called by its IRI. */
  static Optional<String> graphOf(GraphStore store, String article) {
    return store.read(data -> Iter.findFirst(
        Iter.map(data.findNG(Node.ANY, NodeFactory.createURI(article), RDF.type.asNode(), ENT.Article.asNode()),
            quad -> quad.getGraph().getURI()),
        graph -> true));
  }

  private static StoredArticle of(Binding row) {
    return new StoredArticle(
        row.get("graph").getURI(),
        row.get("article").getURI(),
        row.get("title").getLiteralLexicalForm(),
        text(row, "issued"),
        text(row, "url"),
        text(row, "statements").map(Long::parseLong).orElse(0L));
  }

  private static Optional<String> text(Binding row, String variable) {
    Node node = row.get(variable);
    if (node == null) {
      return Optional.empty();
    }
    return Optional.of(node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
  }

  boolean isCalled(String name) {
    return name.equals(article) || name.equals(graph) || url.filter(name::equals).isPresent();
  }
}
