package org.entente.argument;

import static org.entente.syntax.Relation.*;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.event.Bodies;
import org.entente.event.EventMention;
import org.entente.event.Treaties;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.reference.Discourse;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/**
 * Says who takes part: the actors in the event's own phrase and in the clauses that state it, and, where one is still
 * missing, in its relative clause, at its destination, or known from the text before.
 */
public final class ArgumentFinder {

  private final Lexicon lexicon;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Topics topics;
  private final Bystanders bystanders;
  private final RoleReader roles;
  private final PartsOfBodies parts;

  public ArgumentFinder(Lexicon lexicon, Function<String, Optional<Actor>> stateByCode) {
    this.lexicon = lexicon;
    this.stateByCode = stateByCode;
    this.topics = new Topics(lexicon);
    this.bystanders = new Bystanders(lexicon);
    this.roles = new RoleReader(lexicon);
    this.parts = new PartsOfBodies(lexicon);
  }

  /** Everybody who takes part in an event, as far as the text tells. */
  public Participants find(EventMention event, Discourse discourse) {
    Participants found = withTreaty(event, explicit(event), discourse);
    if (!found.complete()) {
      found = inSentence(event, found);
    }
    if (has(event, Trait.JOINED) && !found.body() && !found.states().isEmpty() && joinedTreaty(event).isEmpty()) {
      if (isJoiningNothing(event)) {
        return Participants.NONE;
      }
      found = withJoined(event, found, discourse);
    }
    if (!found.complete() && event.factuality().denial().isPresent()) {
      found = withDenier(event, found);
    }
    return !found.complete() && event.stated() && !isOnesOwn(event) ? fromDiscourse(event, found, discourse) : found;
  }

  /** "became the first EU member to buy": of a body that is named for other reasons. */
  private boolean isJoiningNothing(EventMention event) {
    List<ActorMention> bodies = event.sentence().actors().stream().filter(Bodies::isBody).toList();
    return !bodies.isEmpty() && bodies.stream().allMatch(m -> bystanders.isBystander(event, m));
  }

  /** "Kenya's <i>own</i> navy will buy a cutter", "rebuilds its <i>own</i> fleet": of no partner known from before. */
  private boolean isOnesOwn(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    return Stream.concat(Stream.of(word), Stream.concat(graph.subject(word).stream(), graph.objects(word).stream()))
        .anyMatch(w -> graph.hasChild(w, c -> lexicon.isA(c.lemma(), "Own")));
  }

  /** What an article names that can be joined, for its {@link Discourse}. */
  public Discourse.Joinable joinable() {
    return new Discourse.Joinable() {

      @Override
      public boolean isBody(ActorMention mention) {
        return Bodies.isBody(mention);
      }

      @Override
      public boolean isOnlyOwner(AnnotatedSentence sentence, ActorMention body) {
        return parts.of(sentence, body).isPresent();
      }

      @Override
      public Optional<Actor> treaty(AnnotatedSentence sentence) {
        return parts.lastTreaty(sentence);
      }
    };
  }

  /** With the treaty that stands in the place of what is joined; bodies are then named for other reasons. */
  private Participants withTreaty(EventMention event, Participants found, Discourse discourse) {
    Optional<Word> noun = joinedTreaty(event);
    if (noun.isEmpty()) {
      return found;
    }
    return parts.treaty(event.sentence(), noun.get()).or(discourse::treaty)
        .map(treaty -> found.withoutBodies().with(treaty, Role.JOINS, true)).orElseGet(found::withoutBodies);
  }

  /** With the treaty or body that the text spoke of last. */
  private Participants withJoined(EventMention event, Participants found, Discourse discourse) {
    boolean treaty = lexicon.isA(event.word().lemma(), "JoinsTreaty") || !discourse.treatyBesideBody();
    return discourse.treaty().filter(t -> treaty).map(t -> found.with(t, Role.JOINS, true))
        .or(() -> discourse.body().map(body -> found.with(body, Role.JOINS))).orElse(found);
  }

  /** The treaty that an event is an accession to, if it names one there. */
  private Optional<Word> joinedTreaty(EventMention event) {
    return has(event, Trait.JOINED)
        ? Treaties.joined(event, lexicon).filter(noun -> !parts.isWayIn(event.sentence(), noun))
        : Optional.empty();
  }

