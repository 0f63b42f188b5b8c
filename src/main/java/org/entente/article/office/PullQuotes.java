package org.entente.article.office;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Text boxes that only repeat in large letters what the text says. */
final class PullQuotes {

  private static final int MOST = 200;

  private PullQuotes() {}

  /** The paragraphs without those in boxes whose words stand outside of boxes too. */
  static <P> List<P> leftOutOf(List<P> all, Function<P, String> words, Predicate<P> boxed) {
    // Where more stands in boxes, a converter made the document of them, and no box is a quotation.
    if (all.stream().filter(boxed).count() > MOST) {
      return all;
    }
    List<String> text = all.stream().filter(boxed.negate()).map(words).toList();
    return all.stream().filter(each -> !boxed.test(each) || !isRepeated(words.apply(each), text)).toList();
  }

  private static boolean isRepeated(String box, List<String> text) {
    String words = box.replaceFirst("^[\"“‘«]\\s*", "").replaceFirst("[\\s.,…]*[\"”’»]?[\\s.,…]*$", "");
    return text.stream().anyMatch(other -> other.contains(words));
  }
}
