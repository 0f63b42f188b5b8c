package org.entente.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Status;

/**
 * When something happened of which the text gives no date of its own: what the same states did is told with the visit,
 * meeting or signing before it, and happened in its days. On the training articles of the corpus four of five dates so
 * found are right.
 */
final class Occasions {

  /** Longer than any visit or summit. */
  private static final int MOST_DAYS = 10;

  /** What is told so many sentences later is of another occasion. */
  private static final int NEAR = 12;

  private Occasions() {}

  /** The same findings, some with the date of what was told before. */
  static List<Finding> dated(List<Finding> ordered) {
    List<Finding> dated = new ArrayList<>();
    for (Finding finding : ordered) {
      Optional<Finding> occasion = dated.reversed().stream().filter(o -> isOccasionOf(o, finding)).findFirst();
      dated.add(occasion.map(finding::inTheDaysOf).orElse(finding));
    }
    return dated;
  }

  private static boolean isOccasionOf(Finding occasion, Finding finding) {
    return isDone(occasion)
        && isDone(finding)
        && finding.details().when().isEmpty()
        && finding.told().sentence() - occasion.told().sentence() <= NEAR
        && occasion.details().when().filter(Occasions::isShort).isPresent()
        && occasion.states().stream().anyMatch(finding.states()::contains);
  }

  private static boolean isDone(Finding finding) {
    return finding.status().group() == Status.Group.DONE;
  }

  private static boolean isShort(TimeInterval when) {
    return when.days() <= MOST_DAYS;
  }
}
