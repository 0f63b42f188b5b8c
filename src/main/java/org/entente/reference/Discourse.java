package org.entente.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;

/**
 * Remembers whom an article spoke of and which events it told, sentence by sentence, and says who is at hand. One
 * instance reads one article, in order.
 */
public final class Discourse {

  private static final int MEMORY = 8;

  private record Event(Set<String> states, int block) {}

  /** What can be joined, among what a sentence names. */
  public interface Joinable {

    /** Whether a mention is of an international body. */
    boolean isBody(ActorMention mention);

    /** Whether a body is named only as that whose treaty or fund something is: "ASEAN's treaty". */
    boolean isOnlyOwner(AnnotatedSentence sentence, ActorMention body);

    /** The treaty that is named last. */
    Optional<Actor> treaty(AnnotatedSentence sentence);
  }

  private final ArticleTopic topic;
  private final Joinable joinable;
  private final Deque<Event> events = new ArrayDeque<>();
  private final Deque<String> recent = new ArrayDeque<>();
  private final Deque<ActorMention> bodies = new ArrayDeque<>();
  private final Map<Integer, List<String>> namedTogether = new HashMap<>();
  /** The members of what the article says was set up, by its noun. */
  private final Map<String, List<String>> founded = new HashMap<>();
  /** Offices with whose they are, as the article introduced them. */
  private final Map<String, String> offices = new LinkedHashMap<>();
  private Set<String> lastSubject = new LinkedHashSet<>();
  private Optional<ActorMention> lastBody = Optional.empty();
  private Optional<Actor> lastTreaty = Optional.empty();
  private boolean treatyBesideBody;
  private List<String> addressed = List.of();
  private Map<String, Integer> counts = Map.of();
  private int countedBlock = -1;

  public Discourse(ArticleTopic topic, Joinable joinable) {
    this.topic = topic;
    this.joinable = joinable;
  }

  /** From here on, whoever is not named is one of those that a list of proposals is addressed to; empty ends it. */
  public void address(List<String> states) {
    addressed = List.copyOf(states);
  }

  /** Takes note of a sentence after it was read. */
  public void remember(AnnotatedSentence sentence) {
    for (ActorMention m : sentence.actors()) {
      if (m.sense() != Sense.LOCATION) {
        m.states().forEach(this::recall);
      }
      if (joinable.isBody(m)) {
        lastBody = Optional.of(m);
        bodies.removeIf(other -> other.actors().equals(m.actors()));
        bodies.addFirst(m);
      }
    }
    sentence.actors().stream().filter(m -> m.states().size() == 1).forEach(
        m -> m.actors().stream().filter(a -> a.type() == Actor.Type.POST && a.state().isPresent())
            .forEach(post -> offices.putIfAbsent(post.name(), m.states().getFirst())));
    rememberTreaty(sentence);
    List<String> together =
        AnnotatedSentence.acting(sentence.actors()).filter(m -> m.sense() != Sense.REFERENCE)
            .flatMap(m -> m.states().stream()).distinct().toList();
    if (together.size() > 2) {
      namedTogether.put(together.size(), together);
    }
    Set<String> subject = subjectOf(sentence);
    if (!subject.isEmpty()) {
      lastSubject = subject;
    }
    Map<String, Integer> named = new HashMap<>();
    sentence.actors().stream().flatMap(m -> m.states().stream()).forEach(s -> named.merge(s, 1, Integer::sum));
    counts = named;
    countedBlock = sentence.block().start();
  }

  /** A body that is named later than a treaty is spoken of in its place, but not one that only has the treaty. */
  private void rememberTreaty(AnnotatedSentence sentence) {
    Optional<Actor> treaty = joinable.treaty(sentence);
    boolean body =
        sentence.actors().stream().anyMatch(m -> joinable.isBody(m) && !joinable.isOnlyOwner(sentence, m));
    if (treaty.isPresent() || body) {
      lastTreaty = treaty;
      treatyBesideBody = body;
    }
  }

  private static Set<String> subjectOf(AnnotatedSentence sentence) {
    return sentence.actors().stream()
        .filter(m -> !m.states().isEmpty() && Subjects.isSubject(sentence, m))
        .findFirst()
        .or(
            () -> sentence.actors().stream()
                .filter(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty())
                .findFirst())
        .map(m -> new LinkedHashSet<>(m.states()))
        .orElseGet(LinkedHashSet::new);
  }

  private void recall(String state) {
    recent.remove(state);
    recent.addFirst(state);
  }

