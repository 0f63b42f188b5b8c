package org.entente.rdf;

import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.SKOS;
import org.entente.actor.Actor;
import org.entente.actor.SpokenNames;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Role;
import org.entente.undertaking.Undertaking;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;

/**
 * Labels that say what an undertaking is without the article at hand, from kind, parties, field, year and status:
 * "Naval agreement between Pakistan and Russia, 2018 (concluded)". The words for fields come from the ontology.
 */
final class UndertakingLabels {

  private static final List<Actor.Type> FOREMOST =
      List.of(Actor.Type.PERSON, Actor.Type.POST, Actor.Type.INSTITUTION, Actor.Type.STATE, Actor.Type.PLACE);

  private static final int MOST_NAMES = 5;
  private static final int LONGEST_ITEM = 40;

  /** What every relation between states is, and so says nothing. */
  private static final String PLAIN_FIELD = "diplomacy";
  private static final Pattern BODY = Pattern.compile(
      "(?i)\\b(commission|committee|council|working group|task force|secretariat|cent(?:re|er)|forum|assembly)\\b");

  private final Map<String, String> fields;
  private final SpokenNames spoken = SpokenNames.bundled();

  private UndertakingLabels(Map<String, String> fields) {
    this.fields = Map.copyOf(fields);
  }

