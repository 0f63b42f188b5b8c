package org.entente.publish.sparql;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query gave: all in memory, bounded by the row limit, and whether there was more. */
public sealed interface Answer {

  boolean cutOff();

  /** How many rows or statements it has. */
  int size();

  record Rows(List<Var> variables, List<Binding> rows, boolean cutOff) implements Answer {
    @Override
    public int size() {
      return rows.size();
    }
  }

  record Verdict(boolean value) implements Answer {
    @Override
    public boolean cutOff() {
      return false;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  record Triples(List<Triple> triples, boolean cutOff) implements Answer {
    @Override
    public int size() {
      return triples.size();
    }
  }

  record Quads(List<Quad> quads, boolean cutOff) implements Answer {
    @Override
    public int size() {
      return quads.size();
    }
  }
}
