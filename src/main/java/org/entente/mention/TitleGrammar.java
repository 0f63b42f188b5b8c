package org.entente.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.actor.Offices.Link;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Offices and who holds them by the grammar of titles: the head noun ("minister"), what stands before it and whose it
 * is, what it is of, and the name behind it.
 */
final class TitleGrammar {

  private final Gazetteer gazetteer;
  private final PersonNames persons;
  private final String text;

  TitleGrammar(Gazetteer gazetteer, PersonNames persons, String text) {
    this.gazetteer = gazetteer;
    this.persons = persons;
    this.text = text;
  }

  /** The names with the offices in place of those that they are made of. */
  List<ActorMention> withOffices(SentenceTokens sentence, List<ActorMention> names) {
    List<ActorMention> result = new ArrayList<>(names);
    for (Token token : sentence.all()) {
      NamedSpans named = new NamedSpans(result);
      boolean noun = token.isNoun() || Character.isUpperCase(token.form().charAt(0));
      if (noun && named.at(token).isEmpty()) {
        offices(sentence, token, named).forEach(
            m -> {
              result.removeIf(other -> other.span().overlaps(m.span()));
              result.add(m);
            });
      }
    }
    return result;
  }

  private List<ActorMention> offices(SentenceTokens sentence, Token token, NamedSpans named) {
    if (isA(token, NameWords.OFFICE_HEAD) && !isModifierOfNext(sentence, token)) {
      return new Office(sentence, token, named).mention().stream().toList();
    }
    return gazetteer.offices().singular(token.form()).filter(s -> Capitals.isCapital(token))
        .map(singular -> new Holders(sentence, token, singular, named).mentions()).orElse(List.of());
  }

  /** "<i>Secretary</i> General" is one office. */
  private boolean isModifierOfNext(SentenceTokens sentence, Token token) {
    return isA(token, NameWords.OFFICE_MODIFIER)
        && sentence.after(token).filter(next -> isA(next, NameWords.OFFICE_HEAD)).isPresent();
  }

  private boolean isA(Token token, NameWords list) {
    return gazetteer.isA(token.form().toLowerCase(Locale.ROOT), list);
  }

  private boolean is(Token token, NameWords list) {
    return gazetteer.isA(token.form().replace('’', '\''), list);
  }

  /**
   * What stands behind an office's noun.
   *
   * @param next the token to look at next
   * @param last the last token that belongs to the office
   * @param state whose office it is
   * @param body the institution whose it is
   * @param ended whether nothing more belongs to it
   */
  private record Tail(
      int next, int last, Optional<ActorMention> state, Optional<ActorMention> body, boolean ended) {

    Tail end() {
      return new Tail(next, last, state, body, true);
    }

    Tail to(int token) {
      return new Tail(token + 1, token, state, body, ended);
    }

    Tail of(ActorMention owner) {
      return new Tail(next, last, Optional.of(owner), body, ended);
    }

    Tail at(ActorMention institution) {
      return new Tail(next, last, state, Optional.of(institution), ended);
    }
  }

  /** One office of a sentence. */
  private final class Office {

    private final SentenceTokens sentence;
    private final Token head;
    private final NamedSpans named;
    private final int first;
    private final Optional<ActorMention> owner;
    private final Optional<ActorMention> body;
    private final Tail tail;

    Office(SentenceTokens sentence, Token head, NamedSpans named) {
      this.sentence = sentence;
      this.head = head;
      this.named = named;
      this.first = first();
      this.owner = owner();
      this.body = body();
      this.tail = tail();
    }

    private int first() {
      int at = head.index();
      while (at > 0 && (isModifier(sentence.token(at - 1)) || isHyphenated(at - 1))) {
        at--;
      }
      return at;
    }

    /** "Secretary-General" is one word of three tokens. */
    private boolean isHyphenated(int hyphen) {
      return hyphen > 0 && sentence.token(hyphen).form().equals("-") && isModifier(sentence.token(hyphen - 1));
    }

