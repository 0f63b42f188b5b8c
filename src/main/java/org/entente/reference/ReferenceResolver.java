package org.entente.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;
import org.entente.text.Numerals;

/**
 * Says who is meant by "the two sides", "his counterpart", "the kingdom", "it". The rules are narrow on purpose: a
 * reference that fits no rule stays unresolved, since a wrong party is worse than a missing one.
 */
public final class ReferenceResolver {

  /** Who is meant by "the six" nobody can guess from who was named last. */
  private static final int GUESSED = 3;

  private static final Numerals NUMERALS = Numerals.bundled();

  /** Words for so many, other than the numerals: "both", "the trio". */
  private static final Map<String, Integer> NUMBERS = Map.of("Two", 2, "Three", 3, "Four", 4);

  private final Lexicon lexicon;
  private final Discourse discourse;
  private final Narrators narrators;
  private final Function<String, Optional<Actor>> stateByCode;
  private final StateNouns stateNouns;
  private final Function<String, List<String>> namesakes;
  private final Function<String, Optional<String>> usualOwner;
  private final NamedGroups namedGroups;

  /** Which states a noun like "kingdom" or an adjective of a region may mean. */
  public interface StateNouns {
    /** Whether the state may be called so ("the kingdom", "the Asian country"). */
    boolean fits(String state, String noun, List<String> adjectives);
  }

  /**
   * @param narrators for whom "we" speaks
   * @param namesakes the states whose name holds a word in the plural: "Koreas" are two
   * @param usualOwner the state that an office belongs to where nothing else is said
   * @param groups the members of a group of states on the article's day, by what it is called
   */
  public ReferenceResolver(
      Lexicon lexicon,
      Discourse discourse,
      Narrators narrators,
      Function<String, Optional<Actor>> stateByCode,
      StateNouns stateNouns,
      Function<String, List<String>> namesakes,
      Function<String, Optional<String>> usualOwner,
      Function<String, Optional<List<String>>> groups) {
    this.lexicon = lexicon;
    this.discourse = discourse;
    this.narrators = narrators;
    this.stateByCode = stateByCode;
    this.stateNouns = stateNouns;
    this.namesakes = namesakes;
    this.usualOwner = usualOwner;
    this.namedGroups = new NamedGroups(lexicon, groups);
  }

  /** The sentence with its references resolved, by what was read so far. */
  public AnnotatedSentence resolve(AnnotatedSentence unresolved) {
    AnnotatedSentence sentence = unresolved.with(unresolved.actors().stream().map(m -> ofHome(unresolved, m)).toList());
    List<Word> words = sentence.graph().words();
    for (int i = 0; i < words.size(); i++) {
      if (sentence.named(words.get(i))) {
        continue;
      }
      Optional<ActorMention> members = namedGroup(sentence, i);
      if (members.isPresent()) {
        // "the six GCC states": the members act, not the body.
        sentence = sentence.without(members.get().span());
      }
      AnnotatedSentence read = sentence;
      int at = i;
      Optional<ActorMention> reference = members.or(() -> reference(read, at));
      if (reference.isPresent()) {
        List<ActorMention> all = new ArrayList<>(sentence.actors());
        if (all.stream().noneMatch(m -> m.span().overlaps(reference.get().span()))) {
          all.add(reference.get());
          sentence = sentence.with(all);
        }
        while (i + 1 < words.size() && words.get(i + 1).span().start() < reference.get().span().end()) {
          i++;
        }
      }
    }
    return sentence;
  }

  private Optional<ActorMention> namedGroup(AnnotatedSentence sentence, int at) {
    return namedGroups.at(sentence, at)
        .flatMap(found -> states(sentence.graph().word(at), found.last(), found.states()));
  }

  private Optional<ActorMention> reference(AnnotatedSentence sentence, int at) {
    return group(sentence, at)
        .or(() -> reciprocal(sentence, at))
        .or(() -> other(sentence, at))
        .or(() -> single(sentence, at))
        .or(() -> pronoun(sentence, at));
  }

  private boolean is(Word word, String wordClass) {
    return lexicon.isA(word.form(), wordClass);
  }

