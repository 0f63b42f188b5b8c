package org.entente.reading;

import java.util.List;
import java.util.Optional;
import org.entente.argument.Participants;
import org.entente.event.EventMention;
import org.entente.learned.ByRule;
import org.entente.mention.Mention.DateMention;
import org.entente.merge.Finding;

/**
 * What the rules made of one event.
 *
 * @param participants who takes part, as far as that was asked
 * @param finding empty where it is left out
 */
record EventReading(EventMention event, Participants participants, Optional<Finding> finding) {

  /**
   * The same for the learned reader.
   *
   * @param fields what the words around it speak of
   * @param date that stands with it
   * @param roles what its parties' places in the sentence say
   */
  ByRule byRule(List<String> fields, Optional<DateMention> date, ByRule.Roles roles) {
    return new ByRule(participants, finding.map(Finding::kind), fields, date, roles);
  }
}