    private boolean isModifier(Token t) {
      return isA(t, NameWords.OFFICE_MODIFIER) && named.at(t.span(), Actor.Type.STATE).isEmpty()
          && named.at(t).filter(TitleGrammar::isBody).isEmpty();
    }

    /** The state right before the office: "the Qatari defence minister", "Kenya's president". */
    private Optional<ActorMention> owner() {
      return before().filter(m -> !m.states().isEmpty() && m.sense() != Sense.LOCATION || isPossessor(m))
          .filter(m -> m.actors().stream().allMatch(TitleGrammar::isStateOrPlace));
    }

    /** The body right before the office: "the NATO secretary general", "the World Bank's president". */
    private Optional<ActorMention> body() {
      return before().filter(TitleGrammar::isBody);
    }

    private Optional<ActorMention> before() {
      int before = first - 1;
      if (before >= 0 && isGenitive(sentence.token(before))) {
        before--;
      }
      return before < 0 ? Optional.empty() : named.at(sentence.token(before));
    }

    private boolean isGenitive(Token t) {
      return is(t, NameWords.GENITIVE) || is(t, NameWords.GENITIVE_PLURAL);
    }

    private boolean isPossessor(ActorMention m) {
      return !m.states().isEmpty()
          && sentence.after(sentence.last(m.span())).filter(t -> is(t, NameWords.GENITIVE)).isPresent();
    }

    // ---- what it is of

    private Tail tail() {
      Tail at = new Tail(head.index() + 1, head.index(), Optional.empty(), Optional.empty(), false);
      while (!at.ended() && at.next() + 1 < sentence.size() && links(sentence.token(at.next()))) {
        at = further(at);
      }
      return at;
    }

    private boolean links(Token t) {
      return gazetteer.isA(t.form(), NameWords.OPENS_NAME) || gazetteer.isA(t.form(), NameWords.COORDINATOR)
          || isAbroad(t);
    }

    /** "ambassador to". */
    private boolean isAbroad(Token t) {
      return isA(head, NameWords.ENVOY) && gazetteer.isA(t.form(), NameWords.GOAL);
    }

    private Tail further(Tail at) {
      Token link = sentence.token(at.next());
      int from = at.next() + 1;
      if (gazetteer.isA(sentence.token(from).form(), NameWords.ARTICLE) && from + 1 < sentence.size()) {
        from++;
      }
      Span here = sentence.token(from).span();
      Optional<ActorMention> state = named.at(here).filter(m -> !m.states().isEmpty());
      if (state.isPresent()) {
        return ofState(at, link, state.get());
      }
      Optional<ActorMention> body = named.at(here, Actor.Type.INSTITUTION);
      return body.isPresent()
          ? at.at(body.get()).to(sentence.last(body.get().span()).index()).end()
          : ofWords(at, link, from);
    }

    private Tail ofState(Tail at, Token link, ActorMention state) {
      if (gazetteer.isA(link.form(), NameWords.COORDINATOR) || state.sense() == Sense.DEMONYM) {
        return at.end();
      }
      boolean institution = state.actors().getFirst().type() != Actor.Type.STATE;
      Tail further = (isAbroad(link) || owner.isPresent() ? at : at.of(state)).to(sentence.last(state.span()).index());
      return institution && !isAbroad(link) ? further : further.end();
    }

    private Tail ofWords(Tail at, Token link, int from) {
      int end = from;
      while (end < sentence.size() && isOfficeWord(sentence.token(end))) {
        end++;
      }
      end = beforeName(from, end);
      return end == from || isAbroad(link) ? at.end() : at.to(end - 1);
    }

    /** "Minister of Foreign Affairs <i>Ana Lopes</i>": two words that no office has are a name. */
    private int beforeName(int from, int end) {
      int known = end;
      while (known > from && !gazetteer.isOfOffices(sentence.token(known - 1).form())) {
        known--;
      }
      return known > from && end - known > 1 ? known : end;
    }

