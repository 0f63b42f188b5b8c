package org.entente.learned;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.DateMention;

/** The dates that an article names, and those of what it told, as far as a sentence can take them up. */
final class DatesBefore {

  /** A date of a sentence. */
  record Named(DateMention date, AnnotatedSentence sentence) {

    int ago(AnnotatedSentence from) {
      return from.number() - sentence.number();
    }

    boolean isInBlockOf(AnnotatedSentence other) {
      return sentence.block().start() == other.block().start();
    }
  }

  private final List<Named> all = new ArrayList<>();
  private Optional<Named> told = Optional.empty();

  DatesBefore(Collection<AnnotatedSentence> article) {
    for (AnnotatedSentence sentence : article) {
      sentence.dates().stream().filter(d -> d.interval().isPresent()).forEach(d -> all.add(new Named(d, sentence)));
    }
  }

  /** Something that the article tells has this date. */
  void tell(DateMention date, AnnotatedSentence sentence) {
    told = Optional.of(new Named(date, sentence));
  }

  /** The date of what was told last. */
  Optional<Named> told() {
    return told;
  }

  /** The last date that was named before a sentence. */
  Optional<Named> last(AnnotatedSentence before) {
    return all.stream().filter(n -> n.sentence.number() < before.number()).reduce((first, second) -> second);
  }

  /** The first date of all, where it is named before a sentence. */
  Optional<Named> first(AnnotatedSentence before) {
    return all.stream().findFirst().filter(n -> n.sentence.number() < before.number());
  }
}
