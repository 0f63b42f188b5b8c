package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.publish.page.Site;
import org.entente.publish.page.html.Html;

/**
 * What confidences are worth: for each level the share of such findings that were right, against the diagonal on which
 * the two are equal. A dot's size tells how many findings it stands for.
 */
public final class ReliabilityDiagram {

  private static final double SIDE = 320;
  private static final double LEFT = 48;
  private static final double FOOT = 36;
  private static final double TOP = 12;
  private static final double BIGGEST = 14;
  private static final double SMALLEST = 3;
  private static final int STEPS = 5;

  private ReliabilityDiagram() {}

  /** Nothing where no level was measured. */
  public static Html of(List<Site.Calibrated> levels) {
    if (levels.isEmpty()) {
      return Html.NOTHING;
    }
    int most = levels.stream().mapToInt(Site.Calibrated::found).max().orElseThrow();
    List<Html> parts = new ArrayList<>(axes());
    levels.forEach(level -> parts.add(dot(level, most)));
    String words = "Of findings with each confidence, the share that was right; on the line both are equal.";
    Html svg = element("svg", several(parts))
        .with("viewBox", "0 0 " + (int) (LEFT + SIDE + BIGGEST) + " " + (int) (TOP + SIDE + FOOT))
        .with("role", "img").with("aria-label", words).with("class", "reliability");
    return element("figure", Html.scrolled(svg, "Confidence and what is right"), element("figcaption", words))
        .with("class", "picture");
  }

  private static List<Html> axes() {
    List<Html> parts = new ArrayList<>();
    parts.add(line(0, 0, 1, 1, "equal"));
    parts.add(line(0, 0, 1, 0, "axis"));
    parts.add(line(0, 0, 0, 1, "axis"));
    for (int i = 0; i <= STEPS; i++) {
      double share = (double) i / STEPS;
      String number = String.format(Locale.ROOT, "%.1f", share);
      parts.add(element("text", number).with("x", x(share)).with("y", y(0) + 18).with("class", "middle"));
      parts.add(element("text", number).with("x", LEFT - 8).with("y", y(share) + 4).with("class", "before"));
    }
    parts.add(element("text", "confidence").with("x", x(1)).with("y", y(0) + 33).with("class", "before"));
    parts.add(element("text", "share right").with("x", LEFT + 6).with("y", TOP + 4));
    return parts;
  }

  private static Html line(double fromX, double fromY, double toX, double toY, String name) {
    return element("line").with("x1", x(fromX)).with("y1", y(fromY)).with("x2", x(toX)).with("y2", y(toY))
        .with("class", name);
  }

  private static Html dot(Site.Calibrated level, int most) {
    double radius = SMALLEST + (BIGGEST - SMALLEST) * Math.sqrt((double) level.found() / most);
    String words = String.format(
        Locale.ROOT, "confidence %.2f: %d of %d right", level.confidence(), level.right(), level.found());
    return element("circle", element("title", words)).with("cx", x(level.confidence())).with("cy", y(level.share()))
        .with("r", radius).with("class", "mark done");
  }

  private static double x(double share) {
    return LEFT + share * SIDE;
  }

  private static double y(double share) {
    return TOP + (1 - share) * SIDE;
  }
}
