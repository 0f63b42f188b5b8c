package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.argument.Participants;
import org.entente.article.Block;
import org.entente.event.DateSide;
import org.entente.event.EventDates;
import org.entente.event.EventMention;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.AmountMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.merge.Finding;
import org.entente.merge.Finding.Again;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;
import org.entente.text.Span;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/** What a sentence says of an event besides who, what and whether: when, where, how much, by what name, who says so. */
final class Describer {

  private static final String A_QUOTED_NAME =
      "[\u201c\u2018\"'](\\p{Lu}[^\u201c\u201d\u2018\u2019\"']{1,60})[\u201d\u2019\"']";

  /** In quotation marks before the noun, with one word between at most: "the 'Eagle' naval drills". */
  private static final Pattern QUOTED_BEFORE = Pattern.compile(A_QUOTED_NAME + "\\s+(?:[\\p{L}-]+\\s+)?$");

  private static final Pattern QUOTED_BEHIND = Pattern.compile("^[,:]?\\s*" + A_QUOTED_NAME);

  /** A name has at most so many words. */
  private static final int NAME = 4;

  private final Article article;
  private final Lexicon lexicon;
  private final EventDates dates;
  private final DateSide side;

  Describer(Article article, Lexicon lexicon, EventDates dates) {
    this.article = article;
    this.lexicon = lexicon;
    this.dates = dates;
    this.side = new DateSide(article.issued());
  }

  /**
   * @param kind what the event is taken for
   * @param status where it stands
   * @param region where amounts and places are looked for
   */
  Finding.Details details(EventMention event, Kind kind, Status status, BitSet region) {
    Optional<DateMention> date =
        dates.of(event.sentence(), Optional.of(event.word()), d -> side.fits(d, status));
    Optional<AmountMention> money =
        amounts(event.sentence(), region).stream().filter(a -> a.currency().isPresent()).findFirst();
    Optional<AmountMention> things =
        lexicon.kind(kind).has(Trait.HAS_ITEM)
            ? amounts(event.sentence(), region).stream().filter(a -> a.unit().isPresent()).findFirst()
            : Optional.empty();
    return new Finding.Details(
        date.flatMap(d -> side.settled(d, status)),
        date.map(DateMention::text),
        places(event.sentence(), region),
        things.flatMap(AmountMention::unit),
        things.flatMap(Describer::whole),
        money.map(AmountMention::value),
        money.flatMap(AmountMention::currency),
        lexicon.kind(kind).has(Trait.SIGNED) ? event.frame().instrument() : Optional.empty(),
        ownName(event));
  }

  /** The date that stands with a word, whatever the word tells. */
  Optional<DateMention> date(AnnotatedSentence sentence, Word word) {
    return dates.of(sentence, Optional.of(word));
  }

  private static List<AmountMention> amounts(AnnotatedSentence sentence, BitSet region) {
    return sentence.amounts().stream().filter(a -> region.get(sentence.headOf(a.span()).index())).toList();
  }

  private static Optional<Long> whole(AmountMention amount) {
    BigDecimal value = amount.value();
    boolean whole = value.stripTrailingZeros().scale() <= 0 && value.precision() - value.scale() <= 18;
    return whole ? Optional.of(value.longValue()) : Optional.empty();
  }

  static List<Actor> places(AnnotatedSentence sentence, BitSet region) {
    Set<Actor> places = new LinkedHashSet<>();
    sentence.mentionsIn(region).stream()
        .filter(m -> m.sense() == Sense.LOCATION)
        .flatMap(m -> m.actors().stream())
        .filter(a -> a.type() == Actor.Type.PLACE)
        .forEach(places::add);
    return List.copyOf(places);
  }

  /** The whole sentence; a caption is evidence as a whole. */
  Evidence evidence(AnnotatedSentence sentence) {
    Block block = sentence.block();
    Span span = block.kind() == Block.Kind.CAPTION ? new Span(block.start(), block.end()) : sentence.span();
    return evidence(block, span);
  }

  Evidence evidence(Block block, Span span) {
    return new Evidence(span, span.in(article.text()), block.section(), block.paragraph());
  }

  /**
   * The name beside the noun: "the exercise <i>Talisman Sabre</i>", "a pipeline, <i>Nabucco</i>,", "the '<i>Friendship</i>'
   * drills".
   */
  private Optional<String> ownName(EventMention event) {
    if (!lexicon.kind(event.kind()).has(Trait.NAMED)) {
      return Optional.empty();
    }
    return noun(event)
        .flatMap(noun -> quoted(event.sentence(), noun).or(() -> nameBehind(event.sentence(), noun)));
  }

  /** The noun that announces an event, also beside a verb: "held drills". */
  private static Optional<Word> noun(EventMention event) {
    return event.isNoun() ? Optional.of(event.word())
        : event.sentence().wordsOf(event.trigger().span()).reversed().stream().filter(Word::isNoun).findFirst();
  }

