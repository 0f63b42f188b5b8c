package org.entente.actor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.validate.FileShapes;
import org.entente.text.WordTable;
import org.entente.vocab.Terms;

/**
 * Reads the gazetteer from Turtle in the published vocabulary. Relative IRIs are resolved against the publisher's
 * base; an operator's own files are read on top of the bundled ones.
 */
public final class GazetteerReader {

  private static final String ENT = "https://w3id.org/entente/ontology#";
  private static final String NAMES = "https://w3id.org/entente/names#";
  private static final List<String> BUNDLED =
      List.of("states.ttl", "historic-states.ttl", "further-names.ttl", "ship-prefixes.ttl", "places.ttl",
          "further-place-names.ttl", "institutions.ttl", "organizations.ttl", "treaties.ttl", "armed-groups.ttl",
          "territories.ttl", "companies.ttl", "persons.ttl", "office-holders.ttl", "heads-of-bodies.ttl",
          "further-person-names.ttl", "posts.ttl", "memberships.ttl");
  private static final List<String> CLASSES =
      List.of("Ministry", "ArmedForce", "Legislature", "InternationalOrganization", "Bank", "Company", "ThinkTank",
          "University", "MediaOutlet", "ArmedGroup", "Programme", "Treaty", "Government", "Institution", "State",
          "Person",
          "Post", "Place");

