package org.entente.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.http.Json;
import org.entente.publish.sparql.QueryDesk;

/**
 * What the reconciliation service can add to a table whose names were found: codes, links, coordinates, names. Which
 * property means what stands in {@code extension.tsv}.
 */
final class Extension {

  private static final String EVERY_TYPE = "*";

  private final List<Property> properties;
  private final QueryDesk desk;

  /**
   * @param types the local names of the classes whose things have it
   * @param path the SPARQL property path to its values
   * @param language of literals; empty takes all
   * @param beginning of IRIs, which is taken off; empty takes all
   */
  record Property(String id, String name, List<String> types, String path, String language, String beginning) {

    Map<String, Object> members() {
      return Json.object("id", id, "name", name);
    }

    boolean isOf(String type) {
      return types.contains(EVERY_TYPE) || types.contains(type);
    }
  }

  private Extension(List<Property> properties, QueryDesk desk) {
    this.properties = properties;
    this.desk = desk;
  }

  static Extension bundled(QueryDesk desk) {
    try (InputStream in = Extension.class.getResourceAsStream("extension.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Extension(text.lines().filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1)).map(Extension::property).toList(), desk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Property property(String[] cells) {
    return new Property(cells[0], cells[1], List.of(cells[2].split(" ")), cells[3],
        cells.length > 4 ? cells[4] : "", cells.length > 5 ? cells[5] : "");
  }

  List<Property> properties() {
    return properties;
  }

  Optional<Property> named(String id) {
    return properties.stream().filter(property -> property.id().equals(id)).findFirst();
  }

  /** The things that have one of the values, as literals in whatever form or as IRIs. */
  Set<String> holders(Property property, Set<String> values) {
    String wanted = values.stream().map(value -> NodeFmtLib.strNT(NodeFactory.createLiteralString(value)))
        .collect(Collectors.joining(", "));
    return desk.select("SELECT DISTINCT ?s { ?s " + property.path() + " ?o FILTER(STR(?o) IN (" + wanted + ")) }")
        .stream().map(row -> Nodes.text(row, "s")).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The values that things have, by IRI, in their order. */
  Map<String, List<Node>> values(Property property, Set<String> iris) {
    Map<String, List<Node>> values = new LinkedHashMap<>();
    List<String> safe = iris.stream()
        .filter(iri -> iri.chars().noneMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0)).toList();
    if (safe.isEmpty()) {
      return values;
    }
    String things = safe.stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(" "));
    String kept = property.language().isEmpty() ? ""
        : "FILTER(LANG(?o) IN (\"" + property.language() + "\"" + (property.language().equals("en") ? ", \"\"" : "")
            + "))";
    String begun = property.beginning().isEmpty() ? ""
        : "FILTER(STRSTARTS(STR(?o), \"" + property.beginning() + "\"))";
    for (Binding row : desk.select("SELECT DISTINCT ?s ?o { VALUES ?s { " + things + " } ?s " + property.path() + " ?o "
        + kept + begun + " } ORDER BY ?s ?o")) {
      values.computeIfAbsent(Nodes.text(row, "s"), key -> new ArrayList<>()).add(Nodes.get(row, "o"));
    }
    return values;
  }
}
