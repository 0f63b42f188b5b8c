package org.entente.store;

import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * The version of data that come graph by graph: what {@link GraphStore#version} says of the same graphs. It is the sum,
 * modulo 2^256 and in hexadecimal, of one SHA-256 for each graph: of its IRI, a line end and the SHA-256, in hexadecimal,
 * of its sorted N-Triples lines. What a version means never changes.
 */
public final class DataVersion {

  private String sum = GraphDigest.nothing();

  /** Adds a graph; each comes once. */
  public void add(String graph, Stream<Triple> triples) {
    sum = GraphDigest.plus(sum, graph, GraphDigest.of(triples));
  }

  /** 64 hexadecimal digits. */
  public String value() {
    return sum;
  }
}
