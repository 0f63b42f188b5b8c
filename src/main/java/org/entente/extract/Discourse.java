package org.entente.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.entente.lexicon.Lexicon;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Remembers whom an article spoke of, and says who is meant by "the two sides", "his counterpart", "the kingdom",
 * "it". The rules are narrow on purpose: a reference that fits no rule stays unresolved, since a wrong party is worse
 * than a missing one. One instance reads one article, in order.
 */
final class Discourse {

  private static final Map<String, Integer> NUMBERS =
      Map.of("two", 2, "both", 2, "three", 3, "four", 4, "five", 5, "six", 6);
  private static final Set<String> DETERMINERS = Set.of("the", "these", "those", "its", "their", "same");
  private static final Set<String> PRONOUNS = Set.of("it", "he", "she", "they", "him", "them", "we", "us", "i");
  private static final Set<String> POSSESSIVES = Set.of("its", "his", "her", "their", "our", "my", "ours", "theirs");
  private static final Set<String> PERSONAL = Set.of("he", "she", "him", "his", "her");
  private static final Set<String> OURS = Set.of("we", "us", "our", "ours", "my", "i");
  private static final Set<String> OTHERS =
      Set.of("counterpart", "neighbour", "neighbor", "partner", "ally", "host", "guest", "rival", "opposite",
          "colleague");
  /** Who is meant by "the six" nobody can guess from who was named last. */
  private static final int GUESSED = 3;
  private static final Set<String> PAIRS =
      Set.of("pair", "duo", "sides", "neighbours", "neighbors", "parties", "twosome");
  private static final Set<String> SINGLES =
      Set.of("country", "nation", "state", "kingdom", "republic", "emirate", "sultanate", "island", "archipelago",
          "principality", "monarchy", "federation", "junta", "regime", "sheikhdom", "city-state");
  private static final int MEMORY = 8;

  private final Lexicon lexicon;
  private final Frame frame;
  private final Function<String, Optional<Actor>> stateByCode;
  private final StateNouns stateNouns;
  private final Function<String, List<String>> namesakes;

  private record Event(Set<String> states, int block) {}

  private final Deque<Event> events = new ArrayDeque<>();
  private final Deque<String> recent = new ArrayDeque<>();
  private Set<String> lastSubject = new LinkedHashSet<>();
  private Optional<ActorMention> lastBody = Optional.empty();
  private List<String> addressed = List.of();
  private Map<String, Integer> counts = Map.of();
  private int countedBlock = -1;

  /** Which states a noun like "kingdom" or an adjective of a region may mean. */
  interface StateNouns {
    /** Whether the state may be called so ("the kingdom", "the Asian country"). */
    boolean fits(String state, String noun, List<String> adjectives);
  }

  /** @param namesakes the states whose name holds a word: "Korea" is in two */
  Discourse(
      Lexicon lexicon,
      Frame frame,
      Function<String, Optional<Actor>> stateByCode,
      StateNouns stateNouns,
      Function<String, List<String>> namesakes) {
    this.namesakes = namesakes;
    this.lexicon = lexicon;
    this.frame = frame;
    this.stateByCode = stateByCode;
    this.stateNouns = stateNouns;
  }

  // ---- memory

  /** From here on, whoever is not named is one of those that a list of proposals is addressed to; empty ends it. */
  void address(List<String> states) {
    addressed = List.copyOf(states);
  }

  /** Takes note of a sentence after it was read. */
  void remember(Scene scene) {
    Set<String> subject = new LinkedHashSet<>();
    for (ActorMention m : scene.mentions()) {
      if (m.sense() != Sense.LOCATION) {
        m.states().forEach(this::recall);
      }
      if (TriggerFinder.isBody(m)) {
        lastBody = Optional.of(m);
      }
      if (subject.isEmpty() && isSubject(scene, m)) {
        subject.addAll(m.states());
      }
    }
    if (subject.isEmpty()) {
      scene.mentions().stream()
          .filter(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty())
          .findFirst()
          .ifPresent(m -> subject.addAll(m.states()));
    }
    if (!subject.isEmpty()) {
      lastSubject = subject;
    }
    Map<String, Integer> named = new HashMap<>();
    scene.mentions().stream().flatMap(m -> m.states().stream()).forEach(s -> named.merge(s, 1, Integer::sum));
    counts = named;
    countedBlock = scene.block().start();
  }

