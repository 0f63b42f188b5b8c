package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.DeedTables;
import org.entente.publish.page.part.EdtfWords;
import org.entente.publish.page.part.StatusGroup;

/**
 * Dated undertakings on a line of years, or of the months of one year, one lane for each group of statuses, as a picture with words in its place. What
 * is only known to be no later than a day is a broken line up to that day; what has no date at all stands at the edge,
 * with the day of its article. The names of the lanes are a picture of their own, which stays where it is while the line
 * is moved under a narrow screen.
 */
public final class Timeline {

  private static final double WIDTH = 824;
  private static final double LEFT = 110;
  private static final double LANE = 30;
  private static final double LEAST_MARK = 6;
  private static final int MOST_YEARS = 10;
  private static final double EDGE = 104;
  private static final int MOST_AT_EDGE = 10;
  /** What lies at one place is one mark, whose words name so many of them. */
  private static final int MOST_NAMED = 5;

  private final List<Deed> dated;
  private final List<Deed> bounded;
  private final List<Deed> undated;
  private final LocalDate from;
  private final LocalDate to;

  private Timeline(List<Deed> dated, List<Deed> bounded, List<Deed> undated, LocalDate from, LocalDate to) {
    this.dated = dated;
    this.bounded = bounded;
    this.undated = undated;
    this.from = from;
    this.to = to;
  }

  public static Html of(List<Deed> deeds) {
    List<Deed> dated = deeds.stream().filter(deed -> deed.earliest().isPresent()).toList();
    if (dated.size() < 2) {
      return Html.NOTHING;
    }
    LocalDate first = dated.stream().map(Timeline::begin).min(LocalDate::compareTo).orElseThrow();
    List<Deed> bounded = deeds.stream().filter(Timeline::isBounded)
        .filter(deed -> !deed.latest().orElseThrow().isBefore(first)).toList();
    LocalDate last = Stream.concat(dated.stream().map(Timeline::end),
        bounded.stream().map(deed -> deed.latest().orElseThrow())).max(LocalDate::compareTo).orElseThrow();
    boolean inOneYear = first.getYear() == last.getYear();
    LocalDate until = inOneYear && last.getMonth() != Month.DECEMBER ? last.withDayOfMonth(1).plusMonths(1)
        : LocalDate.of(Math.min(last.getYear(), LocalDate.MAX.getYear() - 1) + 1, 1, 1);
    List<Deed> undated = deeds.stream().filter(deed -> deed.earliest().isEmpty() && deed.latest().isEmpty())
        .sorted(Comparator.comparing(deed -> deed.told().orElse(LocalDate.MIN))).toList();
    LocalDate since = inOneYear ? first.withDayOfMonth(1) : first.withDayOfYear(1);
    return new Timeline(dated, bounded, undated, since, until).picture(deeds);
  }

  private static boolean isBounded(Deed deed) {
    return deed.earliest().isEmpty() && deed.latest().isPresent();
  }

  private static LocalDate begin(Deed deed) {
    return deed.earliest().orElseThrow();
  }

  private static LocalDate end(Deed deed) {
    return deed.latest().filter(date -> !date.isBefore(begin(deed))).orElseGet(() -> begin(deed));
  }

  private Html picture(List<Deed> all) {
    long onlyBounded = all.stream().filter(Timeline::isBounded).count();
    List<StatusGroup> lanes = Stream.of(StatusGroup.values())
        .filter(group -> Stream.of(dated, bounded, undated).flatMap(List::stream)
            .anyMatch(deed -> deed.group() == group))
        .toList();
    double height = LANE * lanes.size() + 24;
    String words = "Timeline of " + dated.size() + " dated undertakings "
        + EdtfWords.years(from.getYear(), to.minusDays(1).getYear()) + ": " + DeedTables.summary(dated) + ". "
        + (onlyBounded > 0 ? onlyBounded + " more are only known to be no later than their article. " : "")
        + (undated.isEmpty() ? "" : undated.size() + " more have no date and stand at the right edge. ")
        + "The tables list all of them.";
    List<Html> laneNames = new ArrayList<>();
    List<Html> parts = new ArrayList<>(List.of(element("title", "Timeline"), element("desc", words)));
    parts.addAll(years(height));
    if (!undated.isEmpty()) {
      parts.add(element("text", "no date").with("x", WIDTH).with("y", height - 5).with("class", "before"));
    }
    for (int i = 0; i < lanes.size(); i++) {
      laneNames.add(element("text", lanes.get(i).shortName()).with("x", 0).with("y", i * LANE + 20));
      parts.addAll(lane(lanes.get(i), i * LANE));
    }
    Html beside = element("svg", Html.several(laneNames)).with("viewBox", "0 0 " + (int) LEFT + " " + (int) height)
        .with("aria-hidden", "true").with("class", "lanes");
    Html svg = element("svg", Html.several(parts))
        .with("viewBox", (int) LEFT + " 0 " + (int) (WIDTH - LEFT) + " " + (int) height)
        .with("role", "img").with("aria-label", words)
        .with("class", "timeline");
    Html both = element("div", beside, svg).with("class", "lanes-and-line");
    return element("figure", Html.scrolled(both, "Timeline").with("class", "scroll newest"),
        element("figcaption", words)).with("class", "picture");
  }