  static UndertakingLabels bundled() {
    String file = "/org/entente/ontology/concepts/fields.ttl";
    InputStream in = UndertakingLabels.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException("the program lacks its file " + file);
    }
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(in).lang(Lang.TURTLE).parse(model);
    Map<String, String> fields = new HashMap<>();
    model.listSubjectsWithProperty(SKOS.prefLabel).forEach(
        concept -> fields.put(concept.getURI().substring(concept.getURI().indexOf('#') + 1), beforeNoun(concept)));
    return new UndertakingLabels(fields);
  }

  private static String beforeNoun(Resource field) {
    return Optional.ofNullable(field.getProperty(ENT.attributive))
        .orElseGet(() -> field.getRequiredProperty(SKOS.prefLabel))
        .getString();
  }

  String of(Undertaking u) {
    return capital(what(u)) + who(u) + years(u) + " (" + u.ending().map(Ending::words).orElse(u.status().conceptName())
        + ")";
  }

  /** Of a proposal: what it proposes, which is "proposed" by itself. */
  String of(List<Undertaking> proposed) {
    return "Proposal: "
        + proposed.stream().map(u -> what(u) + who(u) + years(u)).collect(Collectors.joining("; "));
  }

  private String what(Undertaking u) {
    String kind = kind(u);
    String adjective = adjective(u);
    // "Military training training" says it twice.
    String head = adjective.endsWith(kind) ? adjective : (adjective + " " + kind).strip();
    head = u.kind() == Kind.JOINT_BODY ? "joint " + head : head;
    String item = u.kind() == Kind.TRANSFER ? item(u).filter(i -> i.length() <= LONGEST_ITEM).orElse("") : "";
    String name = u.name().map(n -> " “" + n + "”").orElse("");
    return head + (item.isEmpty() ? "" : " of " + item) + name;
  }

  /** Nothing where a field says nothing, and before "accession", since what is joined says it. */
  private String adjective(Undertaking u) {
    String field = u.fields().getFirst();
    return field.equals(PLAIN_FIELD) || u.kind() == Kind.ACCESSION ? ""
        : fields.getOrDefault(field, field.replace('-', ' '));
  }

  private static String kind(Undertaking u) {
    if (u.kind() == Kind.JOINT_BODY) {
      return u.trigger().map(t -> BODY.matcher(t.words())).filter(Matcher::find)
          .map(found -> found.group(1).toLowerCase(Locale.ROOT)).orElse("body");
    }
    return IriScheme.kebab(u.kind().className()).replace('-', ' ');
  }

  /** What it is about with the capitals of the text: "T-72 tanks". */
  static Optional<String> item(Undertaking u) {
    return u.item().map(
        item -> {
          Pattern written = Pattern.compile(Pattern.quote(item), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
          return u.evidence().stream().map(e -> written.matcher(e.words())).filter(Matcher::find).map(Matcher::group)
              .findFirst().orElse(item);
        });
  }

  private String who(Undertaking u) {
    return switch (u.kind()) {
      case VISIT -> directed(u, " of ", acting(u, Role.VISITOR), " to ", receiving(u));
      case TRANSFER -> directed(u, " from ", acting(u, Role.PROVIDER), " to ", acting(u, Role.RECIPIENT));
      case TRAINING -> directed(u, " of ", acting(u, Role.RECIPIENT), " by ", acting(u, Role.PROVIDER));
      case STATEMENT -> directed(u, " of ", acting(u, Role.SPEAKER), " to ", acting(u, Role.ADDRESSEE));
      case DEPLOYMENT -> directed(u, " of ", acting(u, Role.DEPLOYER), " in ", receiving(u));
      case ACCESSION -> directed(u, " of ", joining(u), " to ", joined(u));
      case AGREEMENT, PARTNERSHIP, MEETING, EXCHANGE -> together(u, " between ");
      case PROJECT, EXERCISE, JOINT_BODY, COORDINATION -> together(u, " of ");
    };
  }

  /** From one side to the other, where the text tells which is which. */
  private String directed(Undertaking u, String one, List<Actor> from, String two, List<Actor> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return together(u, switch (u.kind()) {
        case STATEMENT -> " concerning ";
        case ACCESSION -> " of ";
        default -> " between ";
      });
    }
    return one + joined(names(from)) + two + joined(names(to));
  }

  /** Those in a role, one for each state: a person rather than an office, an office rather than the state. */
  private static List<Actor> acting(Undertaking u, Role role) {
    List<Actor> all = inRole(u, role);
    return all.stream().filter(a -> a.state().isEmpty() || a.equals(foremost(all, a.state()))).toList();
  }

  private static Actor foremost(List<Actor> all, Optional<String> state) {
    return all.stream()
        .filter(a -> a.state().equals(state))
        .min(Comparator.comparingInt(a -> FOREMOST.indexOf(a.type())))
        .orElseThrow();
  }

  /** The states that receive, else whoever does. */
  private static List<Actor> receiving(Undertaking u) {
    List<Actor> states = inRole(u, Role.HOST).stream().filter(a -> a.type() == Actor.Type.STATE).toList();
    return states.isEmpty() ? acting(u, Role.HOST) : states;
  }

  /** The states that join, without those that back them. */
  private static List<Actor> joining(Undertaking u) {
    List<Actor> sponsors = inRole(u, Role.SPONSOR);
    return u.states().stream().filter(a -> !sponsors.contains(a)).toList();
  }

  /** What is joined, else the body that takes part. */
  private static List<Actor> joined(Undertaking u) {
    List<Actor> joining = joining(u);
    List<Actor> joined = inRole(u, Role.JOINS).stream().filter(a -> !joining.contains(a)).toList();
    return joined.isEmpty()
        ? inRole(u, Role.PARTICIPANT).stream().filter(a -> a.type() == Actor.Type.INSTITUTION).toList()
        : joined;
  }

  private static List<Actor> inRole(Undertaking u, Role role) {
    return u.parties().stream().filter(p -> p.role() == role).map(Party::actor).distinct().toList();
  }

  private List<String> names(List<Actor> actors) {
    return actors.stream().map(spoken::of).toList();
  }

  private String together(Undertaking u, String manyWord) {
    Stream<Actor> bodies =
        u.parties().stream()
            .map(Party::actor)
            .filter(a -> a.type() == Actor.Type.INSTITUTION && a.state().isEmpty());
    List<String> names =
        Stream.concat(u.states().stream().sorted(Comparator.comparing(Actor::name)), bodies).distinct().map(spoken::of)
            .toList();
    return names.isEmpty() ? "" : (names.size() == 1 ? " of " : manyWord) + joined(names);
  }

  private static String joined(List<String> names) {
    if (names.size() > MOST_NAMES) {
      int others = names.size() - MOST_NAMES + 1;
      return String.join(", ", names.subList(0, MOST_NAMES - 1)) + " and " + others + " others";
    }
    return names.size() == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private static String years(Undertaking u) {
    return u.when().map(UndertakingLabels::years).orElse("");
  }

  private static String years(TimeInterval when) {
    int from = when.earliest().getYear();
    int to = when.latest().getYear();
    return from == to ? ", " + from : ", " + from + "–" + to;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
