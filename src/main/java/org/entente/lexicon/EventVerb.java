package org.entente.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A verb that states an undertaking by itself: "visit", "train", "hand over", "order (arms) from".
 *
 * @param lemma the verb
 * @param particle the particle or preposition that belongs to it ("over" in "hand over"), where it has one
 * @param announces local name of the kind in the ontology
 * @param roles role (property local name) of what stands in a slot: {@code subject}, {@code object}, or a preposition
 * @param object names of noun classes of which the object must be one; empty for any object
 * @param subject names of noun classes of which the subject must be one; empty for any subject
 * @param complement prepositions of which one must follow; empty where none is needed
 * @param field main field that the verb itself implies
 * @param status status of it in the past tense where that is not the kind's own ("order" concludes a contract)
 * @param needs actors that must be there: {@code subject}, {@code object}, {@code both}
 */
public record EventVerb(
    String lemma,
    Optional<String> particle,
    String announces,
    Map<String, String> roles,
    Set<String> object,
    Set<String> subject,
    List<String> complement,
    Optional<String> field,
    Optional<String> status,
    Set<String> needs) {

  public EventVerb {
    roles = Map.copyOf(roles);
    object = Set.copyOf(object);
    subject = Set.copyOf(subject);
    complement = List.copyOf(complement);
    needs = Set.copyOf(needs);
  }
}
