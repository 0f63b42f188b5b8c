package org.entente.publish.site;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.sparql.QueryDesk;

/**
 * The states that people name in addresses, as their ISO 3166-1 codes of three letters: by a name in any language, by
 * the codes of ISO 3166-1 and of the Correlates of War, by Wikidata's Q-id.
 */
final class StateNames {

  private static final int MOST = 100_000;
  private static final int SUGGESTED = 4;
  /** Longer than any name of two states; what is longer is not even looked up. */
  private static final int LONGEST = 200;
  /** The better kinds of name first: a code of ISO is not taken for one of the Correlates of War. */
  private static final List<String> PROPERTIES =
      List.of("iso3", "label", "iso2", "cowNumber", "cowCode", "sameAs", "altLabel", "hiddenLabel", "tableName");

  private final Map<String, String> codes;
  private final Map<String, String> labels;

  private StateNames(Map<String, String> codes, Map<String, String> labels) {
    this.codes = codes;
    this.labels = labels;
  }

  /** Two states, each by its code. */
  record Pair(String one, String other) {

    /** As their page is called. */
    String name() {
      return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }
  }

  static StateNames of(QueryDesk desk) {
    Map<Integer, Map<String, Set<String>>> byKind = new TreeMap<>();
    Map<String, String> labels = new HashMap<>();
    for (Binding row : desk.selectAll("""
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        SELECT ?code ?property ?name {
          ?state a ent:State ; ent:iso3 ?code
          { ?state ?property ?name
            FILTER(?property IN (ent:iso3, rdfs:label, ent:iso2, ent:cowNumber, ent:cowCode, owl:sameAs, skos:altLabel,
              skos:hiddenLabel, ent:tableName)) }
          UNION { ?state ent:namePeriod/rdfs:label ?name BIND(ent:tableName AS ?property) }
        }""", MOST)) {
      String code = Nodes.text(row, "code");
      String property = Nodes.text(row, "property").replaceFirst(".*[#/]", "");
      String name = Nodes.text(row, "name");
      byKind.computeIfAbsent(PROPERTIES.indexOf(property), kind -> new HashMap<>())
          .computeIfAbsent(key(property.equals("sameAs") ? name.replaceFirst(".*/", "") : name), n -> new TreeSet<>())
          .add(code);
      if (property.equals("label")) {
        labels.merge(code, name, (first, second) -> first.compareTo(second) <= 0 ? first : second);
      }
    }
    Set<String> ofToday = byKind.getOrDefault(PROPERTIES.indexOf("iso2"), Map.of()).values().stream()
        .flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, String> codes = new HashMap<>();
    byKind.values().forEach(names -> names.forEach(
        (name, states) -> only(states, ofToday).ifPresent(state -> codes.putIfAbsent(name, state))));
    return new StateNames(codes, labels);
  }

  /** A number that a state has from one before it, as Russia from the Soviet Union, is that of the one of today. */
  private static Optional<String> only(Set<String> states, Set<String> ofToday) {
    List<String> meant = states.size() == 1 ? List.copyOf(states) : states.stream().filter(ofToday::contains).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** Folded; numbers may be written with zeros before them. */
  private static String key(String name) {
    return FoldedText.of(name).replaceFirst("^0+(?=\\d)", "");
  }

  /** The code of three letters of the state that is called so. */
  Optional<String> code(String name) {
    return name.length() > LONGEST ? Optional.empty() : Optional.ofNullable(codes.get(key(name)));
  }

  /** The pair that two names with a hyphen between them name: "PAK-RUS", "Guinea-Bissau-Mali". */
  Optional<Pair> pair(String names) {
    if (names.length() > LONGEST) {
      return Optional.empty();
    }
    for (int hyphen = names.indexOf('-'); hyphen > 0; hyphen = names.indexOf('-', hyphen + 1)) {
      Optional<Pair> pair = pair(names.substring(0, hyphen), names.substring(hyphen + 1));
      if (pair.isPresent()) {
        return pair;
      }
    }
    return Optional.empty();
  }

  Optional<Pair> pair(String one, String other) {
    return code(one).flatMap(first -> code(other).map(second -> new Pair(first, second)));
  }

  String label(String code) {
    return labels.getOrDefault(code, code);
  }

  /** What to say where no state is called so; the caller says where the names lead. */
  HttpProblem unknown(String name) {
    List<String> near = near(name);
    String advice = near.isEmpty() ? "" : " Near names: "
        + String.join(", ", near.stream().map(code -> label(code) + " (" + code + ")").toList()) + ".";
    return HttpProblem.notFound("No state here is called \"" + name + "\". Name it by any of its names, by its code of "
        + "ISO 3166-1 (PK, PAK) or the Correlates of War (770), or by its Q-id (Q843)." + advice);
  }

  /** What to say of a pair of which at least one is unknown, with the pages that may be meant. */
  HttpProblem unknownPair(String one, String other) {
    SequencedMap<String, String> meant = new LinkedHashMap<>();
    for (String first : meant(one)) {
      for (String second : meant(other)) {
        if (!first.equals(second) && meant.size() < SUGGESTED) {
          meant.put("page/dyad/" + new Pair(first, second).name(), label(first) + " and " + label(second));
        }
      }
    }
    HttpProblem problem = unknown(code(one).isEmpty() ? one : other);
    return meant.isEmpty() ? problem : problem.with(ProblemReplies.NEAR, meant);
  }

  private List<String> meant(String name) {
    return code(name).map(List::of).orElseGet(() -> near(name));
  }

  /** The codes of the states whose names are nearly this one, or have it in them. */
  List<String> near(String name) {
    String wanted = name.length() > LONGEST ? "" : key(name);
    int bound = Math.max(1, wanted.length() / 3);
    return wanted.isEmpty() ? List.of()
        : codes.entrySet().stream()
            .map(known -> Map.entry(known.getValue(), distance(wanted, known.getKey())))
            .filter(known -> known.getValue() <= bound)
            .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey).distinct().limit(SUGGESTED).toList();
  }

  /** Names of a few letters are near to everything and are not guessed at. */
  private static int distance(String wanted, String known) {
    if (known.length() < 4) {
      return Integer.MAX_VALUE;
    }
    boolean within = wanted.length() >= 4 && (" " + known).contains(" " + wanted);
    return within ? 1 : FoldedText.distance(wanted, known);
  }
}