  /**
   * Those who take part in what an event is taken for: without bodies that are only talked about, and with the treaty or
   * fund of a body in the place of the body where that is what is joined.
   */
  public Participants settled(EventMention event, Kind kind, Participants found) {
    boolean joined = lexicon.kind(kind).has(Trait.JOINED);
    Participants settled = found;
    for (Map.Entry<Actor, Role> party : found.roles().entrySet()) {
      List<ActorMention> mentions =
          event.sentence().actors().stream().filter(m -> Bodies.isBody(m) && m.actors().contains(party.getKey()))
              .toList();
      if (joined && party.getValue() == Role.JOINS) {
        settled = withPart(event, party.getKey(), mentions, settled);
      } else if (!joined && !mentions.isEmpty() && mentions.stream().allMatch(m -> topics.isTopic(event, m))) {
        settled = settled.without(party.getKey());
      }
    }
    return settled;
  }

  private Participants withPart(EventMention event, Actor body, List<ActorMention> mentions, Participants found) {
    List<Optional<Actor>> joined = mentions.stream().map(m -> parts.of(event.sentence(), m)).distinct().toList();
    return joined.size() == 1 ? joined.getFirst().map(part -> found.replacing(body, part)).orElse(found) : found;
  }

  // ---- explicit

  private Participants explicit(EventMention event) {
    ClauseGraph graph = event.graph();
    Word word = event.word();
    if (has(event, Trait.SAID) && word.isVerb()) {
      // Who is asked or offered something stands in the verb's own slots; its complement is about other things.
      Participants addressed = addressed(event);
      if (addressed.complete()) {
        return addressed;
      }
    }
    Participants found = from(event, word.isVerb() ? graph.clause(word) : graph.nounPhrase(word), Participants.NONE);
    for (Word verb : graph.children(word, ADVCL, ACL).filter(v -> lexicon.isA(v.lemma(), "Accompany")).toList()) {
      found = from(event, graph.subtree(verb), found);
    }
    Participants own = found;
    if (own.states().size() >= 2 && has(event, Trait.SIGNED) && lexicon.isA(word.marker(), "ByTreaty")) {
      return own;
    }
    if (word.isVerb() && word.is(PCOMP) && lexicon.isA(word.marker(), "Sequel")) {
      // "will fly to Kenya after visiting Angola": of the clause above only the subject does this too.
      return graph.subject(word).map(s -> from(event, graph.nounPhrase(s), own)).orElse(own);
    }
    found = inClauses(event, found);
    return facing(event, found);
  }

  /** With those in the clauses that state the event; who only welcomes or deplores it comes last. */
  private Participants inClauses(EventMention event, Participants before) {
    Participants found = before;
    List<Word> verbs = event.factuality().clauses();
    for (Word verb : verbs) {
      found = isAttitude(verb) ? found : ofClause(event, verb, found);
    }
    for (Word verb : verbs) {
      found = isAttitude(verb) && !found.complete() ? ofClause(event, verb, found) : found;
    }
    return found;
  }

  /**
   * "X cancelled a visit by Y's premier": where the noun has its visitor, who acts on the visit is the host, and so is who meets
   * "the <i>visiting</i> premier".
   */
  public Participants facing(EventMention event, Participants found) {
    if (!event.isNoun()) {
      return event.word().is(COMPOUND, AMOD) ? found.resting(Ground.FRAME) : found;
    }
    List<Actor> own = states(event.sentence().statesIn(event.graph().subtree(event.word())));
    Set<Role> taken = own.stream().flatMap(s -> Optional.ofNullable(found.roles().get(s)).stream())
        .collect(Collectors.toSet());
    Map<Actor, Role> turned = new LinkedHashMap<>();
    found.roles().forEach((actor, role) -> {
      if (actor.type() == Actor.Type.STATE && !own.contains(actor) && taken.contains(role)) {
        role.opposite().ifPresent(other -> turned.put(actor, other));
      }
    });
    // Who acts on what has its visitor is its host for sure.
    return turned.isEmpty() ? found : found.as(turned).resting(Ground.FRAME);
  }

  /** Whether those who speak of what others do are no part of it: "A and B discussed the truce between C and D". */
  public boolean isOthersMatter(EventMention event) {
    ClauseGraph graph = event.graph();
    Set<String> own = Set.copyOf(event.sentence().statesIn(graph.nounPhrase(event.word())));
    return event.isNoun() && own.size() >= 2 && event.factuality().clauses().stream().filter(this::isAttitude)
        .flatMap(v -> graph.subject(v).stream()).map(s -> event.sentence().statesIn(graph.nounPhrase(s)))
        .anyMatch(speakers -> !speakers.isEmpty() && speakers.stream().noneMatch(own::contains));
  }

