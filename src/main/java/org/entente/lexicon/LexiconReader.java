package org.entente.lexicon;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.vocabulary.RDF;

/**
 * Reads the lexicon from Turtle. The form of the entries is described at the head of the bundled files; one resource
 * may list many words that behave alike.
 */
public final class LexiconReader {

  /** Namespace of the lexicon's own terms. */
  static final String NS = "https://w3id.org/entente/lexicon#";

  private static final List<String> BUNDLED =
      List.of("nouns.ttl", "verbs.ttl", "operators.ttl", "fields.ttl", "classes.ttl");

  private static final Set<String> NOT_SLOTS =
      Set.of("form", "announces", "particle", "objectClass", "subjectClass", "complement",
          "field", "status", "needs", "effect", "takes", "carries", "stage", "instrument", "weight", "member");

  private final List<EventNoun> nouns = new ArrayList<>();
  private final List<EventVerb> verbs = new ArrayList<>();
  private final List<Operator> operators = new ArrayList<>();
  private final List<FieldCue> cues = new ArrayList<>();
  private final Map<String, Set<String>> classes = new HashMap<>();

  private final Map<String, String> usualFields = new HashMap<>();

  private LexiconReader() {}

  /** The lexicon that comes with the program. */
  public static Lexicon bundled() {
    return read(List.of());
  }

  /**
   * The bundled lexicon with an operator's own files added.
   *
   * @throws LexiconException when a file cannot be read or an entry is incomplete
   */
  public static Lexicon read(List<Path> additions) {
    LexiconReader reader = new LexiconReader();
    for (String name : BUNDLED) {
      InputStream in = LexiconReader.class.getResourceAsStream(name);
      if (in == null) {
        throw new LexiconException("the bundled lexicon lacks " + name, "build the program anew");
      }
      reader.add(name, in);
    }
    for (Path file : additions) {
      try (InputStream in = Files.newInputStream(file)) {
        reader.add(file.toString(), in);
      } catch (java.io.IOException e) {
        throw new LexiconException("cannot read the lexicon file " + file, "check its name and permissions", e);
      }
    }
    return reader.lexicon();
  }

  private Lexicon lexicon() {
    nouns.sort(Comparator.comparingInt((EventNoun n) -> -n.words().size()).thenComparing(n -> n.words().toString()));
    verbs.sort(
        Comparator.comparing((EventVerb v) -> v.particle().isEmpty())
            .thenComparing(v -> v.object().isEmpty() && v.subject().isEmpty())
            .thenComparing(v -> v.complement().isEmpty())
            .thenComparing(v -> v.lemma() + v.announces() + new TreeSet<>(v.object())));
    operators.sort(
        Comparator.comparing((Operator o) -> o.particle().isEmpty())
            .thenComparing(o -> o.kinds().isEmpty())
            .thenComparing(o -> o.lemma() + o.effect()));
    cues.sort(Comparator.comparingInt((FieldCue c) -> -c.words().size()).thenComparing(c -> c.words().toString()));
    return new Lexicon(nouns, verbs, operators, cues, classes, usualFields);
  }

  private void add(String file, InputStream in) {
    Model model = ModelFactory.createDefaultModel();
    Set<Node> inOrder = new LinkedHashSet<>();
    try {
      RDFParser.source(in).lang(Lang.TURTLE).base(NS).parse(noting(inOrder, model));
    } catch (RiotException e) {
      throw new LexiconException(
          "the lexicon file " + file + " is not valid Turtle: " + e.getMessage(), "mend the line that it names", e);
    }
    List<Resource> subjects =
        inOrder.stream()
            .map(node -> model.asRDFNode(node).asResource())
            .filter(s -> s.hasProperty(RDF.type))
            .toList();
    subjects.forEach(s -> entry(file, s));
  }

  /** Entries have no names, so their order in the file decides between equals: the same on every run. */
  private static StreamRDF noting(Set<Node> subjects, Model model) {
    return new StreamRDFWrapper(StreamRDFLib.graph(model.getGraph())) {
      @Override
      public void triple(Triple triple) {
        subjects.add(triple.getSubject());
        super.triple(triple);
      }
    };
  }