  /** The two states that the sentence before named most, where no third comes near. */
  private List<String> pairBefore(Scene scene) {
    List<String> ranked =
        counts.keySet().stream()
            .sorted(Comparator.comparing((String s) -> -counts.get(s)).thenComparing(Comparator.naturalOrder()))
            .toList();
    boolean clear = ranked.size() == 2 || ranked.size() > 2 && counts.get(ranked.get(1)) > counts.get(ranked.get(2));
    return clear && countedBlock == scene.block().start() ? ranked.subList(0, 2) : List.of();
  }

  private void recall(String state) {
    recent.remove(state);
    recent.addFirst(state);
  }

  void event(Set<String> states, Scene scene) {
    if (states.size() >= 2) {
      events.addFirst(new Event(new LinkedHashSet<>(states), scene.block().start()));
      if (events.size() > MEMORY) {
        events.removeLast();
      }
    }
  }

  /** The other party of the last undertaking that this state had a part in, else of the article's pair. */
  Optional<String> partnerOf(String state) {
    Optional<String> speaker = frame.speaksFor().filter(s -> !s.equals(state));
    if (speaker.isPresent()) {
      return speaker;
    }
    Optional<Set<String>> last = events.stream().map(Event::states).filter(e -> e.contains(state)).findFirst();
    if (last.filter(e -> e.size() == 2).isPresent()) {
      return last.get().stream().filter(s -> !s.equals(state)).findFirst();
    }
    return frame.partnerOf(state);
  }

  /** The parties of the last undertaking of this block, for a noun that takes it up ("the first instalment"). */
  List<String> lastEvent(Scene scene) {
    return events.stream()
        .filter(e -> e.block() == scene.block().start())
        .findFirst()
        .map(e -> List.copyOf(e.states()))
        .orElse(List.of());
  }

  /** The pair in question where nobody is named: of this block, else of the article. */
  List<String> pair(Scene scene) {
    List<String> last = lastEvent(scene);
    return last.size() == 2 ? last : frame.dyad();
  }

  /** The international body named last. */
  Optional<ActorMention> body() {
    return lastBody;
  }

  /** The one state that an article speaks for or is about. */
  Optional<String> home() {
    return frame.main().size() == 1 ? Optional.of(frame.main().getFirst()) : Optional.empty();
  }

  // ---- references

