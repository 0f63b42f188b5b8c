package org.entente.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.entente.article.Article;
import org.entente.article.intake.ArticleReaders;
import org.entente.load.Describer;
import org.entente.load.Knowledge;
import org.entente.load.ReaderChoice;
import org.entente.load.Software;
import org.entente.load.Workbench;
import org.entente.undertaking.Extraction;

/**
 * Runs commands as a shell would, in this JVM. Articles are really read; what they say is taken down as title alone,
 * so that no language model is needed to see how commands behave.
 */
record Shell(int code, String out, String err) {

  static final String NEWS =
      """
      Lima and Santiago Meet

      By Ana Reyes

      The Andean Post, May 4, 2019

      The foreign ministers of Peru and Chile met in Lima on Thursday. They spoke about trade and about the border
      between the two countries, and they agreed to meet again before the end of the year.
      """;

  static Shell run(String... arguments) {
    return run(Map.of(), arguments);
  }

  static Shell run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Entente.run(Shell::workbench, environment, new PrintWriter(out), new PrintWriter(err), arguments);
    return new Shell(code, out.toString(), err.toString());
  }

  static Workbench workbench(String base) {
    return workbench(base, List.of(), List.of(), ReaderChoice.rules);
  }

  private static Workbench workbench(
      String base, List<Path> gazetteer, List<Path> lexicon, ReaderChoice reader) {
    return new Workbench(
        new ArticleReaders(),
        article -> new Extraction(List.of(), List.of(), List.of()),
        article -> List.of(),
        new TitleDescriber(base),
        (graph, text) -> List.of(),
        Knowledge.none(),
        new Software("test", "test", ""));
  }

  private record TitleDescriber(String base) implements Describer {

    @Override
    public String articleIri(Article article) {
      return base + "id/article/" + article.textDigest().substring(0, 8);
    }

    @Override
    public String graphName(Article article) {
      return base + "graph/article/" + article.textDigest().substring(0, 8);
    }

    @Override
    public Graph describe(Article article, Extraction extraction) {
      Graph graph = GraphFactory.createGraphMem();
      Node subject = NodeFactory.createURI(articleIri(article));
      Node type = NodeFactory.createURI("https://w3id.org/entente/ontology#Article");
      graph.add(Triple.create(subject, RDF.type.asNode(), type));
      graph.add(
          Triple.create(subject, DCTerms.title.asNode(), NodeFactory.createLiteralString(article.title())));
      return graph;
    }
  }
}
