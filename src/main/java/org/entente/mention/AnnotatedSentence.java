package org.entente.mention;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.article.Block;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.AmountMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.text.Span;

/**
 * One sentence with its clause graph and whom, when and how much it names.
 *
 * @param block the block of the article that it stands in
 * @param number its place among the article's sentences, from 0
 * @param actors names and, once resolved, references, in text order
 * @param heading the date that heads its block, as in a chronology
 * @param lead what introduces the list in which it stands, where that says how its items are meant
 */
public record AnnotatedSentence(
    Block block,
    int number,
    ClauseGraph graph,
    List<ActorMention> actors,
    List<DateMention> dates,
    List<AmountMention> amounts,
    Optional<DateMention> heading,
    Optional<Lead> lead) {

  public AnnotatedSentence {
    actors = List.copyOf(actors);
    dates = List.copyOf(dates);
    amounts = List.copyOf(amounts);
  }

  public Span span() {
    return graph.span();
  }

  /** The same with other mentions of actors. */
  public AnnotatedSentence with(List<ActorMention> all) {
    List<ActorMention> sorted = all.stream().sorted(Comparator.comparing(ActorMention::span)).toList();
    return new AnnotatedSentence(block, number, graph, sorted, dates, amounts, heading, lead);
  }

  /** The same with another clause graph of its words. */
  public AnnotatedSentence with(ClauseGraph other) {
    return new AnnotatedSentence(block, number, other, actors, dates, amounts, heading, lead);
  }

  /** The same in a list that is introduced so. */
  public AnnotatedSentence under(Lead introduction) {
    return new AnnotatedSentence(
        block, number, graph, actors, dates, amounts, heading, Optional.of(introduction));
  }

  /** The same without the mentions of actors that touch a stretch of it. */
  public AnnotatedSentence without(Span span) {
    return with(actors.stream().filter(m -> !m.span().overlaps(span)).toList());
  }

  /** The word that a mention's phrase hangs on: its last one that depends on a word outside the mention. */
  public Word headOf(Span span) {
    List<Word> inside = wordsOf(span);
    Set<Integer> indices = new LinkedHashSet<>();
    inside.forEach(w -> indices.add(w.index()));
    return inside.reversed().stream()
        .filter(w -> !indices.contains(w.head()) && !w.token().isPunctuation())
        .findFirst()
        .orElse(inside.getLast());
  }

  public List<Word> wordsOf(Span span) {
    List<Word> inside = new ArrayList<>();
    for (Word w : graph.words()) {
      if (w.span().overlaps(span)) {
        inside.add(w);
      }
    }
    return inside.isEmpty() ? List.of(nearest(span)) : inside;
  }

  private Word nearest(Span span) {
    return graph.words().stream()
        .min(Comparator.comparingInt(w -> Math.abs(w.span().start() - span.start())))
        .orElseThrow();
  }

  public Optional<ActorMention> mentionAt(Word word) {
    return actors.stream().filter(m -> m.span().overlaps(word.span())).findFirst();
  }

  /** The mentions whose words stand in a region of the sentence. */
  public List<ActorMention> mentionsIn(BitSet region) {
    return actors.stream().filter(m -> region.get(headOf(m.span()).index())).toList();
  }

  public boolean named(Word word) {
    return actors.stream().anyMatch(m -> m.span().overlaps(word.span()));
  }

  /** The states that act in a region; places where something is do not act. */
  public Set<String> statesIn(BitSet region) {
    Set<String> states = new LinkedHashSet<>();
    acting(mentionsIn(region)).forEach(m -> states.addAll(m.states()));
    return states;
  }

  public static Stream<ActorMention> acting(List<ActorMention> mentions) {
    return mentions.stream().filter(m -> m.sense() != Sense.LOCATION);
  }

  /** Whether a noun phrase holds a state or who acts for one. */
  public boolean holdsStates(Word phrase) {
    return mentionsIn(graph.nounPhrase(phrase)).stream().anyMatch(m -> !m.states().isEmpty());
  }

  /**
   * What introduces the items of a list and says where they stand: "The ministers agreed to:", "The following documents
   * were signed:".
   *
   * @param sentence the sentence that ends in the colon
   * @param word the verb that the items complete, or the noun that they stand in for
   * @param marker the word between the verb and the colon, "to", "that" or a preposition; empty where there is none
   * @param open whether the verb comes last, so that clauses of their own may complete it
   */
  public record Lead(AnnotatedSentence sentence, Word word, String marker, boolean open) {

    public ClauseGraph graph() {
      return sentence.graph();
    }

    /** Whether the items are what the noun names: it is told by them, one by one. */
    public boolean standsForItems() {
      return word.isNoun();
    }
  }
}
