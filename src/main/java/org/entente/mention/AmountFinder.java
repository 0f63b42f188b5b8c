package org.entente.mention;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.mention.AmountGrammar.Group;
import org.entente.mention.Mention.AmountMention;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/** Finds sums of money with their currency and counted things ("twenty patrol boats"); no years, shares or distances. */
public final class AmountFinder {

  private static final Pattern YEAR = Pattern.compile("1[89]\\d\\d|20\\d\\d");
  private static final Pattern FIGURES = Pattern.compile("\\d{1,3}(,\\d{3})*|\\d+");

  private final AmountGrammar grammar;

  private AmountFinder(AmountGrammar grammar) {
    this.grammar = grammar;
  }

  /** By the currencies and numbers that come with the program. */
  public static AmountFinder bundled() {
    return new AmountFinder(AmountGrammar.bundled());
  }

  /** The amounts of a sentence in text order. */
  public List<AmountMention> find(Sentence sentence, String text) {
    List<AmountMention> found = new ArrayList<>(money(sentence, text));
    for (Token token : sentence.tokens()) {
      boolean counted = token.isNumber() && found.stream().noneMatch(m -> m.span().overlaps(token.span()));
      if (counted) {
        things(sentence, token, text).ifPresent(found::add);
      }
    }
    found.sort((a, b) -> a.span().compareTo(b.span()));
    return found;
  }

  private List<AmountMention> money(Sentence sentence, String text) {
    List<AmountMention> found = new ArrayList<>();
    Matcher m = grammar.sums(text).region(sentence.span().start(), sentence.span().end());
    while (m.find()) {
      BigDecimal number = grammar.number(Group.FIGURES.in(m).or(() -> Group.NUMBER.in(m)).orElseThrow());
      BigDecimal scale =
          Group.SIGNSCALE.in(m).or(() -> Group.SCALE.in(m)).map(grammar::scale).orElse(BigDecimal.ONE);
      String currency = grammar.currency(Group.SIGN.in(m).or(() -> Group.CURRENCY.in(m)).orElseThrow());
      found.add(
          new AmountMention(new Span(m.start(), m.end()), number.multiply(scale).stripTrailingZeros(),
              Optional.of(currency), Optional.empty()));
    }
    return found;
  }

  private Optional<AmountMention> things(Sentence sentence, Token number, String text) {
    if (number.head() < 0) {
      return Optional.empty();
    }
    Token noun = sentence.token(number.head());
    String form = number.form().toLowerCase(Locale.ROOT);
    boolean year = YEAR.matcher(form).matches();
    boolean readable = grammar.isNumberWord(form) || FIGURES.matcher(form).matches();
    if (!noun.isNoun() || noun.index() <= number.index() || year || !readable || grammar.isUncounted(noun.lemma())) {
      return Optional.empty();
    }
    Span unit = sentence.token(number.index() + 1).span().cover(noun.span());
    return Optional.of(
        new AmountMention(
            number.span().cover(noun.span()), grammar.number(form), Optional.empty(),
            Optional.of(unit.in(text).toLowerCase(Locale.ROOT))));
  }
}
