package org.entente.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.NameWords;
import org.entente.actor.Offices;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.Word;
import org.entente.text.Span;

/**
 * Offices that several states have: "the defence ministers of Kenya and Oman", "Kenyan and Omani defence ministers", "the
 * two foreign ministers". Each state's post is added to the mention of the state, since the states' names stay what the
 * sentence is read by. References must be resolved before.
 *
 * <p>"Kenyan ministers" are some of one state's, and of "the ministers of Kenya and Oman" nobody knows which they are:
 * both give no post.
 */
public final class PluralOffices {

  private final Gazetteer gazetteer;
  private final Offices offices;

  public PluralOffices(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.offices = gazetteer.offices();
  }

  /** The sentence with the posts beside the states whose they are. */
  public AnnotatedSentence in(AnnotatedSentence sentence) {
    AnnotatedSentence result = sentence;
    for (Word word : sentence.graph().words()) {
      if (offices.singular(word.form()).isPresent()) {
        Office office = new Office(sentence, word);
        List<ActorMention> owners = office.owners();
        List<String> titles = office.titles();
        result = result.with(result.actors().stream().map(m -> owners.contains(m) ? held(m, titles) : m).toList());
      }
    }
    return result;
  }

  private ActorMention held(ActorMention owner, List<String> titles) {
    Stream<Actor> posts = owner.states().stream()
        .flatMap(state -> titles.stream().map(title -> gazetteer.post(title, gazetteer.state(state))));
    return new ActorMention(owner.span(), Stream.concat(owner.actors().stream(), posts).distinct().toList(),
        owner.sense(), owner.states());
  }

  /** One noun in the plural with what belongs to it. */
  private final class Office {

    private final AnnotatedSentence sentence;
    private final List<Word> words;
    private final int head;
    /** The words before the noun; where two offices share it, there are two lists. */
    private final List<List<Word>> before = new ArrayList<>();
    private final int first;
    /** The last word of what it is of: "ministers of <i>defence</i>". */
    private final int last;

    Office(AnnotatedSentence sentence, Word noun) {
      this.sentence = sentence;
      this.words = sentence.graph().words();
      this.head = noun.index();
      this.first = modifiers();
      this.last = tail();
    }

    private int modifiers() {
      int from = modifiersBefore(head);
      before.add(words.subList(from, head));
      boolean two = from > 1 && from < head && is(from - 1, NameWords.COORDINATOR) && isModifier(from - 2);
      if (!two) {
        return from;
      }
      int other = modifiersBefore(from - 1);
      before.addFirst(words.subList(other, from - 1));
      return other;
    }

    private int modifiersBefore(int end) {
      int at = end;
      while (at > 0 && isModifier(at - 1)) {
        at--;
      }
      return at;
    }

    private boolean isModifier(int at) {
      return gazetteer.isA(words.get(at).form(), NameWords.OFFICE_MODIFIER) && isFree(words.get(at))
          && !offices.isIdle(words.get(at).form());
    }

    /** Whether a word is in no name, nor in another reference than the noun. */
    private boolean isFree(Word word) {
      return sentence.mentionAt(word).filter(m -> !m.span().overlaps(words.get(head).span())).isEmpty();
    }

    private int tail() {
      int end = head;
      while (isOf(end + 1)) {
        int at = skipArticle(end + 2);
        int next = at;
        while (next < words.size() && isOfficeWord(words.get(next))) {
          next++;
        }
        if (next == at) {
          return end;
        }
        end = next - 1;
      }
      return end;
    }

    private boolean isOfficeWord(Word word) {
      return isFree(word)
          && (Capitals.isCapital(word.token()) && word.isNoun()
              || gazetteer.isA(word.form(), NameWords.OFFICE_MODIFIER)
              || gazetteer.isA(word.form(), NameWords.OFFICE_TAIL));
    }

    // ---- which

    /** What the office is called of one state: none where the noun alone does not say it. */
    List<String> titles() {
      String noun = offices.singular(words.get(head).form()).orElseThrow();
      boolean vague = offices.isVague(noun) && before.stream().anyMatch(List::isEmpty) && last == head;
      boolean apart = before.size() == 1
          || before.stream().allMatch(part -> part.size() == 1)
              && before.stream().anyMatch(part -> offices.isApart(part.getFirst().form()));
      if (vague || !apart) {
        return List.of();
      }
      String of = words.subList(head + 1, last + 1).stream().map(word -> " " + word.token().form())
          .collect(Collectors.joining());
      return before.stream().map(part -> part.stream().map(word -> word.token().form() + " ")
          .collect(Collectors.joining("", "", noun + of))).toList();
    }

