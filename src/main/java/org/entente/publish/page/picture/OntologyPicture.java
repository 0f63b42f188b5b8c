package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.TermLinks;
import org.entente.publish.page.part.VocabularyView;

/**
 * The main classes and what joins them, as one picture: in the middle the class with the most joins, on its left what
 * leads to it, on its right what it leads to; joins within a side are arcs. Made from the statements alone, so it shows
 * a new property without anybody drawing it.
 */
public final class OntologyPicture {

  /** How wide a letter is at most, for the room that names need. */
  private static final double LETTER = 7.4;
  private static final double ARC = 36;
  private static final double FARTHER_ARC = 80;
  private static final double TOP = 64;
  private static final double LINE = 18;
  private static final double HEAD = 28;
  private static final double LABEL = 15;
  private static final double SPACE = 16;
  private static final int MOST_NARROWER = 16;

  private final TermLinks links;
  private final VocabularyView view;

  public OntologyPicture(TermLinks links) {
    this.links = links;
    this.view = links.view();
  }

  /** Properties that lead from one main class to another, or to a list of concepts. */
  private record Join(String from, String to, List<String> properties) {}

  /** The boxes of one side of the hub, from top to bottom. */
  private record Side(List<Box> boxes, boolean right) {

    Optional<Box> box(String term) {
      return boxes.stream().filter(box -> box.term().equals(term)).findFirst();
    }

    /** How many boxes on an arc gets, from a box to another of this side; empty where it is none of this side. */
    Optional<Integer> distance(Join join) {
      return box(join.from()).flatMap(from -> box(join.to())
          .map(to -> Math.abs(boxes.indexOf(from) - boxes.indexOf(to)))).filter(distance -> distance > 0);
    }
  }

  /** A main class with the classes right below it, as a box. */
  private record Box(String term, List<String> narrower, double left, double top, double width, double height) {
    double middle() {
      return top + height / 2;
    }

    double right() {
      return left + width;
    }
  }

  public Html html() {
    List<Join> joins = joins();
    if (joins.isEmpty()) {
      return Html.NOTHING;
    }
    String hub = hub(joins);
    List<String> right = others(joins.stream().filter(join -> join.from().equals(hub)).map(Join::to), List.of(hub));
    List<String> known = Stream.concat(right.stream(), Stream.of(hub)).toList();
    List<String> left = others(joins.stream().filter(join -> join.to().equals(hub)).map(Join::from), known);
    String words = "In the middle " + view.label(hub) + ", with its kinds; on its left what leads to it, on its right"
        + " what it leads to. An arrow is one or more properties.";
    return element("figure",
        Html.scrolled(drawing(hub, left, right, joins), "Picture of the main classes"),
        element("figcaption", text(words), element("details", element("summary", "The picture in words"),
            element("ul", several(joins.stream().map(this::inWords).toList())))))
        .with("class", "picture terms-picture");
  }

  private List<String> others(Stream<String> terms, List<String> known) {
    return view.byName(terms.filter(term -> !known.contains(term)))
        .stream().sorted(Comparator.comparing((String term) -> !view.isClass(term))).toList();
  }

  private Html inWords(Join join) {
    return element("li", links.term(join.from()), text(" – "), links.terms(join.properties()), text(" → "),
        links.term(join.to()));
  }

  private String spoken(List<Join> joins) {
    return "The main classes and the properties that join them: " + String.join("; ", joins.stream()
        .map(join -> view.label(join.from()) + " – " + String.join(", ", labels(join)) + " → "
            + view.label(join.to()))
        .toList()) + ".";
  }

  private List<String> labels(Join join) {
    return join.properties().stream().map(view::label).toList();
  }

  private List<Join> joins() {
    Map<List<String>, List<String>> byEnds = new LinkedHashMap<>();
    for (String property : view.properties()) {
      if (!addsNothing(property)) {
        List<String> targets = targets(property);
        for (String from : mains(view.classesWith(property))) {
          targets.forEach(to -> byEnds.computeIfAbsent(List.of(from, to), key -> new ArrayList<>()).add(property));
        }
      }
    }
    return byEnds.entrySet().stream()
        .map(entry -> new Join(entry.getKey().getFirst(), entry.getKey().getLast(), entry.getValue()))
        .sorted(Comparator.comparing((Join join) -> view.label(join.from()))
            .thenComparing(join -> view.label(join.to())))
        .toList();
  }

  /** Main classes of ours; else the lists that a property takes its values from. */
  private List<String> targets(String property) {
    List<String> classes = mains(view.classesReached(property));
    return classes.isEmpty()
        ? view.related(property, RDFS.seeAlso.getURI()).stream().filter(view.schemes()::contains).toList() : classes;
  }

  private List<String> mains(List<String> classes) {
    return classes.stream().map(this::main).distinct().toList();
  }

