package org.entente.actor;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.text.WordTable;

/**
 * Groups of states by what they are called before a noun ("the three <i>Baltic</i> states"), from {@code groups.tsv}: a body,
 * with its members of a day, or a region, whose states are always the same.
 */
public final class StateGroups {

  private static final String FILE = "groups.tsv";

  private final Map<String, List<Membership>> byName = new LinkedHashMap<>();

  /**
   * @param members memberships by the body's slug
   * @param states the codes of all states
   */
  StateGroups(Map<String, List<Membership>> members, Set<String> states) {
    for (WordTable.Row row : WordTable.bundled(FILE, 2).rows()) {
      List<Membership> always =
          Arrays.stream(row.cell(1).split(" "))
              .filter(states::contains)
              .map(code -> new Membership(code, Optional.empty(), Optional.empty()))
              .toList();
      List<Membership> group = members.getOrDefault(row.cell(1), always);
      if (group.isEmpty()) {
        throw row.refused(
            "\"" + row.cell(1) + "\"", "give a body that has members, or the three-letter codes of states");
      }
      byName.put(row.cell(0), group);
    }
  }

  /**
   * The members' codes, sorted; empty where nothing is called so.
   *
   * @param day the day on which they are members; without one, those that still are
   */
  public Optional<List<String>> members(String name, Optional<LocalDate> day) {
    return Optional.ofNullable(byName.get(name))
        .map(group -> group.stream().filter(m -> m.covers(day)).map(Membership::state).sorted().toList());
  }
}
