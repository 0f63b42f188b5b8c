package org.entente.publish.dump;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.store.GraphStore;

/**
 * Writes all named graphs of a store, the catalogue excepted, as {@code entente.{nq,nt,ttl,trig,jsonld}}: the same
 * data gives the same bytes, whatever the order in which it was loaded. Statements are sorted on disk, once by subject
 * (N-Quads, N-Triples, Turtle) and once by graph (TriG, JSON-LD), and then written subject by subject, so that memory
 * stays bounded however large the store is. Each article's graph stands also by itself in {@code articles/}.
 */
public final class DumpWriter {

  private static final String ARTICLE_GRAPHS = "graph/article/";
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
  private static final long CHUNK_BYTES = 32L << 20;

  private final SortedMap<String, String> prefixes = new TreeMap<>();
  private final long chunkBytes;

  /** @param prefixes from prefix to namespace, for Turtle and TriG */
  public DumpWriter(Map<String, String> prefixes) {
    this(prefixes, CHUNK_BYTES);
  }

  DumpWriter(Map<String, String> prefixes, long chunkBytes) {
    this.prefixes.putAll(prefixes);
    this.chunkBytes = chunkBytes;
  }

  /**
   * @param folder made when it is missing; files of an earlier dump are replaced, others left alone
   * @param plain uncompressed files
   * @throws DumpException when the folder cannot be written; the earlier dump is then as it was
   */
  public Dump write(GraphStore store, Path folder, boolean plain) {
    try (DumpFolder target = new DumpFolder(folder, plain)) {
      LineSorter bySubject = new LineSorter(target.workshop(), "by-subject", chunkBytes);
      LineSorter byGraph = new LineSorter(target.workshop(), "by-graph", chunkBytes);
      String version = collect(store, bySubject, byGraph);
      Counts counts = writeBySubject(bySubject, target);
      writeByGraph(byGraph, target, store.base() + ARTICLE_GRAPHS);
      return new Dump(version, counts.quads(), counts.triples(), target.publish(version));
    } catch (IOException e) {
      throw problem(folder, e);
    } catch (UncheckedIOException e) {
      throw problem(folder, Objects.requireNonNull(e.getCause()));
    } catch (RuntimeIOException e) {
      // Jena's writers have no other way to say that the disk is full.
      throw problem(folder, e.getCause() instanceof IOException cause ? cause : new IOException(e));
    }
  }

  private record Counts(long quads, long triples) {}