  private final String base;
  private final Model model = ModelFactory.createDefaultModel();
  private final Model wordModel = ModelFactory.createDefaultModel();
  private final Map<Resource, Actor> actors = new LinkedHashMap<>();
  private final List<Name> names = new ArrayList<>();
  private final Map<String, Set<String>> descriptors = new HashMap<>();
  private final Map<String, Set<String>> neighbours = new HashMap<>();
  private final Map<NameWords, Set<String>> words = new EnumMap<>(NameWords.class);
  private final Map<String, String> regions =
      WordTable.bundled("regions.tsv", 2).rows().stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.cell(0), row -> row.cell(1)));

  private GazetteerReader(String base) {
    this.base = base;
  }

  /** The gazetteer that comes with the program, its IRIs under the given base. */
  public static Gazetteer bundled(String base) {
    return read(base, List.of());
  }

  /**
   * The bundled gazetteer with an operator's files added.
   *
   * @throws GazetteerException when a file cannot be read or is no valid Turtle
   */
  public static Gazetteer read(String base, List<Path> additions) {
    GazetteerReader reader = new GazetteerReader(base);
    BUNDLED.forEach(name -> reader.parse(name, resource(name), reader.model));
    reader.parse("words.ttl", resource("words.ttl"), reader.wordModel);
    for (Path file : additions) {
      reader.addition(file);
    }
    return reader.gazetteer();
  }

  private static InputStream resource(String name) {
    InputStream in = GazetteerReader.class.getResourceAsStream(name);
    if (in == null) {
      throw new GazetteerException("the bundled gazetteer lacks " + name, "build the program anew");
    }
    return in;
  }

  private static FileShapes shapes() {
    return FileShapes.of(resource("shapes.ttl"));
  }

  /** An operator's file may hold actors and word lists side by side. */
  private void addition(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Model added = ModelFactory.createDefaultModel();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      parse(file.toString(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), added);
      shapes().first(added.getGraph(), text).ifPresent(m -> {
        throw new GazetteerException(file + " line " + m.line() + ": " + m.what(), m.expected());
      });
      added.listSubjects().toList().forEach(this::oneLabel);
      added.listSubjects().toList().forEach(s -> (isWordList(s) ? wordModel : model).add(s.listProperties()));
    } catch (IOException e) {
      throw new GazetteerException("cannot read the gazetteer file " + file, "check its name and permissions", e);
    }
  }

  /** Whatever is named has one rdfs:label, in English: the first that it was given. Others become skos:altLabel. */
  private void oneLabel(Resource subject) {
    List<Statement> labels = subject.listProperties(RDFS.label).toList().stream()
        .filter(s -> s.getObject().isLiteral())
        .sorted(Comparator.comparing((Statement s) -> !english(s.getLiteral())).thenComparing(Statement::getString))
        .toList();
    boolean named = model.contains(subject.inModel(model), RDFS.label);
    for (Statement label : labels.subList(named || labels.isEmpty() ? 0 : 1, labels.size())) {
      label.remove();
      if (!model.contains(subject.inModel(model), RDFS.label, label.getObject())) {
        subject.addProperty(SKOS.altLabel, label.getObject());
      }
    }
  }

  private static boolean english(Literal text) {
    return text.getLanguage().isEmpty() || text.getLanguage().startsWith("en");
  }

  private static boolean isWordList(Resource subject) {
    return subject.listProperties(RDF.type).toList().stream()
        .anyMatch(s -> s.getObject().toString().equals(NAMES + "WordList"));
  }

  private void parse(String name, InputStream in, Model into) {
    try {
      RDFParser.source(in).lang(Lang.TURTLE).base(base).parse(into);
    } catch (RiotException e) {
      throw new GazetteerException(
          "the gazetteer file " + name + " is not valid Turtle: " + e.getMessage(), "mend the line that it names", e);
    }
  }

  /** Coordinates stand as points of GeoSPARQL too, longitude first, as CRS 84 has them. */
  private void points() {
    Property latitude = model.createProperty(Terms.WGS84, "lat");
    Property longitude = model.createProperty(Terms.WGS84, "long");
    Property point = model.createProperty(Terms.GEO, "asWKT");
    for (Resource place : model.listSubjectsWithProperty(latitude).toList()) {
      if (place.hasProperty(longitude)) {
        place.addProperty(point, model.createTypedLiteral("POINT(" + place.getProperty(longitude).getLiteral()
            .getLexicalForm() + " " + place.getProperty(latitude).getLiteral().getLexicalForm() + ")",
            Terms.GEO + "wktLiteral"));
      }
    }
  }

  private Gazetteer gazetteer() {
    readWords();
    points();
    List<Resource> subjects =
        model.listSubjectsWithProperty(RDF.type).toList().stream()
            .sorted(Comparator.comparing(Resource::getURI))
            .toList();
    Map<Resource, String> codes = new HashMap<>();
    subjects.forEach(s -> text(s, "iso3").ifPresent(code -> codes.put(s, code)));
    subjects.forEach(s -> actor(s, codes).ifPresent(a -> actors.put(s, a)));
    actors.forEach(this::names);
    names.sort(Comparator.comparing(Name::text).thenComparing(Name::sense).thenComparing(n -> n.actor().slug()));
    return new Gazetteer(
        model.getGraph(), List.copyOf(actors.values()), names, tenures(subjects), bodies(), descriptors,
        neighbours, words, memberships());
  }

  private Optional<Actor> actor(Resource subject, Map<Resource, String> codes) {
    Set<String> types = new TreeSet<>();
    subject.listProperties(RDF.type).toList().stream()
        .map(s -> s.getObject().toString())
        .filter(t -> t.startsWith(ENT))
        .forEach(t -> types.add(t.substring(ENT.length())));
    Optional<String> className = CLASSES.stream().filter(types::contains).findFirst();
    Optional<Actor.Type> type = type(subject.getURI());
    if (className.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    String uri = subject.getURI();
    Optional<String> state =
        Optional.ofNullable(codes.get(subject))
            .or(() -> Optional.ofNullable(subject.getPropertyResourceValue(property("ofState"))).map(codes::get));
    String slug = uri.substring(uri.lastIndexOf('/') + 1);
    return Optional.of(new Actor(type.get(), slug, label(subject), className.get(), state, true));
  }

  private Optional<Actor.Type> type(String uri) {
    for (Actor.Type type : Actor.Type.values()) {
      if (uri.startsWith(base + "id/" + type.name().toLowerCase(Locale.ROOT) + "/") && !uri.contains("#")) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static String label(Resource subject) {
    return subject.listProperties(RDFS.label).toList().stream()
        .map(s -> s.getObject().asLiteral())
        .filter(l -> l.getLanguage().equals("en") || l.getLanguage().isEmpty())
        .map(Literal::getLexicalForm)
        .sorted()
        .findFirst()
        .orElseThrow(
            () -> new GazetteerException(
                "the gazetteer's " + subject + " has no English rdfs:label", "give it one, it is its name"));
  }

  private void names(Resource subject, Actor actor) {
    if (actor.type() == Actor.Type.POST) {
      // An office is recognised by the grammar of titles, not by its full label.
      return;
    }
    Set<String> ambiguous = new HashSet<>(texts(subject, property("ambiguousName")));
    Set<String> proper = new TreeSet<>();
    proper.add(actor.name());
    proper.addAll(english(subject, SKOS.altLabel));
    proper.addAll(texts(subject, SKOS.hiddenLabel));
    // Texts have names that no table has, "Congo" for the one whose capital is Kinshasa, and tables have some of their own.
    Set<String> ofTables = new HashSet<>(texts(subject, property("tableName")));
    ambiguous.stream().filter(name -> !ofTables.contains(name)).forEach(proper::add);
    proper.forEach(n -> name(n, actor, Name.Sense.PROPER, ambiguous));
    for (String demonym : texts(subject, property("demonym"))) {
      name(demonym, actor, Name.Sense.DEMONYM, ambiguous);
      if (hasPlural(demonym)) {
        words.getOrDefault(NameWords.PLURAL_ENDING, Set.of())
            .forEach(ending -> name(demonym + ending, actor, Name.Sense.DEMONYM, ambiguous));
      }
    }
    texts(subject, property("demonymPrefix")).forEach(n -> name(n, actor, Name.Sense.PREFIX, ambiguous));
    texts(subject, property("metonym")).forEach(n -> name(n, actor, Name.Sense.METONYM, ambiguous));
    if (actor.type() == Actor.Type.STATE) {
      Set<String> all = new HashSet<>(texts(subject, property("descriptor")));
      texts(subject, property("region")).forEach(r -> all.add(regionAdjective(r)));
      actor.state().ifPresent(code -> descriptors.put(code, all));
      actor.state().ifPresent(code -> neighbours.put(code, neighbours(subject)));
    }
  }

  private Set<String> neighbours(Resource state) {
    return state.listProperties(property("borders")).toList().stream()
        .flatMap(s -> text(s.getResource(), "iso3").stream()).collect(Collectors.toSet());
  }

  /** "Southern Asia" and "Asia" are asked for as "asian". */
  private String regionAdjective(String region) {
    String last = region.substring(region.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return regions.getOrDefault(last, last);
  }

  private boolean hasPlural(String demonym) {
    return ends(demonym, NameWords.PLURAL_DEMONYM) && !ends(demonym, NameWords.SINGULAR_DEMONYM);
  }

  private boolean ends(String demonym, NameWords endings) {
    return words.getOrDefault(endings, Set.of()).stream().anyMatch(demonym::endsWith);
  }

  private void name(String text, Actor actor, Name.Sense sense, Set<String> ambiguous) {
    String plain = text.replace('’', '\'');
    if (plain.length() >= 2) {
      names.add(new Name(plain, actor, sense, ambiguous.contains(text)));
    }
  }

  private List<Tenure> tenures(List<Resource> subjects) {
    List<Tenure> tenures = new ArrayList<>();
    for (Resource s : subjects) {
      Actor holder = actors.get(s.getPropertyResourceValue(property("holder")));
      Actor post = actors.get(s.getPropertyResourceValue(property("post")));
      if (holder != null && post != null) {
        tenures.add(
            new Tenure(
                holder,
                post,
                text(s, "from").flatMap(d -> day(d, false)),
                text(s, "until").flatMap(d -> day(d, true)),
                text(s, "from").flatMap(d -> day(d, true)),
                text(s, "until").or(() -> text(s, "asOf")).flatMap(d -> day(d, false))));
      }
    }
    return tenures;
  }

  /** The body that a post is in. */
  private Map<Actor, Actor> bodies() {
    Map<Actor, Actor> bodies = new HashMap<>();
    for (Resource s : model.listSubjectsWithProperty(ORG.postIn).toList()) {
      Actor post = actors.get(s);
      Actor body = actors.get(s.getPropertyResourceValue(ORG.postIn));
      if (post != null && body != null) {
        bodies.put(post, body);
      }
    }
    return bodies;
  }

  /** Who is a member of a body, by the body's slug. */
  private Map<String, List<Membership>> memberships() {
    Map<String, List<Membership>> memberships = new HashMap<>();
    for (Resource s : model.listSubjectsWithProperty(ORG.organization).toList()) {
      Actor body = actors.get(s.getPropertyResourceValue(ORG.organization));
      Actor member = actors.get(s.getPropertyResourceValue(ORG.member));
      if (body != null && member != null && member.state().isPresent()) {
        memberships.computeIfAbsent(body.slug(), slug -> new ArrayList<>())
            .add(
                new Membership(
                    member.state().get(),
                    text(s, "from").flatMap(d -> day(d, false)),
                    text(s, "until").flatMap(d -> day(d, true))));
      }
    }
    return memberships;
  }

  /** A full date, a month or a year; of the latter two the first or last day. */
  private static Optional<LocalDate> day(String date, boolean last) {
    try {
      return Optional.of(
          switch (date.length()) {
            case 4 -> last ? Year.parse(date).atMonth(12).atEndOfMonth() : Year.parse(date).atDay(1);
            case 7 -> last ? YearMonth.parse(date).atEndOfMonth() : YearMonth.parse(date).atDay(1);
            default -> LocalDate.parse(date);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void readWords() {
    Property word = ResourceFactory.createProperty(NAMES, "word");
    wordModel.listSubjectsWithProperty(word).toList()
        .forEach(s -> words.computeIfAbsent(list(s), k -> new TreeSet<>()).addAll(texts(s, word)));
  }

  private static NameWords list(Resource subject) {
    return NameWords.named(subject.getLocalName())
        .orElseThrow(
            () -> new GazetteerException(
                "the gazetteer's word list " + subject + " is none that names are recognised by",
                "the lists are " + Arrays.stream(NameWords.values()).map(NameWords::localName).toList()));
  }

  private static Property property(String localName) {
    return ResourceFactory.createProperty(ENT, localName);
  }

  private static Optional<String> text(Resource subject, String localName) {
    return texts(subject, property(localName)).stream().findFirst();
  }

  /** Articles are in English: a name in another language does not stand for the thing there ("Italia", "Chine"). */
  private static List<String> english(Resource subject, Property property) {
    return subject.listProperties(property).toList().stream()
        .filter(s -> s.getObject().isLiteral() && english(s.getLiteral()))
        .map(Statement::getString)
        .sorted()
        .toList();
  }

  private static List<String> texts(Resource subject, Property property) {
    return subject.listProperties(property).toList().stream()
        .map(s -> s.getObject())
        .filter(RDFNode::isLiteral)
        .map(o -> o.asLiteral().getLexicalForm())
        .sorted()
        .toList();
  }
}
