package org.entente.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.vocab.Terms;
import org.junit.jupiter.api.Test;

class PointsTest {

  private static final String BASE = "https://data.example.org/";

  @Test
  void givesEveryPlaceWithCoordinatesAPointWithTheLongitudeFirst() {
    Graph gazetteer = GazetteerReader.bundled(BASE).graph();
    Node point = NodeFactory.createURI(Terms.GEO + "asWKT");
    Node pakistan = NodeFactory.createURI(BASE + "id/state/pakistan");
    assertEquals("POINT(69.358 29.923)",
        gazetteer.find(pakistan, point, Node.ANY).next().getObject().getLiteralLexicalForm());
    assertEquals(gazetteer.find(Node.ANY, NodeFactory.createURI(Terms.WGS84 + "lat"), Node.ANY).toList().size(),
        gazetteer.find(Node.ANY, point, Node.ANY).toList().size());
  }
}
