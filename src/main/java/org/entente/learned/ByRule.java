package org.entente.learned;

import java.util.List;
import java.util.Optional;
import org.entente.argument.Participants;
import org.entente.mention.Mention.DateMention;
import org.entente.undertaking.Kind;

/**
 * What the rules made of a word.
 *
 * @param participants whom they take for parties, as far as they asked
 * @param told what they take it for; empty where they tell of nothing
 * @param fields local names of the fields that the words around it speak of, the strongest first
 * @param date of the sentence, or of what heads its block, that they take for the word's
 * @param roles what the places of parties in the sentence say of their roles
 */
public record ByRule(
    Participants participants, Optional<Kind> told, List<String> fields, Optional<DateMention> date, Roles roles) {

  /** What the rules take parties for. */
  public interface Roles {

    /**
     * Supposed that the word tells of something of that kind. Their roles are sure where they rest on the word's own frame.
     */
    Participants of(Kind kind, List<Candidate> parties);
  }

  public ByRule {
    fields = List.copyOf(fields);
  }
}
