package org.entente.curation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.curation.CurationFile.Line;

/**
 * What decisions say of who is one and who is not, and where they contradict each other: what is the same as one thing
 * is the same as all that this is the same as.
 */
public final class Identities {

  private final List<Line> lines;
  private final Set<Line> fresh;
  private final Map<String, List<Line>> sameByEnd = new HashMap<>();

  private Identities(List<Line> lines, List<Line> fresh) {
    this.lines = lines.stream()
        .filter(line -> verdict(line) == Verdict.SAME || verdict(line) == Verdict.NOT_SAME).toList();
    this.fresh = Set.copyOf(fresh);
    this.lines.stream().filter(line -> verdict(line) == Verdict.SAME).forEach(line -> pair(line)
        .forEach(end -> sameByEnd.computeIfAbsent(end, key -> new ArrayList<>()).add(line)));
  }

  static Identities of(List<Line> lines) {
    return new Identities(lines, lines);
  }

  /** What new lines say, and of the older decisions those that decide of other pairs. */
  public static Identities of(List<Line> fresh, List<Decision> known) {
    List<Line> all = new ArrayList<>();
    known.stream()
        .map(decision -> new Line("the store's decision by " + decision.by() + " of " + decision.on(), decision))
        .filter(line -> fresh.stream().noneMatch(newer -> pair(newer).equals(pair(line)))).forEach(all::add);
    all.addAll(fresh);
    return new Identities(all, fresh);
  }

  /** Those in which a new line has part, in words: the line that cannot stand, and those that speak against it. */
  public List<String> contradictions() {
    List<String> problems = new ArrayList<>();
    for (Line line : lines) {
      List<Line> against = against(line);
      if (!against.isEmpty() && (fresh.contains(line) || against.stream().anyMatch(fresh::contains))) {
        problems.add(line.place() + ": " + one(line) + " and " + other(line)
            + (verdict(line) == Verdict.NOT_SAME ? " cannot be both the same and not" : " go round in a circle")
            + ": " + String.join(", ", against.stream().map(Identities::said).toList())
            + "; take one of these decisions out");
      }
    }
    return problems;
  }

  /** The chain that makes one what a line keeps apart, or that leads from what it joins back to where it began. */
  private List<Line> against(Line line) {
    return verdict(line) == Verdict.NOT_SAME ? way(one(line), other(line), step -> true, true)
        : way(other(line), one(line), step -> lines.indexOf(step) < lines.indexOf(line), false);
  }

  /** All that is the same, each with all others that it is the same as, near or far. */
  Map<String, Set<String>> groups() {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      if (verdict(line) == Verdict.SAME) {
        Set<String> both = new LinkedHashSet<>();
        both.addAll(groups.getOrDefault(one(line), Set.of(one(line))));
        both.addAll(groups.getOrDefault(other(line), Set.of(other(line))));
        both.forEach(thing -> groups.put(thing, both));
      }
    }
    return groups;
  }

  /** The shortest chain of decisions for the same from one thing to another; empty where there is none. */
  private List<Line> way(String from, String to, Predicate<Line> usable, boolean backwards) {
    Map<String, List<Line>> ways = new HashMap<>(Map.of(from, List.of()));
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !ways.containsKey(to)) {
      String thing = next.remove();
      for (Line step : sameByEnd.getOrDefault(thing, List.of())) {
        String onward = one(step).equals(thing) ? other(step) : backwards ? one(step) : thing;
        if (!ways.containsKey(onward) && usable.test(step)) {
          List<Line> way = new ArrayList<>(ways.get(thing));
          way.add(step);
          ways.put(onward, way);
          next.add(onward);
        }
      }
    }
    return ways.getOrDefault(to, List.of());
  }

  private static String said(Line line) {
    return line.place() + " says that " + one(line) + " is " + other(line);
  }

  private static Verdict verdict(Line line) {
    return line.decision().verdict();
  }

  private static String one(Line line) {
    return line.decision().subject();
  }

  private static String other(Line line) {
    return line.decision().value();
  }

  private static Set<String> pair(Line line) {
    return one(line).equals(other(line)) ? Set.of(one(line)) : Set.of(one(line), other(line));
  }
}
