package org.entente.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Party;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Undertaking;

/** What was found in an article, for reading: one line for each undertaking, and the words that it rests on. */
final class ExtractionTable {

  private ExtractionTable() {}

  static void print(Extraction extraction, PrintWriter out) {
    extraction.undertakings().forEach(undertaking -> print(undertaking, out));
    extraction.proposals().forEach(proposal -> print(proposal, out));
  }

  private static void print(Undertaking undertaking, PrintWriter out) {
    out.printf(
        "%3d  %-12s %-11s %-16s %-22s %s%n",
        undertaking.ordinal(),
        undertaking.kind().className(),
        undertaking.ending().map(Ending::words).orElse(undertaking.status().conceptName()),
        undertaking.fields().getFirst(),
        undertaking.when().map(ExtractionTable::days).orElse("-"),
        undertaking.parties().stream().map(ExtractionTable::party).collect(Collectors.joining(", ")));
    undertaking.evidence().forEach(evidence -> print(evidence, out));
  }

  private static void print(Proposal proposal, PrintWriter out) {
    out.printf(
        "P%-3d proposes %s to %s%n",
        proposal.position(),
        proposal.proposes().stream().map(String::valueOf).collect(Collectors.joining(", ")),
        proposal.addressedTo().stream().map(Actor::name).collect(Collectors.joining(", ")));
    proposal.evidence().forEach(evidence -> print(evidence, out));
  }

  private static void print(Evidence evidence, PrintWriter out) {
    out.printf("     [%d-%d] %s%n", evidence.span().start(), evidence.span().end(), evidence.words());
  }

  private static String party(Party party) {
    return party.actor().name() + " (" + party.role().property() + ")";
  }

  private static String days(TimeInterval when) {
    return when.earliest().equals(when.latest()) ? when.earliest().toString() : when.earliest() + ".." + when.latest();
  }
}