  /** Who welcomes or deplores what others did takes no part in it. */
  private boolean isAttitude(Word verb) {
    return lexicon.isA(verb.lemma(), "Attitude");
  }

  private Participants ofClause(EventMention event, Word verb, Participants before) {
    ClauseGraph graph = event.graph();
    Participants found = from(event, graph.clause(verb), before);
    Optional<Word> subject = graph.subject(verb);
    return subject.isPresent() ? from(event, graph.nounPhrase(subject.get()), found) : found;
  }

  private Participants addressed(EventMention event) {
    ClauseGraph graph = event.graph();
    Participants found = Participants.NONE;
    Optional<Word> subject = graph.subject(event.word());
    if (subject.isPresent()) {
      found = from(event, graph.nounPhrase(subject.get()), found);
    }
    for (Word c : graph.children(event.word())) {
      boolean slot = c.is(OBJ, IOBJ, AGENT, NSUBJ_PASS) || c.is(OBL) && lexicon.isA(c.marker(), "Addressing");
      if (slot) {
        found = from(event, graph.nounPhrase(c), found);
      }
    }
    return found;
  }

  /** The actors of a region added to those found, unless they are places, topics or known already. */
  private Participants from(EventMention event, BitSet region, Participants before) {
    Participants found = before;
    Optional<Word> treaty = joinedTreaty(event);
    for (ActorMention mention : event.sentence().mentionsIn(region)) {
      boolean place = mention.sense() == Sense.LOCATION && !roles.hasSlot(event, mention);
      boolean known = mention.sense() == Sense.REFERENCE && !Bodies.isBody(mention)
          && found.states().containsAll(mention.states());
      boolean inName = treaty.filter(t -> isUnder(event, mention, t)).isPresent();
      boolean others = found.complete() && topics.isOthersBusiness(event, mention);
      boolean acts = !place && !known && !inName && !others && !Treaties.isTreaty(mention)
          && !isRoom(event, mention);
      if (acts && !topics.isTopic(event, mention) && !bystanders.isBystander(event, mention)) {
        Role role = roles.role(event, mention);
        found = withStates(found.with(mention, role), mention, role);
        if (mention.sense() == Sense.REFERENCE) {
          found = found.weakened(Ground.SENTENCE);
        }
      }
    }
    return found;
  }

  /** "met <i>at the Ministry of Finance</i>", of whichever state: a house, and nobody who takes part. */
  private boolean isRoom(EventMention event, ActorMention mention) {
    return mention.states().isEmpty() && !Bodies.isBody(mention) && mention.actors().stream()
        .allMatch(a -> a.type() == Actor.Type.INSTITUTION)
        && lexicon.isA(event.sentence().headOf(mention.span()).marker(), "Venue");
  }

  /** The city of "the Treaty of Lisbon" joins nothing, nor does the body of "ASEAN's treaty". */
  private static boolean isUnder(EventMention event, ActorMention mention, Word noun) {
    return event.graph().isUnder(event.sentence().headOf(mention.span()), noun);
  }

  private Participants withStates(Participants before, ActorMention mention, Role role) {
    Participants found = before;
    for (String code : mention.states()) {
      Optional<Actor> state = stateByCode.apply(code);
      if (state.isPresent()) {
        found = found.with(state.get(), role);
      }
    }
    return found;
  }

  // ---- elsewhere in the sentence

  private Participants inSentence(EventMention event, Participants before) {
    Participants found = relativeClause(event, before);
    if (!found.complete() && lexicon.kind(event.kind()).has(Trait.PLACE_COUNTS)) {
      found = destination(event, found);
    }
    return !found.complete() && event.stated() ? wholeSentence(event, found) : found;
  }

  /** "a deal that lets Kenya teach Ugandan pilots". */
  private Participants relativeClause(EventMention event, Participants before) {
    Participants found = before;
    for (Word c : event.graph().children(event.word(), RELCL, ACL, CCOMP).toList()) {
      found = from(event, event.graph().subtree(c), found).weakened(Ground.SENTENCE);
    }
    return found;
  }