    private boolean isOfficeWord(Token t) {
      return Capitals.isCapital(t) && (t.isNoun() || t.isAdjective())
          || isA(t, NameWords.OFFICE_MODIFIER) && !isA(t, NameWords.FORMERLY)
          || isA(t, NameWords.OFFICE_TAIL);
    }

    // ---- whole

    Optional<ActorMention> mention() {
      boolean bare = owner.isEmpty() && body.isEmpty() && tail.state().isEmpty() && tail.body().isEmpty();
      boolean everyday = isA(head, NameWords.EVERYDAY_OFFICE) && !Character.isUpperCase(head.form().charAt(0));
      return bare && everyday ? Optional.empty() : Optional.of(held());
    }

    private ActorMention held() {
      Optional<Span> name = persons.from(sentence, tail.last() + 1, named);
      Optional<ActorMention> whole = body.or(tail::body);
      Optional<ActorMention> behind = owner.isPresent() || tail.state().isPresent() || whole.isPresent()
          ? Optional.empty() : name.flatMap(n -> stateBehind(sentence, n, named));
      Span title = sentence.token(first).span().cover(sentence.token(tail.last()).span());
      Optional<ActorMention> known = name.flatMap(n -> named.at(n, Actor.Type.PERSON));
      boolean ofManyStates = owner.isEmpty() && tail.state().isEmpty()
          && whole.or(() -> known).filter(TitleGrammar::isOfManyStates).isPresent();
      Optional<String> state = owner.or(tail::state).or(() -> behind).or(() -> body).or(() -> known)
          .flatMap(m -> m.states().stream().findFirst()).filter(code -> !ofManyStates);
      List<Actor> actors = new ArrayList<>();
      Optional<Actor> person =
          known.map(k -> k.actors().getFirst())
              .or(() -> name.map(n -> persons.person(n.in(text), title.in(text), state)));
      person.ifPresent(actors::add);
      Optional<String> whose = state.or(() -> person.flatMap(Actor::state)).filter(code -> !ofManyStates);
      actors.add(gazetteer.post(office(), whose.flatMap(gazetteer::state)));
      whole.or(() -> known)
          .ifPresent(b -> b.actors().stream().filter(TitleGrammar::isInstitution).forEach(actors::add));
      Span all = owner.or(() -> body).map(o -> o.span().cover(title)).orElse(title);
      Span withName = name.map(all::cover).orElse(all);
      return new ActorMention(
          behind.map(b -> withName.cover(b.span())).orElse(withName), actors, Sense.OFFICE, whose.stream().toList());
    }

    /** The words of the office; the state at the end of "Minister of Defence of Kenya" is told apart. */
    private String office() {
      int last = tail.last();
      if (tail.state().isPresent()) {
        last = sentence.first(tail.state().get().span()).index() - 1;
        while (last > first && gazetteer.isA(sentence.token(last).form(), NameWords.ARTICLE)) {
          last--;
        }
        if (last > first && gazetteer.isA(sentence.token(last).form(), NameWords.OPENS_NAME)) {
          last--;
        }
      }
      String words = text.substring(sentence.token(first).span().start(), sentence.token(last).span().end());
      return body.filter(TitleGrammar::isOfManyStates)
          .map(b -> words + gazetteer.offices().joined(Link.OWNER) + b.actors().getFirst().name()).orElse(words);
    }
  }

  /** The state whose somebody is by what stands behind the name: "President Ana Lopes <i>of Kenya</i>". */
  private Optional<ActorMention> stateBehind(SentenceTokens sentence, Span name, NamedSpans named) {
    int of = sentence.last(name).index() + 1;
    if (of + 1 >= sentence.size() || !gazetteer.isA(sentence.token(of).form(), NameWords.OPENS_NAME)) {
      return Optional.empty();
    }
    boolean article = gazetteer.isA(sentence.token(of + 1).form(), NameWords.ARTICLE) && of + 2 < sentence.size();
    return named.at(sentence.token(article ? of + 2 : of + 1))
        .filter(m -> m.sense() == Sense.NAME && m.actors().getFirst().type() == Actor.Type.STATE)
        .filter(m -> sentence.after(sentence.last(m.span())).filter(t -> is(t, NameWords.GENITIVE)).isEmpty());
  }

