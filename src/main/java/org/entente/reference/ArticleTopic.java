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
import java.util.stream.Stream;
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
 * @param imprint the states that its imprint names, themselves or a city, those named most first: of who publishes it,
 *     or from where
 */
public record ArticleTopic(List<String> dyad, List<String> main, Optional<String> speaksFor, List<String> imprint) {

  /** What a mention in the text counts, and one of a place in which something is. */
  private static final int MENTION = 2;

  private static final int PLACE = 1;

  /** The headline counts as much as two mentions in the text, and so does the imprint. */
  private static final int HEADLINE = 2 * MENTION;

  /** An article that names no state as often as this, counted so, is about none in particular. */
  private static final int ENOUGH = 5 * MENTION;

  /**
   * So many times as often as any other is the state named that an article is about; of two, the second half as often as the
   * first at least, and the third no more than a part of the second. On the training articles these agree best with which
   * states take part in most of an article's undertakings.
   */
  private static final double ALONE = 1.8;

  private static final double SECOND = .5;

  private static final double THIRD = .6;

  /** @param imprint whom the article's imprint names */
  public static ArticleTopic of(
      Article article, Collection<AnnotatedSentence> sentences, List<ActorMention> imprint, Lexicon lexicon) {
    List<String> published = ranked(imprint.stream());
    Optional<String> organ =
        article.imprint().stream().anyMatch(line -> governmental(line, lexicon)) ? seat(sentences, imprint)
            : published.stream().findFirst().filter(state -> speaksOfItsOwn(sentences));
    ArticleTopic topic =
        organ.map(state -> new ArticleTopic(List.of(), List.of(state), organ, published))
            .orElseGet(() -> of(sentences, published));
    return new ArticleTopic(topic.dyad, topic.main, topic.speaksFor, published);
  }

  /** Who writes "the Minister" before any office with its state was named takes it that readers know whose. */
  private static boolean speaksOfItsOwn(Collection<AnnotatedSentence> sentences) {
    return sentences.stream().filter(s -> s.block().kind() != Block.Kind.TITLE)
        .flatMap(s -> s.actors().stream().filter(m -> m.sense() == Sense.OFFICE).map(m -> isBare(s, m)))
        .findFirst().orElse(false);
  }

  /** "the Minister of Foreign Affairs": nobody's by name, and written as the office that everybody knows. */
  private static boolean isBare(AnnotatedSentence sentence, ActorMention office) {
    return office.states().isEmpty() && office.actors().stream().allMatch(a -> a.type() == Actor.Type.POST)
        && Character.isUpperCase(sentence.headOf(office.span()).token().form().charAt(0))
        && Subjects.isSubject(sentence, office);
  }

  private static boolean governmental(String publisher, Lexicon lexicon) {
    return Arrays.stream(publisher.toLowerCase(Locale.ROOT).split("\\W+"))
        .anyMatch(w -> lexicon.isA(w, "Governmental"));
  }

  /** An organ of a government names its state, or its capital, or it speaks from there: the city it names most often. */
  private static Optional<String> seat(Collection<AnnotatedSentence> sentences, List<ActorMention> imprint) {
    List<String> named = ranked(imprint.stream().filter(m -> !isCity(m)));
    List<String> cities = ranked(imprint.stream().filter(ArticleTopic::isCity));
    Optional<String> only =
        named.size() == 1 ? Optional.of(named.getFirst())
            : Optional.of(cities).filter(c -> c.size() == 1).map(List::getFirst);
    return only.or(() -> ranked(sentences.stream().flatMap(s -> s.actors().stream()).filter(ArticleTopic::isCity))
        .stream().findFirst());
  }

  private static boolean isCity(ActorMention mention) {
    return mention.actors().getFirst().type() == Actor.Type.PLACE || mention.sense() == Sense.METONYM;
  }

  /** The states of mentions, those with most of them first. */
  private static List<String> ranked(Stream<ActorMention> mentions) {
    Map<String, Integer> counts = new TreeMap<>();
    mentions.flatMap(m -> m.states().stream()).forEach(s -> counts.merge(s, 1, Integer::sum));
    return counts.keySet().stream().sorted(Comparator.comparing(s -> -counts.getOrDefault(s, 0))).toList();
  }

  private static ArticleTopic of(Collection<AnnotatedSentence> sentences, List<String> published) {
    Naming naming = new Naming();
    sentences.forEach(naming::count);
    published.stream().findFirst().ifPresent(naming::countImprint);
    return naming.topic();
  }

  private static ArticleTopic ofNone() {
    return new ArticleTopic(List.of(), List.of(), Optional.empty(), List.of());
  }

  private static ArticleTopic ofOne(String state) {
    return new ArticleTopic(List.of(), List.of(state), Optional.empty(), List.of());
  }

  private static ArticleTopic ofTwo(Collection<String> pair) {
    return new ArticleTopic(List.copyOf(pair), List.copyOf(pair), Optional.empty(), List.of());
  }

  /** How often each state is named, in the headline as often as it counts. */
  private static final class Naming {

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> headline = new LinkedHashSet<>();

    void count(AnnotatedSentence sentence) {
      boolean title = sentence.block().kind() == Block.Kind.TITLE;
      sentence.actors().forEach(mention -> {
        int weight = title ? HEADLINE : mention.sense() == Sense.LOCATION ? PLACE : MENTION;
        mention.states().stream().filter(state -> !title || headline.add(state))
            .forEach(state -> counts.merge(state, weight, Integer::sum));
      });
    }

    /** A state that only the imprint names is no more than where it is published. */
    void countImprint(String state) {
      counts.computeIfPresent(state, (code, times) -> times + HEADLINE);
    }

    ArticleTopic topic() {
      List<String> ranked = ranked();
      int first = times(ranked, 0);
      int second = times(ranked, 1);
      if (first < ENOUGH) {
        return ofHeadline();
      }
      if (first >= ALONE * second) {
        return ofOne(ranked.getFirst());
      }
      boolean two = second >= SECOND * first && times(ranked, 2) <= THIRD * second;
      return two ? ofTwo(ranked.subList(0, 2)) : ofNone();
    }

    /** A text of a few sentences is about whom its headline names. */
    private ArticleTopic ofHeadline() {
      return switch (headline.size()) {
        case 1 -> ofOne(headline.iterator().next());
        case 2 -> ofTwo(headline);
        default -> ofNone();
      };
    }

    private List<String> ranked() {
      return counts.keySet().stream()
          .sorted(Comparator.comparing((String s) -> -counts.getOrDefault(s, 0))
              .thenComparing(Comparator.naturalOrder()))
          .toList();
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