  private void entry(String file, Resource entry) {
    String type = entry.getPropertyResourceValue(RDF.type).getLocalName();
    switch (type) {
      case "EventNoun" -> forms(file, entry).forEach(f -> nouns.add(noun(file, entry, f)));
      case "EventVerb" -> forms(file, entry).forEach(f -> verbs.add(verb(file, entry, f)));
      case "Operator" -> forms(file, entry).forEach(f -> operators.add(operator(file, entry, f)));
      case "FieldCue" -> forms(file, entry).forEach(f -> cues.add(cue(file, entry, f)));
      case "NounClass" ->
          classes.computeIfAbsent(entry.getLocalName(), k -> new HashSet<>()).addAll(texts(entry, "member"));
      case "UsualField" -> {
        String field = required(file, entry, "field");
        entry.listProperties(entry.getModel().createProperty(NS + "announces"))
            .forEachRemaining(kind -> usualFields.put(kind.getResource().getLocalName(), field));
      }
      default ->
          throw new LexiconException(
              file + ": " + entry + " is a " + type + ", which is no kind of lexicon entry",
              "use lex:EventNoun, lex:EventVerb, lex:Operator, lex:FieldCue, lex:UsualField or lex:NounClass");
    }
  }

  /** "memorandum* of understanding": the star marks the head where it is not the last word. */
  private EventNoun noun(String file, Resource entry, String form) {
    List<String> words = new ArrayList<>(Arrays.asList(form.split(" ")));
    int head = words.size() - 1;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).endsWith("*")) {
        words.set(i, words.get(i).substring(0, words.get(i).length() - 1));
        head = i;
      }
    }
    Set<EventNoun.Need> needs =
        texts(entry, "needs").stream()
            .map(n -> EventNoun.Need.valueOf(n.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new EventNoun(
        words, head, required(file, entry, "announces"), text(entry, "field"), text(entry, "instrument"),
        text(entry, "status"), needs);
  }

  private EventVerb verb(String file, Resource entry, String form) {
    String[] words = form.split(" ");
    Map<String, String> roles = new LinkedHashMap<>();
    entry.listProperties().toList().stream()
        .filter(s -> s.getPredicate().getNameSpace().equals(NS))
        .filter(s -> !NOT_SLOTS.contains(s.getPredicate().getLocalName()))
        .forEach(s -> roles.put(s.getPredicate().getLocalName(), s.getResource().getLocalName()));
    return new EventVerb(
        words[0],
        words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
        required(file, entry, "announces"),
        roles,
        Set.copyOf(texts(entry, "objectClass")),
        Set.copyOf(texts(entry, "subjectClass")),
        texts(entry, "complement"),
        text(entry, "field"),
        text(entry, "status"),
        Set.copyOf(texts(entry, "needs")));
  }

  private Operator operator(String file, Resource entry, String form) {
    String[] words = form.split(" ");
    String effect = required(file, entry, "effect").toUpperCase(Locale.ROOT);
    return new Operator(
        words[0],
        words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
        Operator.Effect.valueOf(effect),
        Set.copyOf(texts(entry, "takes")),
        Set.copyOf(texts(entry, "carries")),
        text(entry, "stage"));
  }

  private FieldCue cue(String file, Resource entry, String form) {
    int weight = text(entry, "weight").map(Integer::parseInt).orElse(2);
    return new FieldCue(List.of(form.split(" ")), required(file, entry, "field"), weight);
  }

  private static List<String> forms(String file, Resource entry) {
    List<String> forms = texts(entry, "form");
    if (forms.isEmpty()) {
      throw new LexiconException(file + ": " + entry + " has no lex:form", "say which words it is about");
    }
    return forms;
  }

  private static String required(String file, Resource entry, String property) {
    return text(entry, property)
        .orElseThrow(
            () -> new LexiconException(
                file + ": " + entry + " has no lex:" + property, "every entry of its type needs one"));
  }

  private static Optional<String> text(Resource entry, String property) {
    return texts(entry, property).stream().findFirst();
  }

  /** Values of a property in sorted order: the text of a literal, the local name of an IRI. */
  private static List<String> texts(Resource entry, String property) {
    Property p = ResourceFactory.createProperty(NS, property);
    return entry.listProperties(p).toList().stream().map(s -> name(s.getObject())).sorted().toList();
  }

  private static String name(RDFNode node) {
    if (node.isLiteral()) {
      return node.asLiteral().getLexicalForm();
    }
    String iri = node.asResource().getURI();
    return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
  }
}