  /** Version and statements are read in one transaction, so that they belong together. */
  private static String collect(GraphStore store, LineSorter bySubject, LineSorter byGraph) {
    return store.read(
        data -> {
          try {
            collect(data, store.catalogGraph(), bySubject, byGraph);
            return store.version();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void collect(DatasetGraph data, String catalog, LineSorter bySubject, LineSorter byGraph)
      throws IOException {
    Iterator<Quad> quads = data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    while (quads.hasNext()) {
      Quad quad = quads.next();
      if (!quad.getGraph().hasURI(catalog)) {
        String graph = NodeFmtLib.strNT(quad.getGraph());
        String triple = NodeFmtLib.strNodesNT(quad.getSubject(), quad.getPredicate(), quad.getObject());
        bySubject.add(triple + " " + graph);
        byGraph.add(graph + " " + triple);
      }
    }
  }

  private Counts writeBySubject(LineSorter sorted, DumpFolder target) throws IOException {
    Writer nquads = writer(target.open("entente.nq"));
    Writer ntriples = writer(target.open("entente.nt"));
    StreamRDF turtle = blocks(target.open("entente.ttl"), RDFFormat.TURTLE_BLOCKS);
    SubjectLines lines = new SubjectLines(nquads, ntriples, turtle);
    sorted.drain(lines::accept);
    turtle.finish();
    nquads.flush();
    ntriples.flush();
    return new Counts(lines.quads, lines.triples);
  }

  private void writeByGraph(LineSorter sorted, DumpFolder target, String articleGraphs) throws IOException {
    StreamRDF trig = blocks(target.open("entente.trig"), RDFFormat.TRIG_BLOCKS);
    Writer json = writer(target.open("entente.jsonld"));
    JsonLdStream jsonld = new JsonLdStream(json);
    ArticleFiles articles = new ArticleFiles(target, articleGraphs);
    jsonld.start();
    sorted.drain(
        line -> {
          Node[] nodes = nodes(line);
          Quad quad = Quad.create(nodes[0], nodes[1], nodes[2], nodes[3]);
          trig.quad(quad);
          jsonld.quad(quad);
          articles.accept(quad);
        });
    trig.finish();
    jsonld.finish();
    json.flush();
    articles.finish();
  }

  /** One Turtle file for each article, from quads sorted by graph. */
  private final class ArticleFiles {
    private final DumpFolder target;
    private final String graphs;
    private String current = "";
    private Optional<OutputStream> out = Optional.empty();
    private Optional<StreamRDF> turtle = Optional.empty();

    ArticleFiles(DumpFolder target, String graphs) {
      this.target = target;
      this.graphs = graphs;
    }

    void accept(Quad quad) {
      String graph = quad.getGraph().toString();
      if (!graph.equals(current)) {
        finish();
        current = graph;
        begin(graph);
      }
      turtle.ifPresent(stream -> stream.triple(quad.asTriple()));
    }

    private void begin(String graph) {
      String name = graph.startsWith(graphs) ? graph.substring(graphs.length()) : "";
      if (FILE_NAME.matcher(name).matches()) {
        try {
          out = Optional.of(target.open(Dump.ARTICLES + "/" + name + ".ttl"));
          turtle = Optional.of(blocks(out.get(), RDFFormat.TURTLE_BLOCKS));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    /** Each file is closed when it is whole: open files are few, articles are many. */
    void finish() {
      turtle.ifPresent(StreamRDF::finish);
      try {
        if (out.isPresent()) {
          out.get().close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      turtle = Optional.empty();
      out = Optional.empty();
    }
  }

  private StreamRDF blocks(OutputStream out, RDFFormat format) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
    stream.start();
    prefixes.forEach(stream::prefix);
    return stream;
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The four terms of a sorted line. */
  static Node[] nodes(String line) {
    Tokenizer tokens = TokenizerText.fromString(line);
    Node[] nodes = new Node[4];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = tokens.next().asNode();
    }
    return nodes;
  }

  private static DumpException problem(Path folder, IOException cause) {
    String reason =
        switch (cause) {
          case FileAlreadyExistsException e -> e.getFile() + " is a file";
          case AccessDeniedException e -> "no permission for " + e.getFile();
          case FileSystemException e when e.getReason() != null -> e.getReason();
          default -> String.valueOf(cause.getMessage());
        };
    return new DumpException(
        "the dump could not be written to " + folder + " (" + reason + ")",
        "Check that it is a folder you may write to, with enough free space; an earlier dump there is as it was.",
        cause);
  }

  /** Sorted lines "subject predicate object graph"; a triple that is in several graphs comes several times in a row. */
  private static final class SubjectLines {
    private final Writer nquads;
    private final Writer ntriples;
    private final StreamRDF turtle;
    private String last = "";
    private long quads;
    private long triples;

    SubjectLines(Writer nquads, Writer ntriples, StreamRDF turtle) {
      this.nquads = nquads;
      this.ntriples = ntriples;
      this.turtle = turtle;
    }

    void accept(String line) {
      try {
        quads++;
        nquads.write(line + " .\n");
        String triple = line.substring(0, line.lastIndexOf(' '));
        if (!triple.equals(last)) {
          last = triple;
          triples++;
          ntriples.write(triple + " .\n");
          Node[] nodes = nodes(line);
          turtle.triple(Triple.create(nodes[0], nodes[1], nodes[2]));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
