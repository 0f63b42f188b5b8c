package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class GraphDigestTest {

  /** Subjects that begin as others do, and what sorts before and behind the mark that ends an IRI. */
  @Test
  void isTheSameSubjectBySubject() {
    Graph graph = GraphFactory.createGraphMem();
    RDFParser.fromString("""
        <x:a> <x:p> <x:z> , "z" , 0.80 . <x:ab> <x:p> <x:a> ; <x:b> "b"@en . <x:a!> <x:a> <x:a> . <x:a~> <x:a> "~" .
        <x:a/b> <x:p> <x:a> . _:a <x:p> <x:a> . _:ab <x:p> "1" . <x:%C3%A9> <x:p> "é" . <x:é> <x:p> "é\\n" .
        """, Lang.TURTLE).base("x:").parse(graph);
    assertEquals(GraphDigest.of(graph), GraphDigest.ofStored(graph));
  }
}
