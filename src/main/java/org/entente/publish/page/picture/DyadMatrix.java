package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/** Pairs of states against groups of statuses, each cell a disc as large as its number; as picture and as numbers. */
public final class DyadMatrix {

  private static final int MOST_PAIRS = 15;
  private static final double LETTER = 7;
  private static final double COLUMN = 96;
  private static final double ROW = 30;
  private static final double LARGEST_DISC = 13;

  private final Names names;

  public DyadMatrix(Names names) {
    this.names = names;
  }

  private record Pair(String label, String address, Map<StatusGroup, Integer> numbers) {
    int all() {
      return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  public Html of(List<PageQueries.Row> rows) {
    Map<String, Pair> pairs = new LinkedHashMap<>();
    for (PageQueries.Row row : rows) {
      String address = names.dyad(row.text("oneCode"), row.text("otherCode"));
      Pair pair = pairs.computeIfAbsent(address, key -> new Pair(
          row.text("oneLabel") + " – " + row.text("otherLabel"), address, new EnumMap<>(StatusGroup.class)));
      pair.numbers().merge(StatusGroup.of(row.text("status")), row.number("number"), Integer::sum);
    }
    List<Pair> busiest = pairs.values().stream()
        .sorted((one, other) -> Integer.compare(other.all(), one.all())).limit(MOST_PAIRS).toList();
    List<StatusGroup> columns = Stream.of(StatusGroup.values())
        .filter(group -> busiest.stream().anyMatch(pair -> pair.numbers().containsKey(group))).toList();
    String words = "The " + busiest.size() + " pairs of states with the most undertakings, of " + pairs.size()
        + ", by what became of them. A pair's name leads to its page.";
    return element("figure", Html.scrolled(picture(busiest, columns, words), "Pairs of states"),
        element("figcaption", words)).with("class", "picture");
  }

  private static Html picture(List<Pair> pairs, List<StatusGroup> columns, String words) {
    double left = LETTER * pairs.stream().mapToInt(pair -> pair.label().length()).max().orElse(0);
    int most = pairs.stream().flatMap(pair -> pair.numbers().values().stream()).max(Integer::compare).orElse(1);
    List<Html> parts = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      parts
          .add(element("text", columns.get(c).shortName()).with("x", x(c, left)).with("y", 16).with("class", "middle"));
    }
    for (int r = 0; r < pairs.size(); r++) {
      parts.addAll(row(pairs.get(r), columns, left, 26 + r * ROW, most));
    }
    double width = left + COLUMN * columns.size();
    double height = 30 + ROW * pairs.size();
    return element("svg", several(parts)).with("viewBox", "0 0 " + (int) width + " " + (int) height)
        .with("role", "group").with("aria-label", words).with("class", "matrix");
  }

  private static double x(int column, double left) {
    return left + COLUMN * column + COLUMN / 2;
  }

  private static List<Html> row(Pair pair, List<StatusGroup> columns, double left, double top, int most) {
    List<Html> parts = new ArrayList<>();
    Html label = element("text", pair.label()).with("x", 0).with("y", top + 20);
    parts.add(element("a", label).with("href", pair.address())
        .with("aria-label", pair.label() + ": " + spoken(pair)));
    for (int c = 0; c < columns.size(); c++) {
      int number = pair.numbers().getOrDefault(columns.get(c), 0);
      if (number > 0) {
        parts.add(element("circle", element("title", number + " " + columns.get(c).shortName()))
            .with("cx", x(c, left) - 12).with("cy", top + 15)
            .with("r", LARGEST_DISC * Math.sqrt((double) number / most))
            .with("class", "mark " + columns.get(c).code()));
        parts.add(element("text", String.valueOf(number)).with("x", x(c, left) + 8).with("y", top + 20));
      }
    }
    return parts;
  }

  private static String spoken(Pair pair) {
    return String.join(", ", pair.numbers().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().shortName()).toList());
  }
}
