package org.entente.mention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Who a bare surname means: whom the article named in full before, else the only one of that name who is in office on
 * its date. One instance reads one article.
 */
final class Surnames {

  private static final int SHORTEST = 4;

  /** A name in full by its surname; the group is the given name. */
  private static final String BEHIND_GIVEN_NAME = "(\\p{Lu}[\\p{L}.-]+) %s\\b";
  private static final String BEFORE_GIVEN_NAME = "\\b%s (\\p{Lu}[\\p{L}.-]+)";

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final StateCounts states;
  private final String text;
  private final Representatives representatives;
  private final Map<String, ActorMention> named = new HashMap<>();
  /** By a family name that stands first; empty where the article names several of that name. */
  private final Map<String, Optional<ActorMention>> families = new HashMap<>();

  Surnames(Gazetteer gazetteer, Capitals capitals, StateCounts states, String text,
      Representatives representatives) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.states = states;
    this.text = text;
    this.representatives = representatives;
  }

  /** Takes note of the persons that a mention names. */
  void remember(ActorMention mention) {
    for (Actor actor : mention.actors()) {
      String surname = lastWord(actor.name());
      ActorMention person = new ActorMention(mention.span(), withBody(actor, mention), Sense.NAME, mention.states());
      if (actor.type() == Actor.Type.PERSON && !isAnothersName(surname)) {
        named.put(surname, person);
      }
      if (actor.type() == Actor.Type.PERSON && gazetteer.isFamilyNameFirst(actor)) {
        families.merge(firstWord(actor.name()), Optional.of(person),
            (known, other) -> known.filter(k -> k.actors().equals(person.actors())));
      }
    }
  }

  /** Who was named as acting for a body of many states acts for it further on. */
  private static List<Actor> withBody(Actor person, ActorMention mention) {
    return Stream.concat(Stream.of(person), mention.actors().stream().filter(a -> mention.states().isEmpty())
        .filter(Actor::isBodyOfManyStates)).toList();
  }

  private boolean isAnothersName(String surname) {
    return gazetteer.namesAt(surname, 0).stream()
        .anyMatch(n -> n.text().equals(surname) && n.actor().type() != Actor.Type.PERSON);
  }

  private static String firstWord(String name) {
    return name.substring(0, name.indexOf(' '));
  }

  static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  /** Who was named with that surname before. */
  Optional<ActorMention> before(String surname) {
    return Optional.ofNullable(named.get(surname));
  }

  /** Who the name that begins at an offset means. */
  Optional<ActorMention> at(SentenceTokens sentence, int offset) {
    int end = offset;
    while (end < sentence.sentence().span().end()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    Span span = new Span(offset, end);
    return before(span.in(text)).filter(person -> !hasAnotherGivenName(sentence, span, person))
        .or(() -> family(sentence, span))
        .map(person -> new ActorMention(span, person.actors(), Sense.NAME, person.states()))
        .or(() -> officeHolder(sentence, span));
  }

  /** "Rajiv <i>Gandhi</i>", where the article named Indira Gandhi before. */
  private boolean hasAnotherGivenName(SentenceTokens sentence, Span span, ActorMention person) {
    return sentence.before(sentence.first(span))
        .filter(t -> partOfLongerName(t) && !capitals.isCalendar(t))
        .filter(t -> !gazetteer.isA(t.form(), NameWords.PERSON_TITLE)
            && !gazetteer.isA(t.form().toLowerCase(Locale.ROOT), NameWords.OFFICE_HEAD))
        .filter(t -> !List.of(person.actors().getFirst().name().split(" ")).contains(t.form())).isPresent();
  }

  /** "<i>Xi</i> flew home", where the article named Xi Jinping. */
  private Optional<ActorMention> family(SentenceTokens sentence, Span span) {
    return families.getOrDefault(span.in(text), Optional.empty()).filter(person -> standsAlone(sentence, span));
  }

  /** A bare surname ("Lavrov") of the only one of that name who is in office on the article's date. */
  private Optional<ActorMention> officeHolder(SentenceTokens sentence, Span span) {
    Optional<LocalDate> issued = representatives.issued();
    if (issued.isEmpty() || !standsAlone(sentence, span)) {
      return Optional.empty();
    }
    String surname = span.in(text);
    List<Actor> holders = gazetteer.holdersBySurname(surname, issued.get());
    if (holders.size() != 1) {
      return Optional.empty();
    }
    Actor holder = holders.getFirst();
    boolean stands = gazetteer.isFamilyNameFirst(holder) && firstWord(holder.name()).equals(surname)
        ? !namesakeInFull(BEFORE_GIVEN_NAME.formatted(Pattern.quote(surname)), holder)
        : span.length() >= SHORTEST && !namesakeInFull(BEHIND_GIVEN_NAME.formatted(Pattern.quote(surname)), holder);
    if (!stands) {
      return Optional.empty();
    }
    boolean sure =
        gazetteer.personsBySurname(surname).size() == 1 || holder.state().filter(states::isNamed).isPresent();
    return sure
        ? Optional.of(representatives.named(span, holder))
        : Optional.empty();
  }

  private boolean standsAlone(SentenceTokens sentence, Span span) {
    Token token = sentence.first(span);
    boolean before = sentence.before(token).filter(this::partOfLongerName).isPresent();
    boolean after = sentence.after(token).filter(this::partOfLongerName).isPresent();
    return token.isProperNoun() && token.span().equals(span) && !before && !after && !capitals.isCalendar(token);
  }

  private boolean partOfLongerName(Token t) {
    return t.isProperNoun() && Capitals.isCapital(t) && gazetteer.namesAt(text, t.span().start()).isEmpty();
  }

  /** Whether the text names somebody else of that surname in full: then that one is meant. */
  private boolean namesakeInFull(String name, Actor holder) {
    return Pattern.compile(name).matcher(text).results()
        .map(r -> r.group(1))
        .anyMatch(given -> !gazetteer.isA(given, NameWords.PERSON_TITLE) && !holder.name().contains(given));
  }
}
