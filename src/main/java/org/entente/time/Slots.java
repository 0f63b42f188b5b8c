package org.entente.time;

import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the slots of a matched pattern hold.
 *
 * @param values by group name: figures, or what a word stands for
 * @param text the matched words
 */
record Slots(Map<String, String> values, String text) {

  Slots {
    values = Map.copyOf(values);
  }

  boolean has(Slot slot) {
    return has(slot, 1);
  }

  boolean has(Slot slot, int nth) {
    return values.containsKey(slot.group(nth));
  }

  int number(Slot slot) {
    return number(slot, 1);
  }

  int number(Slot slot, int nth) {
    return Integer.parseInt(values.get(slot.group(nth)));
  }

  /** The number in the first of these slots that is filled. */
  Optional<Integer> any(Slot... slots) {
    return Stream.of(slots).filter(this::has).findFirst().map(this::number);
  }

  CalendarUnit unit() {
    return CalendarUnit.named(values.get(has(Slot.UNIT) ? Slot.UNIT.group(1) : Slot.PERIOD.group(1))).orElseThrow();
  }

  Edge edge() {
    return Edge.named(values.get(has(Slot.EDGE) ? Slot.EDGE.group(1) : Slot.EDGENOUN.group(1))).orElseThrow();
  }

  MonthDay monthDay(Slot slot) {
    return monthDay(values.get(slot.group(1)));
  }

  static MonthDay monthDay(String value) {
    return MonthDay.parse("--" + value);
  }

  /** How many; one where no number stands. */
  int count() {
    return any(Slot.COUNT, Slot.NUMBER, Slot.ARTICLE).orElse(1);
  }

  /** The month in words. */
  int month() {
    return any(Slot.MONTH, Slot.MON).orElseThrow();
  }

  /** The day in figures or words. */
  int day() {
    return any(Slot.DAY, Slot.DD, Slot.NTH, Slot.ORDINAL).orElseThrow();
  }
}
