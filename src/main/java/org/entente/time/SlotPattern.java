package org.entente.time;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern with slots: finds expressions and says what their slots hold. */
final class SlotPattern {

  private final Pattern pattern;
  private final Map<String, Slot> groups;
  private final Map<Slot, Map<String, String>> words;

  SlotPattern(String regex, Map<String, Slot> groups, Map<Slot, Map<String, String>> words) {
    this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    this.groups = Map.copyOf(groups);
    this.words = words;
  }

  Matcher matcher(String text) {
    return pattern.matcher(text);
  }

  Slots slots(Matcher match) {
    Map<String, String> values = new LinkedHashMap<>();
    groups.forEach((group, slot) -> {
      String written = match.group(group);
      if (written != null) {
        values.put(group, value(slot, written));
      }
    });
    return new Slots(values, match.group());
  }

  /** What a word stands for; of figures the figures. */
  private String value(Slot slot, String written) {
    String known = words.getOrDefault(slot, Map.of()).get(plain(written));
    return known == null ? written.replaceAll("\\D", "") : known;
  }

  /** A word as the table is searched for it. */
  static String plain(String written) {
    return written.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace('’', '\'');
  }
}