  /**
   * "the Minister" in an article that speaks for one state is that state's, else the one that was introduced; "its
   * minister" is the last subject's.
   */
  private ActorMention ofHome(AnnotatedSentence sentence, ActorMention m) {
    if (m.sense() != Sense.OFFICE || !m.states().isEmpty()
        || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.INSTITUTION)) {
      return m;
    }
    int first = sentence.wordsOf(m.span()).getFirst().index();
    Optional<Word> possessor =
        Optional.of(first).filter(f -> f > 0).map(f -> sentence.graph().word(f - 1)).filter(w -> is(w, "Possessive"));
    List<String> states =
        possessor.map(w -> is(w, "Ours") ? ours(sentence, w) : subjectBefore(sentence, first))
            .orElseGet(() -> owner(m).map(List::of).orElse(List.of()));
    return states.size() == 1 ? new ActorMention(m.span(), m.actors(), m.sense(), states) : m;
  }

  private Optional<String> owner(ActorMention office) {
    Optional<String> title =
        office.actors().stream().filter(a -> a.type() == Actor.Type.POST).findFirst().map(Actor::name);
    Optional<String> usual = title.filter(t -> discourse.topic().speaksFor().isEmpty()).flatMap(usualOwner)
        .filter(state -> title.flatMap(discourse::ownerOf).isEmpty());
    return usual.or(discourse::home).or(() -> title.flatMap(discourse::ownerOf));
  }

  // ---- groups

  /** "the two sides", "both countries", "the same four presidents", "the pair". */
  private Optional<ActorMention> group(AnnotatedSentence sentence, int at) {
    List<Word> words = sentence.graph().words();
    int i = at;
    while (i < words.size() && is(words.get(i), "GroupDeterminer")) {
      i++;
    }
    if (i >= words.size()) {
      return Optional.empty();
    }
    Word first = words.get(i);
    Optional<Integer> size = number(first);
    if (size.isEmpty()) {
      return i > at && !is(words.get(at), "Ours") && !is(words.get(at), "SingularPossessive")
          && (is(first, "PairNoun")
              || is(first, "Officeholders") && !isOfOwners(sentence, first) && hasPair(sentence))
                  ? states(words.get(at), first, groupOf(sentence, 2, at))
                  : Optional.empty();
    }
    return i == at && !is(first, "Both") ? Optional.empty() : numbered(sentence, at, i, size.get());
  }

  /** "the ministers of Ghana and Togo": the text says whose they are. */
  private boolean isOfOwners(AnnotatedSentence sentence, Word office) {
    return sentence.graph().behind(office, marker -> lexicon.isA(marker, "Of")).stream()
        .anyMatch(sentence::holdsStates);
  }

  /** "The ministers" are those of the pair in question, where there is one. */
  private boolean hasPair(AnnotatedSentence sentence) {
    return discourse.pair(sentence).size() == 2;
  }

  private Optional<Integer> number(Word word) {
    return NUMBERS.keySet().stream().filter(n -> is(word, n)).map(NUMBERS::get).findFirst()
        .or(() -> NUMERALS.cardinal(word.form()).filter(n -> n > 1));
  }

  private Optional<ActorMention> numbered(AnnotatedSentence sentence, int at, int number, int size) {
    List<Word> words = sentence.graph().words();
    int noun = headNoun(sentence, number);
    boolean nominal = noun < words.size() && words.get(noun).isNoun();
    if (nominal) {
      List<String> alike = namesakes.apply(words.get(noun).token().form());
      if (alike.size() == size) {
        return states(words.get(at), words.get(noun), alike);
      }
    }
    boolean known = nominal && words.get(noun).tag().equals("NNS") && lexicon.isA(words.get(noun).lemma(), "Pair");
    boolean ofOthers = noun + 1 < words.size() && lexicon.isA(words.get(noun + 1).lemma(), "Of");
    if (known && !ofOthers) {
      return states(words.get(at), words.get(noun), groupOf(sentence, size, at));
    }
    boolean bare = !nominal && (noun >= words.size() || !words.get(noun).tag().equals("CD"));
    boolean alone = bare && noun == number + 1 && !coordinates(words, noun);
    return alone ? states(words.get(at), words.get(number), groupOf(sentence, size, at)) : Optional.empty();
  }

  /** The noun that a number counts, behind its adjectives: "the two (South Asian) countries". */
  private static int headNoun(AnnotatedSentence sentence, int number) {
    List<Word> words = sentence.graph().words();
    int noun = number + 1;
    while (noun < words.size() && noun < number + 4 && words.get(noun).isAdjective()
        && !sentence.named(words.get(noun))) {
      noun++;
    }
    while (noun + 1 < words.size() && noun < number + 4 && words.get(noun).isNoun() && words.get(noun + 1).isNoun()) {
      noun++;
    }
    return noun;
  }

  /** "both A and B" names them itself. */
  private boolean coordinates(List<Word> words, int from) {
    return words.stream().skip(from).limit(6)
        .anyMatch(w -> w.is(Relation.CC) && !lexicon.isA(w.lemma(), "Alternative"));
  }

  private Optional<ActorMention> reciprocal(AnnotatedSentence sentence, int at) {
    List<Word> words = sentence.graph().words();
    if (at + 1 >= words.size()) {
      return Optional.empty();
    }
    boolean reciprocal = lexicon.isA(words.get(at).form() + " " + words.get(at + 1).form(), "Reciprocal");
    return reciprocal ? states(words.get(at), words.get(at + 1), groupOf(sentence, 2, at)) : Optional.empty();
  }

  // ---- the other one, the one

  /** "his counterpart", "its partner": the one that the possessor deals with. */
  private Optional<ActorMention> other(AnnotatedSentence sentence, int at) {
    List<Word> words = sentence.graph().words();
    if (!is(words.get(at), "Possessive")) {
      return Optional.empty();
    }
    for (int i = at + 1; i < Math.min(at + 4, words.size()); i++) {
      if (sentence.named(words.get(i))) {
        return Optional.empty();
      }
      if (lexicon.isA(words.get(i).lemma(), "Counterpart")) {
        Set<String> others = new LinkedHashSet<>();
        subjectBefore(sentence, at).forEach(s -> otherOf(sentence, s, at).ifPresent(others::add));
        return states(words.get(at), words.get(i), new ArrayList<>(others));
      }
    }
    return Optional.empty();
  }

  private Optional<String> otherOf(AnnotatedSentence sentence, String state, int before) {
    List<String> here = Subjects.statesBefore(sentence, before).stream().filter(s -> !s.equals(state)).toList();
    return here.size() == 1 ? Optional.of(here.getFirst()) : discourse.partnerOf(state);
  }

  /** "the kingdom", "the South Asian country", "the bloc". */
  private Optional<ActorMention> single(AnnotatedSentence sentence, int at) {
    List<Word> words = sentence.graph().words();
    if (!is(words.get(at), "SingleDeterminer")) {
      return Optional.empty();
    }
    Optional<ActorMention> body = shortened(sentence, at + 1);
    if (body.isPresent()) {
      return body.map(b -> new ActorMention(
          words.get(at).span().cover(words.get(at + 1).span()), b.actors(), Sense.REFERENCE, List.of()));
    }
    Optional<ActorMention> members = foundedBefore(words, at);
    if (members.isPresent()) {
      return members;
    }
    List<String> adjectives = new ArrayList<>();
    for (int i = at + 1; i < Math.min(at + 6, words.size()); i++) {
      Word w = words.get(i);
      if (lexicon.isA(w.lemma(), "StateNoun") && !w.tag().equals("NNS")) {
        return candidates(sentence, at).stream()
            .filter(s -> stateNouns.fits(s, w.lemma(), adjectives))
            .findFirst()
            .flatMap(s -> states(words.get(at), w, List.of(s)));
      }
      if (lexicon.isA(w.lemma(), "BodyNoun") && adjectives.isEmpty()) {
        return discourse.body().map(
            b -> new ActorMention(words.get(at).span().cover(w.span()), b.actors(), Sense.REFERENCE, List.of()));
      }
      if (!w.isAdjective() && !w.isNoun() || sentence.named(w)) {
        return Optional.empty();
      }
      adjectives.add(w.form());
    }
    return Optional.empty();
  }

  /** "the Community", "the Bank": the body that was named last of those whose names have this noun for their head. */
  private Optional<ActorMention> shortened(AnnotatedSentence sentence, int noun) {
    List<Word> words = sentence.graph().words();
    if (noun >= words.size() || !Character.isUpperCase(words.get(noun).token().form().charAt(0))) {
      return Optional.empty();
    }
    boolean goesOn =
        noun + 1 < words.size() && (lexicon.isA(words.get(noun + 1).form(), "Of")
            || Character.isUpperCase(words.get(noun + 1).token().form().charAt(0)));
    String word = words.get(noun).token().form();
    Stream<ActorMention> here = sentence.actors().reversed().stream()
        .filter(m -> m.span().end() <= words.get(noun).span().start() && discourse.isBody(m));
    return Stream.concat(here, discourse.bodies().stream())
        .filter(b -> !goesOn && headNoun(b.actors().getFirst().name()).equals(word))
        .findFirst();
  }

  /** "the task force", "the commission": the members of a joint body that the article told of. */
  private Optional<ActorMention> foundedBefore(List<Word> words, int at) {
    int noun = at + 1;
    while (noun + 1 < words.size() && noun < at + 3 && words.get(noun).is(Relation.COMPOUND, Relation.AMOD)) {
      noun++;
    }
    if (noun >= words.size() || !words.get(noun).isNoun()) {
      return Optional.empty();
    }
    boolean ofAnother = noun + 1 < words.size() && lexicon.isA(words.get(noun + 1).form(), "Of");
    return ofAnother ? Optional.empty()
        : states(words.get(at), words.get(noun), discourse.membersOf(words.get(noun).lemma()));
  }

  /** "Community" of "Southern African Development Community" and of "Community of Sahel-Saharan States". */
  private String headNoun(String name) {
    List<String> words = List.of(name.split(" "));
    int of = IntStream.range(1, words.size()).filter(i -> lexicon.isA(words.get(i), "Of")).findFirst()
        .orElse(words.size());
    return words.get(of - 1);
  }

  /** States that a noun phrase may mean: first those named earlier in the sentence, then the latest ones. */
  private Set<String> candidates(AnnotatedSentence sentence, int before) {
    Set<String> all = new LinkedHashSet<>(Subjects.statesBefore(sentence, before).reversed());
    all.addAll(discourse.recent());
    all.addAll(discourse.topic().main());
    return all;
  }

  // ---- pronouns

  private Optional<ActorMention> pronoun(AnnotatedSentence sentence, int at) {
    Word word = sentence.graph().word(at);
    boolean pronoun = is(word, "Pronoun") || is(word, "Possessive");
    if (!pronoun || pleonastic(sentence, word)) {
      return Optional.empty();
    }
    if (is(word, "Ours")) {
      return states(word, word, ours(sentence, word));
    }
    Optional<ActorMention> person = is(word, "PersonPronoun") ? officialBefore(sentence, word) : Optional.empty();
    if (person.isPresent()) {
      return states(word, word, person.get().states());
    }
    boolean between = sentence.graph().preposition(word).filter(p -> lexicon.isA(p, "Between")).isPresent();
    return states(word, word,
        between ? groupOf(sentence, 2, at) : subjectBefore(sentence, at, subjectOver(sentence, word)));
  }

  /** Whom "we" and "our" mean. */
  private List<String> ours(AnnotatedSentence sentence, Word word) {
    return narrators.isQuoted(sentence, word) ? quoted(sentence)
        : narrators.of(sentence).map(List::of).orElse(List.of());
  }

  /** Who speaks between quotation marks: the subject outside of them, else whom the text spoke of last. */
  private List<String> quoted(AnnotatedSentence sentence) {
    return sentence.actors().stream()
        .filter(m -> !m.states().isEmpty() && Subjects.isSubject(sentence, m))
        .filter(m -> !narrators.isQuoted(sentence, sentence.headOf(m.span())))
        .findFirst().map(ActorMention::states)
        .orElseGet(() -> discourse.home().map(List::of).orElseGet(discourse::lastSubject));
  }

  private static Optional<ActorMention> officialBefore(AnnotatedSentence sentence, Word word) {
    return sentence.actors().reversed().stream()
        .filter(m -> m.sense() == Sense.OFFICE && m.states().size() == 1 && m.span().end() <= word.span().start())
        .findFirst();
  }

  /** "it is time to": the pronoun stands for nothing. */
  private boolean pleonastic(AnnotatedSentence sentence, Word word) {
    return is(word, "Expletive")
        && sentence.graph().head(word)
            .filter(h -> lexicon.isA(h.lemma(), "Be"))
            .filter(h -> sentence.graph().child(h, Relation.PREDICATIVE, Relation.XCOMP, Relation.CCOMP).isPresent())
            .isPresent();
  }

  // ---- who is at hand

  /** "We run a station with <i>them</i>": an object is not who acts in its own clause. */
  private Set<String> subjectOver(AnnotatedSentence sentence, Word pronoun) {
    boolean object = pronoun.is(Relation.OBJ, Relation.IOBJ, Relation.OBL, Relation.NMOD, Relation.AGENT);
    return object
        ? sentence.graph().verbOf(pronoun).flatMap(sentence.graph()::subject)
            .map(subject -> sentence.statesIn(sentence.graph().nounPhrase(subject))).orElse(Set.of())
        : Set.of();
  }

  private List<String> subjectBefore(AnnotatedSentence sentence, int index) {
    return subjectBefore(sentence, index, Set.of());
  }

  /** @param barred who is not meant */
  private List<String> subjectBefore(AnnotatedSentence sentence, int index, Set<String> barred) {
    List<String> holder = Subjects.holderOfClause(sentence, index);
    if (!holder.isEmpty()) {
      return holder;
    }
    List<ActorMention> before =
        sentence.actors().stream()
            .filter(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty() && !barred.containsAll(m.states()))
            .filter(m -> sentence.headOf(m.span()).index() < index)
            .toList();
    Optional<ActorMention> subject =
        before.reversed().stream().filter(m -> Subjects.isSubject(sentence, m)).findFirst();
    if (subject.isPresent()) {
      return Subjects.states(sentence, subject.get());
    }
    if (!discourse.addressed().isEmpty()) {
      return discourse.addressed();
    }
    List<String> last = discourse.lastSubject().stream().filter(s -> !barred.contains(s)).toList();
    return last.isEmpty() && !before.isEmpty() ? before.getFirst().states() : last;
  }

  private List<String> groupOf(AnnotatedSentence sentence, int size, int before) {
    List<String> here = Subjects.statesBefore(sentence, before);
    if (discourse.addressed().size() == size) {
      return discourse.addressed();
    }
    if (here.size() == size) {
      return here;
    }
    List<String> byName = namedBefore(sentence, before);
    if (byName.size() == size) {
      return byName;
    }
    return discourse.eventOf(size, Optional.of(sentence))
        .or(() -> pair(sentence, size))
        .or(() -> discourse.namedTogether(size).filter(all -> size > GUESSED))
        .or(() -> members(size))
        .or(() -> discourse.eventOf(size, Optional.empty()))
        .or(() -> discourse.namedTogether(size))
        .orElseGet(() -> latest(size));
  }

  /** "The six" are the members of the body that was named last, where it has so many. */
  private Optional<List<String>> members(int size) {
    return discourse.bodies().stream().limit(1).flatMap(b -> namedGroups.members(b.actors().getFirst().name()).stream())
        .filter(all -> all.size() == size).findFirst();
  }

  private Optional<List<String>> pair(AnnotatedSentence sentence, int size) {
    List<String> before = discourse.pairBefore(sentence);
    List<String> pair = before.isEmpty() ? discourse.topic().dyad() : before;
    return size == 2 && pair.size() == 2 ? Optional.of(pair) : Optional.empty();
  }

  private List<String> latest(int size) {
    List<String> recent = discourse.recent();
    return size <= GUESSED && recent.size() >= size ? recent.subList(0, size) : List.of();
  }

  /** States named before a word, those included that are only where something happens, if by their own names. */
  private static List<String> namedBefore(AnnotatedSentence sentence, int index) {
    return sentence.actors().stream()
        .filter(m -> m.sense() != Sense.LOCATION || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.STATE))
        .filter(m -> sentence.headOf(m.span()).index() < index)
        .flatMap(m -> m.states().stream())
        .distinct()
        .toList();
  }

  private Optional<ActorMention> states(Word first, Word last, List<String> codes) {
    List<Actor> actors = codes.stream().flatMap(c -> stateByCode.apply(c).stream()).toList();
    return actors.isEmpty()
        ? Optional.empty()
        : Optional.of(new ActorMention(first.span().cover(last.span()), actors, Sense.REFERENCE, codes));
  }
}
