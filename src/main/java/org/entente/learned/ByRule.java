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
 */
public record ByRule(
    Participants participants, Optional<Kind> told, List<String> fields, Optional<DateMention> date) {

  public ByRule {
    fields = List.copyOf(fields);
  }
}