  private List<Html> years(double height) {
    int count = to.minusDays(1).getYear() - from.getYear() + 1;
    if (count == 1) {
      return months(height);
    }
    int step = Math.max(1, (count + MOST_YEARS - 1) / MOST_YEARS);
    List<Html> parts = new ArrayList<>();
    for (int year = from.getYear(); year < to.getYear(); year += step) {
      parts.addAll(tick(LocalDate.of(year, 1, 1), String.valueOf(year), height));
    }
    return parts;
  }

  private List<Html> months(double height) {
    List<Html> parts = new ArrayList<>();
    for (LocalDate month = from; month.isBefore(to); month = month.plusMonths(1)) {
      parts.addAll(tick(month, month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), height));
    }
    return parts;
  }

  private List<Html> tick(LocalDate date, String name, double height) {
    double x = x(date);
    return List.of(element("line").with("x1", x).with("x2", x).with("y1", 0).with("y2", height - 18)
        .with("class", "axis"), element("text", name).with("x", x).with("y", height - 5));
  }

  private List<Html> lane(StatusGroup group, double top) {
    List<Html> parts = new ArrayList<>();
    together(bounded, group, deed -> place(deed.latest().orElseThrow(), deed.latest().orElseThrow()))
        .forEach((place, deeds) -> parts.add(element("path", element("title", words(deeds)))
            .with("d", "M" + (int) LEFT + " " + (int) (top + 15) + "H" + (int) place.x() + "m0 -5v10")
            .with("class", "bound")));
    together(dated, group, deed -> place(begin(deed), end(deed)))
        .forEach((place, deeds) -> parts.add(element("rect", element("title", words(deeds)))
            .with("x", place.x()).with("y", top + 8).with("width", place.width()).with("height", 14).with("rx", 3)
            .with("class", "mark " + group.code())));
    parts.addAll(edge(group, top));
    return parts;
  }

  /** A mark's place in its lane. */
  private record Place(double x, double width) {}

  private Place place(LocalDate begin, LocalDate end) {
    double x = x(begin);
    return new Place(x, Math.max(LEAST_MARK, x(end) - x));
  }

  /** Two states may have hundreds of undertakings in a year: what would lie on each other is drawn once. */
  private static SequencedMap<Place, List<Deed>> together(List<Deed> deeds, StatusGroup group,
      Function<Deed, Place> place) {
    return deeds.stream().filter(deed -> deed.group() == group)
        .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
  }

  private static String words(List<Deed> deeds) {
    int more = deeds.size() - MOST_NAMED;
    return deeds.stream().limit(MOST_NAMED).map(deed -> deed.label() + ", " + deed.whenInWords())
        .collect(Collectors.joining("\n")) + (more > 0 ? "\nand " + more + " more" : "");
  }

  /** What has no date, in the order in which it was told; beyond a few marks their number says more. */
  private List<Html> edge(StatusGroup group, double top) {
    List<Deed> members = undated.stream().filter(member -> member.group() == group).toList();
    List<Html> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_AT_EDGE, members.size()); i++) {
      Deed deed = members.get(i);
      String told = deed.told().map(day -> ", no date; told on " + EdtfWords.ofDay(day)).orElse(", no date");
      parts.add(element("rect", element("title", deed.label() + told))
          .with("x", right() + LEAST_MARK + i * (LEAST_MARK + 1)).with("y", top + 8).with("width", LEAST_MARK - 1)
          .with("height", 14).with("class", "mark undated " + group.code()));
    }
    if (members.size() > MOST_AT_EDGE) {
      parts.set(MOST_AT_EDGE - 1, element("text", "+" + (members.size() - MOST_AT_EDGE + 1))
          .with("x", WIDTH).with("y", top + 20).with("class", "before"));
    }
    return parts;
  }

  private double x(LocalDate date) {
    double span = to.toEpochDay() - from.toEpochDay();
    return LEFT + (date.toEpochDay() - from.toEpochDay()) / span * (right() - LEFT - LEAST_MARK);
  }

  /** Where the line ends and the edge of what has no date begins. */
  private double right() {
    return undated.isEmpty() ? WIDTH : WIDTH - EDGE;
  }
}
