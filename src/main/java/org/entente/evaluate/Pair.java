package org.entente.evaluate;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Role;

/** A row and the finding that was matched to it, and in what the two agree. */
public record Pair(GoldRow row, Finding finding) {

  /** How much longer than the row's a finding's interval may be. */
  static final int MOST_DAYS_LONGER = 31;

  public boolean hits(Level level) {
    return switch (level) {
      case STATES -> sameStates();
      case TYPED -> sameStates() && sameKind();
      case FULL -> sameStates() && sameKind() && sameGroup();
    };
  }

  public boolean sameStates() {
    return row.states().equals(finding.states());
  }

  public boolean sameKind() {
    return row.kind() == finding.undertaking().kind();
  }

  public boolean sameGroup() {
    return row.status().group() == finding.undertaking().status().group();
  }

  public boolean sameStatus() {
    return row.status() == finding.undertaking().status();
  }

  public boolean sameField() {
    return row.field().equals(finding.mainField());
  }

  /** Whether the intervals overlap and the found one is not much longer; true where the row has no date. */
  public boolean rightDate() {
    return row.when().isEmpty()
        || finding.undertaking().when().map(found -> fits(found, row.when().get())).orElse(false);
  }

  /** Whether the two share the name of a place; true where the row has none. */
  public boolean rightPlace() {
    return row.places().isEmpty() || finding.places().stream().map(FoldedText::ofName).anyMatch(namesOfRow()::contains);
  }

  /** How many of the finding's places the row names. */
  public int rightPlaces() {
    return (int) finding.places().stream().map(FoldedText::ofName).filter(namesOfRow()::contains).count();
  }

  /** How many of the row's roles the finding gives to the same actors. */
  public int rightRoles() {
    return (int) row.roles().stream().filter(this::hasRole).count();
  }

  /** Whether what is only proposed, offered, possible or ended was found as something that happened or goes on. */
  public boolean passedOffAsEvent() {
    boolean noEvent = switch (row.status()) {
      case PROPOSED, OFFERED, POSSIBLE, ENDED -> true;
      case COMPLETED, CONCLUDED, ONGOING, NEGOTIATING, PLANNED -> false;
    };
    return noEvent && switch (finding.undertaking().status()) {
      case COMPLETED, CONCLUDED, ONGOING -> true;
      case NEGOTIATING, PLANNED, OFFERED, PROPOSED, POSSIBLE, ENDED -> false;
    };
  }

  /** The names of what differs, in the order of the gold's columns. */
  public List<String> differences() {
    record Check(String name, boolean equal) {}
    return List.of(
        new Check("states", sameStates()),
        new Check("kind", sameKind()),
        new Check("status", sameStatus()),
        new Check("field", sameField()),
        new Check("date", rightDate()),
        new Check("place", rightPlace()))
        .stream()
        .filter(check -> !check.equal())
        .map(Check::name)
        .toList();
  }

  /** @param given as in the table of annotations: role=who, who being a code of a state or a name */
  private boolean hasRole(String given) {
    String[] parts = given.split("=", 2);
    Optional<Role> role = Role.of(parts[0].strip());
    return finding.undertaking().parties().stream()
        .anyMatch(party -> role.filter(party.role()::equals).isPresent() && isMeant(party.actor(), parts[1].strip()));
  }

  private static boolean isMeant(Actor actor, String who) {
    return actor.state().filter(who::equals).isPresent()
        || FoldedText.ofName(actor.name()).equals(FoldedText.ofName(who));
  }

  private Set<String> namesOfRow() {
    return row.places().stream().map(FoldedText::ofName).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean fits(TimeInterval found, TimeInterval gold) {
    return found.overlaps(gold) && days(found) - days(gold) <= MOST_DAYS_LONGER;
  }

  private static long days(TimeInterval interval) {
    return ChronoUnit.DAYS.between(interval.earliest(), interval.latest());
  }
}
