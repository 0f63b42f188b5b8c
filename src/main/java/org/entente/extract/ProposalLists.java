package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Token;

/**
 * Finds the lists in which an author recommends what should be done. What tells them is the grammar of their items:
 * most of them begin with an imperative ("Sign ...", "Hold ..."); no heading or phrase is needed. Items under several
 * headings belong to one list as long as no paragraph parts them.
 */
final class ProposalLists {

  private static final double MOST = 0.6;
  private static final Set<String> ADVICE = Set.of("should", "ought", "must", "need", "could", "recommend", "propose",
      "suggest", "recommendation", "proposal", "roadmap", "step", "idea");

  private final List<Block> blocks;
  private final Map<Block, List<Scene>> scenes;
  private final Frame frame;
  private final Map<Block, Integer> firstOfList = new HashMap<>();

  ProposalLists(Article article, Map<Block, List<Scene>> scenes, Frame frame) {
    this.blocks = article.blocks();
    this.scenes = scenes;
    this.frame = frame;
    findLists();
  }

  private void findLists() {
    int i = 0;
    while (i < blocks.size()) {
      if (blocks.get(i).kind() != Block.Kind.LIST_ITEM) {
        i++;
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
      long imperative = items.stream().filter(b -> imperative(scenes.getOrDefault(b, List.of()))).count();
      if (items.size() >= 2 && imperative >= MOST * items.size()) {
        int first = i;
        items.forEach(b -> firstOfList.put(b, first));
      }
      i = end + 1;
    }
  }

  boolean has(Block block) {
    return firstOfList.containsKey(block);
  }

  /**
   * ISO codes of those who should act, where an item names nobody: the states of the sentence that introduces the
   * list, else those the article is about. The sentences before the list must have been read.
   */
  List<String> addressees(Block item) {
    Integer first = firstOfList.get(item);
    return first == null ? List.of() : addressees(first);
  }

  /** Whether an item begins with an imperative, perhaps behind an adverb ("Jointly ...", "Together with X, ..."). */
  static boolean imperative(List<Scene> sentences) {
    return !sentences.isEmpty() && imperative(sentences.getFirst());
  }

  static boolean imperative(Scene scene) {
    for (Token t : scene.syntax().tokens()) {
      if (t.isPunctuation() || t.pos().equals("RB")) {
        continue;
      }
      if (t.pos().equals("VB") || t.pos().equals("VBP") && t.relation().equals("root")) {
        return scene.syntax().child(t, "nsubj", "nsubjpass").filter(s -> s.index() < t.index()).isEmpty();
      }
      break;
    }
    return scene.syntax().tokens().stream()
        .filter(t -> t.head() < 0)
        .anyMatch(t -> t.pos().equals("VB") && scene.syntax().child(t, "nsubj", "nsubjpass", "aux").isEmpty());
  }

  private List<String> addressees(int first) {
    for (int i = first - 1; i >= 0 && i >= first - 3; i--) {
      if (blocks.get(i).kind() != Block.Kind.PARAGRAPH) {
        continue;
      }
      for (Scene scene : scenes.getOrDefault(blocks.get(i), List.of()).reversed()) {
        Optional<Token> advice =
            scene.syntax().tokens().stream().filter(t -> ADVICE.contains(t.lemma())).findFirst();
        Set<String> states = new LinkedHashSet<>();
        for (ActorMention m : scene.mentions()) {
          if (m.sense() != Sense.LOCATION) {
            states.addAll(m.states());
          }
        }
        if (advice.isPresent() && !states.isEmpty() && states.size() <= 4) {
          return List.copyOf(states);
        }
      }
      break;
    }
    return frame.dyad().isEmpty() ? frame.main() : frame.dyad();
  }
}