  private Optional<String> quoted(AnnotatedSentence sentence, Word noun) {
    String before = new Span(sentence.span().start(), noun.span().start()).in(article.text());
    String behind = new Span(noun.span().end(), sentence.span().end()).in(article.text());
    return Stream.of(QUOTED_BEFORE.matcher(before), QUOTED_BEHIND.matcher(behind)).filter(Matcher::find)
        .map(found -> found.group(1)).filter(name -> name.split(" ").length <= NAME).findFirst();
  }

  private Optional<String> nameBehind(AnnotatedSentence sentence, Word noun) {
    List<Word> words = sentence.graph().words();
    int from = noun.index() + 1;
    while (from < words.size() && words.get(from).token().isPunctuation() && !words.get(from).form().equals(".")) {
      from++;
    }
    int to = from;
    while (to < words.size() && to - from < NAME && mayBeOfName(sentence, words.get(to))) {
      to++;
    }
    return to > from
        ? Optional.of(words.get(from).span().cover(words.get(to - 1).span()).in(article.text()))
        : Optional.empty();
  }

  private static boolean mayBeOfName(AnnotatedSentence sentence, Word word) {
    return word.token().isProperNoun()
        && !sentence.named(word)
        && sentence.dates().stream().noneMatch(d -> d.span().overlaps(word.span()));
  }

  /** "signed in 2016, ratified in May, in force since June": each step of an agreement with the date beside it. */
  List<Stage> history(AnnotatedSentence sentence, Evidence evidence) {
    List<Stage> steps = new ArrayList<>();
    for (Word word : sentence.graph().words()) {
      Optional<String> step = step(sentence, word);
      if (step.isPresent() && steps.stream().noneMatch(s -> s.step().equals(step.get()))) {
        Optional<DateMention> date = dates.behind(sentence, word);
        steps.add(new Stage(step.get(), date.flatMap(DateMention::interval), date.map(DateMention::text), evidence));
      }
    }
    return steps;
  }

  private Optional<String> step(AnnotatedSentence sentence, Word word) {
    if (word.isVerb() && VerbForm.of(sentence.graph(), word).negated()) {
      return Optional.empty();
    }
    return lexicon.signatures(word.lemma()).stream()
        .filter(s -> s.beside().isEmpty())
        .filter(s -> word.isVerb() || s.governs().contains(Signature.Governs.STAGE))
        .flatMap(s -> s.stage().stream())
        .findFirst();
  }

  /** Who says it: the subject of the verb that reports it, where that is somebody who can speak, which no place can. */
  Optional<Actor> speaker(EventMention event) {
    return event.factuality().report()
        .filter(v -> lexicon.isA(v.lemma(), "Saying"))
        .flatMap(event.graph()::subject)
        .flatMap(event.sentence()::mentionAt)
        .filter(m -> m.sense() != Sense.REFERENCE)
        .flatMap(m -> m.actors().stream().findFirst())
        .filter(speaker -> speaker.type() != Actor.Type.PLACE);
  }

  Trace trace(EventMention event, Participants participants, String outcome) {
    return Trace.of(event, article.text(), participants, outcome);
  }

  /** Whether the noun takes up something known: "the visit", "their agreement". */
  boolean definite(EventMention event) {
    return event.isNoun()
        && event.graph().hasChild(event.word(), c -> c.is(POSS) || c.is(DET) && lexicon.isA(c.form(), "Definite"));
  }

  /**
   * Whether an event's words take up what may have been told before.
   *
   * @param states who takes part
   */
  Again again(EventMention event, Set<String> states) {
    ClauseGraph graph = event.graph();
    BitSet clause = graph.clause(event.word());
    event.factuality().clauses().forEach(v -> clause.or(graph.clause(v)));
    if (graph.words().stream().anyMatch(w -> clause.get(w.index()) && lexicon.isA(w.form(), "Anew"))) {
      return Again.NEW;
    }
    boolean thing = definite(event)
        || event.word().isVerb() && graph.objects(event.word()).stream().anyMatch(o -> isBareThing(graph, o));
    if (thing) {
      return Again.SAME_THING;
    }
    boolean named = event.sentence().actors().stream()
        .filter(m -> m.sense() != Sense.REFERENCE && m.sense() != Sense.LOCATION)
        .anyMatch(m -> m.states().stream().anyMatch(states::contains));
    return named ? Again.OPEN : Again.SAME_SIDES;
  }

  /** "signed <i>the accord</i>": which one was said before. "The trade accord" may be another. */
  private boolean isBareThing(ClauseGraph graph, Word noun) {
    return noun.isNoun() && graph.hasChild(noun, c -> c.is(DET) && lexicon.isA(c.form(), "Definite"))
        && graph.children(noun, AMOD, COMPOUND, NMOD).findAny().isEmpty();
  }
}
