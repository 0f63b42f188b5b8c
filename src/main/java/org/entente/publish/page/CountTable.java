package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/** Numbers of undertakings by something and by group of statuses. The rows' first variable tells what they are by. */
final class CountTable {

  private final String heading;
  private final Map<String, Html> firstCells = new LinkedHashMap<>();
  private final Map<String, Map<StatusGroup, Integer>> numbers = new LinkedHashMap<>();

  CountTable(String heading, List<PageQueries.Row> rows, Function<PageQueries.Row, Html> firstCell) {
    this.heading = heading;
    for (PageQueries.Row row : rows) {
      String key = row.text("other") + row.text("field");
      firstCells.computeIfAbsent(key, ignored -> firstCell.apply(row));
      numbers.computeIfAbsent(key, ignored -> new EnumMap<>(StatusGroup.class))
          .merge(StatusGroup.of(row.text("status")), row.number("number"), Integer::sum);
    }
  }

  Html html(String title) {
    if (numbers.isEmpty()) {
      return Html.NOTHING;
    }
    List<StatusGroup> columns = Stream.of(StatusGroup.values())
        .filter(group -> numbers.values().stream().anyMatch(row -> row.containsKey(group))).toList();
    List<Html> head = new ArrayList<>(List.of(element("th", heading).with("scope", "col")));
    columns.forEach(group -> head.add(element("th", group.shortName()).with("scope", "col")));
    List<Html> rows = new ArrayList<>();
    firstCells.forEach((key, first) -> rows.add(row(first, columns, numbers.getOrDefault(key, Map.of()))));
    Html table = element("table", element("thead", element("tr", several(head))), element("tbody", several(rows)))
        .with("class", "counts");
    return several(element("h2", title), Html.scrolled(table, title));
  }

  private static Html row(Html first, List<StatusGroup> columns, Map<StatusGroup, Integer> numbers) {
    List<Html> cells = new ArrayList<>(List.of(element("th", first).with("scope", "row")));
    columns.forEach(group -> cells.add(
        element("td", numbers.containsKey(group) ? String.valueOf(numbers.get(group)) : "")));
    return element("tr", several(cells));
  }
}
