package org.entente.publish.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form that an export can be written in; which are on offer follows from the columns that its query has. */
public enum ExportForm {
  /** A table, RFC 4180. */
  CSV("csv", "text/csv", List.of()),
  /** What the columns of that table mean: CSV on the Web. */
  CSVW("csv-metadata.json", "application/csvm+json", List.of()),
  /** A network, for tables whose lines are weighted ties of two nodes. */
  GRAPHML("graphml", "application/graphml+xml", List.of("source", "target", "weight")),
  /** The same in the format of Gephi. */
  GEXF("gexf", "application/gexf+xml", List.of("source", "target", "weight")),
  /** A map, for tables whose lines have a point. */
  GEOJSON("geojson", "application/geo+json", List.of("latitude", "longitude"));

  private final String suffix;
  private final String mediaType;
  private final List<String> needs;

  ExportForm(String suffix, String mediaType, List<String> needs) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.needs = needs;
  }

  /** The end of a file's name, without the dot before it. */
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  boolean fits(List<String> columns) {
    return columns.containsAll(needs);
  }

  /** The form whose suffix a file's name has. */
  public static Optional<ExportForm> of(String name) {
    return Stream.of(values()).filter(form -> name.endsWith("." + form.suffix)).findFirst();
  }
}
