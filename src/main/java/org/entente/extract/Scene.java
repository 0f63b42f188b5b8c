package org.entente.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.article.Block;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.AmountMention;
import org.entente.mention.Mention.DateMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * One sentence with all that was read in it: its syntax, whom it names, which dates and amounts, and the block it
 * stands in.
 */
final class Scene {

  private final Block block;
  private final int number;
  private final Syntax syntax;
  private final List<ActorMention> mentions;
  private final List<DateMention> dates;
  private final List<AmountMention> amounts;
  private final Optional<DateMention> heading;

  Scene(
      Block block,
      int number,
      Sentence sentence,
      List<ActorMention> mentions,
      List<DateMention> dates,
      List<AmountMention> amounts,
      Optional<DateMention> heading) {
    this.block = block;
    this.number = number;
    this.syntax = new Syntax(sentence);
    this.mentions = new ArrayList<>(mentions);
    this.dates = List.copyOf(dates);
    this.amounts = List.copyOf(amounts);
    this.heading = heading;
  }

  Block block() {
    return block;
  }

  /** Its place among the article's sentences, from 0. */
  int number() {
    return number;
  }

  Syntax syntax() {
    return syntax;
  }

  Span span() {
    return syntax.sentence().span();
  }

  /** Names and, once resolved, references, in text order. */
  List<ActorMention> mentions() {
    return mentions;
  }

  List<DateMention> dates() {
    return dates;
  }

  List<AmountMention> amounts() {
    return amounts;
  }

  /** The date that heads the block, as in a chronology: "5 February 2019 – ...". */
  Optional<DateMention> heading() {
    return heading;
  }

  void replace(ActorMention old, ActorMention by) {
    mentions.set(mentions.indexOf(old), by);
  }

  void addReference(ActorMention reference) {
    if (mentions.stream().noneMatch(m -> m.span().overlaps(reference.span()))) {
      mentions.add(reference);
      mentions.sort(Comparator.comparing(ActorMention::span));
    }
  }

  /** The token that a mention's phrase hangs on: its last one that depends on a word outside the mention. */
  Token headOf(Span span) {
    List<Token> inside = tokensOf(span);
    return inside.reversed().stream()
        .filter(t -> t.head() < 0 || !inside.contains(syntax.tokens().get(t.head())))
        .findFirst()
        .orElse(inside.getLast());
  }

  List<Token> tokensOf(Span span) {
    List<Token> inside = syntax.tokens().stream().filter(t -> t.span().overlaps(span)).toList();
    return inside.isEmpty() ? List.of(nearest(span)) : inside;
  }

  private Token nearest(Span span) {
    return syntax.tokens().stream()
        .min(Comparator.comparingInt(t -> Math.abs(t.span().start() - span.start())))
        .orElseThrow();
  }

  Optional<ActorMention> mentionAt(Token token) {
    return mentions.stream().filter(m -> m.span().overlaps(token.span())).findFirst();
  }

  /** The mentions whose words stand in a region of the sentence. */
  List<ActorMention> mentionsIn(BitSet region) {
    return mentions.stream().filter(m -> region.get(headOf(m.span()).index())).toList();
  }

  boolean named(Token token) {
    return mentions.stream().anyMatch(m -> m.span().overlaps(token.span()));
  }
}