  /** Takes note of the parties of an event. */
  public void event(Collection<String> states, AnnotatedSentence sentence) {
    if (states.size() >= 2) {
      events.addFirst(new Event(new LinkedHashSet<>(states), sentence.block().start()));
      if (events.size() > MEMORY) {
        events.removeLast();
      }
    }
  }

  /** Takes note of a joint body that the article tells of: "the group" are its members from here on. */
  public void founded(String noun, Collection<String> members) {
    founded.put(noun, List.copyOf(members));
  }

  // ---- who is at hand

  /**
   * Whose an office is that is named alone: "the Minister" behind "the Minister of Trade of Botswana"; empty where several
   * states' were introduced, or none's.
   */
  Optional<String> ownerOf(String office) {
    Set<String> owners = new LinkedHashSet<>();
    offices.forEach((name, state) -> {
      if (name.startsWith(office + " ")) {
        owners.add(state);
      }
    });
    return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
  }

  /** The members of the joint body that was told of last under this noun; empty where there is none. */
  List<String> membersOf(String noun) {
    return founded.getOrDefault(noun, List.of());
  }

  public ArticleTopic topic() {
    return topic;
  }

  public List<String> addressed() {
    return addressed;
  }

  /** The states named last, the latest first. */
  public List<String> recent() {
    return new ArrayList<>(recent);
  }

  public List<String> lastSubject() {
    return new ArrayList<>(lastSubject);
  }

  /** The international body named last. */
  public Optional<ActorMention> body() {
    return lastBody;
  }

  boolean isBody(ActorMention mention) {
    return joinable.isBody(mention);
  }

  /** The international bodies that were named, the latest first. */
  List<ActorMention> bodies() {
    return List.copyOf(bodies);
  }

  /** The states of the last sentence that named so many, three or more. */
  Optional<List<String>> namedTogether(int size) {
    return Optional.ofNullable(namedTogether.get(size));
  }

  /** The treaty named last, unless the text went on to a body. */
  public Optional<Actor> treaty() {
    return lastTreaty;
  }

  /** Whether the sentence that named the treaty spoke of a body too. */
  public boolean treatyBesideBody() {
    return treatyBesideBody;
  }

  /** The one state that an article speaks for or is about. */
  public Optional<String> home() {
    return topic.main().size() == 1 ? Optional.of(topic.main().getFirst()) : Optional.empty();
  }

  /** The other party of the last undertaking that this state had a part in, else of the article's pair. */
  public Optional<String> partnerOf(String state) {
    Optional<String> speaker = topic.speaksFor().filter(s -> !s.equals(state));
    if (speaker.isPresent()) {
      return speaker;
    }
    Optional<Set<String>> last = events.stream().map(Event::states).filter(e -> e.contains(state)).findFirst();
    if (last.filter(e -> e.size() == 2).isPresent()) {
      return last.get().stream().filter(s -> !s.equals(state)).findFirst();
    }
    return topic.partnerOf(state);
  }

  /** The parties of the last events, the latest first. */
  public List<Set<String>> lastEvents() {
    return events.stream().map(Event::states).toList();
  }

  /** The parties of the last event of this block. */
  public List<String> lastEvent(AnnotatedSentence sentence) {
    return events.stream()
        .filter(e -> e.block() == sentence.block().start())
        .findFirst()
        .map(e -> List.copyOf(e.states()))
        .orElse(List.of());
  }

  /** The pair in question where nobody is named: of this block, else of the article. */
  public List<String> pair(AnnotatedSentence sentence) {
    List<String> last = lastEvent(sentence);
    return last.size() == 2 ? last : topic.dyad();
  }

  /** The parties of the last event with so many, of this block or of any. */
  Optional<List<String>> eventOf(int size, Optional<AnnotatedSentence> block) {
    return events.stream()
        .filter(e -> e.states().size() == size)
        .filter(e -> block.isEmpty() || block.get().block().start() == e.block())
        .findFirst()
        .map(e -> List.copyOf(e.states()));
  }

  /** The two states that the sentence before named most, where no third comes near. */
  List<String> pairBefore(AnnotatedSentence sentence) {
    List<String> ranked =
        counts.keySet().stream()
            .sorted(Comparator.comparing((String s) -> -times(s)).thenComparing(Comparator.naturalOrder()))
            .toList();
    boolean clear = ranked.size() == 2 || ranked.size() > 2 && times(ranked.get(1)) > times(ranked.get(2));
    return clear && countedBlock == sentence.block().start() ? ranked.subList(0, 2) : List.of();
  }

  private int times(String state) {
    return counts.getOrDefault(state, 0);
  }
}
