package org.entente.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.entente.load.Checker;
import org.entente.load.GraphLines;
import org.entente.load.Spelling;

/**
 * Brings the graphs of a shard into their last form, when all shards are read: an actor that an earlier article of the
 * corpus spells otherwise keeps that article's spelling, as in a store that is loaded in order.
 */
final class ShardFinishing {

  static final String GRAPHS = "graphs";
  static final String FINISHED = Output.WORK + "finished";

  private final Output output;
  private final Map<String, SpelledName> first;
  private final Checker checker;

  /**
   * @param first the first name of things that later articles spell otherwise, by their IRIs
   */
  ShardFinishing(Output output, Map<String, SpelledName> first, Checker checker) {
    this.output = output;
    this.first = first;
    this.checker = checker;
  }

  void finish(int shard, String attempt) throws IOException {
    ShardSummary summary = ShardSummary.read(
        output.text(ShardSummary.file(ShardWriting.CONVERTED, shard, "json")).orElseThrow());
    Set<String> disputed = disputed(shard);
    FileSum graphs;
    try (Output.Part part = output.part(ShardSummary.file(GRAPHS, shard, "nq.gz"), attempt);
        BufferedReader lines = output.lines(ShardSummary.file(ShardWriting.GRAPHS, shard, "nq.gz"))) {
      copy(lines, disputed, part);
      graphs = part.publish();
    }
    List<FileSum> files = Stream.concat(Stream.of(graphs), summary.files().stream().skip(1)).toList();
    output.put(ShardSummary.file(FINISHED, shard, "json"), attempt, summary.with(files).json());
  }

  /** Graphs of the shard with a name that an earlier article spells otherwise. */
  private Set<String> disputed(int shard) throws IOException {
    Set<String> graphs = new HashSet<>();
    try (BufferedReader lines = output.lines(ShardSummary.file(ShardWriting.NAMES, shard, "tsv"))) {
      lines.lines().map(SpelledName::read)
          .filter(name -> first.containsKey(name.thing()) && name.differsFrom(first.get(name.thing())))
          .forEach(name -> graphs.add(name.graph()));
    }
    return graphs;
  }

  private void copy(BufferedReader lines, Set<String> disputed, Output.Part part) throws IOException {
    List<String> open = new ArrayList<>();
    String graph = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String of = GraphLines.graph(line);
      if (!of.equals(graph)) {
        write(respelled(open, graph), part);
        open.clear();
        graph = of;
      }
      if (disputed.contains(of)) {
        open.add(line);
      } else {
        part.write(line + "\n");
      }
    }
    write(respelled(open, graph), part);
  }

  private static void write(List<String> lines, Output.Part part) throws IOException {
    for (String line : lines) {
      part.write(line + "\n");
    }
  }

  /** A spelling that would break a shape is left as it was. */
  private List<String> respelled(List<String> lines, String name) {
    if (lines.isEmpty()) {
      return List.of();
    }
    Graph graph = GraphLines.read(lines, name);
    Spelling.respell(graph, thing -> Optional.ofNullable(first.get(thing.getURI()))
        .filter(known -> !known.graph().equals(name)).map(known -> GraphLines.node(known.label())));
    return checker.findings(graph, Optional.empty()).isEmpty() ? GraphLines.of(graph, name) : List.copyOf(lines);
  }
}
