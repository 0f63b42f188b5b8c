package org.entente.learned;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * From what one can tell whether what a word is taken to tell is something of its own, or is told by another word of the
 * sentence ("arrived for an official visit"), or was told before: how likely it is beside those others, and how the words
 * hang together.
 */
final class TellingFeatures {

  /** So far behind the others that it makes no difference any more. */
  private static final float FAR = -9;

  /** Whoever is told of this many sentences before, or more, was told of long ago. */
  private static final int LONG_AGO = 30;

  private final AnnotatedSentence sentence;
  private final List<Telling> here;
  private final List<Earlier> earlier;

  /** What was told in a sentence before. */
  record Earlier(int sentence, Telling telling) {}

  /** @param here all that the sentence is taken to tell */
  TellingFeatures(AnnotatedSentence sentence, List<Telling> here, List<Earlier> earlier) {
    this.sentence = sentence;
    this.here = here;
    this.earlier = earlier;
  }

  Map<String, Float> of(Telling telling) {
    Map<String, Float> f = new LinkedHashMap<>();
    f.put("likelihood", (float) SparseModel.logit(telling.likelihood()));
    f.put("event", (float) SparseModel.logit(telling.event()));
    f.put("kind " + telling.kind(), 1f);
    f.put("status " + telling.status().group(), 1f);
    f.put("size", (float) telling.states().size());
    flag("rule", telling.byRule(), f);
    flag("verb", telling.word().isVerb(), f);
    flag("definite", telling.definite(), f);
    flag("dated", telling.when().isPresent(), f);
    f.put("block " + sentence.block().kind(), 1f);
    f.put("words", (float) sentence.graph().words().size());
    f.put("at", (float) telling.word().index());
    f.put("told", (float) here.size());
    f.put("ahead", (float) here.stream().filter(t -> t.likelihood() > telling.likelihood()).count());
    beside("twin", telling, t -> t.isOfSame(telling), f);
    beside("same states", telling, t -> t.kind() != telling.kind() && t.states().equals(telling.states()), f);
    beside("same kind", telling, t -> t.kind() == telling.kind() && !t.states().equals(telling.states()), f);
    beside("nested", telling, t -> isNested(t, telling), f);
    beside("any", telling, t -> true, f);
    before(telling, f);
    return f;
  }

  private static boolean isNested(Telling one, Telling other) {
    return !one.states().equals(other.states())
        && (one.states().containsAll(other.states()) || other.states().containsAll(one.states()));
  }

  /** The likeliest other one of a sort. */
  private void beside(String sort, Telling telling, Predicate<Telling> isOfSort, Map<String, Float> f) {
    Optional<Telling> likeliest =
        here.stream().filter(t -> t != telling).filter(isOfSort)
            .max(Comparator.comparingDouble(Telling::likelihood));
    f.put(sort + " margin", likeliest.map(t -> Math.max(FAR, margin(telling, t))).orElse(-FAR));
    likeliest.ifPresent(t -> {
      f.put(sort + " event margin",
          (float) (SparseModel.logit(telling.event()) - SparseModel.logit(t.event())));
      flag(sort, true, f);
      flag(sort + " same status", t.status().group() == telling.status().group(), f);
      f.put(sort + " status " + telling.status().group() + " beside " + t.status().group(), 1f);
      flag(sort + " same day", t.when().isPresent() && t.when().equals(telling.when()), f);
      flag(sort + " other day",
          t.when().isPresent() && telling.when().isPresent() && !t.when().get().overlaps(telling.when().get()), f);
      flag(sort + " verb", t.word().isVerb(), f);
      f.put(sort + " way " + way(telling.word(), t.word()), 1f);
      f.put(sort + " distance", (float) (telling.word().index() - t.word().index()));
      if (t.kind() != telling.kind()) {
        f.put(sort + " " + telling.kind() + " beside " + t.kind(), 1f);
      }
    });
  }

  private static float margin(Telling telling, Telling other) {
    return (float) (SparseModel.logit(telling.likelihood()) - SparseModel.logit(other.likelihood()));
  }

  /** How two words hang together. */
  private String way(Word word, Word other) {
    ClauseGraph graph = sentence.graph();
    if (graph.isUnder(word, other)) {
      return "under" + (word.head() == other.index() ? " at once " + word.relation() : "");
    }
    if (graph.isUnder(other, word)) {
      return "over" + (other.head() == word.index() ? " at once " + other.relation() : "");
    }
    return "beside";
  }

  /** What the article told before of the same states. */
  private void before(Telling telling, Map<String, Float> f) {
    List<Earlier> same = earlier.stream().filter(e -> e.telling().isOfSame(telling)).toList();
    f.put("before", (float) same.size());
    f.put("states before",
        (float) earlier.stream().filter(e -> e.telling().states().equals(telling.states())).count());
    f.put("kind before", (float) earlier.stream().filter(e -> e.telling().kind() == telling.kind()).count());
    f.put("sentences since",
        (float) (same.isEmpty() ? LONG_AGO : Math.min(LONG_AGO, sentence.number() - same.getLast().sentence())));
    if (!same.isEmpty()) {
      Telling last = same.getLast().telling();
      flag("before same status", last.status().group() == telling.status().group(), f);
      f.put("before status " + telling.status().group() + " beside " + last.status().group(), 1f);
      flag("before same word", last.word().lemma().equals(telling.word().lemma()), f);
      flag("before definite", telling.definite(), f);
    }
    flag("before same days",
        same.stream().anyMatch(e -> telling.when().isPresent() && e.telling().when().equals(telling.when())), f);
    flag("before other days",
        !same.isEmpty() && same.stream().allMatch(e -> e.telling().when().isPresent() && telling.when().isPresent()
            && !e.telling().when().get().overlaps(telling.when().get())),
        f);
  }

  private static void flag(String name, boolean holds, Map<String, Float> f) {
    if (holds) {
      f.put(name, 1f);
    }
  }
}
