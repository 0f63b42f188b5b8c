package org.entente.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;
import org.entente.lexicon.EventFrame.PartOfSpeech;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/** Turns one resource of a lexicon file into entries, and refuses what it does not know, with file and line. */
final class EntryReader {

  /** Namespace of the lexicon's own terms. */
  static final String NS = "https://w3id.org/entente/lexicon#";

  /** Noun classes that are told from what a word names, not from a list. */
  static final Set<String> WORKED_OUT = Set.of("Actor", "Body", "KnownTreaty");

  private static final Set<String> PLAIN =
      Set.of(
          "form", "announces", "objectClass", "subjectClass", "complement", "field", "status", "needs", "instrument",
          "weight", "member", "kind", "done", "role", "trait", "accepts", "refuses");

  private final String file;
  private final String text;

  EntryReader(String file, String text) {
    this.file = file;
    this.text = text;
  }

  String type(Resource entry) {
    return entry.getPropertyResourceValue(RDF.type).getLocalName();
  }

  // ---- entries

  List<EventFrame> nouns(Resource entry) {
    return forms(entry).stream().map(f -> noun(entry, f)).toList();
  }

  /** "memorandum* of understanding": the star marks the head where it is not the last word. */
  private EventFrame noun(Resource entry, String form) {
    List<String> words = new ArrayList<>(Arrays.asList(form.split(" ")));
    int head = words.size() - 1;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).endsWith("*")) {
        words.set(i, words.get(i).substring(0, words.get(i).length() - 1));
        head = i;
      }
    }
    return frame(entry, PartOfSpeech.NOUN, words, head);
  }

  List<EventFrame> verbs(Resource entry) {
    return forms(entry).stream().map(f -> frame(entry, PartOfSpeech.VERB, Arrays.asList(f.split(" ")), 0)).toList();
  }

  private EventFrame frame(Resource entry, PartOfSpeech pos, List<String> words, int head) {
    return new EventFrame(
        entry.isAnon() ? words.get(head) : entry.getLocalName(),
        pos,
        words,
        head,
        kind(entry, "announces"),
        slots(entry),
        Set.copyOf(texts(entry, "objectClass")),
        Set.copyOf(texts(entry, "subjectClass")),
        texts(entry, "complement"),
        text(entry, "field"),
        text(entry, "instrument"),
        text(entry, "status").map(s -> constant(entry, Status.class, s)),
        texts(entry, "needs").stream().map(n -> constant(entry, Need.class, n)).collect(Collectors.toSet()),
        text(entry, "accepts"),
        text(entry, "refuses"));
  }

  List<FieldCue> cues(Resource entry) {
    int weight = text(entry, "weight").map(Integer::parseInt).orElse(2);
    String field = required(entry, "field");
    return forms(entry).stream().map(f -> new FieldCue(List.of(f.split(" ")), field, weight)).toList();
  }

  List<String> members(Resource entry) {
    return texts(entry, "member");
  }

  KindFrame kind(Resource entry) {
    return new KindFrame(
        kind(entry, "kind"),
        constant(entry, Status.class, required(entry, "done")),
        required(entry, "field"),
        role(entry, required(entry, "role")),
        slots(entry),
        texts(entry, "trait").stream().map(t -> constant(entry, KindFrame.Trait.class, t)).collect(Collectors.toSet()));
  }

  // ---- values

  private Kind kind(Resource entry, String property) {
    String name = required(entry, property);
    return Kind.of(name)
        .orElseThrow(
            () -> refused(entry, "announces " + name + ", which is no kind of undertaking",
                "kinds are " + Arrays.stream(Kind.values()).map(Kind::className).toList()));
  }

  private Map<String, Role> slots(Resource entry) {
    Map<String, Role> slots = new HashMap<>();
    for (Statement s : entry.listProperties().toList()) {
      boolean ours = s.getPredicate().getNameSpace().equals(NS);
      String property = s.getPredicate().getLocalName();
      if (ours && !PLAIN.contains(property)) {
        if (!s.getObject().isURIResource()) {
          throw refused(entry, "has a property lex:" + property + ", which there is not",
              "see the head of the bundled files");
        }
        String role = s.getResource().getLocalName();
        if (!role.equals("item")) {
          slots.put(property, role(entry, role));
        }
      }
    }
    return slots;
  }

  private Role role(Resource entry, String name) {
    return Role.of(name)
        .orElseThrow(
            () -> refused(entry, "has the role " + name + ", which there is not",
                "roles are " + Arrays.stream(Role.values()).map(Role::property).toList()));
  }

  private <E extends Enum<E>> E constant(Resource entry, Class<E> type, String name) {
    return EnumSet.allOf(type).stream()
        .filter(e -> dashed(e).equals(name))
        .findFirst()
        .orElseThrow(
            () -> refused(entry, "says \"" + name + "\"",
                "it is one of " + EnumSet.allOf(type).stream().map(EntryReader::dashed).toList()));
  }

  private static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<String> forms(Resource entry) {
    List<String> forms = texts(entry, "form");
    if (forms.isEmpty()) {
      throw refused(entry, "has no lex:form", "say which words it is about");
    }
    return forms;
  }

  private String required(Resource entry, String property) {
    return text(entry, property)
        .orElseThrow(() -> refused(entry, "has no lex:" + property, "every entry of its type needs one"));
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

  // ---- mistakes

  LexiconException refused(Resource entry, String what, String advice) {
    return new LexiconException(file + line(entry) + ": the entry " + words(entry) + " " + what, advice);
  }

  private static String words(Resource entry) {
    return entry.isAnon() ? "for " + texts(entry, "form") : "lex:" + entry.getLocalName();
  }

  /** The line where an entry begins, found by its name or its first word. */
  private String line(Resource entry) {
    String mark =
        entry.isAnon() ? text(entry, "form").map(f -> "\"" + f + "\"").orElse("") : ":" + entry.getLocalName() + " ";
    int at = mark.isEmpty() ? -1 : text.indexOf(mark);
    return at < 0 ? "" : " line " + (1 + text.substring(0, at).chars().filter(c -> c == '\n').count());
  }
}
