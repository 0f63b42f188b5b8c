package org.entente.time;

import java.time.MonthDay;
import java.util.Map;
import java.util.Objects;
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

  /** Whether the first or the second of these slots holds anything. */
  boolean fills(Slot slot) {
    return has(slot) || has(slot, 2);
  }

  boolean has(Slot slot, int nth) {
    return values.containsKey(slot.group(nth));
  }

  int number(Slot slot) {
    return number(slot, 1);
  }

  int number(Slot slot, int nth) {
    return Integer.parseInt(value(slot, nth));
  }

  private String value(Slot slot) {
    return value(slot, 1);
  }

  private String value(Slot slot, int nth) {
    return Objects.requireNonNull(values.get(slot.group(nth)), slot::name);
  }

  /** The number in the first of these slots that is filled. */
  Optional<Integer> any(Slot... slots) {
    return Stream.of(slots).filter(this::has).findFirst().map(this::number);
  }

  CalendarUnit unit() {
    return CalendarUnit.named(value(has(Slot.UNIT) ? Slot.UNIT : Slot.PERIOD)).orElseThrow();
  }

  Edge edge() {
    return Edge.named(value(has(Slot.EDGE) ? Slot.EDGE : Slot.EDGENOUN)).orElseThrow();
  }

  MonthDay monthDay(Slot slot) {
    return Slot.monthDay(value(slot));
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
