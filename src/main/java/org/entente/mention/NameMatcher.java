package org.entente.mention;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Name;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;

/** Names that the gazetteer has: the longest wins, and an ambiguous one counts only where the text supports it. */
final class NameMatcher {

  private static final String GOVERNMENT = "Government";
  private static final String DASHES = "-–";
  /** Tokens of a state's name and its genitive before what it owns, at most. */
  private static final int LONGEST_OWNER = 6;
  /** Of the Penn Treebank. */
  private static final Set<String> PARTICIPLES = Set.of("VBN", "VBG");

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final String text;
  private final StateCounts states;
  private final NameSense sense;
  private final Representatives representatives;

  NameMatcher(Gazetteer gazetteer, Capitals capitals, String text, StateCounts states, NameSense sense,
      Representatives representatives) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.text = text;
    this.states = states;
    this.sense = sense;
    this.representatives = representatives;
  }

  /** Whether any name stands at an offset, whatever is made of it. */
  boolean knows(int offset) {
    return !gazetteer.namesAt(text, offset).isEmpty();
  }

  Optional<ActorMention> at(SentenceTokens sentence, int offset) {
    List<Name> names = gazetteer.namesAt(text, offset);
    int length = names.getFirst().text().length();
    List<Name> readings = names.stream().filter(n -> n.text().length() == length).toList();
    Span span = new Span(offset, offset + length);
    return choose(sentence, span, readings).filter(n -> !isOnlyCalledAfter(sentence, span, n))
        .map(n -> mention(sentence, span, n, readings));
  }

  private Optional<Name> choose(SentenceTokens sentence, Span span, List<Name> readings) {
    List<Name> ofStates = readings.stream().filter(n -> n.actor().type() == Actor.Type.STATE).toList();
    if (ofStates.isEmpty()) {
      boolean inside = sense.isInside(sentence, span);
      List<Name> others = readings.stream().filter(n -> inside ? !isTerritory(n.actor()) : !n.ambiguous()).toList();
      return others.stream().filter(n -> !isOfOther(sentence, span, n)).findFirst();
    }
    Name first = ofStates.stream()
        .max(Comparator.comparingInt(this::support).thenComparingLong(this::neighboursNamed)).orElseThrow();
    Optional<Name> body = readings.stream().filter(Name::isOfSeatedBody).findFirst();
    if (body.isPresent() && first.actor().state().filter(states::isNamed).isEmpty()) {
      return body;
    }
    boolean other = first.ambiguous() && !trusted(sentence, span, first) || isLanguage(sentence, span, first);
    return other ? Optional.empty() : Optional.of(first);
  }

  /** "the Ministry of Defence": many states have one that is called so, and this one is not that of this state. */
  boolean isOfOther(SentenceTokens sentence, Span span, Name name) {
    Optional<String> own = name.actor().state();
    if (name.actor().type() != Actor.Type.INSTITUTION || own.isEmpty() || !gazetteer.isOfAnyState(name.text())
        || namesAState(span)) {
      return false;
    }
    Set<String> beside = statesBeside(sentence, span);
    return beside.isEmpty() ? !states.isNamed(own.get()) : !beside.contains(own.get());
  }

  private boolean namesAState(Span span) {
    return IntStream.range(span.start() + 1, span.end())
        .filter(i -> Character.isUpperCase(text.charAt(i)) && StateCounts.startsWord(text, i))
        .anyMatch(i -> gazetteer.namesAt(text, i).stream().anyMatch(n -> n.actor().type() == Actor.Type.STATE));
  }

  /** "<i>Romania's</i> Foreign Intelligence Service", "the Ministry of Commerce in <i>Bangkok</i>". */
  private Set<String> statesBeside(SentenceTokens sentence, Span span) {
    Set<String> found = new HashSet<>();
    Token first = sentence.first(span);
    int ownerEnd = sentence.before(first)
        .flatMap(t -> gazetteer.isA(t.form(), NameWords.GENITIVE) ? sentence.before(t) : Optional.of(t))
        .map(t -> t.span().end()).orElse(0);
    for (Token t : sentence.all().subList(Math.max(0, first.index() - LONGEST_OWNER), first.index())) {
      gazetteer.namesAt(text, t.span().start()).stream()
          .filter(n -> t.span().start() + n.text().length() == ownerEnd)
          .forEach(n -> n.actor().state().ifPresent(found::add));
    }
    sentence.after(sentence.last(span))
        .filter(t -> gazetteer.isA(t.form(), NameWords.PLACE_OF) || gazetteer.isA(t.form(), NameWords.INSIDE))
        .flatMap(sentence::after)
        .flatMap(t -> gazetteer.isA(t.form(), NameWords.ARTICLE) ? sentence.after(t) : Optional.of(t))
        .ifPresent(t -> gazetteer.namesAt(text, t.span().start())
            .forEach(n -> n.actor().state().ifPresent(found::add)));
    return found;
  }

  /** "the <i>Lima</i> Declaration", "the <i>Osh-Kashgar</i> railway" have nothing to do with who governs there. */
  private boolean isOnlyCalledAfter(SentenceTokens sentence, Span span, Name name) {
    boolean city = name.actor().type() == Actor.Type.PLACE || name.sense() == Name.Sense.METONYM;
    int end = span.end();
    while (end < text.length() && (Character.isLetter(text.charAt(end)) || DASHES.indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    boolean joined = end > span.end() || span.start() > 0 && DASHES.indexOf(text.charAt(span.start() - 1)) >= 0;
    Optional<Token> next = sentence.after(sentence.last(new Span(span.start(), end)));
    return city && next.filter(t -> joined ? isA(t, NameWords.LINE) : gazetteer.isA(t.form(), NameWords.AFTER_PLACE))
        .isPresent();
  }

  /** What is a party where it acts, and only a place where something is in it: "met in Bermuda". */
  private static boolean isTerritory(Actor actor) {
    return actor.className().equals(GOVERNMENT) && actor.state().isEmpty();
  }

  private int support(Name name) {
    int proper = name.sense() == Name.Sense.PROPER ? 1 : 0;
    return 2 * name.actor().state().map(states::of).orElse(0) + proper;
  }

  /** "Congo" beside Gabon is another than beside Rwanda. */
  private long neighboursNamed(Name name) {
    return name.actor().state().stream().flatMap(code -> gazetteer.neighbours(code).stream()).filter(states::isNamed)
        .count();
  }

  /** Whether an ambiguous word means the state here: "my neighbour Chad", "Peter Jordan", "Georgia O'Keeffe" do not. */
  private boolean trusted(SentenceTokens sentence, Span span, Name name) {
    Optional<Token> before = sentence.before(sentence.first(span));
    Optional<Token> after = sentence.after(sentence.last(span));
    boolean otherwiseNamed = name.actor().state().filter(states::isNamed).isPresent();
    boolean relation = before.filter(b -> isA(b, NameWords.PERSON_NOUN)).isPresent();
    boolean surnameFollows = after.filter(this::goesOnAName).isPresent();
    if (relation
        || before.filter(this::isGivenName).isPresent()
        || surnameFollows && name.sense() == Name.Sense.PROPER && !otherwiseNamed
        || before.filter(b -> isOrigin(sentence, b)).isPresent() && !otherwiseNamed) {
      return false;
    }
    return name.sense() == Name.Sense.PROPER || name.sense() == Name.Sense.DEMONYM || otherwiseNamed;
  }

  /** "spoke in Portuguese", "in French and Arabic", but not "in Portuguese and Spanish waters". */
  private boolean isLanguage(SentenceTokens sentence, Span span, Name name) {
    return name.sense() == Name.Sense.DEMONYM
        && beyondOthers(sentence.first(span), sentence::before)
            .filter(b -> gazetteer.isA(b.lemma(), NameWords.SPOKEN)).isPresent()
        && beyondOthers(sentence.last(span), sentence::after)
            .filter(a -> a.isNoun() || a.isAdjective() || PARTICIPLES.contains(a.pos())).isEmpty();
  }

  /** The nearest word on one side that neither is such a name nor joins two. */
  private Optional<Token> beyondOthers(Token from, Function<Token, Optional<Token>> next) {
    Optional<Token> at = next.apply(from);
    while (at.filter(t -> t.isPunctuation() || isA(t, NameWords.COORDINATOR) || mayBeLanguage(t)).isPresent()) {
      at = next.apply(at.get());
    }
    return at;
  }

  /** "Portuguese", "Arabic". */
  private boolean mayBeLanguage(Token token) {
    List<Name> names = gazetteer.namesAt(text, token.span().start());
    return names.isEmpty()
        ? Character.isUpperCase(token.form().charAt(0)) && (token.isProperNoun() || token.isAdjective())
        : names.stream().anyMatch(n -> n.sense() == Name.Sense.DEMONYM);
  }

  private boolean isA(Token token, NameWords list) {
    return gazetteer.isA(token.form().toLowerCase(Locale.ROOT), list);
  }

  private boolean isGivenName(Token t) {
    return t.isProperNoun() && Character.isUpperCase(t.form().charAt(0)) && !capitals.isCalendar(t)
        && !gazetteer.isA(t.form(), NameWords.PERSON_TITLE) && !knows(t.span().start());
  }

  private boolean goesOnAName(Token t) {
    return isGivenName(t) && !gazetteer.isA(t.form(), NameWords.INSTITUTION_HEAD);
  }

  /** "a man from Georgia". */
  private boolean isOrigin(SentenceTokens sentence, Token preposition) {
    return gazetteer.isA(preposition.lemma(), NameWords.ORIGIN)
        && sentence.token(Math.max(0, preposition.head())).isSingularNoun();
  }

  private ActorMention mention(SentenceTokens sentence, Span span, Name name, List<Name> readings) {
    Actor actor = name.actor();
    return switch (actor.type()) {
      case STATE -> state(sentence, span, name, readings);
      case PLACE -> mention(span, actor, Sense.LOCATION);
      case INSTITUTION -> name.sense() == Name.Sense.METONYM ? seat(sentence, span, actor, readings)
          : mention(span, actor, Sense.NAME);
      case PERSON -> representatives.named(span, actor);
      case POST -> mention(span, actor, Sense.NAME);
    };
  }

  /** The body, or the city in which it sits. */
  private ActorMention seat(SentenceTokens sentence, Span span, Actor body, List<Name> readings) {
    Optional<Name> ofState = readings.stream().filter(n -> n.actor().type() == Actor.Type.STATE).findFirst();
    return ofState.filter(n -> sense.isPlace(sentence, span)).map(n -> state(sentence, span, n, readings))
        .orElseGet(() -> mention(span, body, Sense.NAME));
  }

  private static ActorMention mention(Span span, Actor actor, Sense sense) {
    return new ActorMention(span, List.of(actor), sense, actor.state().stream().toList());
  }

  private ActorMention state(SentenceTokens sentence, Span span, Name name, List<Name> readings) {
    Actor state = name.actor();
    return switch (name.sense()) {
      case DEMONYM, PREFIX -> mention(span, state, Sense.DEMONYM);
      case METONYM -> sense.isPlace(sentence, span)
          ? new ActorMention(span, List.of(place(readings).orElse(state)), Sense.LOCATION,
              state.state().stream().toList())
          : mention(span, state, Sense.METONYM);
      case PROPER -> mention(span, state, sense.isPlace(sentence, span) ? Sense.LOCATION : Sense.NAME);
    };
  }

  private static Optional<Actor> place(List<Name> readings) {
    return readings.stream().map(Name::actor).filter(a -> a.type() == Actor.Type.PLACE).findFirst();
  }

  /** Where a name ends that only looks like a state's; the offset itself when there is none. */
  int notAState(int offset) {
    int longest = offset;
    int stop = Math.min(text.length(), offset + 40);
    for (int end = offset + 3; end <= stop; end++) {
      boolean word = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
      if (word && gazetteer.isA(text.substring(offset, end), NameWords.NOT_A_STATE)) {
        longest = end;
      }
    }
    return longest;
  }
}
