package org.entente.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;

/**
 * A word or idiom that announces an undertaking, and the frame in which it does: "hand over" with goods as its object
 * is a transfer whose provider is the subject and whose recipient stands behind "to".
 *
 * @param name local name of the entry's IRI
 * @param pos whether it is read as a verb or as a noun
 * @param words lemmas; of a verb the first is the verb and the rest its particle, preposition or fixed object; a noun's
 *     head is where {@code head} says
 * @param slots roles by slot: {@code subject}, {@code object}, {@code dative}, {@code premodifier}, or a preposition
 * @param objectClasses noun classes of which the object must be one; empty for any
 * @param subjectClasses noun classes of which the subject must be one; empty for any
 * @param complements prepositions of which one must follow
 * @param status status of it as a fact in the past where that is not the kind's own ("order" concludes a contract)
 * @param needs what must be there besides; for a noun one of them is enough, for a verb all are needed
 * @param accepts a sentence that it reads
 * @param refuses a sentence with its words that it does not read
 */
public record EventFrame(
    String name,
    PartOfSpeech pos,
    List<String> words,
    int head,
    Kind kind,
    Map<String, Role> slots,
    Set<String> objectClasses,
    Set<String> subjectClasses,
    List<String> complements,
    Optional<String> field,
    Optional<String> instrument,
    Optional<Status> status,
    Set<Need> needs,
    Optional<String> accepts,
    Optional<String> refuses) {

  /** The form of an entry for any verb that no other entry fits. */
  public static final String ANY = "*";

  /** The slots of the grammar; the others are called after their preposition. */
  public static final String SUBJECT = "subject";
  public static final String OBJECT = "object";
  public static final String DATIVE = "dative";

  /** Which words an entry is about. */
  public enum PartOfSpeech {
    VERB,
    NOUN
  }

  public EventFrame {
    words = List.copyOf(words);
    slots = Map.copyOf(slots);
    objectClasses = Set.copyOf(objectClasses);
    subjectClasses = Set.copyOf(subjectClasses);
    complements = List.copyOf(complements);
    needs = Set.copyOf(needs);
  }

  public boolean isNoun() {
    return pos == PartOfSpeech.NOUN;
  }

  public String headWord() {
    return words.get(head);
  }

  /** The words that must stand beside a verb. */
  public List<String> beside() {
    return words.subList(1, words.size());
  }
}
