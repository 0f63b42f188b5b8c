package org.entente.event;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Need;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/** Whether a verb of a sentence meets what a frame selects: classes of subject and object, prepositions, actors. */
final class Selection {

  private final AnnotatedSentence sentence;
  private final ClauseGraph graph;
  private final Lexicon lexicon;

  Selection(AnnotatedSentence sentence, Lexicon lexicon) {
    this.sentence = sentence;
    this.graph = sentence.graph();
    this.lexicon = lexicon;
  }

  boolean fits(Word verb, EventFrame frame) {
    return objectFits(verb, frame) && subjectFits(verb, frame) && complemented(verb, frame.complements())
        && frame.needs().stream().allMatch(n -> present(verb, n) || n == Need.BODY && joinsTreaty(verb, frame));
  }

  /** What has members need be no body: "joined the Treaty on Open Skies". */
  private boolean joinsTreaty(Word verb, EventFrame frame) {
    return Treaties.joined(graph, lexicon, verb, frame).anyMatch(noun -> Treaties.isNamed(sentence, lexicon, noun));
  }

  private boolean objectFits(Word verb, EventFrame frame) {
    return frame.objectClasses().isEmpty() || objects(verb).stream().anyMatch(o -> isOf(o, frame.objectClasses()));
  }

  private boolean subjectFits(Word verb, EventFrame frame) {
    return frame.subjectClasses().isEmpty()
        || graph.subject(verb).filter(s -> counted(s).anyMatch(w -> isOf(w, frame.subjectClasses()))).isPresent();
  }

  /** A noun, and behind a noun of quantity what is counted: "ten tonnes of medicine". */
  private Stream<Word> counted(Word noun) {
    return Stream.concat(
        Stream.of(noun), isQuantity(noun) ? behind(noun, "Of").stream() : Stream.of());
  }

  private boolean complemented(Word verb, List<String> prepositions) {
    return prepositions.isEmpty()
        || Stream
            .concat(graph.children(verb).stream(),
                graph.children(verb).stream().flatMap(c -> graph.children(c).stream()))
            .anyMatch(c -> prepositions.contains(c.marker()) || prepositions.contains(c.lemma()));
  }

  /** What the verb acts on; behind a noun of quantity ("the first of thirty helicopters") also what is counted. */
  List<Word> objects(Word verb) {
    List<Word> objects = new ArrayList<>(graph.objects(verb));
    for (Word o : List.copyOf(objects)) {
      if (isQuantity(o)) {
        objects.addAll(behind(o, "Of"));
      }
    }
    particleAsPreposition(verb).forEach(
        o -> {
          objects.add(o);
          objects.addAll(behind(o, "Of"));
        });
    return objects;
  }

  /** The lemma of an ordinal number is a sign of the parser's; its form is the word. */
  private boolean isQuantity(Word word) {
    return lexicon.isA(word.lemma(), "Quantity") || lexicon.isA(word.form(), "Quantity");
  }

  /** The parser may take the particle of "hand over" for a preposition. */
  private List<Word> particleAsPreposition(Word verb) {
    Set<String> particles = new LinkedHashSet<>();
    // Of longer idioms ("close in on a deal") no word is a particle by itself.
    lexicon.verbs(verb.lemma()).stream().filter(f -> f.beside().size() == 1).forEach(f -> particles.addAll(f.beside()));
    return particles.isEmpty()
        ? List.of()
        : graph.children(verb, OBL).filter(o -> particles.contains(o.marker())).toList();
  }

  boolean isOf(Word word, Set<String> classes) {
    return classes.stream().anyMatch(c -> isOf(word, c));
  }

  private boolean isOf(Word word, String nounClass) {
    Optional<ActorMention> mention = sentence.mentionAt(word);
    return switch (nounClass) {
      case "Actor" -> mention.filter(m -> !m.states().isEmpty()).isPresent();
      case "Body" -> mention.filter(Bodies::isBody).isPresent();
      case "KnownTreaty" -> mention.filter(Treaties::isTreaty).isPresent();
      case "Officials" ->
          isOfficial(mention) || lexicon.isA(word.lemma(), "Personal") || lexicon.isA(word.lemma(), nounClass);
      case "Goods" -> mention.isEmpty() && (isProduct(word) || lexicon.isA(word.lemma(), nounClass));
      default -> mention.filter(m -> m.sense() != Sense.REFERENCE).isEmpty() && member(word, nounClass);
    };
  }

  private boolean member(Word word, String nounClass) {
    boolean money =
        nounClass.equals("Money") && (word.tag().equals("CD") || graph.hasChild(word, c -> c.tag().equals("$")));
    return money || lexicon.isA(word.lemma(), nounClass) || lexicon.isA(word.form(), nounClass);
  }

