package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/** Pairs of states against groups of statuses, each cell a number with a disc as large as it. */
public final class DyadMatrix {

  private static final int MOST_PAIRS = 15;
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
    String words = (busiest.size() == 1 ? "The pair" : "The " + busiest.size() + " pairs")
        + " of states with the most undertakings" + (busiest.size() < pairs.size() ? ", of " + pairs.size() : "")
        + ", by what became of them. A pair's name leads to its page.";
    return several(table(busiest, columns), element("p", words).with("class", "note"));
  }

  private static Html table(List<Pair> pairs, List<StatusGroup> columns) {
    int most = pairs.stream().flatMap(pair -> pair.numbers().values().stream()).max(Integer::compare).orElse(1);
    Html head = element("tr", element("th", "Pair").with("scope", "col"), several(columns.stream()
        .map(group -> element("th", group.shortName()).with("scope", "col").with("title", group.explanation()))
        .toList()));
    return element("table", element("thead", head),
        element("tbody", several(pairs.stream().map(pair -> row(pair, columns, most)).toList())))
        .with("class", "matrix");
  }

  private static Html row(Pair pair, List<StatusGroup> columns, int most) {
    return element("tr", element("th", link(pair.address(), pair.label())).with("scope", "row"),
        several(columns.stream().map(group -> cell(group, pair.numbers().getOrDefault(group, 0), most)).toList()));
  }

  private static Html cell(StatusGroup group, int number, int most) {
    if (number == 0) {
      return element("td");
    }
    Html disc = element("circle").with("cx", LARGEST_DISC).with("cy", LARGEST_DISC)
        .with("r", LARGEST_DISC * Math.sqrt((double) number / most)).with("class", "mark");
    double wide = 2 * LARGEST_DISC;
    return element("td", element("svg", disc).with("viewBox", "0 0 " + wide + " " + wide).with("class", "disc")
        .with("aria-hidden", "true"), text(String.valueOf(number))).with("class", group.code());
  }
}
