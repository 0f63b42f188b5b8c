package org.entente.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.undertaking.Kind;
import org.entente.validate.FileShapes;

/**
 * Reads the lexicon: entries from Turtle, signatures from tables. The form of each is described at the head of the
 * bundled files; one entry may list many words that behave alike. A mistake is refused with file and line.
 */
public final class LexiconReader {

  private static final String FOLDER = "en/";
  private static final String TABLE = ".tsv";

  private final List<EventFrame> frames = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();
  private final List<FieldCue> cues = new ArrayList<>();
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<Kind, KindFrame> kinds = new EnumMap<>(Kind.class);

  private final Map<String, String> texts = new LinkedHashMap<>();

  private LexiconReader() {}

  /** The lexicon that comes with the program. */
  public static Lexicon bundled() {
    return read(List.of());
  }

  /**
   * The bundled lexicon with an operator's own files added.
   *
   * @throws LexiconException when a file cannot be read or an entry is wrong
   */
  public static Lexicon read(List<Path> additions) {
    LexiconReader reader = new LexiconReader();
    resource("files.txt").lines().filter(l -> !l.isBlank() && !l.startsWith("#"))
        .forEach(f -> reader.add(f, resource(f)));
    for (Path file : additions) {
      try {
        reader.addition(file.toString(), Files.readString(file));
      } catch (IOException e) {
        throw new LexiconException("cannot read the lexicon file " + file, "check its name and permissions", e);
      }
    }
    return reader.lexicon();
  }

  private static String resource(String name) {
    InputStream in = LexiconReader.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new LexiconException("the bundled lexicon lacks " + name, "build the program anew");
    }
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Lexicon lexicon() {
    for (EventFrame frame : frames) {
      Stream.concat(frame.objectClasses().stream(), frame.subjectClasses().stream())
          .filter(c -> !classes.containsKey(c) && !EntryReader.WORKED_OUT.contains(c))
          .findFirst()
          .ifPresent(
              c -> {
                throw new LexiconException(
                    place('"' + c + '"') + "the entry " + frame.name() + " asks for the noun class \"" + c + "\", which there is not",
                    "the classes are " + String.join(", ", new TreeSet<>(classes.keySet())));
              });
    }
    frames.sort(
        Comparator.comparingInt((EventFrame f) -> -f.words().size())
            .thenComparing(f -> f.objectClasses().isEmpty() && f.subjectClasses().isEmpty())
            .thenComparing(f -> f.complements().isEmpty())
            .thenComparing(f -> f.words() + f.kind().className() + new TreeSet<>(f.objectClasses()) + f.name()));
    cues.sort(Comparator.comparingInt((FieldCue c) -> -c.words().size()).thenComparing(c -> c.words().toString()));
    return new Lexicon(frames, signatures, cues, classes, kinds);
  }

  /** An operator's file, which is held against the shapes first: nothing of a file with a mistake is taken over. */
  private void addition(String file, String text) {
    if (!file.endsWith(TABLE)) {
      Graph graph = GraphFactory.createDefaultGraph();
      parse(file, text, StreamRDFLib.graph(graph));
      shapes().first(graph, text).ifPresent(m -> {
        throw new LexiconException(file + " line " + m.line() + ": " + m.what(), m.expected());
      });
    }
    add(file, text);
  }

  private static FileShapes shapes() {
    return FileShapes.of(Objects.requireNonNull(LexiconReader.class.getResourceAsStream("shapes.ttl")));
  }

  /** File and line where something is written, the last file first: an operator's. */
  private String place(String written) {
    String place = "";
    for (Map.Entry<String, String> file : texts.entrySet()) {
      int at = file.getValue().indexOf(written);
      if (at >= 0) {
        place = file.getKey() + " line " + (1 + file.getValue().substring(0, at).chars().filter(ch -> ch == '\n').count()) + ": ";
      }
    }
    return place;
  }

  private void add(String file, String text) {
    texts.put(file, text);
    if (file.endsWith(TABLE)) {
      signatures.addAll(SignatureTable.read(new StringReader(text), file));
      return;
    }
    Model model = ModelFactory.createDefaultModel();
    Set<Node> inOrder = new LinkedHashSet<>();
    parse(file, text, noting(inOrder, model));
    EntryReader reader = new EntryReader(file, text);
    inOrder.stream()
        .map(node -> model.asRDFNode(node).asResource())
        .filter(s -> s.hasProperty(RDF.type))
        .forEach(s -> entry(reader, s));
  }

  private static void parse(String file, String text, StreamRDF into) {
    try {
      RDFParser.fromString(text, Lang.TURTLE).base(EntryReader.NS).parse(into);
    } catch (RiotException e) {
      throw new LexiconException(
          "the lexicon file " + file + " is not valid Turtle: " + e.getMessage(), "mend the line that it names", e);
    }
  }

  /** The order of entries in the file decides between equals: the same on every run. */
  private static StreamRDF noting(Set<Node> subjects, Model model) {
    return new StreamRDFWrapper(StreamRDFLib.graph(model.getGraph())) {
      @Override
      public void triple(Triple triple) {
        subjects.add(triple.getSubject());
        super.triple(triple);
      }
    };
  }

  private void entry(EntryReader reader, Resource entry) {
    switch (reader.type(entry)) {
      case "EventNoun" -> frames.addAll(reader.nouns(entry));
      case "EventVerb" -> frames.addAll(reader.verbs(entry));
      case "FieldCue" -> cues.addAll(reader.cues(entry));
      case "NounClass" ->
          classes.computeIfAbsent(entry.getLocalName(), k -> new HashSet<>()).addAll(reader.members(entry));
      case "KindFrame" -> {
        KindFrame kind = reader.kind(entry);
        kinds.put(kind.kind(), kind);
      }
      default ->
          throw reader.refused(
              entry,
              "is a " + reader.type(entry) + ", which is no kind of lexicon entry",
              "use "
                  + Arrays.asList("lex:EventNoun", "lex:EventVerb", "lex:FieldCue", "lex:NounClass", "lex:KindFrame"));
    }
  }
}
