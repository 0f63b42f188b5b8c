package org.entente.load;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.entente.article.Article;

/** Holds an article's graph against the shapes and its passages against its text. */
@FunctionalInterface
public interface Checker {

  /** What is wrong, one line each with shape, node and passage; empty when all is well. */
  List<String> findings(Article article, Graph graph);
}
