package org.entente.actor;

import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entente.text.WordTable;
import org.entente.text.WordTable.Row;
import org.entente.vocab.IriScheme;

/**
 * Places all over the world of which no more is known than where they lie: towns, ports, islands and first divisions of
 * states, by their names. They are no part of the gazetteer's graph; what belongs in the table stands at its head. Of a
 * name that several states have it gives all, so that a reader leaves open what is not sure. Immutable.
 */
public final class WorldPlaces {

  private static final String FILE = "world-places.tsv";
  private static final int COLUMNS = 6;

  /** So many times larger than its namesakes is a town that everybody means by the name. */
  private static final int DWARFS = 20;

  /** What a place is; of a region the size is not known. */
  public enum Sort {
    TOWN,
    PORT,
    REGION
  }

  /** WGS 84, in degrees. */
  public record Position(BigDecimal latitude, BigDecimal longitude) {}

  /**
   * Where a place of some name lies.
   *
   * @param state ISO 3166-1 alpha-3 code; of a territory that is no state here its own code
   * @param thousands of people; 0 of a region
   * @param position empty where the state has several of that name
   */
  public record Place(String state, Sort sort, int thousands, Optional<Position> position) {

    /** Whether another of its name is so much smaller that hardly anybody means it. */
    public boolean dwarfs(Place other) {
      return sort != Sort.REGION && other.sort != Sort.REGION && thousands >= DWARFS * other.thousands;
    }
  }

  /** Read when it is first asked for, since a program that only publishes needs none of it. */
  private static final class Bundled {
    private static final WorldPlaces PLACES =
        read(new InputStreamReader(Objects.requireNonNull(WorldPlaces.class.getResourceAsStream(FILE), FILE),
            StandardCharsets.UTF_8), FILE);
  }

  private final Map<String, List<Place>> bySlug;

  private WorldPlaces(Map<String, List<Place>> bySlug) {
    this.bySlug = bySlug;
  }

  /** The table that comes with the program. */
  public static WorldPlaces bundled() {
    return Bundled.PLACES;
  }

  /**
   * A table from anywhere.
   *
   * @throws org.entente.text.WordTableException where a line is not of its form
   */
  static WorldPlaces read(Reader from, String file) {
    Map<String, List<Place>> bySlug = new HashMap<>();
    Map<String, Sort> sorts = new HashMap<>();
    String name = "";
    List<Place> places = List.of();
    for (Row row : WordTable.read(from, file, COLUMNS).rows()) {
      if (!row.cell(0).equals(name)) {
        name = row.cell(0);
        places = bySlug.computeIfAbsent(IriScheme.nameSlug(name), slug -> new ArrayList<>(1));
      }
      places.add(place(row, sorts.computeIfAbsent(row.cell(2), cell -> row.constant(2, Sort.class))));
    }
    return new WorldPlaces(bySlug);
  }

  private static Place place(Row row, Sort sort) {
    Optional<Position> position =
        row.cell(3).isEmpty() ? Optional.empty() : Optional.of(new Position(degrees(row, 3), degrees(row, 4)));
    return new Place(row.cell(1).intern(), sort, row.cell(5).isEmpty() ? 0 : row.number(5), position);
  }

  private static BigDecimal degrees(Row row, int column) {
    try {
      return new BigDecimal(row.cell(column));
    } catch (NumberFormatException e) {
      throw row.refused("\"" + row.cell(column) + "\" in column " + (column + 1), "give degrees such as -12.37");
    }
  }

  /** The places of a name, at most one in each state. */
  public List<Place> named(String name) {
    return List.copyOf(bySlug.getOrDefault(IriScheme.nameSlug(name), List.of()));
  }

  /** The one that a name means wherever nothing else is said: the only one, or by far the largest. */
  public Optional<Place> foremost(String name) {
    List<Place> places = named(name);
    return places.stream()
        .filter(place -> places.stream().allMatch(other -> other == place || place.dwarfs(other)))
        .findFirst();
  }

  /** Where a place lies whose IRI ends so, if it is the foremost of its name and of that state. */
  public Optional<Position> position(String slug, String state) {
    return foremost(slug).filter(place -> place.state().equals(state)).flatMap(Place::position);
  }
}
