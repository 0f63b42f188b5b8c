package org.entente.lexicon;

import java.util.List;

/**
 * Words that show a field of cooperation.
 *
 * @param words lemmas or lower-case forms in sequence
 * @param field local name in the field scheme
 * @param weight how much it says, 1 to 5
 */
public record FieldCue(List<String> words, String field, int weight) {

  public FieldCue {
    words = List.copyOf(words);
  }
}
