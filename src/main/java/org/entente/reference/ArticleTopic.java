package org.entente.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;

/**
 * What an article is about as a whole: the pair of states in its headline or in most of its sentences, and the state
 * for which it speaks where it speaks for one.
 *
 * @param dyad the two states that it is about; empty where there is no such pair
 * @param main the states it is chiefly about, one or two; empty for a survey of many
 * @param speaksFor the state whose government publishes it
 */
public record ArticleTopic(List<String> dyad, List<String> main, Optional<String> speaksFor) {

  /** The headline counts as much as this many mentions in the text. */
  private static final int HEADLINE = 5;

  /** An article that names no state more often than this is about none in particular. */
  private static final int ENOUGH = 3;

  public static ArticleTopic of(Article article, Collection<AnnotatedSentence> sentences, Lexicon lexicon) {
    Optional<String> organ = article.publisher().filter(p -> governmental(p, lexicon)).flatMap(p -> seat(sentences));
    return organ
        .map(state -> new ArticleTopic(List.of(), List.of(state), organ))
        .orElseGet(() -> of(sentences));
  }

  private static boolean governmental(String publisher, Lexicon lexicon) {
    return Arrays.stream(publisher.toLowerCase(Locale.ROOT).split("\\W+"))
        .anyMatch(w -> lexicon.isA(w, "Governmental"));
  }

  /** An organ of a government speaks from its capital: the state whose city it names most often. */
  private static Optional<String> seat(Collection<AnnotatedSentence> sentences) {
    Map<String, Integer> counts = new TreeMap<>();
    for (AnnotatedSentence sentence : sentences) {
      for (ActorMention m : sentence.actors()) {
        boolean city = m.actors().getFirst().type() == Actor.Type.PLACE || m.sense() == Sense.METONYM;
        if (city) {
          m.states().forEach(s -> counts.merge(s, 1, Integer::sum));
        }
      }
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static ArticleTopic of(Collection<AnnotatedSentence> sentences) {
    Naming naming = new Naming();
    sentences.forEach(naming::count);
    return naming.topic();
  }

  private static ArticleTopic ofNone() {
    return new ArticleTopic(List.of(), List.of(), Optional.empty());
  }

  private static ArticleTopic ofTwo(Collection<String> pair) {
    return new ArticleTopic(List.copyOf(pair), List.copyOf(pair), Optional.empty());
  }

  /** How often each state is named, and which the headline names. */
  private static final class Naming {

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> headline = new LinkedHashSet<>();

    void count(AnnotatedSentence sentence) {
      boolean title = sentence.block().kind() == Block.Kind.TITLE;
      sentence.actors().stream()
          .filter(mention -> title || mention.sense() != Sense.LOCATION)
          .flatMap(mention -> mention.states().stream())
          .forEach(state -> count(state, title));
    }

    private void count(String state, boolean title) {
      counts.merge(state, title ? HEADLINE : 1, Integer::sum);
      if (title) {
        headline.add(state);
      }
    }

    ArticleTopic topic() {
      // A state that only the headline names is a figure of speech more often than a party.
      headline.removeIf(s -> counts.getOrDefault(s, 0) <= HEADLINE && counts.size() > 2);
      return headline.size() == 2 ? ofTwo(headline) : ofRanked(ranked());
    }

    private List<String> ranked() {
      return counts.keySet().stream()
          .sorted(Comparator.comparing((String s) -> -counts.getOrDefault(s, 0))
              .thenComparing(Comparator.naturalOrder()))
          .toList();
    }

    private ArticleTopic ofRanked(List<String> ranked) {
      int first = times(ranked, 0);
      if (ranked.isEmpty() || headline.isEmpty() && first < ENOUGH) {
        return ofNone();
      }
      int second = times(ranked, 1);
      if (headline.size() == 1 || first >= 2 * second) {
        String leader = headline.size() == 1 ? headline.iterator().next() : ranked.getFirst();
        return new ArticleTopic(List.of(), List.of(leader), Optional.empty());
      }
      boolean two = second * 5 >= first * 2 && times(ranked, 2) * 3 <= second * 2;
      return two ? ofTwo(ranked.subList(0, 2)) : ofNone();
    }

    private int times(List<String> ranked, int place) {
      return place < ranked.size() ? counts.getOrDefault(ranked.get(place), 0) : 0;
    }
  }

  /** The other one of the pair. */
  public Optional<String> partnerOf(String state) {
    return dyad.contains(state) ? dyad.stream().filter(s -> !s.equals(state)).findFirst() : Optional.empty();
  }
}
