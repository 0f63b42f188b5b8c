package org.entente.advice;

import static org.entente.syntax.Relation.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.event.Introductions;
import org.entente.factuality.Veridicality;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.reference.ArticleTopic;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;

/**
 * Finds the lists in which an author recommends what should be done. What tells them is the grammar of their items:
 * most of them begin with an imperative ("Sign ...", "Hold ..."); no heading or phrase is needed. Items under several
 * headings belong to one list as long as no paragraph parts them.
 */
public final class ProposalLists {

  private static final double MOST = 0.6;

  /** How many blocks before a list may introduce it. */
  private static final int INTRODUCTION = 3;

  /** A sentence that names more states than this addresses none of them. */
  private static final int ADDRESSED = 4;

  private final List<Block> blocks;
  private final Map<Block, List<AnnotatedSentence>> sentences;
  private final ArticleTopic topic;
  private final Lexicon lexicon;
  private final Introductions introductions;
  private final Map<Block, Integer> firstOfList = new HashMap<>();

  public ProposalLists(
      Article article, Map<Block, List<AnnotatedSentence>> sentences, ArticleTopic topic, Lexicon lexicon) {
    this.blocks = article.blocks();
    this.sentences = sentences;
    this.topic = topic;
    this.lexicon = lexicon;
    this.introductions = new Introductions(lexicon);
    findLists();
  }

  private void findLists() {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).kind() != Block.Kind.LIST_ITEM) {
        continue;
      }
      int end = i;
      List<Block> items = new ArrayList<>();
      for (int j = i; j < blocks.size() && blocks.get(j).kind() != Block.Kind.PARAGRAPH; j++) {
        if (blocks.get(j).kind() == Block.Kind.LIST_ITEM) {
          items.add(blocks.get(j));
          end = j;
        }
      }
      note(items, i);
      i = end;
    }
  }

  private void note(List<Block> items, int first) {
    long imperative = items.stream().filter(b -> imperative(sentences.getOrDefault(b, List.of()))).count();
    if (items.size() >= 2 && imperative >= MOST * items.size() && !items.stream().allMatch(this::isCommitted)) {
      items.forEach(b -> firstOfList.put(b, first));
    }
  }

  /** "The ministers agreed to:" makes plans of what would be advice else. */
  private boolean isCommitted(Block item) {
    return sentences.getOrDefault(item, List.of()).stream().limit(1)
        .filter(s -> s.lead().isPresent())
        .flatMap(s -> s.graph().words().stream().filter(w -> w.is(ROOT) && w.isVerb())
            .map(w -> introductions.factuality(s, w, Kind.COORDINATION).veridicality()))
        .anyMatch(v -> v != Veridicality.PROPOSED);
  }

  public boolean has(Block block) {
    return firstOfList.containsKey(block);
  }

  /**
   * ISO codes of those who should act, where an item names nobody: the states of the sentence that introduces the
   * list, else those the article is about. The sentences before the list must have been read.
   */
  public List<String> addressees(Block item) {
    Integer first = firstOfList.get(item);
    return first == null ? List.of() : addressees(first);
  }

  private static boolean imperative(List<AnnotatedSentence> item) {
    return !item.isEmpty() && imperative(item.getFirst());
  }

  /** Whether a sentence begins with an imperative, perhaps behind an adverb ("Jointly ...", "Together with X, ..."). */
  public static boolean imperative(AnnotatedSentence sentence) {
    Optional<Word> first =
        sentence.graph().words().stream().filter(w -> !w.token().isPunctuation() && !w.tag().equals("RB")).findFirst();
    boolean bare = first.filter(w -> w.tag().equals("VB") || w.tag().equals("VBP") && w.is(ROOT)).isPresent();
    if (bare) {
      return sentence.graph().children(first.get(), NSUBJ, NSUBJ_PASS).noneMatch(s -> s.index() < first.get().index());
    }
    return sentence.graph().words().stream()
        .anyMatch(
            w -> w.is(ROOT) && w.tag().equals("VB") && sentence.graph().child(w, NSUBJ, NSUBJ_PASS, AUX).isEmpty());
  }

  private List<String> addressees(int first) {
    for (int i = first - 1; i >= Math.max(0, first - INTRODUCTION); i--) {
      if (blocks.get(i).kind() == Block.Kind.PARAGRAPH) {
        Optional<List<String>> named = addressedIn(sentences.getOrDefault(blocks.get(i), List.of()));
        if (named.isPresent()) {
          return named.get();
        }
        break;
      }
    }
    return topic.dyad().isEmpty() ? topic.main() : topic.dyad();
  }

  private Optional<List<String>> addressedIn(List<AnnotatedSentence> introduction) {
    return introduction.reversed().stream()
        .filter(s -> s.graph().words().stream().anyMatch(w -> lexicon.isA(w.lemma(), "Advice")))
        .map(s -> AnnotatedSentence.acting(s.actors()).flatMap(m -> m.states().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)))
        .filter((Set<String> states) -> !states.isEmpty() && states.size() <= ADDRESSED)
        .map(List::copyOf)
        .findFirst();
  }
}
