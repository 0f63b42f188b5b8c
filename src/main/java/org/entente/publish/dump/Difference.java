package org.entente.publish.dump;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.RDFChanges;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.sparql.core.Quad;

/**
 * What one dataset says and another does not. What both say is never held in memory.
 *
 * @param added what the later one says, sorted by graph and subject
 * @param removed what the earlier one said, sorted likewise
 */
public record Difference(List<Quad> added, List<Quad> removed) {

  private static final long CHUNK_BYTES = 32L << 20;
  private static final String BEFORE = " -";
  private static final String AFTER = " +";

  public Difference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Compares statement by statement. */
  public static Difference between(Snapshot before, Snapshot after) {
    List<Quad> added = new ArrayList<>();
    List<Quad> removed = new ArrayList<>();
    try (SortedLines lines = new SortedLines("difference", CHUNK_BYTES)) {
      before.forEach(quad -> lines.add(Snapshot.line(quad) + BEFORE));
      after.forEach(quad -> lines.add(Snapshot.line(quad) + AFTER));
      Pairing pairing = new Pairing(
          (line, side) -> (side.equals(AFTER) ? added : removed).add(Snapshot.quad(line)));
      lines.drain(pairing::accept);
      pairing.finish();
    }
    return new Difference(added, removed);
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /**
   * Writes what turns the earlier dataset into the later one as <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF
   * Patch</a>: one transaction, deletions first.
   *
   * @param from the version of the earlier one, for the head
   * @param to that of the later one
   */
  public void writePatch(OutputStream out, String from, String to) {
    RDFChanges changes = RDFPatchOps.textWriter(out);
    changes.start();
    changes.header("from", NodeFactory.createLiteralString(from));
    changes.header("to", NodeFactory.createLiteralString(to));
    changes.txnBegin();
    removed.forEach(quad -> changes.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    added.forEach(quad -> changes.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    changes.txnCommit();
    changes.finish();
  }

  /** Passes on the lines that come from one side only; equal lines of both sides stand next to each other. */
  private static final class Pairing {
    private final BiConsumer<String, String> single;
    private String line = "";
    private String side = "";

    Pairing(BiConsumer<String, String> single) {
      this.single = single;
    }

    void accept(String tagged) {
      int end = tagged.length() - BEFORE.length();
      String next = tagged.substring(0, end);
      String nextSide = tagged.substring(end);
      if (next.equals(line)) {
        side = side.equals(nextSide) ? side : "";
      } else {
        finish();
        line = next;
        side = nextSide;
      }
    }

    void finish() {
      if (!line.isEmpty() && !side.isEmpty()) {
        single.accept(line, side);
      }
    }
  }
}