  /** The references of a sentence, resolved with what was read so far. */
  void resolve(Scene scene) {
    officesOfHome(scene);
    List<Token> tokens = scene.syntax().tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (scene.named(tokens.get(i))) {
        continue;
      }
      int at = i;
      Optional<ActorMention> reference =
          group(scene, at)
              .or(() -> reciprocal(scene, at))
              .or(() -> other(scene, at))
              .or(() -> single(scene, at))
              .or(() -> pronoun(scene, at));
      if (reference.isPresent()) {
        scene.addReference(reference.get());
        while (i + 1 < tokens.size() && tokens.get(i + 1).span().start() < reference.get().span().end()) {
          i++;
        }
      }
    }
  }

  /** "the minister" in an article that speaks for one state is that state's; "its minister" the last subject's. */
  private void officesOfHome(Scene scene) {
    for (ActorMention m : List.copyOf(scene.mentions())) {
      if (m.sense() == Sense.OFFICE && m.states().isEmpty() && !TriggerFinder.isBody(m)) {
        int first = scene.tokensOf(m.span()).getFirst().index();
        boolean possessed = first > 0 && POSSESSIVES.contains(lower(scene.syntax().tokens().get(first - 1)));
        List<String> states =
            possessed ? subjectBefore(scene, first) : home().map(List::of).orElse(List.of());
        if (states.size() == 1) {
          scene.replace(m, new ActorMention(m.span(), m.actors(), m.sense(), states));
        }
      }
    }
  }

  /** "the two sides", "both countries", "the same four presidents", "the pair". */
  private Optional<ActorMention> group(Scene scene, int at) {
    List<Token> tokens = scene.syntax().tokens();
    String word = lower(tokens.get(at));
    int i = at;
    while (i < tokens.size() && DETERMINERS.contains(lower(tokens.get(i)))) {
      i++;
    }
    if (i >= tokens.size()) {
      return Optional.empty();
    }
    Integer size = NUMBERS.get(lower(tokens.get(i)));
    if (size == null) {
      boolean pair = i > at && PAIRS.contains(lower(tokens.get(i)));
      return pair ? states(tokens.get(at), tokens.get(i), groupOf(scene, 2, at)) : Optional.empty();
    }
    if (i == at && !word.equals("both")) {
      return Optional.empty();
    }
    int noun = i + 1;
    while (noun < tokens.size() && noun < i + 4 && tokens.get(noun).pos().startsWith("JJ")
        && !scene.named(tokens.get(noun))) {
      noun++;
    }
    boolean plural = noun < tokens.size() && tokens.get(noun).pos().equals("NNS");
    while (noun + 1 < tokens.size() && noun < i + 4 && tokens.get(noun).isNoun() && tokens.get(noun + 1).isNoun()) {
      noun++;
      plural = tokens.get(noun).pos().equals("NNS");
    }
    if (noun < tokens.size() && tokens.get(noun).isNoun()) {
      List<String> alike = namesakes.apply(tokens.get(noun).form().replaceAll("s$", ""));
      if (alike.size() == size) {
        return states(tokens.get(at), tokens.get(noun), alike);
      }
    }
    boolean known = noun < tokens.size() && lexicon.isA(tokens.get(noun).lemma(), "Pair");
    boolean ofOthers = noun + 1 < tokens.size() && tokens.get(noun + 1).lemma().equals("of");
    if (plural && known && !ofOthers) {
      return states(tokens.get(at), tokens.get(noun), groupOf(scene, size, at));
    }
    boolean bare = noun >= tokens.size() || !tokens.get(noun).isNoun() && !tokens.get(noun).pos().equals("CD");
    boolean alone = bare && noun == i + 1 && !followsAnd(tokens, noun);
    return alone ? states(tokens.get(at), tokens.get(i), groupOf(scene, size, at)) : Optional.empty();
  }

  /** "both A and B" names them itself. */
  private static boolean followsAnd(List<Token> tokens, int from) {
    return tokens.stream().skip(from).limit(6).anyMatch(t -> t.lemma().equals("and"));
  }

  private Optional<ActorMention> reciprocal(Scene scene, int at) {
    List<Token> tokens = scene.syntax().tokens();
    if (at + 1 >= tokens.size()) {
      return Optional.empty();
    }
    String pair = lower(tokens.get(at)) + " " + lower(tokens.get(at + 1));
    boolean reciprocal = pair.equals("each other") || pair.equals("one another");
    return reciprocal ? states(tokens.get(at), tokens.get(at + 1), groupOf(scene, 2, at)) : Optional.empty();
  }

  /** "his counterpart", "its partner": the one that the possessor deals with. */
  private Optional<ActorMention> other(Scene scene, int at) {
    List<Token> tokens = scene.syntax().tokens();
    if (!POSSESSIVES.contains(lower(tokens.get(at)))) {
      return Optional.empty();
    }
    for (int i = at + 1; i < Math.min(at + 4, tokens.size()); i++) {
      if (scene.named(tokens.get(i))) {
        return Optional.empty();
      }
      if (OTHERS.contains(tokens.get(i).lemma())) {
        List<String> possessor = subjectBefore(scene, at);
        Set<String> others = new LinkedHashSet<>();
        for (String state : possessor) {
          otherOf(scene, state, at).ifPresent(others::add);
        }
        return states(tokens.get(at), tokens.get(i), new ArrayList<>(others));
      }
    }
    return Optional.empty();
  }

  private Optional<String> otherOf(Scene scene, String state, int before) {
    List<String> here = statesBefore(scene, before).stream().filter(s -> !s.equals(state)).toList();
    if (here.size() == 1) {
      return Optional.of(here.getFirst());
    }
    return partnerOf(state);
  }

  /** "the kingdom", "the South Asian country". */
  private Optional<ActorMention> single(Scene scene, int at) {
    List<Token> tokens = scene.syntax().tokens();
    if (!lower(tokens.get(at)).equals("the") && !lower(tokens.get(at)).equals("this")) {
      return Optional.empty();
    }
    List<String> adjectives = new ArrayList<>();
    for (int i = at + 1; i < Math.min(at + 6, tokens.size()); i++) {
      Token t = tokens.get(i);
      if (SINGLES.contains(t.lemma()) && !t.pos().equals("NNS")) {
        List<String> fitting =
            candidates(scene, at).stream().filter(s -> stateNouns.fits(s, t.lemma(), adjectives)).toList();
        return fitting.isEmpty() ? Optional.empty() : states(tokens.get(at), t, List.of(fitting.getFirst()));
      }
      if (t.lemma().equals("bloc") || t.lemma().equals("alliance") && adjectives.isEmpty()) {
        return lastBody.map(
            b -> new ActorMention(tokens.get(at).span().cover(t.span()), b.actors(), Sense.REFERENCE, List.of()));
      }
      if (!t.pos().startsWith("JJ") && !t.isNoun() || scene.named(t)) {
        return Optional.empty();
      }
      adjectives.add(lower(t));
    }
    return Optional.empty();
  }

  /** States that a noun phrase may mean: first those named earlier in the sentence, then the latest ones. */
  private List<String> candidates(Scene scene, int before) {
    Set<String> all = new LinkedHashSet<>(statesBefore(scene, before).reversed());
    all.addAll(recent);
    all.addAll(frame.main());
    return new ArrayList<>(all);
  }

  private Optional<ActorMention> pronoun(Scene scene, int at) {
    Token token = scene.syntax().tokens().get(at);
    String word = lower(token);
    if (!PRONOUNS.contains(word) && !POSSESSIVES.contains(word) || word.equals("it") && pleonastic(scene, token)) {
      return Optional.empty();
    }
    if (OURS.contains(word)) {
      return states(token, token, home().map(List::of).orElseGet(() -> new ArrayList<>(lastSubject)));
    }
    boolean between =
        scene.syntax().preposition(token).filter(x -> x.lemma().equals("between") || x.lemma().equals("among"))
            .isPresent();
    if (PERSONAL.contains(word)) {
      Optional<ActorMention> person =
          scene.mentions().reversed().stream()
              .filter(
                  m -> m.sense() == Sense.OFFICE && m.states().size() == 1 && m.span().end() <= token.span().start())
              .findFirst();
      if (person.isPresent()) {
        return states(token, token, person.get().states());
      }
    }
    return states(token, token, between ? groupOf(scene, 2, at) : subjectBefore(scene, at));
  }

  /** "it is time to": the pronoun stands for nothing. */
  private static boolean pleonastic(Scene scene, Token it) {
    return scene.syntax().head(it)
        .filter(h -> h.lemma().equals("be"))
        .map(h -> scene.syntax().child(h, "acomp", "attr", "xcomp", "ccomp").isPresent())
        .orElse(false);
  }

  // ---- who is at hand

  private List<String> subjectBefore(Scene scene, int index) {
    List<ActorMention> before =
        scene.mentions().stream()
            .filter(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty())
            .filter(m -> scene.headOf(m.span()).index() < index)
            .toList();
    for (ActorMention m : before.reversed()) {
      if (isSubject(scene, m)) {
        return subjectStates(scene, m);
      }
    }
    if (!addressed.isEmpty()) {
      return addressed;
    }
    return lastSubject.isEmpty() && !before.isEmpty() ? before.getFirst().states() : new ArrayList<>(lastSubject);
  }

  private static List<String> subjectStates(Scene scene, ActorMention m) {
    Token head = scene.headOf(m.span());
    while (head.relation().equals("conj") && head.head() >= 0) {
      head = scene.syntax().head(head).orElseThrow();
    }
    Set<String> all = new LinkedHashSet<>(scene.mentionAt(head).map(ActorMention::states).orElse(List.of()));
    all.addAll(m.states());
    scene.mentionsIn(scene.syntax().nounPhrase(head)).stream()
        .filter(x -> scene.headOf(x.span()).relation().equals("conj"))
        .forEach(x -> all.addAll(x.states()));
    return new ArrayList<>(all);
  }

  static boolean isSubject(Scene scene, ActorMention m) {
    Token at = scene.headOf(m.span());
    for (int depth = 0; depth < 4; depth++) {
      if (at.relation().startsWith("nsubj")) {
        return true;
      }
      boolean inside = Set.of("conj", "poss", "compound", "nmod", "appos").contains(at.relation());
      Optional<Token> head = scene.syntax().head(at);
      if (!inside || head.isEmpty()) {
        return false;
      }
      at = head.get();
    }
    return false;
  }

  private static List<String> statesBefore(Scene scene, int index) {
    Set<String> states = new LinkedHashSet<>();
    scene.mentions().stream()
        .filter(m -> m.sense() != Sense.LOCATION && scene.headOf(m.span()).index() < index)
        .forEach(m -> states.addAll(m.states()));
    return new ArrayList<>(states);
  }

  /** The same with those that are only where something happens, if by their own names: not "in Geneva". */
  private static List<String> statesNamedBefore(Scene scene, int index) {
    return scene.mentions().stream()
        .filter(m -> m.sense() != Sense.LOCATION || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.STATE))
        .filter(m -> scene.headOf(m.span()).index() < index)
        .flatMap(m -> m.states().stream()).distinct().toList();
  }

  private List<String> groupOf(Scene scene, int size, int before) {
    List<String> here = statesBefore(scene, before);
    if (addressed.size() == size) {
      return addressed;
    }
    if (here.size() == size) {
      return here;
    }
    List<String> byName = statesNamedBefore(scene, before);
    if (byName.size() == size) {
      return byName;
    }
    Optional<Event> ofBlock =
        events.stream().filter(e -> e.states().size() == size && e.block() == scene.block().start()).findFirst();
    if (ofBlock.isPresent()) {
      return new ArrayList<>(ofBlock.get().states());
    }
    if (size == 2 && !pairBefore(scene).isEmpty()) {
      return pairBefore(scene);
    }
    if (size == 2 && frame.dyad().size() == 2) {
      return frame.dyad();
    }
    Optional<Event> earlier = events.stream().filter(e -> e.states().size() == size).findFirst();
    if (earlier.isPresent()) {
      return new ArrayList<>(earlier.get().states());
    }
    return size <= GUESSED && recent.size() >= size ? recent.stream().limit(size).toList() : List.of();
  }

  private Optional<ActorMention> states(Token first, Token last, List<String> codes) {
    List<Actor> actors = codes.stream().flatMap(c -> stateByCode.apply(c).stream()).toList();
    if (actors.isEmpty()) {
      return Optional.empty();
    }
    Span span = first.span().cover(last.span());
    return Optional.of(new ActorMention(span, actors, Sense.REFERENCE, codes));
  }

  private static String lower(Token token) {
    return token.form().toLowerCase(Locale.ROOT);
  }
}
