package org.entente.publish.page.part;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.entente.vocab.Terms;

/**
 * How other vocabularies and thesauri call what our terms are linked with ({@code others.ttl}). Their terms are written
 * with a prefix, their concepts by name with the name of the thesaurus.
 */
public final class Outside {

  public static final String DOMAIN_INCLUDES = Terms.SCHEMA + "domainIncludes";
  public static final String RANGE_INCLUDES = Terms.SCHEMA + "rangeIncludes";

  private final Map<String, String> labels = new TreeMap<>();
  private final List<Source> sources;

  private Outside(Graph graph) {
    graph.find(Node.ANY, RDFS.label.asNode(), Node.ANY).forEachRemaining(
        triple -> labels.put(triple.getSubject().getURI(), triple.getObject().getLiteralLexicalForm()));
    sources = graph.find(Node.ANY, RDF.type.asNode(), VOID.Dataset.asNode()).toList().stream()
        .map(triple -> new Source(literal(graph, triple.getSubject(), VOID.uriSpace.asNode()).orElseThrow(),
            literal(graph, triple.getSubject(), DCTerms.title.asNode()).orElseThrow(),
            literal(graph, triple.getSubject(), NodeFactory.createURI(Terms.VANN + "preferredNamespacePrefix"))))
        .sorted(Comparator.comparing(Source::title)).toList();
  }

  private static Optional<String> literal(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).nextOptional()
        .map(triple -> triple.getObject().getLiteralLexicalForm());
  }

  /** A vocabulary or thesaurus; a thesaurus has no prefix. */
  public record Source(String namespace, String title, Optional<String> prefix) {}

  public static Outside bundled() {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PageFile.text("others.ttl"), Lang.TURTLE).parse(graph);
    return new Outside(graph);
  }

  /** In plain words, where there are some. */
  public Optional<String> words(String iri) {
    return Optional.ofNullable(labels.get(iri));
  }

  /** Where a term comes from, where that is known. */
  public Optional<Source> source(String iri) {
    return sources.stream().filter(source -> iri.startsWith(source.namespace())).findFirst();
  }

  /** How to write a term of others: {@code prov:Agent}, {@code arms trade (EuroVoc)}; unknown ones by their IRI. */
  public String name(String iri) {
    Optional<Source> source = source(iri);
    if (source.isEmpty()) {
      return words(iri).orElse(iri);
    }
    String local = iri.substring(source.get().namespace().length());
    return source.get().prefix().map(prefix -> prefix + ":" + local)
        .orElseGet(() -> words(iri).orElse(local) + " (" + source.get().title() + ")");
  }
}
