package org.entente.publish.page.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The part of the world that a map shows, and where each position stands on it: a cylindrical projection that is true
 * along the parallel through the middle.
 *
 * @param middle the parallel that is drawn true, in degrees
 * @param width in the units of the drawing
 * @param height in the same units
 */
record MapFrame(double west, double north, double degreesWide, double middle, int width, int height) {

  /** As fine as whole numbers need to be on a screen. */
  private static final int FINE = 1000;

  private static final double LEAST_DEGREES = 30;
  private static final double AROUND = 1.3;
  private static final double FLATTEST = 0.4;
  private static final double TALLEST = 0.7;
  private static final double ROUND = 360;
  /** What is seen beyond the antimeridian on either side, so that no disc near it is cut in two. */
  private static final double BEYOND = 8;
  private static final double POLE = 84;
  private static final double FARTHEST_PARALLEL = 60;
  /** Outside of the frame the edge of what is cut off runs unseen. */
  private static final double UNSEEN = 10;

  private record Point(double x, double y) {}

  /** The whole world in tenths of degrees. */
  static final MapFrame WHOLE = new MapFrame(-180, 90, 360, 0, 3600, 1800);

  /** What is around some positions, at least so much that one sees where that is. */
  static MapFrame around(List<Position> positions) {
    double[] longitudes = positions.stream().mapToDouble(Position::longitude).sorted().toArray();
    double[] latitudes = positions.stream().mapToDouble(Position::latitude).sorted().toArray();
    double parallel = Math.clamp(centre(latitudes), -FARTHEST_PARALLEL, FARTHEST_PARALLEL);
    double trueLength = Math.cos(Math.toRadians(parallel));
    double tall = widened(latitudes);
    double wide = Math.max(LEAST_DEGREES / trueLength, Math.max(widened(longitudes), tall / TALLEST / trueLength));
    double shown = Math.min(ROUND + 2 * BEYOND, wide);
    double high = Math.clamp(tall, FLATTEST * shown * trueLength, TALLEST * shown * trueLength);
    double west = within(-ROUND / 2 - BEYOND, ROUND / 2 + BEYOND, centre(longitudes) - shown / 2, shown);
    double south = within(-POLE, POLE, centre(latitudes) - high / 2, high);
    return new MapFrame(west, south + high, shown, parallel, FINE,
        (int) Math.round(FINE * high / (shown * trueLength)));
  }

  private static double centre(double[] sorted) {
    return (sorted[0] + sorted[sorted.length - 1]) / 2;
  }

  private static double widened(double[] sorted) {
    return (sorted[sorted.length - 1] - sorted[0]) * AROUND;
  }

  private static double within(double least, double most, double start, double length) {
    return Math.max(least, Math.min(start, most - length));
  }

  double x(Position position) {
    return (position.longitude() - west) * width / degreesWide;
  }

  double y(Position position) {
    return (north - position.latitude()) * width / (degreesWide * Math.cos(Math.toRadians(middle)));
  }

  /** The path of some rings as far as they are seen, in whole numbers; empty where none is. */
  String path(List<List<Position>> rings) {
    StringBuilder path = new StringBuilder();
    // A ring that crosses the antimeridian is seen at both edges of the world.
    for (double shift : new double[] {-ROUND, 0, ROUND}) {
      rings.forEach(ring -> draw(clipped(ring, shift * width / degreesWide), path));
    }
    return path.toString();
  }

  private List<Point> clipped(List<Position> ring, double shift) {
    List<Point> points =
        ring.stream().map(position -> new Point(x(position) + shift, y(position))).toList();
    List<ToDoubleFunction<Point>> depths = List.of(point -> point.x() + UNSEEN, point -> width + UNSEEN - point.x(),
        point -> point.y() + UNSEEN, point -> height + UNSEEN - point.y());
    for (ToDoubleFunction<Point> depth : depths) {
      points = clipped(points, depth);
    }
    return points;
  }

  /**
   * What of a ring is on one side of a line, as Sutherland and Hodgman do it.
   *
   * @param depth how far a point is on that side; less than zero for the other one
   */
  private static List<Point> clipped(List<Point> ring, ToDoubleFunction<Point> depth) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      Point from = ring.get(i == 0 ? ring.size() - 1 : i - 1);
      Point to = ring.get(i);
      double before = depth.applyAsDouble(from);
      double behind = depth.applyAsDouble(to);
      if (before < 0 != behind < 0) {
        double share = before / (before - behind);
        kept.add(new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
      }
      if (behind >= 0) {
        kept.add(to);
      }
    }
    return kept;
  }

  /** Steps from point to point; those that round to nothing are left out, and rings of which hardly any is left. */
  private static void draw(List<Point> ring, StringBuilder path) {
    StringBuilder steps = new StringBuilder();
    long x = 0;
    long y = 0;
    int drawn = 0;
    for (Point point : ring) {
      long toX = Math.round(point.x());
      long toY = Math.round(point.y());
      if (drawn == 0 || toX != x || toY != y) {
        steps.append(drawn == 0 ? 'M' : 'l').append(toX - x).append(toY < y ? "" : " ").append(toY - y);
        x = toX;
        y = toY;
        drawn++;
      }
    }
    if (drawn > 2) {
      path.append(steps).append('z');
    }
  }
}