  /** A place in another state makes that state take part: "flew to Ankara", "a base in Agadez". */
  private Participants destination(EventMention event, Participants before) {
    ClauseGraph graph = event.graph();
    BitSet region = graph.subtree(event.word());
    event.factuality().clauses().forEach(v -> region.or(graph.clause(v)));
    Participants found = before;
    for (ActorMention mention : event.sentence().mentionsIn(region)) {
      if (mention.sense() == Sense.LOCATION && !found.complete() && !topics.isTopic(event, mention)) {
        for (Word place : graph.coordinated(event.sentence().headOf(mention.span()))) {
          for (ActorMention one : event.sentence().mentionAt(place).stream().toList()) {
            found = withStates(found, one, roles.placeRole(event)).weakened(Ground.SENTENCE);
          }
        }
      }
    }
    return found;
  }

  /** "the sale of four helicopters": counted things make a noun of transfer concrete. */
  public boolean counted(EventMention event) {
    return event.isNoun()
        && has(event, Trait.OF_THINGS)
        && event.graph().behind(event.word(), p -> lexicon.isA(p, "Of")).stream()
            .anyMatch(o -> event.graph().hasChild(o, n -> n.tag().equals("CD")));
  }

  private List<String> namedIn(EventMention event) {
    return AnnotatedSentence.acting(event.sentence().actors()).filter(m -> !bystanders.isBystander(event, m))
        .flatMap(m -> m.states().stream()).distinct().toList();
  }

  /** Where the parse leads to one party or none, and the sentence names two states that act, it is about these. */
  private Participants wholeSentence(EventMention event, Participants found) {
    List<String> states =
        AnnotatedSentence.acting(event.sentence().actors())
            .filter(m -> !topics.isTopic(event, m) && !isSetAgainst(event, m))
            .flatMap(m -> m.states().stream())
            .distinct()
            .toList();
    boolean pair = states.size() == 2 && states.containsAll(found.states());
    return pair ? withCodes(found, states).weakened(Ground.SENTENCE) : found;
  }

  /** "A will supply the shells, <i>while B will provide the fuses</i>": two acts, and neither is the other's partner. */
  private boolean isSetAgainst(EventMention event, ActorMention mention) {
    ClauseGraph graph = event.graph();
    int at = event.sentence().headOf(mention.span()).index();
    return graph.words().stream()
        .filter(verb -> verb.is(ADVCL) && (lexicon.isA(verb.marker(), "Contrast")
            || graph.children(verb, MARK).anyMatch(m -> lexicon.isA(m.lemma(), "Contrast"))))
        .map(graph::subtree).anyMatch(clause -> clause.get(at) != clause.get(event.word().index()));
  }

  private Participants withCodes(Participants before, List<String> codes) {
    Participants found = before;
    for (String code : codes) {
      Optional<Actor> state = stateByCode.apply(code);
      if (state.isPresent()) {
        found = found.with(state.get(), Role.PARTICIPANT);
      }
    }
    return found;
  }

  /** "Niger denied that Turkey would open a base": who denies is the other party. */
  private Participants withDenier(EventMention event, Participants found) {
    return event.factuality().denial()
        .flatMap(event.graph()::subject)
        .map(s -> from(event, event.graph().nounPhrase(s), found).weakened(Ground.SENTENCE))
        .orElse(found);
  }

  // ---- from the text before

  /**
   * The missing party, known from the text before: the partner of the one that is named; the parties of the event
   * that a definite or joint noun takes up ("the first instalment", "a joint power station").
   */
  private Participants fromDiscourse(EventMention event, Participants found, Discourse discourse) {
    List<String> known = List.of();
    if (event.sentence().lead().isPresent() && introduced(event, discourse).containsAll(found.states())) {
      known = introduced(event, discourse);
    } else if (found.states().size() == 1) {
      known = discourse.partnerOf(found.states().iterator().next()).map(List::of).orElse(List.of());
    } else if (found.states().isEmpty() && !found.body() && takesUp(event)) {
      List<String> here = namedIn(event);
      known = here.size() >= 2 && here.size() <= 4 ? here : discourse.pair(event.sentence());
    }
    return known.isEmpty() ? found : withCodes(found, known).weakened(Ground.DISCOURSE);
  }

  /** Who acts in what introduces a list, where no one does the pair in question, is meant in its items. */
  private static List<String> introduced(EventMention event, Discourse discourse) {
    return discourse.addressed().size() >= 2 ? discourse.addressed() : discourse.pair(event.sentence());
  }

