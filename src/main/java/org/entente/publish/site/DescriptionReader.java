package org.entente.publish.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.page.Description;
import org.entente.publish.sparql.QueryDesk;

/**
 * Gathers what the data says about one thing, with a handful of queries that any SPARQL 1.1 store answers. Three
 * sections stand one behind the other: the thing's own statements; those about its parts (whose IRIs are the thing's
 * with a fragment) and about the passages that it rests on; and the links that lead to it.
 */
final class DescriptionReader {

  private static final String OWN = "BIND(<%1$s> AS ?s) GRAPH ?g { <%1$s> ?p ?o }";
  private static final String PARTS = """
      { SELECT DISTINCT ?s {
          { <%1$s> ent:evidence|ent:trigger|ent:history ?s }
          UNION { ?s ?to <%1$s> FILTER(STRSTARTS(STR(?s), "%1$s#")) }
          UNION { <%1$s> ?from ?s FILTER(STRSTARTS(STR(?s), "%1$s#")) }
      } }
      GRAPH ?g { ?s ?p ?o }""";
  private static final String LINKS = """
      BIND(<%1$s> AS ?o) GRAPH ?g { ?s ?p <%1$s> }
      FILTER(!STRSTARTS(STR(?s), "%1$s#"))""";
  private static final List<String> SECTIONS = List.of(OWN, PARTS, LINKS);
  private static final int NAMES_AT_ONCE = 400;

  private final QueryDesk desk;
  private final int pageSize;

  DescriptionReader(QueryDesk desk, int pageSize) {
    this.desk = desk;
    this.pageSize = pageSize;
  }

  /** Whether the data says anything about it. */
  boolean knows(String iri) {
    return desk.ask("ASK { { <%1$s> ?p ?o } UNION { ?s ?q <%1$s> } }".formatted(iri));
  }

  /**
   * One page of what is known.
   *
   * @param page from 1; one beyond the last gives a page without statements
   */
  Description read(String iri, int page) {
    long before = (page - 1L) * pageSize;
    long total = 0;
    List<Quad> statements = new ArrayList<>();
    for (String section : SECTIONS) {
      String pattern = section.formatted(iri);
      long size = count(pattern);
      long from = Math.max(0, before - total);
      int room = pageSize - statements.size();
      if (from < size && room > 0) {
        statements.addAll(statements(pattern, from, room));
      }
      total += size;
    }
    int pages = (int) Math.max(1, (total + pageSize - 1) / pageSize);
    return new Description(iri, statements, labels(iri, statements), total, page, pages);
  }

  private long count(String pattern) {
    List<Binding> rows = desk.select(
        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?g ?s ?p ?o { " + pattern + " } }");
    return Nodes.number(rows.getFirst(), "n");
  }

  private List<Quad> statements(String pattern, long offset, int limit) {
    return desk.select("SELECT DISTINCT ?g ?s ?p ?o { " + pattern + " } ORDER BY ?s ?p ?o ?g OFFSET " + offset
        + " LIMIT " + limit).stream()
        .map(row -> Quad.create(Nodes.get(row, "g"), Nodes.get(row, "s"), Nodes.get(row, "p"), Nodes.get(row, "o")))
        .toList();
  }

  private List<Quad> labels(String iri, List<Quad> statements) {
    Set<String> described = statements.stream().map(quad -> Nodes.text(quad.getSubject()))
        .filter(subject -> subject.equals(iri) || subject.startsWith(iri + "#")).collect(Collectors.toSet());
    Set<String> others = statements.stream()
        .flatMap(quad -> Stream.of(quad.getSubject(), quad.getObject()))
        .filter(Node::isURI).map(Node::getURI)
        .filter(name -> !described.contains(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
    return labels(others);
  }

  /** One name for each thing that has any in English or without a language. */
  Map<String, String> names(Collection<String> iris) {
    Map<String, String> names = new HashMap<>();
    labels(iris).forEach(quad -> names.putIfAbsent(Nodes.text(quad.getSubject()), Nodes.text(quad.getObject())));
    return names;
  }

  /** English names, and those without a language, of the things. */
  List<Quad> labels(Collection<String> iris) {
    List<String> all = iris.stream()
        .filter(iri -> iri.chars().noneMatch(c -> c <= ' ' || "<>\"{}|^`\\".indexOf(c) >= 0)).toList();
    List<Quad> labels = new ArrayList<>();
    for (int start = 0; start < all.size(); start += NAMES_AT_ONCE) {
      String names = all.subList(start, Math.min(all.size(), start + NAMES_AT_ONCE)).stream()
          .map(name -> "<" + name + ">").collect(Collectors.joining(" "));
      desk.select("""
          SELECT DISTINCT ?g ?s ?p ?o {
            VALUES ?s { %s }
            VALUES ?p { rdfs:label skos:prefLabel dct:title }
            GRAPH ?g { ?s ?p ?o }
            FILTER(LANG(?o) IN ("", "en"))
          } ORDER BY ?s ?p ?o ?g""".formatted(names)).forEach(row -> labels.add(
          Quad.create(Nodes.get(row, "g"), Nodes.get(row, "s"), Nodes.get(row, "p"), Nodes.get(row, "o"))));
    }
    return labels;
  }
}
