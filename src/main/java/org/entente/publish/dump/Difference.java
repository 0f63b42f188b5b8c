package org.entente.publish.dump;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
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
   * Patch</a>: one transaction, deletions first; after its letter each line is one of N-Quads.
   *
   * @param from the version of the earlier one, for the head
   * @param to that of the later one
   */
  public void writePatch(OutputStream out, String from, String to) {
    PrintWriter patch = new PrintWriter(out, false, StandardCharsets.UTF_8);
    patch.print("H from " + inFull(NodeFactory.createLiteralString(from)) + " .\n");
    patch.print("H to " + inFull(NodeFactory.createLiteralString(to)) + " .\n");
    patch.print("TX .\n");
    removed.forEach(quad -> patch.print("D " + inFull(quad) + " .\n"));
    added.forEach(quad -> patch.print("A " + inFull(quad) + " .\n"));
    patch.print("TC .\n");
    patch.flush();
  }

  private static String inFull(Quad quad) {
    return Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
        .map(Difference::inFull).collect(Collectors.joining(" "));
  }

  /** As in N-Quads; Jena's own writer abbreviates numbers, and a script that compares lines would not find them. */
  private static String inFull(Node node) {
    return NodeFmtLib.strNT(node);
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