  private boolean takesUp(EventMention event) {
    return event.isNoun()
        && event.graph().hasChild(
            event.word(), c -> lexicon.isA(c.form(), "TakingUp") || lexicon.isA(c.lemma(), "Joint"));
  }

  /** "condemned <i>the treaty between Bolivia and China</i>": a noun with its parties, of which somebody thinks something. */
  public boolean isLookedAt(EventMention event) {
    return event.isNoun() && bystanders.attitudes(event).findAny().isPresent() && hasPartiesOfItsOwn(event, lexicon);
  }

  /** Whether two states, or a state and a body, stand at the noun itself. */
  public static boolean hasPartiesOfItsOwn(EventMention event, Lexicon lexicon) {
    boolean goesSomewhere = lexicon.kind(event.kind()).has(Trait.SOMEWHERE);
    List<ActorMention> own =
        event.sentence().mentionsIn(event.graph().nounPhrase(event.word())).stream()
            .filter(m -> m.sense() != Sense.LOCATION || goesSomewhere)
            .toList();
    long states = own.stream().flatMap(m -> m.states().stream()).distinct().count();
    return states >= 2 || states == 1 && own.stream().anyMatch(Bodies::isBody);
  }

  /**
   * Adds somebody who is known to take part, in the role that his place in the sentence gives him, with the persons and
   * offices by which the sentence names a state.
   *
   * @param mentions how the sentence names him; none where he is known from the text before
   */
  public Participants with(
      Participants found, EventMention event, Actor actor, List<ActorMention> mentions, boolean body) {
    if (mentions.isEmpty()) {
      Role usual = body ? bodyRole(event) : lexicon.kind(event.kind()).role();
      return found.with(actor, usual, body).weakened(Ground.DISCOURSE);
    }
    Participants more = found;
    for (ActorMention m : mentions) {
      Role role =
          m.sense() == Sense.LOCATION && !roles.hasSlot(event, m) ? roles.placeRole(event)
              : roles.role(event, m);
      more = more.with(actor, role, body);
      for (Actor named : m.actors()) {
        boolean acts = named.type() == Actor.Type.PERSON || named.type() == Actor.Type.POST
            || named.type() == Actor.Type.INSTITUTION;
        boolean his = !body && (m.states().equals(actor.state().stream().toList())
            || named.state().isPresent() && named.state().equals(actor.state()));
        if (acts && his) {
          more = more.with(named, role, false);
        }
      }
    }
    return more.weakened(Ground.SENTENCE);
  }

  /**
   * The states and bodies that take no part in an event whatever else speaks for them: which the sentence names only to liken
   * somebody to them, or in what it tells beside somebody; and where two states stand at a treaty itself, all others.
   */
  public Set<Actor> onlyTalkedAbout(EventMention event) {
    Set<Actor> talkedAbout = new LinkedHashSet<>();
    Set<Actor> others = new LinkedHashSet<>();
    for (ActorMention mention : event.sentence().actors()) {
      Set<Actor> of = bystanders.isBystander(event, mention) ? talkedAbout : others;
      of.addAll(states(mention.states()));
      if (Bodies.isBody(mention)) {
        of.addAll(mention.actors());
      }
    }
    talkedAbout.removeAll(others);
    if (has(event, Trait.JOINED) && isJoiningNothing(event)) {
      talkedAbout.addAll(others);
    }
    Word thing = event.word().is(ACL) ? event.graph().head(event.word()).orElse(event.word()) : event.word();
    if (thing.isNoun() && has(event, Trait.SIGNED)) {
      // "serve there under the A-B treaty": of two that stand at the treaty itself.
      List<Actor> own = states(event.sentence().statesIn(event.graph().nounPhrase(thing)));
      others.removeAll(own);
      others.removeIf(a -> a.type() != Actor.Type.STATE);
      talkedAbout.addAll(own.size() >= 2 ? others : Set.of());
    }
    return talkedAbout;
  }

  private boolean has(EventMention event, Trait trait) {
    return lexicon.kind(event.kind()).has(trait);
  }

  private Role bodyRole(EventMention event) {
    return has(event, Trait.JOINED) ? Role.JOINS : Role.PARTICIPANT;
  }

  /** The states of these codes as actors. */
  public List<Actor> states(Collection<String> codes) {
    return codes.stream().flatMap(c -> stateByCode.apply(c).stream()).toList();
  }

  public Topics topics() {
    return topics;
  }
}
