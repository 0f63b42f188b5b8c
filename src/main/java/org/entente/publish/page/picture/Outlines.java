package org.entente.publish.page.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The outlines of the states of the world, from {@code countries-110m.json}: Natural Earth at 1:110,000,000 as
 * world-atlas 2.0.2 packs it in <a href="https://github.com/topojson/topojson-specification">TopoJSON</a>, in which
 * neighbours share the arcs of their border. It is carried unchanged; to renew it, take the file out of the package.
 */
record Outlines(List<Outline> states) {

  private static final double ROUND = 360;

  static final Outlines WORLD = read("countries-110m.json");

  Outlines {
    states = List.copyOf(states);
  }

  /**
   * The outline of a state.
   *
   * @param m49 its code in M49; empty where Natural Earth gives none
   * @param rings each without a break where it crosses the antimeridian: its longitudes go on beyond 180 degrees
   */
  record Outline(String m49, List<List<Position>> rings) {

    Outline {
      rings = List.copyOf(rings);
    }

    private boolean isOneOf(List<String> codes) {
      return !m49.isEmpty() && codes.contains(m49);
    }
  }

  /** Those of the states with these codes in M49. */
  List<Outline> only(List<String> codes) {
    return states.stream().filter(state -> state.isOneOf(codes)).toList();
  }

  /** All but those. */
  List<Outline> except(List<String> codes) {
    return states.stream().filter(state -> !state.isOneOf(codes)).toList();
  }

  private static Outlines read(String file) {
    try (InputStream in = Objects.requireNonNull(Outlines.class.getResourceAsStream(file), file)) {
      JsonObject topology = JSON.parse(in);
      List<List<Position>> arcs = new Arcs(topology.getObj("transform")).all(topology.get("arcs").getAsArray());
      return new Outlines(topology.getObj("objects").getObj("countries").get("geometries").getAsArray().stream()
          .map(state -> outline(state.getAsObject(), arcs)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outline outline(JsonObject state, List<List<Position>> arcs) {
    String m49 = state.hasKey("id") ? state.getString("id") : "";
    JsonArray shapes = state.get("arcs").getAsArray();
    List<JsonValue> rings = state.getString("type").equals("Polygon") ? shapes.stream().toList()
        : shapes.stream().flatMap(polygon -> polygon.getAsArray().stream()).toList();
    return new Outline(m49, rings.stream().map(ring -> ring(ring.getAsArray(), arcs)).toList());
  }

  /** The arcs one behind the other, without the first position of each, which is the last of the one before it. */
  private static List<Position> ring(JsonArray numbers, List<List<Position>> arcs) {
    List<Position> ring = new ArrayList<>();
    for (JsonValue number : numbers) {
      int index = number.getAsNumber().value().intValue();
      // The specification names an arc that is walked backwards by the complement of its number.
      List<Position> arc = index < 0 ? arcs.get(~index).reversed() : arcs.get(index);
      arc.stream().skip(1).forEach(position -> ring.add(ring.isEmpty() ? position : near(ring.getLast(), position)));
    }
    return ring;
  }

  /** The same place, with the longitude that is nearest to that of the one before it. */
  private static Position near(Position before, Position place) {
    double around = ROUND * Math.round((before.longitude() - place.longitude()) / ROUND);
    return around == 0 ? place : new Position(place.longitude() + around, place.latitude());
  }

  /** Unpacks arcs: each position is given by its distance from the one before, in steps of a grid. */
  private record Arcs(double stepX, double stepY, double west, double south) {

    Arcs(JsonObject transform) {
      this(number(transform.get("scale"), 0), number(transform.get("scale"), 1),
          number(transform.get("translate"), 0), number(transform.get("translate"), 1));
    }

    List<List<Position>> all(JsonArray arcs) {
      return arcs.stream().map(arc -> arc(arc.getAsArray())).toList();
    }

    private List<Position> arc(JsonArray steps) {
      List<Position> arc = new ArrayList<>();
      double x = 0;
      double y = 0;
      for (JsonValue step : steps) {
        x += number(step, 0);
        y += number(step, 1);
        arc.add(new Position(west + x * stepX, south + y * stepY));
      }
      return arc;
    }

    private static double number(JsonValue pair, int index) {
      return pair.getAsArray().get(index).getAsNumber().value().doubleValue();
    }
  }
}
