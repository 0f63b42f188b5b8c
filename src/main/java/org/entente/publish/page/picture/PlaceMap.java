package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.StatusGroup;

/**
 * Where undertakings happen: places as discs on the outlines of states, as large as their number and in the colour of
 * the most certain group of statuses among them; beside it the same as a list, with the places that cannot be drawn.
 */
public final class PlaceMap {

  private static final int MOST_PLACES = 40;
  private static final int LISTED = 10;
  private static final double SMALLEST_DISC = 9;
  private static final double LARGEST_DISC = 26;
  /** What a letter and a line take on the narrowest screen, where letters are largest beside the map. */
  private static final double LETTER = 15;
  private static final double LINE = 30;
  private static final double GAP = 6;

  private final Names names;

  public PlaceMap(Names names) {
    this.names = names;
  }

  private record Place(String iri, String label, Optional<Position> position, Map<StatusGroup, Integer> numbers) {

    int all() {
      return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }

    StatusGroup mostCertain() {
      return numbers.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    String spoken() {
      return String.join(", ", numbers.entrySet().stream()
          .map(number -> number.getValue() + " " + number.getKey().shortName().toLowerCase(Locale.ROOT)).toList());
    }
  }

  /**
   * The map of some rows, each a place with a status and a number; nothing where no place has coordinates.
   *
   * @param own the codes in M49 of the states that the page is about, which stand out
   */
  public Html of(List<PageQueries.Row> rows, List<String> own) {
    List<Place> all = places(rows);
    List<Place> places = all.stream().limit(MOST_PLACES).toList();
    List<Place> drawn = places.stream().filter(place -> place.position().isPresent()).toList();
    if (drawn.isEmpty()) {
      return Html.NOTHING;
    }
    String words = words(drawn, all.size() - places.size());
    return several(element("h2", "Where").with("id", "where"),
        element("figure", element("div", picture(drawn, own, words), list(places)).with("class", "places-and-list"),
            StatusLegend.of(drawn.stream().map(Place::mostCertain).toList()), element("figcaption", words + " Borders "
                + "are those of Natural Earth, drawn as they are held and not as anybody claims them; they take no side."))
            .with("class", "picture"));
  }

  /** The busiest first. */
  private static List<Place> places(List<PageQueries.Row> rows) {
    Map<String, Place> places = new LinkedHashMap<>();
    rows.forEach(row -> places
        .computeIfAbsent(row.text("place"),
            iri -> new Place(iri, row.text("label"), position(row), new EnumMap<>(StatusGroup.class)))
        .numbers().merge(StatusGroup.of(row.text("status")), row.number("number"), Integer::sum));
    return places.values().stream().sorted(Comparator.comparingInt(Place::all).reversed().thenComparing(Place::label)
        .thenComparing(Place::iri)).toList();
  }

  private static Optional<Position> position(PageQueries.Row row) {
    try {
      return Optional.of(new Position(Double.parseDouble(row.text("longitude")),
          Double.parseDouble(row.text("latitude")))).filter(Position::isOnTheGlobe);
    } catch (NumberFormatException e) {
      // Without coordinates, or with such as others write.
      return Optional.empty();
    }
  }

  private static String words(List<Place> drawn, int left) {
    int number = drawn.stream().mapToInt(Place::all).sum();
    return (drawn.size() == 1 ? "The place" : "The " + drawn.size() + " places") + " where "
        + (number == 1 ? "1 undertaking happens" : number + " undertakings happen")
        + " or would happen by what articles tell"
        + (left > 0 ? "; " + left + " more with fewer of them are left out" : "")
        + ". The larger the disc, the more of them; its colour is that of the most certain.";
  }

  /** The busiest, the others a press away, and then those that cannot be drawn. */
  private Html list(List<Place> places) {
    List<Html> drawn = places.stream().filter(place -> place.position().isPresent())
        .map(place -> (Html) element("li", entry(place, ": ", ""))).toList();
    List<Html> left = places.stream().filter(place -> place.position().isEmpty())
        .map(place -> entry(place, " (", ")")).toList();
    int listed = Math.min(LISTED, drawn.size());
    return element("div", element("ol", several(drawn.subList(0, listed))),
        drawn.size() == listed ? Html.NOTHING : element("details",
            element("summary", drawn.size() - listed + " more"),
            element("ol", several(drawn.subList(listed, drawn.size()))).with("start", String.valueOf(listed + 1))),
        left.isEmpty() ? Html.NOTHING : element("p", text("Not drawn, since their coordinates are not known: "),
            listed(left)).with("class", "note"))
        .with("class", "places-list");
  }

