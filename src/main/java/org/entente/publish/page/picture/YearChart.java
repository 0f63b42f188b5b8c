package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.EdtfWords;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/**
 * How many undertakings began in each year: a bar for each, in pieces by group of statuses. It begins where most of them
 * do; the few that lie far before stand in its words.
 */
public final class YearChart {

  private static final double WIDTH = 720;
  /** So few years would be lost in the whole width. */
  private static final int FEW = 6;
  private static final double WIDTH_OF_FEW = 480;
  private static final double HEIGHT = 170;
  private static final double FOOT = 24;
  private static final double WIDEST = 40;
  private static final double MARGIN = 16;
  private static final int MOST_LABELS = 14;
  /** One in so many may be left out before the first bar, where that leaves out many empty years. */
  private static final int FOLDED = 20;
  private static final int FEW_YEARS = 25;
  /** Narrower bars have no room for their number. */
  private static final double NUMBERED = 14;

  private YearChart() {}

  public static Html of(List<PageQueries.Row> rows) {
    SortedMap<Integer, Map<StatusGroup, Integer>> years = new TreeMap<>();
    for (PageQueries.Row row : rows) {
      if (row.text("year").matches("[0-9]{4}")) {
        years.computeIfAbsent(row.number("year"), key -> new EnumMap<>(StatusGroup.class))
            .merge(StatusGroup.of(row.text("status")), row.number("number"), Integer::sum);
      }
    }
    if (years.isEmpty()) {
      return Html.NOTHING;
    }
    int all = years.values().stream().mapToInt(YearChart::sum).sum();
    SortedMap<Integer, Map<StatusGroup, Integer>> shown = years.tailMap(begin(years, all));
    int folded = all - shown.values().stream().mapToInt(YearChart::sum).sum();
    String words = all + " dated undertakings by the year in which they began, "
        + EdtfWords.years(years.firstKey(), years.lastKey()) + "."
        + (folded == 0 ? "" : " " + folded + " from before " + shown.firstKey() + " are not drawn.");
    boolean few = shown.lastKey() - shown.firstKey() < FEW;
    double width = few ? WIDTH_OF_FEW : WIDTH;
    Html svg = element("svg", several(bars(shown, width))).with("viewBox", "0 0 " + (int) width + " " + (int) HEIGHT)
        .with("role", "img").with("aria-label", words).with("class", few ? "years few" : "years");
    return element("figure", Html.scrolled(svg, "Undertakings by year").with("class", "scroll newest"), StatusLegend.of(
        shown.values().stream().flatMap(numbers -> numbers.keySet().stream()).toList()),
        element("figcaption", words)).with("class", "picture");
  }

  /** The first year to be drawn. */
  private static int begin(SortedMap<Integer, Map<StatusGroup, Integer>> years, int all) {
    int first = years.firstKey();
    if (years.lastKey() - first < FEW_YEARS) {
      return first;
    }
    int passed = 0;
    for (Map.Entry<Integer, Map<StatusGroup, Integer>> year : years.entrySet()) {
      passed += sum(year.getValue());
      if (passed * FOLDED > all) {
        return year.getKey();
      }
    }
    return first;
  }

  private static int sum(Map<StatusGroup, Integer> numbers) {
    return numbers.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Html> bars(SortedMap<Integer, Map<StatusGroup, Integer>> years, double width) {
    int first = years.firstKey();
    int count = years.lastKey() - first + 1;
    int most = years.values().stream().mapToInt(YearChart::sum).max().orElse(1);
    double step = (width - 2 * MARGIN) / Math.max(FEW, count);
    int labelled = (count + MOST_LABELS - 1) / MOST_LABELS;
    List<Html> parts = new ArrayList<>();
    years.forEach((year, numbers) -> parts.addAll(bar(year, numbers, MARGIN + (year - first + 0.5) * step,
        Math.min(WIDEST, step * 0.8), (HEIGHT - FOOT - 16) / most)));
    for (int i = 0; i < count; i += labelled) {
      parts.add(element("text", String.valueOf(first + i)).with("x", MARGIN + (i + 0.5) * step).with("y", HEIGHT - 6)
          .with("class", "middle"));
    }
    return parts;
  }

  private static List<Html> bar(int year, Map<StatusGroup, Integer> numbers, double middle, double width, double one) {
    List<Html> parts = new ArrayList<>();
    double bottom = HEIGHT - FOOT;
    for (Map.Entry<StatusGroup, Integer> piece : numbers.entrySet()) {
      double height = piece.getValue() * one;
      bottom -= height;
      String words = year + ": " + piece.getValue() + " " + piece.getKey().shortName();
      parts.add(element("rect", element("title", words)).with("x", middle - width / 2).with("y", bottom)
          .with("width", width).with("height", height).with("class", "mark " + piece.getKey().code()));
    }
    if (width >= NUMBERED) {
      parts.add(element("text", String.valueOf(sum(numbers))).with("x", middle).with("y", bottom - 3)
          .with("class", "middle"));
    }
    return parts;
  }
}
