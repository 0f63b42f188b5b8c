package org.entente.mention;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Name;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.vocab.IriScheme;

/**
 * Institutions and places by the grammar of their names: a run of capitals that ends or begins with a word like "Bank",
 * "Ministry", "Strait".
 */
final class BodyGrammar {

  /** Classes of the ontology by the list whose words tell them. */
  private enum BodyClass {
    MINISTRY("Ministry", NameWords.MINISTRY_NAME),
    ARMED_FORCE("ArmedForce", NameWords.ARMED_FORCE_NAME),
    UNIVERSITY("University", NameWords.UNIVERSITY_NAME),
    LEGISLATURE("Legislature", NameWords.LEGISLATURE_NAME);

    private final String className;
    private final NameWords words;

    BodyClass(String className, NameWords words) {
      this.className = className;
      this.words = words;
    }
  }

  private static final String ANY_INSTITUTION = "Institution";
  private static final String OF_SEVERAL_STATES = "InternationalOrganization";
  private static final String PLACE = "Place";

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final NameMatcher matcher;
  private final String text;

  BodyGrammar(Gazetteer gazetteer, Capitals capitals, NameMatcher matcher, String text) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.matcher = matcher;
    this.text = text;
  }

  Optional<ActorMention> at(SentenceTokens sentence, int offset) {
    Token first = sentence.at(offset);
    boolean begins =
        first.span().start() == offset && !first.isDeterminer() && !first.isCoordinator() && !first.isPreposition()
            && Character.isUpperCase(first.form().charAt(0)) && !capitals.isCalendar(first)
            && !isInsideRun(sentence, first);
    return begins ? named(sentence, first) : Optional.empty();
  }

  private boolean isInsideRun(SentenceTokens sentence, Token first) {
    return sentence.before(first)
        .filter(b -> Capitals.isCapital(b) && !gazetteer.isA(first.form(), NameWords.JOINT_BEGINS))
        .filter(
            b -> b.isProperNoun() && !matcher.knows(b.span().start())
                && !gazetteer.isA(b.form(), NameWords.PERSON_TITLE))
        .isPresent();
  }

  private Optional<ActorMention> named(SentenceTokens sentence, Token first) {
    int last = run(sentence, first.index());
    if (last == first.index()) {
      return Optional.empty();
    }
    boolean place = isHead(sentence, first, last, NameWords.PLACE_HEAD) && !isOfPlace(sentence, first, last);
    if (place && isExercise(sentence, first)) {
      return Optional.empty();
    }
    boolean found = place
        || isHead(sentence, first, last, NameWords.INSTITUTION_HEAD) && !isForBodyOfState(sentence, first, last);
    return found && !isJoint(sentence, first.index(), last)
        ? Optional.of(named(sentence, first.span().cover(sentence.token(last).span()), place))
        : Optional.empty();
  }

  /** "Falcon Jets for the Moroccan Navy": things that are for a body, and no body. */
  private boolean isForBodyOfState(SentenceTokens sentence, Token first, int last) {
    List<Token> run = sentence.all().subList(first.index(), last + 1);
    List<Token> before = run.stream().takeWhile(t -> !gazetteer.isA(t.form(), NameWords.OPENS_NAME)).toList();
    Optional<Token> body = run.stream().skip(before.size() + 1)
        .filter(t -> !gazetteer.isA(t.form(), NameWords.ARTICLE)).findFirst();
    return before.stream().noneMatch(t -> gazetteer.isA(t.form(), NameWords.INSTITUTION_HEAD))
        && body.stream().map(t -> t.span().start()).anyMatch(at -> gazetteer.namesAt(text, at).stream()
            .anyMatch(n -> n.actor().type() == Actor.Type.STATE
                && at + n.text().length() < sentence.token(last).span().end()));
  }

  /** "the exercise Open Sea", "the drill, Quiet River": a manoeuvre that is called like a place. */
  private boolean isExercise(SentenceTokens sentence, Token first) {
    return sentence.before(first).map(t -> t.isPunctuation() ? sentence.before(t).orElse(t) : t)
        .filter(t -> gazetteer.isA(t.lemma().toLowerCase(Locale.ROOT), NameWords.EXERCISE_NOUN)).isPresent();
  }

  /**
   * "Fund for Saving the Aral Sea", "Ama Mensah of the Lagos Bay school": a body that is called after a place, or somebody
   * from there, and no place.
   */
  private boolean isOfPlace(SentenceTokens sentence, Token first, int last) {
    boolean opened = sentence.all().subList(first.index(), last).stream()
        .anyMatch(t -> gazetteer.isA(t.form(), NameWords.OPENS_NAME));
    return gazetteer.isA(sentence.token(last).form(), NameWords.PLACE_HEAD)
        && (isHead(sentence, first, last, NameWords.INSTITUTION_HEAD)
            || opened && !gazetteer.isA(first.form(), NameWords.PLACE_HEAD));
  }

  /**
   * Whether the last word tells what it is, or one with "of" or "for" behind it: of a place's name the first, as in
   * "Gulf of Riga", of a body's any, as in "Nile Bank for Reconstruction".
   */
  private boolean isHead(SentenceTokens sentence, Token first, int last, NameWords heads) {
    int until = heads == NameWords.PLACE_HEAD ? first.index() : last;
    return gazetteer.isA(sentence.token(last).form(), heads)
        || sentence.all().subList(first.index(), until + 1).stream()
            .filter(t -> gazetteer.isA(t.form(), heads))
            .anyMatch(t -> sentence.after(t).filter(o -> gazetteer.isA(o.form(), NameWords.OPENS_NAME)).isPresent());
  }

  /** "Joint Military Committee", "Working Group": something that is set up, not a body with a name of its own. */
  private boolean isJoint(SentenceTokens sentence, int first, int last) {
    return sentence.all().subList(first, last + 1).stream()
        .anyMatch(t -> gazetteer.isA(t.form(), NameWords.JOINT_NAME));
  }

  /** The last token of the run of capitalised words that begins here; "of", "for", "and the" may stand inside. */
  private int run(SentenceTokens sentence, int from) {
    int last = from;
    boolean opened = false;
    for (int i = from + 1; i < sentence.size(); i++) {
      Token t = sentence.token(i);
      if (goesOn(t, sentence.token(i - 1))) {
        last = i;
      } else if (isSmall(sentence, t, opened) && i - last <= 2) {
        opened |= gazetteer.isA(t.form(), NameWords.OPENS_NAME);
      } else {
        break;
      }
    }
    return last;
  }

  private boolean goesOn(Token t, Token before) {
    return Capitals.isCapital(t) && t.span().start() - before.span().end() <= 1 && !capitals.isCalendar(t);
  }

  private boolean isSmall(SentenceTokens sentence, Token t, boolean opened) {
    return gazetteer.isA(t.form(), NameWords.INSIDE_NAME)
        || opened && gazetteer.isA(t.form(), NameWords.COORDINATOR) && !opensAnother(sentence, t);
  }

  /** "the Ministry of Defence of Fiji and the <i>Ministry</i> of Defence of Tonga" are two names. */
  private boolean opensAnother(SentenceTokens sentence, Token coordinator) {
    Optional<Token> next = sentence.after(coordinator)
        .flatMap(t -> gazetteer.isA(t.form(), NameWords.ARTICLE) ? sentence.after(t) : Optional.of(t));
    return next.filter(t -> isHeadAhead(sentence, t)).isPresent() || isNamed(next);
  }

  /** "<i>Ministry</i> of Defence", "<i>Revenue</i> Authority of Togo". */
  private boolean isHeadAhead(SentenceTokens sentence, Token first) {
    Optional<Token> at = Optional.of(first);
    while (at.filter(Capitals::isCapital).isPresent()) {
      Optional<Token> next = sentence.after(at.get());
      if (gazetteer.isA(at.get().form(), NameWords.INSTITUTION_HEAD)
          && next.filter(t -> gazetteer.isA(t.form(), NameWords.OPENS_NAME)).isPresent()) {
        return true;
      }
      at = next;
    }
    return false;
  }

  /** "Port of Spain and Baghdad" is two names. */
  private boolean isNamed(Optional<Token> token) {
    return token.filter(t -> matcher.knows(t.span().start())).isPresent();
  }

  private ActorMention named(SentenceTokens sentence, Span span, boolean place) {
    String name = span.in(text);
    Actor actor =
        gazetteer.namesAt(text, span.start()).stream()
            .filter(n -> n.text().equals(name) && n.actor().type() != Actor.Type.STATE)
            .filter(n -> !matcher.isOfOther(sentence, span, n))
            .findFirst()
            .map(Name::actor)
            .orElseGet(() -> place ? place(name) : institution(name, span));
    return new ActorMention(
        span, List.of(actor), place ? Sense.LOCATION : Sense.NAME, actor.state().stream().toList());
  }

  private static Actor place(String name) {
    return new Actor(Actor.Type.PLACE, IriScheme.nameSlug(name), name, PLACE, Optional.empty(), false);
  }

  private Actor institution(String name, Span span) {
    Optional<String> state = stateWithin(span);
    String className = Arrays.stream(BodyClass.values()).filter(body -> holdsAny(name, body.words)).findFirst()
        .map(body -> body.className)
        .orElseGet(() -> state.isEmpty() && isInternational(name) ? OF_SEVERAL_STATES : ANY_INSTITUTION);
    return new Actor(Actor.Type.INSTITUTION, IriScheme.nameSlug(name), name, className, state, false);
  }

  /** "Andean Development Fund", "Volta Basin Authority". */
  private boolean isInternational(String name) {
    return holdsAny(name, NameWords.INTERNATIONAL_HEAD)
        && (holdsAny(name, NameWords.INTERNATIONAL_WORD) || holdsAny(name, NameWords.PLACE_HEAD));
  }

  private boolean holdsAny(String name, NameWords words) {
    return gazetteer.all(words).stream().anyMatch(word -> holds(name, word));
  }

  private static boolean holds(String name, String word) {
    int at = name.indexOf(word);
    return at >= 0 && StateCounts.startsWord(name, at) && StateCounts.endsWord(name, at + word.length());
  }

  /** The state whose name or people an institution's name holds. */
  private Optional<String> stateWithin(Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      if (StateCounts.startsWord(text, i)) {
        int other = matcher.notAState(i);
        if (other > i) {
          i = other - 1;
          continue;
        }
        for (Name n : gazetteer.namesAt(text, i)) {
          boolean inside = i + n.text().length() <= span.end();
          if (n.actor().type() == Actor.Type.STATE && inside && !isOfLandscape(i + n.text().length(), span.end())) {
            return n.actor().state();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a name that ends here goes on as that of a landscape: "the <i>Congo</i> Basin", but "Kenya Coast Guard". */
  private boolean isOfLandscape(int end, int bodyEnd) {
    return !(end < bodyEnd && gazetteer.isOfAnyState(text.substring(end + 1, bodyEnd)))
        && gazetteer.all(NameWords.PLACE_HEAD).stream()
            .anyMatch(word -> text.startsWith(" " + word, end) && StateCounts.endsWord(text, end + 1 + word.length()));
  }
}