  private static Html listed(List<Html> items) {
    List<Html> all = new ArrayList<>();
    items.forEach(item -> all.addAll(all.isEmpty() ? List.of(item) : List.of(text(", "), item)));
    return Html.run(all);
  }

  private Html entry(Place place, String before, String behind) {
    return Html.run(List.of(names.thing(place.iri(), place.label()), text(before + place.spoken() + behind)));
  }

  private Html picture(List<Place> places, List<String> own, String words) {
    MapFrame frame = MapFrame.around(places.stream().map(place -> place.position().orElseThrow()).toList());
    int most = places.stream().mapToInt(Place::all).max().orElse(1);
    List<Html> parts = new ArrayList<>(List.of(
        element("title", "Map of " + String.join(", ", places.stream().map(Place::label).toList()))
            .with("id", "places-title"),
        element("desc", words).with("id", "places-description"),
        land(frame, Outlines.WORLD.except(own), "land"), land(frame, Outlines.WORLD.only(own), "land own")));
    List<Disc> discs = places.stream().map(place -> disc(frame, place, most)).toList();
    Labels labels = new Labels(frame, discs);
    discs.forEach(disc -> parts.add(marked(disc, labels)));
    return element("svg", several(parts)).with("viewBox", "0 0 " + frame.width() + " " + frame.height())
        .with("role", "group").with("aria-labelledby", "places-title").with("aria-describedby", "places-description")
        .with("class", "places");
  }

  private static Html land(MapFrame frame, List<Outlines.Outline> states, String kind) {
    String path = String.join("", states.stream().map(state -> frame.path(state.rings())).toList());
    return path.isEmpty() ? Html.NOTHING : element("path").with("d", path).with("class", kind);
  }

  private static Disc disc(MapFrame frame, Place place, int most) {
    Position position = place.position().orElseThrow();
    double radius = Math.max(SMALLEST_DISC, LARGEST_DISC * Math.sqrt((double) place.all() / most));
    return new Disc(place, frame.x(position), frame.y(position), radius);
  }

  private Html marked(Disc disc, Labels labels) {
    Place place = disc.place();
    String words = place.label() + ": " + place.spoken();
    Html circle = element("circle", element("title", words)).with("cx", disc.x()).with("cy", disc.y())
        .with("r", disc.radius()).with("class", "mark " + place.mostCertain().code());
    // The list beside it has the same links for the keyboard.
    return element("a", circle, labels.of(disc)).with("tabindex", "-1")
        .with("href", names.address(place.iri()).orElse(place.iri()))
        .with("aria-label", words);
  }

  private record Disc(Place place, double x, double y, double radius) {

    Box box() {
      return new Box(x - radius, y - radius, x + radius, y + radius);
    }
  }

  private record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** The names beside discs: to the right, else to the left, else none, so that none covers another name or disc. */
  private static final class Labels {

    private final MapFrame frame;
    private final List<Box> taken;

    Labels(MapFrame frame, List<Disc> discs) {
      this.frame = frame;
      this.taken = new ArrayList<>(discs.stream().map(Disc::box).toList());
    }

    Html of(Disc disc) {
      double length = LETTER * disc.place().label().length();
      double right = disc.x() + disc.radius() + GAP;
      double left = disc.x() - disc.radius() - GAP;
      return label(disc, new Box(right, disc.y() - LINE / 2, right + length, disc.y() + LINE / 2), right, "after")
          .or(() -> label(disc, new Box(left - length, disc.y() - LINE / 2, left, disc.y() + LINE / 2), left, "before"))
          .orElse(Html.NOTHING);
    }

    private Optional<Html> label(Disc disc, Box box, double x, String side) {
      boolean fits = box.left() >= 0 && box.right() <= frame.width() && box.top() >= 0
          && box.bottom() <= frame.height() && taken.stream().noneMatch(box::meets);
      if (!fits) {
        return Optional.empty();
      }
      taken.add(box);
      return Optional.of(element("text", disc.place().label()).with("x", x).with("y", disc.y()).with("class", side));
    }
  }
}