  private String main(String type) {
    return VocabularyView.reached(type, view::broaderClasses).stream()
        .filter(broader -> view.broaderClasses(broader).isEmpty()).findFirst().orElse(type);
  }

  /** A role joins the same classes as its broader property: the picture has the broader one. */
  private boolean addsNothing(String property) {
    return view.related(property, RDFS.subPropertyOf.getURI()).stream().filter(view::isProperty)
        .anyMatch(broader -> same(property, broader, RDFS.domain.getURI())
            && same(property, broader, RDFS.range.getURI()));
  }

  private boolean same(String property, String broader, String end) {
    return view.related(property, end).equals(view.related(broader, end));
  }

  /** The class that has most around it: others that it is joined to, lists of concepts, and its own kinds. */
  private String hub(List<Join> joins) {
    return joins.stream().flatMap(join -> Stream.of(join.from(), join.to())).distinct().filter(view::isClass)
        .max(Comparator.comparingLong((String type) -> narrower(type).size() + joins.stream()
            .filter(join -> join.from().equals(type) || join.to().equals(type)).count())
            .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private Html drawing(String hub, List<String> left, List<String> right, List<Join> joins) {
    double needed = Math.max(boxHeight(hub), Math.max(heights(left, hub, joins), heights(right, hub, joins)));
    double gap = 40 + LETTER * longest(joins.stream()
        .filter(join -> join.from().equals(hub) != join.to().equals(hub)).flatMap(join -> labels(join).stream()));
    double leftMargin = margin(left, joins);
    double leftWidth = boxWidth(left);
    double hubLeft = leftMargin + leftWidth + gap;
    Box middle = new Box(hub, narrower(hub), hubLeft, TOP, boxWidth(List.of(hub)), needed);
    double rightWidth = boxWidth(right);
    Side onLeft = new Side(column(left, hub, joins, leftMargin, leftWidth, needed), false);
    Side onRight = new Side(column(right, hub, joins, middle.right() + gap, rightWidth, needed), true);
    List<Html> parts = new ArrayList<>(box(middle));
    onLeft.boxes().forEach(box -> parts.addAll(box(box)));
    onRight.boxes().forEach(box -> parts.addAll(box(box)));
    joins.forEach(join -> parts.addAll(arrow(join, middle, onLeft, onRight)));
    parts.addAll(arcs(onLeft, joins));
    parts.addAll(arcs(onRight, joins));
    double width = middle.right() + gap + rightWidth + margin(right, joins);
    return element("svg", several(parts))
        .with("viewBox", "0 0 " + (int) width + " " + (int) (TOP + needed + 4))
        .with("role", "img").with("aria-label", spoken(joins)).with("class", "terms");
  }

  private static int longest(Stream<String> names) {
    return names.mapToInt(String::length).max().orElse(0);
  }

  private double boxWidth(List<String> terms) {
    return 30 + LETTER * longest(terms.stream().flatMap(term -> Stream.concat(Stream.of(term), narrower(term).stream()))
        .map(view::label));
  }

  /** The room beside a side for its arcs and their names. */
  private double margin(List<String> terms, List<Join> joins) {
    return joins.stream().filter(join -> terms.contains(join.from()) && terms.contains(join.to()))
        .mapToDouble(join -> reach(Math.abs(terms.indexOf(join.from()) - terms.indexOf(join.to()))) + 10
            + LETTER * longest(labels(join).stream()))
        .max().orElse(4);
  }

  /** How far out an arc goes. */
  private static double reach(int distance) {
    return ARC + FARTHER_ARC * (distance - 1);
  }

  private List<String> narrower(String term) {
    return view.narrowerClasses(term).stream().limit(MOST_NARROWER).toList();
  }

  private double boxHeight(String term) {
    List<String> narrower = narrower(term);
    return HEAD + (narrower.isEmpty() ? 4 : narrower.size() * LINE + 10);
  }

  /** The room of a box beside the hub: its own, or that of the names on its arrow. */
  private double room(String term, String hub, List<Join> joins) {
    double names = joins.stream().filter(join -> join.from().equals(hub) && join.to().equals(term)
        || join.from().equals(term) && join.to().equals(hub))
        .mapToDouble(join -> (join.properties().size() + 1) * LABEL + 6).sum();
    return Math.max(boxHeight(term), names);
  }

  private double heights(List<String> terms, String hub, List<Join> joins) {
    return terms.stream().mapToDouble(term -> room(term, hub, joins) + SPACE).sum();
  }

  private List<Box> column(List<String> terms, String hub, List<Join> joins, double left, double width,
      double needed) {
    double more = (needed - heights(terms, hub, joins)) / Math.max(1, terms.size());
    List<Box> boxes = new ArrayList<>();
    double top = TOP;
    for (String term : terms) {
      double room = room(term, hub, joins) + SPACE + more;
      boxes.add(new Box(term, narrower(term), left, top + (room - boxHeight(term)) / 2, width,
          boxHeight(term)));
      top += room;
    }
    return boxes;
  }

  private List<Html> box(Box box) {
    String shape = view.isClass(box.term()) ? "box" : "box list";
    List<Html> parts = new ArrayList<>(List.of(
        element("rect").with("x", box.left()).with("y", box.top()).with("width", box.width())
            .with("height", box.height()).with("rx", 5).with("class", shape),
        words(view.label(box.term()), box.left() + box.width() / 2, box.top() + 20, "middle name")));
    for (int i = 0; i < box.narrower().size(); i++) {
      parts.add(words(view.label(box.narrower().get(i)), box.left() + box.width() / 2,
          box.top() + HEAD + 14 + i * LINE, "middle kind"));
    }
    return parts;
  }

  private static Html words(String words, double x, double y, String type) {
    return element("text", words).with("x", x).with("y", y).with("class", type);
  }

  /** What joins the hub with itself or with a box beside it. */
  private List<Html> arrow(Join join, Box hub, Side left, Side right) {
    boolean fromHub = join.from().equals(hub.term());
    boolean toHub = join.to().equals(hub.term());
    if (fromHub && toHub) {
      return loop(join, hub);
    }
    return Stream.of(left, right).flatMap(side -> {
      Optional<List<Html>> out = side.box(join.to()).filter(box -> fromHub)
          .map(box -> straight(join, hub, box, side.right()));
      Optional<List<Html>> in = side.box(join.from()).filter(box -> toHub)
          .map(box -> straight(join, box, hub, !side.right()));
      return Stream.concat(out.stream(), in.stream()).flatMap(List::stream);
    }).toList();
  }

  private List<Html> straight(Join join, Box from, Box to, boolean rightward) {
    double y = from.height() < to.height() ? from.middle() : to.middle();
    double start = rightward ? from.right() : from.left();
    double end = rightward ? to.left() : to.right();
    List<Html> parts = new ArrayList<>(List.of(
        path("joint", "M", start, y, "L", end, y), tip(end, y, rightward ? -8 : 8)));
    List<String> labels = labels(join);
    int above = (labels.size() + 1) / 2;
    for (int i = 0; i < labels.size(); i++) {
      double place = i < above ? y - 6 - (above - 1 - i) * LABEL : y + LABEL + (i - above) * LABEL;
      parts.add(words(labels.get(i), (start + end) / 2, place, "middle join"));
    }
    return parts;
  }

  private List<Html> loop(Join join, Box hub) {
    double first = hub.left() + hub.width() * 0.3;
    double last = hub.left() + hub.width() * 0.7;
    double high = hub.top() - 46;
    return List.of(
        path("joint", "M", first, hub.top(), "C", first, high, last, high, last, hub.top()),
        path("tip", "M", last - 5, hub.top() - 9, "L", last, hub.top(), "L", last + 4, hub.top() - 9, "Z"),
        words(String.join(", ", labels(join)), hub.left() + hub.width() / 2, hub.top() - 42, "middle join"));
  }

  /** What joins boxes of one side, on its outer edge. Names keep off each other. */
  private List<Html> arcs(Side side, List<Join> joins) {
    List<Html> parts = new ArrayList<>();
    SortedMap<Double, List<Html>> names = new TreeMap<>();
    for (Join join : joins) {
      side.distance(join).ifPresent(distance -> {
        Box from = side.box(join.from()).orElseThrow();
        Box to = side.box(join.to()).orElseThrow();
        double outward = side.right() ? 1 : -1;
        double x = side.right() ? from.right() : from.left();
        double lean = from.middle() < to.middle() ? 9 : -9;
        double start = from.middle() + lean;
        double end = to.middle() - lean;
        double control = x + outward * reach(distance) / 0.75;
        parts.add(path("joint", "M", x, start, "C", control, start, control, end, x, end));
        parts.add(tip(x, end, outward * 8));
        double place = (start + end) / 2 + 4 - (labels(join).size() - 1) * LABEL / 2;
        for (String label : labels(join)) {
          double free = place;
          while (crowded(names, free)) {
            free += LABEL;
          }
          names.computeIfAbsent(free, key -> new ArrayList<>()).add(words(label,
              x + outward * (reach(distance) + 6), free, side.right() ? "join" : "before join"));
        }
      });
    }
    names.values().forEach(parts::addAll);
    return parts;
  }

  private static boolean crowded(SortedMap<Double, List<Html>> names, double place) {
    return !names.subMap(place - LABEL + 1, place + LABEL - 1).isEmpty();
  }

  private static Html tip(double x, double y, double back) {
    return path("tip", "M", x + back, y - 4, "L", x, y, "L", x + back, y + 4, "Z");
  }

  private static Html path(String type, Object... steps) {
    String way = Stream.of(steps)
        .map(step -> step instanceof Double number ? Double.toString(Math.round(number * 10) / 10.0) : step.toString())
        .collect(Collectors.joining(" "));
    return element("path").with("d", way).with("class", type);
  }
}
