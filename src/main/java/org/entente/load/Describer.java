package org.entente.load;

import org.apache.jena.graph.Graph;
import org.entente.article.Article;
import org.entente.undertaking.Extraction;

/** Says in RDF what was found in an article. */
public interface Describer {

  String articleIri(Article article);

  /** The named graph that everything the article states is in. */
  String graphName(Article article);

  Graph describe(Article article, Extraction extraction);
}