    // ---- whose

    /** The mentions of the states whose offices these are; none where it is not of several. */
    List<ActorMention> owners() {
      List<ActorMention> following = isOf(last + 1) ? following(last + 2) : List.of();
      if (!following.isEmpty()) {
        return several(following);
      }
      Optional<ActorMention> itself = sentence.mentionAt(words.get(head));
      return several(itself.map(m -> m.sense() == Sense.REFERENCE ? List.of(m) : List.<ActorMention>of())
          .orElseGet(this::preceding));
    }

    private List<ActorMention> several(List<ActorMention> owners) {
      return owners.stream().flatMap(m -> m.states().stream()).distinct().count() > 1 ? owners : List.of();
    }

    /** "of Kenya, Ghana and Oman": a list ends with the member behind its conjunction. */
    private List<ActorMention> following(int from) {
      List<ActorMention> owners = new ArrayList<>();
      int at = from;
      boolean ends = false;
      Optional<ActorMention> next = ownerAt(skipArticle(at), owners);
      while (next.isPresent() && !isGenitive(end(next.get().span()))) {
        owners.add(next.get());
        at = end(next.get().span());
        boolean comma = at < words.size() && isComma(at) && !ends;
        int behind = comma ? at + 1 : at;
        boolean conjunction = is(behind, NameWords.COORDINATOR);
        ends |= conjunction;
        next = comma || conjunction ? ownerAt(skipArticle(conjunction ? behind + 1 : behind), owners)
            : Optional.empty();
      }
      return ends || owners.size() == 1 ? owners : List.of();
    }

    /** "Kenyan, Ghanaian and Omani", "Kenya's and Oman's", "their respective". */
    private List<ActorMention> preceding() {
      List<ActorMention> owners = new ArrayList<>();
      int at = first - 1;
      while (at >= 0 && offices.isIdle(words.get(at).form())) {
        at--;
      }
      boolean listed = false;
      Optional<ActorMention> next = ownerAt(isGenitive(at) ? at - 1 : at, owners);
      while (next.isPresent()) {
        owners.addFirst(next.get());
        at = start(next.get().span()) - 1;
        at = is(at, NameWords.ARTICLE) ? at - 1 : at;
        boolean conjunction = is(at, NameWords.COORDINATOR);
        int before = conjunction ? at - 1 : at;
        boolean comma = isComma(before) && (conjunction || listed);
        listed |= conjunction;
        int owner = comma ? before - 1 : before;
        next = comma || conjunction ? ownerAt(isGenitive(owner) ? owner - 1 : owner, owners) : Optional.empty();
      }
      return owners;
    }

    /** A state at a word that is named in the same manner as the others of its list. */
    private Optional<ActorMention> ownerAt(int at, List<ActorMention> others) {
      return at < 0 || at >= words.size()
          ? Optional.empty()
          : sentence.mentionAt(words.get(at))
              .filter(m -> !m.states().isEmpty() && !others.contains(m))
              .filter(m -> m.actors().stream().allMatch(PluralOffices::isStateOrPlace))
              .filter(m -> m.sense() == Sense.DEMONYM || m.sense() == Sense.REFERENCE || isItsName(m))
              .filter(m -> others.stream().allMatch(other -> isAdjective(other) == isAdjective(m)));
    }

    private static boolean isAdjective(ActorMention mention) {
      return mention.sense() == Sense.DEMONYM;
    }

    private static boolean isItsName(ActorMention mention) {
      return mention.actors().getFirst().type() == Actor.Type.STATE;
    }

    private int start(Span span) {
      return sentence.wordsOf(span).getFirst().index();
    }

    private int end(Span span) {
      return sentence.wordsOf(span).getLast().index() + 1;
    }

    private int skipArticle(int at) {
      return is(at, NameWords.ARTICLE) && !sentence.named(words.get(at)) ? at + 1 : at;
    }

    private boolean isOf(int at) {
      return is(at, NameWords.OPENS_NAME) && at + 1 < words.size();
    }

    private boolean isComma(int at) {
      return at >= 0 && at < words.size() && words.get(at).form().equals(",");
    }

    private boolean isGenitive(int at) {
      return is(at, NameWords.GENITIVE) || is(at, NameWords.GENITIVE_PLURAL);
    }

    private boolean is(int at, NameWords list) {
      return at >= 0 && at < words.size() && gazetteer.isA(words.get(at).form().replace('’', '\''), list);
    }
  }

  private static boolean isStateOrPlace(Actor actor) {
    return Set.of(Actor.Type.STATE, Actor.Type.PLACE).contains(actor.type());
  }
}
