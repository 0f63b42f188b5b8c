package org.entente.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;

/** What became of an article as a row of a table. */
public final class OutcomeRow {

  /** The names of the cells, in their order. */
  public static final List<String> COLUMNS =
      List.of("source", "outcome", "reason", "title", "issued", "undertakings", "proposals", "copy_of", "article");

  private OutcomeRow() {}

  /** The cells: texts as they are, numbers, and an empty text where there is nothing to say. */
  public static List<Object> of(LoadOutcome outcome) {
    return switch (outcome) {
      case Loaded l -> List.of(l.source(), "loaded", String.join("; ", l.warnings()), l.title(), day(l.issued()),
          l.undertakings(), l.proposals(), l.copyOf().orElse(""), l.article());
      case Unchanged u -> List.of(u.source(), "unchanged", "", u.title(), day(u.issued()), "", "", "", u.article());
      case Rejected r -> List.of(r.source(), "rejected", reason(r), "", "", "", "", "", "");
      case PassedOver p -> List.of(p.source(), "passed over", p.reason(), "", "", "", "", "", "");
    };
  }

  private static String reason(Rejected refused) {
    StringBuilder reason = new StringBuilder(refused.problem());
    refused.findings().forEach(finding -> reason.append("; ").append(finding));
    refused.advice().ifPresent(advice -> reason.append("; ").append(advice));
    return reason.toString();
  }

  private static String day(Optional<LocalDate> issued) {
    return issued.map(LocalDate::toString).orElse("");
  }
}