  /** Several who have one office each: "Prime Ministers <i>Ana Lopes of Kenya and Juan Dos of Peru</i>". */
  private final class Holders {

    private final SentenceTokens sentence;
    private final Token head;
    private final String singular;
    private final NamedSpans named;
    private final int first;

    Holders(SentenceTokens sentence, Token head, String singular, NamedSpans named) {
      this.sentence = sentence;
      this.head = head;
      this.singular = singular;
      this.named = named;
      int at = head.index();
      while (at > 0 && isA(sentence.token(at - 1), NameWords.OFFICE_MODIFIER)) {
        at--;
      }
      this.first = at;
    }

    /** One for each; none where of some it is not known whose he is. */
    List<ActorMention> mentions() {
      boolean vague = first == head.index() && gazetteer.offices().isVague(singular);
      List<ActorMention> holders = new ArrayList<>();
      Optional<ActorMention> next = vague ? Optional.empty() : holder(head.index() + 1, sentence.token(first).span());
      while (next.isPresent()) {
        holders.add(next.get());
        int at = sentence.last(next.get().span()).index() + 1;
        boolean comma = at < sentence.size() && sentence.token(at).form().equals(",");
        int behind = comma ? at + 1 : at;
        boolean and = behind < sentence.size() && gazetteer.isA(sentence.token(behind).form(), NameWords.COORDINATOR);
        int name = and ? behind + 1 : behind;
        next = comma || and ? holder(name, name < sentence.size() ? sentence.token(name).span() : head.span())
            : Optional.empty();
      }
      return holders.size() > 1 ? holders : List.of();
    }

    /** @param from where the mention begins: the first has the office's words */
    private Optional<ActorMention> holder(int at, Span from) {
      Optional<Span> name = at < sentence.size() && Capitals.isCapital(sentence.token(at))
          ? persons.from(sentence, at, named) : Optional.empty();
      return name.flatMap(n -> holder(n, from));
    }

    private Optional<ActorMention> holder(Span name, Span from) {
      Optional<ActorMention> known = named.at(name, Actor.Type.PERSON);
      Optional<ActorMention> behind = stateBehind(sentence, name, named);
      String office = text.substring(sentence.token(first).span().start(), head.span().start()) + singular;
      Optional<String> state = behind.or(() -> known).flatMap(m -> m.states().stream().findFirst());
      return state.map(code -> {
        Actor person = known.map(k -> k.actors().getFirst())
            .orElseGet(() -> persons.person(name.in(text), office, state));
        Actor post = gazetteer.post(office, gazetteer.state(code));
        Span whole = from.cover(name);
        return new ActorMention(behind.map(b -> whole.cover(b.span())).orElse(whole), List.of(person, post),
            Sense.OFFICE, List.of(code));
      });
    }
  }

  /** A body that is known: "the Foreign Ministry" may be anybody's. */
  private static boolean isBody(ActorMention mention) {
    return mention.sense() != Sense.OFFICE
        && mention.actors().stream().allMatch(a -> isInstitution(a) && (a.linked() || a.state().isPresent()));
  }

  private static boolean isOfManyStates(ActorMention mention) {
    return mention.states().isEmpty() && mention.actors().stream().anyMatch(Actor::isBodyOfManyStates);
  }

  private static boolean isInstitution(Actor actor) {
    return actor.type() == Actor.Type.INSTITUTION;
  }

  private static boolean isStateOrPlace(Actor actor) {
    return actor.type() == Actor.Type.STATE || actor.type() == Actor.Type.PLACE;
  }
}
