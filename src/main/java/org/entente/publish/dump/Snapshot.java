package org.entente.publish.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.DataVersion;
import org.entente.store.GraphStore;

/**
 * All statements of a dataset at one moment, the catalogue excepted: of a store, of a folder that a dump was written
 * to, or of one file of it. They can be gone through any number of times; where they are sorted, it is on disk.
 */
public final class Snapshot {

  private static final List<String> WITH_GRAPHS =
      List.of("entente.nq.gz", "entente.nq", "entente.trig.gz", "entente.trig", "entente.jsonld.gz", "entente.jsonld");
  private static final long CHUNK_BYTES = 32L << 20;

  private final String name;
  private final Consumer<Consumer<Quad>> reading;
  private final Optional<String> stated;

  private Snapshot(String name, Consumer<Consumer<Quad>> reading, Optional<String> stated) {
    this.name = name;
    this.reading = reading;
    this.stated = stated;
  }

  /** That of an open store, for as long as it is open. */
  public static Snapshot of(GraphStore store) {
    Consumer<Consumer<Quad>> reading = action -> store.read(data -> {
      data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
        if (!quad.getGraph().hasURI(store.catalogGraph())) {
          action.accept(quad);
        }
      });
      return data;
    });
    return new Snapshot(store.folder().map(Path::toString).orElse("memory"), reading, Optional.of(store.version()));
  }

  /**
   * That of a dump.
   *
   * @param place the folder, or a file with named graphs in it: N-Quads, TriG, JSON-LD, gzipped or not
   * @throws DumpException when there is none
   */
  public static Snapshot of(Path place) {
    Path file = Files.isDirectory(place) ? inFolder(place) : place;
    if (!Files.isReadable(file)) {
      throw new DumpException("there is no file " + file + " that can be read",
          "Give a store, or a file or folder that entente dump wrote.");
    }
    return new Snapshot(place.toString(), action -> parse(file, action), statedIn(place));
  }

  private static Path inFolder(Path folder) {
    return WITH_GRAPHS.stream().map(folder::resolve).filter(Files::exists).findFirst()
        .orElseThrow(() -> new DumpException("the folder " + folder + " holds no dump",
            "Give a store, or a folder that entente dump wrote, which has entente.nq or entente.nq.gz in it."));
  }

  private static Optional<String> statedIn(Path place) {
    Path file = place.resolve(DumpFolder.VERSION);
    try {
      return Files.isDirectory(place) && Files.exists(file)
          ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new DumpException("the file " + file + " cannot be read (" + e.getMessage() + ")",
          "Check that you may read it, and that it is the one that entente dump wrote.", e);
    }
  }

  private static void parse(Path file, Consumer<Quad> action) {
    try {
      RDFParser.source(file.toUri().toString()).labelToNode(LabelToNode.createUseLabelEncoded())
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
              throw new DumpException("the file " + file + " has statements that are in no named graph",
                  "Give the N-Quads, TriG or JSON-LD of the dump; Turtle and N-Triples do not say whose a statement is.");
            }

            @Override
            public void quad(Quad quad) {
              if (quad.isDefaultGraph()) {
                triple(quad.asTriple());
              }
              action.accept(quad);
            }
          });
    } catch (RiotException e) {
      throw new DumpException("the file " + file + " is no dump that can be read: " + e.getMessage(),
          "Fetch it again, and compare its SHA-256 with that in SHA256SUMS.", e);
    }
  }

  /** Where it lies. */
  public String name() {
    return name;
  }

  /** The version that the store has, or that stands beside the dump. */
  public Optional<String> statedVersion() {
    return stated;
  }

  /** Goes through all statements, in no particular order. */
  public void forEach(Consumer<Quad> action) {
    reading.accept(action);
  }

  /** The version, made anew from every statement. */
  public String version() {
    DataVersion version = new DataVersion();
    try (SortedLines lines = new SortedLines("version", CHUNK_BYTES)) {
      forEach(quad -> lines.add(line(quad)));
      GraphByGraph graphs = new GraphByGraph(version);
      lines.drain(graphs::accept);
      graphs.finish();
    }
    return version.value();
  }

  /** A statement as a line that begins with its graph. */
  static String line(Quad quad) {
    return NodeFmtLib.strNT(quad.getGraph()) + " "
        + NodeFmtLib.strNodesNT(quad.getSubject(), quad.getPredicate(), quad.getObject());
  }

  /** The statement that stands in such a line. */
  static Quad quad(String line) {
    Node[] nodes = DumpWriter.nodes(line);
    return Quad.create(nodes[0], nodes[1], nodes[2], nodes[3]);
  }

  /** Sorted lines as whole graphs, each statement once. */
  private static final class GraphByGraph {
    private final DataVersion version;
    private final List<Triple> triples = new ArrayList<>();
    private String graph = "";
    private String last = "";

    GraphByGraph(DataVersion version) {
      this.version = version;
    }

    void accept(String line) {
      if (line.equals(last)) {
        return;
      }
      last = line;
      Quad quad = quad(line);
      if (!quad.getGraph().hasURI(graph)) {
        finish();
        graph = quad.getGraph().toString();
      }
      triples.add(quad.asTriple());
    }

    void finish() {
      if (!triples.isEmpty()) {
        version.add(graph, Stream.of(triples.toArray(Triple[]::new)));
        triples.clear();
      }
    }
  }
}
