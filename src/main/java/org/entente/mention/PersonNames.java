package org.entente.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.mention.Mention.ActorMention;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.vocab.IriScheme;

/** The name behind a title, and whom it means: "Foreign Minister <i>Khawaja Asif</i>", "president, <i>Ana Lopes</i>,". */
final class PersonNames {

  private static final String PERSON = "Person";
  private static final int LONGEST = 6;

  private final Gazetteer gazetteer;
  private final Capitals capitals;
  private final Surnames surnames;

  PersonNames(Gazetteer gazetteer, Capitals capitals, Surnames surnames) {
    this.gazetteer = gazetteer;
    this.capitals = capitals;
    this.surnames = surnames;
  }

  /** The name that begins at a token; behind a comma it has two words at least and ends before another mark. */
  Optional<Span> from(SentenceTokens sentence, int from, NamedSpans named) {
    boolean apposition = from < sentence.size() && sentence.token(from).form().equals(",");
    int start = apposition ? from + 1 : from;
    int end = start;
    while (end < sentence.size() && end - start < LONGEST && goesOn(sentence, end, end > start, named)) {
      end++;
    }
    while (end > start && !mayEnd(sentence, end - 1)) {
      end--;
    }
    boolean closed = end >= sentence.size() || sentence.token(end).isPunctuation();
    if (end == start || apposition && (end - start < 2 || !closed)) {
      return Optional.empty();
    }
    return Optional.of(sentence.token(start).span().cover(sentence.token(end - 1).span()));
  }

  private boolean goesOn(SentenceTokens sentence, int at, boolean inside, NamedSpans named) {
    return isPart(sentence.token(at), inside, named) || inside && isTied(sentence, at);
  }

  private static boolean mayEnd(SentenceTokens sentence, int last) {
    return Capitals.isCapital(sentence.token(last)) || isTied(sentence, last);
  }

  /** The small second half of a given name: "Cho Tae-<i>yong</i>". */
  private static boolean isTied(SentenceTokens sentence, int index) {
    return index > 1 && sentence.token(index - 1).form().equals("-")
        && sentence.token(index - 2).span().end() == sentence.token(index - 1).span().start()
        && sentence.token(index - 1).span().end() == sentence.token(index).span().start();
  }

  private boolean isPart(Token t, boolean inside, NamedSpans named) {
    boolean title =
        gazetteer.isA(t.form(), NameWords.PERSON_TITLE) || gazetteer.isA(t.form(), NameWords.INSTITUTION_HEAD);
    boolean link = inside && gazetteer.isA(t.form().toLowerCase(Locale.ROOT), NameWords.NAME_LINK);
    boolean word = Capitals.isCapital(t) && (t.isNoun() || t.isAdjective() || t.isForeign());
    return (link || word) && !title && !capitals.isCalendar(t) && named.at(t).filter(PersonNames::isOther).isEmpty();
  }

  private static boolean isOther(ActorMention mention) {
    return mention.actors().stream().noneMatch(a -> a.type() == Actor.Type.PERSON);
  }

  /**
   * Whom a name means.
   *
   * @param office the words of the title
   * @param state whose office it is, where that is known
   */
  Actor person(String name, String office, Optional<String> state) {
    return surnames.before(Surnames.lastWord(name))
        .filter(m -> mayBe(name, m.actors().getFirst().name()))
        .filter(m -> state.isEmpty() || m.states().equals(List.of(state.get())))
        .map(m -> m.actors().getFirst())
        .or(() -> bySurname(name, office, state))
        .orElseGet(() -> new Actor(Actor.Type.PERSON, IriScheme.nameSlug(name), name, PERSON, state, false));
  }

  /** Whether a name may be of who is called so in full: "Rajiv Gandhi" is not Indira Gandhi. */
  private static boolean mayBe(String name, String full) {
    List<String> given = List.of(name.split(" "));
    List<String> known = List.of(full.split(" "));
    return given.size() < 2 || known.size() < 2
        || given.subList(0, given.size() - 1).stream().anyMatch(g -> g.endsWith(".") || known.contains(g));
  }

  /** The only one of a bare surname who is of that state or held such an office. */
  private Optional<Actor> bySurname(String name, String office, Optional<String> state) {
    if (name.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    List<Actor> fitting =
        gazetteer.personsBySurname(name).stream()
            .filter(p -> state.isPresent() ? p.state().equals(state) : held(p, office))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private boolean held(Actor person, String office) {
    String title = lower(gazetteer.post(Surnames.lastWord(office), Optional.empty()));
    return gazetteer.tenures(person).stream().anyMatch(t -> lower(t.post()).contains(title));
  }

  private static String lower(Actor post) {
    return post.name().toLowerCase(Locale.ROOT);
  }
}