  static boolean isOfficial(Optional<ActorMention> mention) {
    return mention
        .filter(
            m -> m.sense() == Sense.OFFICE
                || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.PERSON || a.type() == Actor.Type.POST))
        .isPresent();
  }

  /** A counted proper noun that names nobody is a product: "eighteen Rafales", "30 Abrams". */
  private boolean isProduct(Word word) {
    return word.token().isProperNoun() && graph.hasChild(word, c -> c.tag().equals("CD")) && !sentence.named(word);
  }

  // ---- what must be there

  private boolean present(Word verb, Need need) {
    return switch (need) {
      case SUBJECT -> actingSubject(verb);
      case OBJECT -> objects(verb).stream().anyMatch(sentence::holdsStates);
      case EITHER -> actingSubject(verb) || objects(verb).stream().anyMatch(sentence::holdsStates);
      case OFFICIAL -> graph.subject(verb).filter(s -> isOfficial(sentence.mentionAt(s))).isPresent();
      case BOTH -> graph.subject(verb).isPresent()
          && (present(verb, Need.OBJECT) || statesBehind(verb, "OtherSide"));
      case PAIR -> statesOfSubject(verb).size() >= 2;
      case PARTNERS -> partners(verb);
      case JOINTLY -> statesOfSubject(verb).size() >= 2 && jointly(verb);
      case RECIPIENT -> statesBehind(verb, "ToWhom") || present(verb, Need.OBJECT);
      case DESTINATION -> destination(verb) && graph.subject(verb).map(this::mayVisit).orElse(true);
      case PERSONS -> objects(verb).stream()
          .anyMatch(o -> isOfficial(sentence.mentionAt(o)) || lexicon.isA(o.lemma(), "Officials"));
      case GOODS -> graph.subject(verb).filter(s -> !sentence.named(s)).filter(s -> isOf(s, "Goods")).isPresent();
      case BODY -> sentence.mentionsIn(graph.clause(verb)).stream().anyMatch(Bodies::isBody);
      case INFINITIVE -> infinitive(verb);
      case NO_INFINITIVE -> !infinitive(verb);
      case NO_OBJECT -> graph.child(verb, OBJ).isEmpty();
      case NO_OBSERVER ->
          graph.subject(verb).filter(s -> !sentence.named(s) && lexicon.isA(s.lemma(), "Observer")).isEmpty();
      case JOINT, SUPPORT, PARTIES, MILITARY -> true;
    };
  }

  private boolean actingSubject(Word verb) {
    return graph.subject(verb).filter(sentence::holdsStates).isPresent()
        || graph.agent(verb).filter(sentence::holdsStates).isPresent();
  }

  private Set<String> statesOfSubject(Word verb) {
    return graph.subject(verb).map(s -> sentence.statesIn(graph.nounPhrase(s))).orElse(Set.of());
  }

  private boolean statesBehind(Word verb, String prepositions) {
    return behind(verb, prepositions).stream().anyMatch(sentence::holdsStates);
  }

  /** The nouns behind a preposition of that class. */
  private List<Word> behind(Word word, String prepositions) {
    return graph.behind(word, p -> lexicon.isA(p, prepositions));
  }

  private boolean partners(Word verb) {
    Set<String> states = new LinkedHashSet<>(statesOfSubject(verb));
    states.addAll(sentence.statesIn(graph.clause(verb)));
    boolean together =
        graph.children(verb).stream()
            .flatMap(c -> Stream.concat(Stream.of(c), graph.children(c).stream()))
            .anyMatch(c -> lexicon.isA(c.lemma(), "Together") || lexicon.isA(c.marker(), "Together"));
    return together || states.size() >= 2;
  }

  private boolean jointly(Word verb) {
    boolean adverb = graph.children(verb).stream().anyMatch(c -> lexicon.isA(c.form(), "Jointly"));
    boolean object =
        graph.children(verb, OBJ).flatMap(o -> graph.children(o).stream())
            .anyMatch(c -> lexicon.isA(c.form(), "Joint"));
    return adverb || object;
  }

  /** A cargo or a train arrives, and visits nobody. */
  private boolean mayVisit(Word subject) {
    boolean thing = counted(subject).anyMatch(
        w -> lexicon.isA(w.lemma(), "Goods") || lexicon.isA(w.lemma(), "Things") || lexicon.isA(w.lemma(), "Aid"));
    return lexicon.isA(subject.lemma(), "Vessels") || !thing;
  }

  private boolean destination(Word verb) {
    return graph.children(verb, OBL)
        .filter(o -> lexicon.isA(o.marker(), "Goal"))
        .anyMatch(
            o -> sentence.mentionAt(o).filter(Selection::isPlaceOrState).isPresent() || lexicon.isA(o.lemma(), "Home"));
  }

  private static boolean isPlaceOrState(ActorMention m) {
    return m.sense() == Sense.LOCATION
        || m.sense() == Sense.METONYM
        || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.STATE || a.type() == Actor.Type.PLACE);
  }

  /** "called on B to sign": an infinitive says what is asked. */
  private boolean infinitive(Word verb) {
    return graph.words().stream()
        .filter(v -> v.isVerb() && v.index() > verb.index())
        .filter(v -> v.head() == verb.index()
            || graph.head(v).filter(h -> h.head() == verb.index() && h.isNoun()).isPresent())
        .anyMatch(v -> graph.hasChild(v, c -> c.tag().equals("TO")));
  }
}
