package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/**
 * The states with the most undertakings on an ellipse, joined by what they share: a line for each group of statuses, as
 * wide as its number. States stand at even heights, so that no name covers another; those that share most face each
 * other, so that the widest lines are not the shortest.
 */
public final class NetworkPicture {

  private static final int MOST_STATES = 24;
  private static final double LETTER = 7.5;
  private static final double ROW = 28;
  private static final double HALF_WIDTH = 330;
  private static final double WIDEST = 9;
  private static final double BESIDE = 3;
  private static final double DOT = 5;

  private final Names names;

  public NetworkPicture(Names names) {
    this.names = names;
  }

  private record State(String iri, String label) {}

  private record Pair(State one, State other) {}

  private record Point(double x, double y) {}

  /** The picture of some rows, each a pair of states with a field, a status and a number. */
  public Html of(List<PageQueries.Row> rows) {
    Map<Pair, Map<StatusGroup, Integer>> pairs = new LinkedHashMap<>();
    Map<State, Integer> sums = new LinkedHashMap<>();
    for (PageQueries.Row row : rows) {
      State one = new State(row.text("one"), row.text("oneLabel"));
      State other = new State(row.text("other"), row.text("otherLabel"));
      int number = row.number("number");
      pairs.computeIfAbsent(new Pair(one, other), key -> new EnumMap<>(StatusGroup.class))
          .merge(StatusGroup.of(row.text("status")), number, Integer::sum);
      Stream.of(one, other).forEach(state -> sums.merge(state, number, Integer::sum));
    }
    List<State> states = neighbours(busiest(sums), pairs);
    Set<State> shown = new HashSet<>(states);
    pairs.keySet().removeIf(pair -> !shown.contains(pair.one()) || !shown.contains(pair.other()));
    String words = words(states, sums.size(), pairs);
    return element("figure", Html.scrolled(picture(states, pairs, words), "Network of states"),
        StatusLegend.of(pairs.values().stream().flatMap(numbers -> numbers.keySet().stream()).toList()),
        element("figcaption", words)).with("class", "picture");
  }

  private static List<State> busiest(Map<State, Integer> sums) {
    return sums.entrySet().stream()
        .sorted(Map.Entry.<State, Integer>comparingByValue().reversed()
            .thenComparing(entry -> entry.getKey().label()))
        .limit(MOST_STATES).map(Map.Entry::getKey).toList();
  }

  /** The same states, each behind the one that it shares most with. */
  private static List<State> neighbours(List<State> busiest, Map<Pair, Map<StatusGroup, Integer>> pairs) {
    Map<State, Map<State, Integer>> shared = new HashMap<>();
    pairs.forEach((pair, numbers) -> {
      int all = sum(numbers);
      shared.computeIfAbsent(pair.one(), key -> new HashMap<>()).put(pair.other(), all);
      shared.computeIfAbsent(pair.other(), key -> new HashMap<>()).put(pair.one(), all);
    });
    List<State> left = new ArrayList<>(busiest);
    List<State> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Map<State, Integer> ofLast =
          ordered.isEmpty() ? Map.of() : shared.getOrDefault(ordered.getLast(), Map.of());
      State next = left.stream().max(Comparator.comparingInt((State state) -> ofLast.getOrDefault(state, 0))
          .thenComparing(state -> -left.indexOf(state))).orElseThrow();
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static int sum(Map<StatusGroup, Integer> numbers) {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String words(List<State> states, int all, Map<Pair, Map<StatusGroup, Integer>> pairs) {
    String which = states.size() < all ? "The " + states.size() + " states with the most undertakings, of " + all
        : states.size() + " states";
    return which + ". The wider a line, the more undertakings the two share, "
        + pairs.values().stream().mapToInt(NetworkPicture::sum).max().orElse(0)
        + " at most; one of three states joins three pairs. Broken lines are only urged. A state's name leads to its "
        + "page.";
  }

  private Html picture(List<State> states, Map<Pair, Map<StatusGroup, Integer>> pairs, String words) {
    int left = (states.size() + 1) / 2;
    double height = ROW * (left + 1);
    int longest = states.stream().mapToInt(state -> state.label().length()).max().orElse(0);
    double width = 2 * (HALF_WIDTH + 3 * DOT + LETTER * longest);
    Map<State, Point> places = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++) {
      boolean onTheRight = i % 2 == 1;
      places.put(states.get(i), place(i / 2, onTheRight ? states.size() - left : left, onTheRight, width, height));
    }
    int most = pairs.values().stream().flatMap(numbers -> numbers.values().stream()).max(Integer::compare).orElse(1);
    List<Html> parts = new ArrayList<>();
    pairs.forEach((pair, numbers) -> parts.addAll(
        lines(pair, numbers, at(places, pair.one()), at(places, pair.other()), width, height, most)));
    places.forEach((state, point) -> parts.add(dot(state, point, point.x() >= width / 2)));
    return element("svg", several(parts)).with("viewBox", "0 0 " + (int) width + " " + (int) height)
        .with("role", "group").with("aria-label", words).with("class", "network");
  }

  private static Point at(Map<State, Point> places, State state) {
    return Objects.requireNonNull(places.get(state));
  }

  private static Point place(int row, int rows, boolean onTheRight, double width, double height) {
    double y = height * (row + 1) / (rows + 1);
    double fromMiddle = 2 * y / height - 1;
    double x = HALF_WIDTH * Math.sqrt(1 - fromMiddle * fromMiddle);
    return new Point(width / 2 + (onTheRight ? x : -x), y);
  }

  private static List<Html> lines(Pair pair, Map<StatusGroup, Integer> numbers, Point from, Point to, double width,
      double height, int most) {
    List<Html> lines = new ArrayList<>();
    int index = 0;
    for (Map.Entry<StatusGroup, Integer> number : numbers.entrySet()) {
      double aside = BESIDE * (index - (numbers.size() - 1) / 2.0);
      double middleX = (from.x() + to.x() + width / 2) / 3 + 3 * aside;
      double middleY = (from.y() + to.y() + height / 2) / 3 + 3 * aside;
      String words = pair.one().label() + " – " + pair.other().label() + ": " + number.getValue() + " "
          + number.getKey().shortName().toLowerCase(Locale.ROOT);
      lines.add(element("path", element("title", words))
          .with("d", "M" + tenth(from.x()) + " " + tenth(from.y()) + "Q" + tenth(middleX) + " " + tenth(middleY) + " "
              + tenth(to.x()) + " " + tenth(to.y()))
          .with("stroke-width", Math.max(1, WIDEST * Math.sqrt((double) number.getValue() / most)))
          .with("class", "edge " + number.getKey().code()));
      index++;
    }
    return lines;
  }

  private static String tenth(double number) {
    return Double.toString(Math.round(number * 10) / 10.0);
  }

  private Html dot(State state, Point point, boolean onTheRight) {
    Html name = element("text", state.label()).with("x", point.x() + (onTheRight ? 2 * DOT : -2 * DOT))
        .with("y", point.y() + 4).with("class", onTheRight ? "after" : "before");
    Html dot = element("circle").with("cx", point.x()).with("cy", point.y()).with("r", DOT).with("class", "node");
    return element("a", dot, name).with("href", names.address(state.iri()).orElse(state.iri()));
  }
}
