package org.entente.store;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;

/** A graph that can be looked through once; the second time it gives one triple and then fails, like a bad disk. */
final class FailingGraph extends GraphBase {

  private final Triple only;

  FailingGraph(Triple only) {
    this.only = only;
  }

  @Override
  public Stream<Triple> stream(Node s, Node p, Node o) {
    return Stream.of(only);
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return new NiceIterator<>() {
      private boolean given;

      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Triple next() {
        if (given) {
          throw new IllegalStateException("the disk has gone");
        }
        given = true;
        return only;
      }
    };
  }
}
