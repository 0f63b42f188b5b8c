package org.entente.publish.page;

import static org.entente.publish.page.html.Html.link;

import java.util.List;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Names;

/** Links to the exports, narrowed down to what a page is about. */
final class ExportLinks {

  private static final List<String> FILES = List.of("events.csv", "dyad-year.csv", "agreements.csv", "transfers.csv",
      "network.graphml", "network.gexf", "map.geojson");

  private ExportLinks() {}

  /** @param part as in {@code pair=PAK-RUS} */
  static Stream<Html> of(Names names, String part) {
    return FILES.stream().map(file -> link(names.root() + "export/" + file + "?" + part, words(file)));
  }

  private static String words(String file) {
    int dot = file.indexOf('.');
    return file.substring(0, dot) + " (" + file.substring(dot + 1) + ")";
  }
}
