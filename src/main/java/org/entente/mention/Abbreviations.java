package org.entente.mention;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.actor.Actor;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;

/**
 * Short names that an article gives to institutions in parentheses behind their names, "the Lake Fund (LF)": they mean
 * these from then on, whatever else goes by them elsewhere. After the definition of Schwartz and Hearst (2003, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text"). One instance reads one article.
 */
final class Abbreviations {

  /** Two to ten characters, two capitals among them, in parentheses and nothing else. */
  private static final Pattern INTRODUCED =
      Pattern.compile(" \\([\"'“]?((?=[^)]*\\p{Lu}[^)]*\\p{Lu})\\p{Lu}[\\p{L}\\p{N}&-]{1,9})[\"'”]?\\)");

  private final String text;
  private final Map<String, ActorMention> introduced = new HashMap<>();

  Abbreviations(String text) {
    this.text = text;
  }

  /** Takes note of a short name right behind an institution's. */
  void remember(ActorMention mention) {
    if (mention.sense() == Sense.NAME && mention.actors().getFirst().type() == Actor.Type.INSTITUTION) {
      Matcher behind = INTRODUCED.matcher(text).region(mention.span().end(), text.length());
      if (behind.lookingAt() && begins(mention.span().in(text), behind.group(1))) {
        introduced.put(behind.group(1), mention);
      }
    }
  }

  /** Whether its first letter begins a word of the name, as in "the National Bank of Oman (NBO)". */
  private static boolean begins(String name, String abbreviation) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(abbreviation.substring(0, 1))).matcher(name).find();
  }

  /** The institution that was introduced by the word at an offset. */
  Optional<ActorMention> at(int offset) {
    int end = offset;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "&-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    Span span = new Span(offset, end);
    return Optional.ofNullable(introduced.get(span.in(text)))
        .map(named -> new ActorMention(span, named.actors(), Sense.NAME, named.states()));
  }
}
