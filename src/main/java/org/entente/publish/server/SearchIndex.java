package org.entente.publish.server;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Names and passages of one version of the data, to be searched by words: every word asked for must begin a word of the
 * name. Held in memory and bounded; a larger dataset is searched by SPARQL.
 */
final class SearchIndex {

  private static final Set<String> GENERAL = Set.of("Actor", "Undertaking", "Institution");
  private static final int MOST_ENTRIES = 200_000;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Entry> entries;
  private final Map<String, String> labels;
  private final Map<String, Set<String>> types;
  private final boolean complete;

  private SearchIndex(List<Entry> entries, Map<String, String> labels, Map<String, Set<String>> types,
      boolean complete) {
    this.entries = entries;
    this.labels = labels;
    this.types = types;
    this.complete = complete;
  }

  /** What a name is to the thing: the better it names it, the higher it stands. */
  private enum Rank {
    LABEL, OTHER_NAME, PASSAGE
  }

  private record Entry(String iri, String text, String folded, Rank rank) {}

  /**
   * Something found.
   *
   * @param label its name
   * @param type the local name of its class, empty where it has none of ours
   * @param matched the words in which the search was found
   * @param score the higher the better, 100 at most
   */
  record Hit(String iri, String label, String type, String matched, int score) {}

  static SearchIndex of(QueryDesk desk, String base) {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (Binding row : desk.selectAll("""
        SELECT ?s ?p ?o {
          VALUES ?p { rdfs:label skos:prefLabel dct:title skos:altLabel ent:demonym ent:name }
          ?s ?p ?o
          FILTER(STRSTARTS(STR(?s), "%s") || STRSTARTS(STR(?s), "https://w3id.org/entente/"))
        }""".formatted(base), MOST_ENTRIES)) {
      add(row, entries, labels);
    }
    int names = entries.size();
    for (Binding row : desk.selectAll("SELECT DISTINCT ?s ?o { ?u ent:evidence ?s . ?s nif:anchorOf ?o }",
        MOST_ENTRIES - names)) {
      String text = Nodes.text(row, "o");
      entries.add(new Entry(Nodes.text(row, "s"), text, folded(text), Rank.PASSAGE));
    }
    return new SearchIndex(entries, labels, types(desk), entries.size() < MOST_ENTRIES);
  }

  private static void add(Binding row, List<Entry> entries, Map<String, String> labels) {
    String iri = Nodes.text(row, "s");
    String property = Nodes.text(row, "p");
    String text = Nodes.text(row, "o");
    boolean label = property.endsWith("label") || property.endsWith("prefLabel") || property.endsWith("title");
    String language = Nodes.get(row, "o").isLiteral() ? Nodes.get(row, "o").getLiteralLanguage() : "";
    if (label && (language.startsWith("en") || language.isEmpty())) {
      labels.merge(iri, text, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    } else if (label) {
      labels.putIfAbsent(iri, text);
    }
    entries.add(new Entry(iri, text, folded(text), label ? Rank.LABEL : Rank.OTHER_NAME));
  }

  private static Map<String, Set<String>> types(QueryDesk desk) {
    Map<String, Set<String>> types = new HashMap<>();
    for (Binding row : desk.selectAll(
        "SELECT ?s ?t { ?s a ?t FILTER(STRSTARTS(STR(?t), \"%s\")) }".formatted(Namespaces.ENT), 4 * MOST_ENTRIES)) {
      types.computeIfAbsent(Nodes.text(row, "s"), key -> new TreeSet<>())
          .add(Nodes.text(row, "t").substring(Namespaces.ENT.length()));
    }
    return types;
  }

  /** Whether everything is in it. */
  boolean complete() {
    return complete;
  }

  String label(String iri) {
    return labels.getOrDefault(iri, iri);
  }

  /** The local name of the thing's most telling class of ours, or nothing. */
  String type(String iri) {
    Set<String> all = types(iri);
    return all.stream().filter(type -> !GENERAL.contains(type)).findFirst()
        .or(() -> all.stream().findFirst()).orElse("");
  }

  /** The local names of all its classes of ours, sorted. */
  Set<String> types(String iri) {
    return types.getOrDefault(iri, Set.of());
  }

  /** The local names of all classes of ours that have a thing, sorted. */
  Set<String> allTypes() {
    return types.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The best hits, each thing once. */
  List<Hit> search(String words, int limit) {
    return search(words, limit, iri -> true);
  }

  /** The best hits among the things that are wanted. */
  List<Hit> search(String words, int limit, Predicate<String> among) {
    String wanted = folded(words);
    if (wanted.isBlank()) {
      return List.of();
    }
    Map<String, Hit> best = new HashMap<>();
    for (Entry entry : entries) {
      int score = score(entry, wanted);
      if (score > 0 && among.test(entry.iri())) {
        Hit hit = new Hit(entry.iri(), label(entry.iri()), type(entry.iri()), entry.text(), score);
        best.merge(entry.iri(), hit, (one, other) -> one.score() >= other.score() ? one : other);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt(Hit::score).reversed().thenComparing(Hit::label).thenComparing(Hit::iri))
        .limit(limit).toList();
  }

  private static int score(Entry entry, String wanted) {
    int whole = switch (entry.rank()) {
      case LABEL -> 100;
      case OTHER_NAME -> 95;
      case PASSAGE -> 40;
    };
    if (entry.folded().equals(wanted)) {
      return whole;
    }
    String text = " " + entry.folded();
    for (String word : wanted.split(" ")) {
      if (!text.contains(" " + word)) {
        return 0;
      }
    }
    int lengthPenalty = Math.min(20, (entry.folded().length() - wanted.length()) / 4);
    int start = entry.folded().startsWith(wanted) ? 10 : 20;
    return Math.max(1, whole - start - Math.max(0, lengthPenalty));
  }

  /** Things of the dataset whose IRIs nearly end like a name that was not found, the nearest first. */
  List<String> near(String name, int limit) {
    String wanted = folded(name.substring(name.lastIndexOf('/') + 1));
    int bound = Math.max(2, wanted.length() / 3);
    Map<String, Integer> distances = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.rank() != Rank.PASSAGE && !entry.iri().contains("#")) {
        int distance = distance(wanted, entry.folded());
        if (seen.add(entry.iri())) {
          String slug = folded(entry.iri().substring(entry.iri().lastIndexOf('/') + 1));
          distance = Math.min(distance, distance(wanted, slug));
        }
        if (distance <= bound) {
          distances.merge(entry.iri(), distance, Math::min);
        }
      }
    }
    return distances.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(limit).map(Map.Entry::getKey).toList();
  }

  /** Levenshtein's distance, or something large where the lengths already differ much. */
  private static int distance(String one, String other) {
    if (Math.abs(one.length() - other.length()) > Math.max(2, one.length() / 3)) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  /** Lower case, no accents, words apart by one space. */
  static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
