package org.entente.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Name;

/** How often each state is named unmistakably in an article: decides what an ambiguous name means. */
record StateCounts(Map<String, Integer> counts) {

  StateCounts {
    counts = Map.copyOf(counts);
  }

  static StateCounts of(String text, Gazetteer gazetteer) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && startsWord(text, i)) {
        List<Name> names = gazetteer.namesAt(text, i);
        if (!names.isEmpty() && !names.getFirst().ambiguous()) {
          int length = names.getFirst().text().length();
          names.stream()
              .filter(n -> n.text().length() == length && n.actor().type() == Actor.Type.STATE)
              .filter(n -> n.sense() != Name.Sense.METONYM || names.stream().noneMatch(Name::isOfSeatedBody))
              .forEach(n -> n.actor().state().ifPresent(s -> counts.merge(s, 1, Integer::sum)));
          i += length - 1;
        }
      }
    }
    return new StateCounts(counts);
  }

  static boolean startsWord(String text, int offset) {
    return offset == 0 || !Character.isLetterOrDigit(text.charAt(offset - 1));
  }

  static boolean endsWord(String text, int end) {
    return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
  }

  boolean isNamed(String state) {
    return counts.containsKey(state);
  }

  int of(String state) {
    return counts.getOrDefault(state, 0);
  }
}
