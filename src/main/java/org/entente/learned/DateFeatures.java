package org.entente.learned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.event.DateSide;
import org.entente.learned.DatesBefore.Named;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.time.TimeInterval;

/**
 * From what one can tell which date belongs to what a word tells: one of the sentence's own, one that the article named
 * before and that goes on to hold, the article's own day, or none.
 */
final class DateFeatures {

  /** Sentences that open an article. */
  private static final int OPENING = 3;

  private final AnnotatedSentence sentence;
  private final Guess guess;
  private final Optional<DateMention> byRule;
  private final DateSide side;
  private final String group;
  private final String own;
  private final Map<TimeInterval, Dating> candidates = new LinkedHashMap<>();
  private final Map<TimeInterval, List<String>> signs = new LinkedHashMap<>();

  /**
   * @param byRule the date of the sentence, or of what heads its block, that the rules take for the word's
   * @param before what was named and told so far
   * @param side when the article was published
   */
  DateFeatures(
      AnnotatedSentence sentence, Guess guess, Optional<DateMention> byRule, DatesBefore before, DateSide side) {
    this.sentence = sentence;
    this.guess = guess;
    this.byRule = byRule;
    this.side = side;
    this.group = " " + guess.status().group();
    this.own = " beside " + Math.min(2, sentence.dates().size());
    sentence.dates().forEach(d -> consider(d, here(d)));
    sentence.heading().ifPresent(d -> consider(d, List.of("heading", "heading" + own)));
    before.told().ifPresent(n -> consider(n.date(), carried("told", n)));
    before.last(sentence).ifPresent(n -> consider(n.date(), carried("last", n)));
    before.first(sentence).ifPresent(n -> consider(n.date(), carried("first", n)));
    side.issued().ifPresent(day -> consider(TimeInterval.day(day), Optional.empty(), today()));
  }

  /** The dates that come into question; that it has none does always. */
  List<Optional<Dating>> candidates() {
    List<Optional<Dating>> all = new ArrayList<>(candidates.values().stream().map(Optional::of).toList());
    all.add(Optional.empty());
    return all;
  }

  /** What speaks for and against a date, {@link #candidates() one of those}. */
  Map<String, Float> of(Optional<Dating> dating) {
    Map<String, Float> f = new LinkedHashMap<>();
    List<String> all = dating.map(d -> dated(d.days())).orElseGet(this::undated);
    for (String sign : all) {
      f.put(sign, 1f);
      f.put(sign + group, 1f);
      f.put(sign + " " + guess.kind(), 1f);
    }
    return f;
  }

  private void consider(DateMention date, List<String> why) {
    Optional.of(date).filter(d -> side.fits(d, guess.status())).flatMap(d -> side.settled(d, guess.status()))
        .ifPresent(days -> consider(days, Optional.of(date), why));
  }

  private void consider(TimeInterval days, Optional<DateMention> words, List<String> why) {
    candidates.putIfAbsent(days, new Dating(days, words));
    signs.computeIfAbsent(days, d -> new ArrayList<>()).addAll(why);
  }

  private List<String> here(DateMention date) {
    ClauseGraph graph = sentence.graph();
    Word head = sentence.headOf(date.span());
    int distance = head.index() - guess.word().index();
    String where = (distance < 0 ? " before" : " behind") + (Math.abs(distance) > 8 ? " far" : "");
    boolean sameClause = graph.verbOf(head).equals(graph.verbOf(guess.word()));
    List<String> why = new ArrayList<>(List.of("here", "here" + own, "here" + where, "here " + head.marker()));
    why.add(sameClause ? "clause" : "other clause");
    why.add("here " + head.relation() + (head.head() == guess.word().index() ? " on the word" : ""));
    if (byRule.filter(date::equals).isPresent()) {
      why.add("rules");
      why.add("rules" + where);
    }
    return why;
  }

  private List<String> carried(String how, Named named) {
    int ago = named.ago(sentence);
    String far = ago == 0 ? " 0" : ago == 1 ? " 1" : ago <= OPENING ? " 3" : ago <= 8 ? " 8" : " far";
    return List.of(how + own, how + far, how + far + own,
        how + (named.isInBlockOf(sentence) ? " in block" : " in another"),
        how + far + silence());
  }

  private List<String> today() {
    String where = sentence.number() <= OPENING ? " opening" : "";
    return List.of("today" + own, "today" + own + where, "today" + silence() + where, "today " + guess.word().tag(),
        "today " + sentence.block().kind());
  }

  private List<String> dated(TimeInterval days) {
    List<String> all = new ArrayList<>(signs.getOrDefault(days, List.of()));
    all.add(length(days));
    all.add(length(days) + when(days));
    all.add("others " + Math.min(5, candidates.size()));
    return all;
  }

  private List<String> undated() {
    return List.of("none", "none" + own, "none" + silence(), "none " + guess.word().tag(),
        "none " + sentence.block().kind(), "none others " + Math.min(5, candidates.size()));
  }

  private String silence() {
    return byRule.isPresent() ? " rules speak" : " rules silent";
  }

  private static String length(TimeInterval days) {
    long length = days.days();
    return length == 1 ? "day" : length <= 7 ? "week" : length <= 31 ? "month" : length <= 366 ? "year" : "long";
  }

  /** On which side of publication it lies, and how far. */
  private String when(TimeInterval days) {
    return side.issued().map(issued -> {
      TimeInterval now = TimeInterval.day(issued);
      boolean behind = days.latest().isBefore(issued);
      boolean near = days.overlaps(
          behind ? TimeInterval.within(issued.minusMonths(1), issued)
              : TimeInterval.within(issued, issued.plusMonths(1)));
      return days.overlaps(now) ? " now" : (behind ? " behind" : " ahead") + (near ? " near" : " far");
    }).orElse(" any time");
  }
}
