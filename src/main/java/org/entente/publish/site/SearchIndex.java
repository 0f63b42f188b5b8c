package org.entente.publish.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.Nodes;
import org.entente.publish.sparql.QueryDesk;

/**
 * Names and passages of one version of the data, to be searched by words: every word asked for must begin a word of the
 * name; only where no name is found so, misspelt ones are. Lucene finds them, how well they fit is said here. Held in memory
 * and bounded; a larger dataset is searched by SPARQL.
 */
final class SearchIndex {

  private static final Set<String> GENERAL = Set.of("Actor", "Undertaking", "Institution");
  private static final int MOST_ENTRIES = 200_000;
  private static final int BEST_OF_PASSAGES = 40;
  /** What the same words in another order lose: "Korea, South". */
  private static final int OTHER_ORDER = 2;
  /** What words that are only begun lose: "Islamic Rep. of Pakistan". */
  private static final int SHORTENED = 10;
  private static final int SHORTEST_GUESSED = 4;
  private static final int CODE_LETTERS = 3;
  private static final String STATE = "State";
  private static final String POST = "Post";

  private final List<Entry> entries;
  private final NameTable table;
  private final Map<String, String> labels;
  private final Map<String, Set<String>> types;
  private final Set<String> ambiguous;
  private final PostNames posts;
  private final PostNames doubtfulPosts;
  private final boolean complete;

  private SearchIndex(List<Entry> entries, Map<String, String> labels, Map<String, Set<String>> types,
      Set<String> ambiguous, boolean complete) {
    this.entries = entries;
    this.table = NameTable.of(entries.stream().map(Entry::inTable).toList());
    this.labels = labels;
    this.types = types;
    this.ambiguous = Set.copyOf(ambiguous);
    this.posts = postNames(false);
    this.doubtfulPosts = postNames(true);
    this.complete = complete;
  }

  /** What a name is to the thing: the better it names it, the higher it stands. */
  private enum Rank {
    LABEL, OTHER_NAME, CODE, PASSAGE
  }

  /**
   * @param words those of the folded text, sorted
   */
  private record Entry(String iri, String text, String folded, Rank rank, List<String> words) {

    static Entry of(String iri, String text, Rank rank) {
      String folded = FoldedText.of(text);
      return new Entry(iri, text, folded, rank, rank == Rank.PASSAGE ? List.of() : sortedWords(folded));
    }

    boolean hasAddress() {
      return rank != Rank.PASSAGE && !iri.contains("#");
    }

    String slug() {
      return FoldedText.of(iri.substring(iri.lastIndexOf('/') + 1));
    }

    NameTable.Text inTable() {
      return new NameTable.Text(rank == Rank.CODE ? text : "", folded, rank != Rank.PASSAGE && rank != Rank.CODE,
          hasAddress() ? slug() : "");
    }
  }

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
    return of(desk, base, MOST_ENTRIES);
  }

  /** @param most how many names and passages are kept, names first */
  static SearchIndex of(QueryDesk desk, String base, int most) {
    List<Entry> entries = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Binding row : desk.selectAll("SELECT ?s ?o { ?s ent:namePeriod/rdfs:label ?o }", most)) {
      entries.add(Entry.of(Nodes.text(row, "s"), Nodes.text(row, "o"), Rank.OTHER_NAME));
    }
    for (Binding row : desk.selectAll("""
        SELECT ?s ?p ?o {
          VALUES ?p { rdfs:label skos:prefLabel dct:title skos:altLabel skos:hiddenLabel ent:demonym ent:name ent:tableName
            ent:iso2 ent:iso3 ent:ambiguousName }
          ?s ?p ?o
          FILTER NOT EXISTS { VALUES ?aside { ent:NamePeriod ent:CodePeriod org:Membership } ?s a ?aside }
          FILTER(STRSTARTS(STR(?s), "%s") || STRSTARTS(STR(?s), "https://w3id.org/entente/"))
        }""".formatted(base), most)) {
      add(row, entries, labels, ambiguous);
    }
    int left = Math.max(0, most - entries.size());
    for (Binding row : desk.selectAll("SELECT DISTINCT ?s ?o { ?u ent:evidence ?s . ?s nif:anchorOf ?o }",
        left)) {
      entries.add(Entry.of(Nodes.text(row, "s"), Nodes.text(row, "o"), Rank.PASSAGE));
    }
    return new SearchIndex(entries, labels, types(desk), ambiguous, entries.size() < most);
  }

  private static void add(
      Binding row, List<Entry> entries, Map<String, String> labels, Set<String> ambiguous) {
    String iri = Nodes.text(row, "s");
    String property = Nodes.text(row, "p");
    String text = Nodes.text(row, "o");
    if (property.endsWith("ambiguousName")) {
      ambiguous.add(FoldedText.of(text));
      return;
    }
    boolean label = property.endsWith("label") || property.endsWith("prefLabel") || property.endsWith("title");
    String language = Nodes.get(row, "o").isLiteral() ? Nodes.get(row, "o").getLiteralLanguage() : "";
    if (label && (language.startsWith("en") || language.isEmpty())) {
      labels.merge(iri, text, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    } else if (label) {
      labels.putIfAbsent(iri, text);
    }
    boolean code = property.startsWith(Namespaces.ENT + "iso");
    entries.add(Entry.of(iri, text, label ? Rank.LABEL : code ? Rank.CODE : Rank.OTHER_NAME));
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

  /** The local name of a class with those of the classes that every thing of it has as well. */
  Set<String> typesWith(String type) {
    Set<String> all = new TreeSet<>(Set.of(type));
    types.values().stream().filter(known -> known.contains(type)).reduce((one, other) -> {
      Set<String> both = new TreeSet<>(one);
      both.retainAll(other);
      return both;
    }).ifPresent(all::addAll);
    return all;
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
    String wanted = FoldedText.of(words);
    if (wanted.isBlank()) {
      return List.of();
    }
    Map<String, Hit> best = new HashMap<>();
    List<String> sorted = sortedWords(wanted);
    table.beginning(words.strip(), sorted).stream().map(entries::get)
        .forEach(entry -> keep(best, entry, score(entry, words.strip(), wanted, sorted), among));
    posts.called(wanted).forEach(iri -> offer(best, new Hit(iri, label(iri), type(iri), words.strip(),
        whole(Rank.OTHER_NAME)), among));
    doubtfulPosts.called(wanted).forEach(iri -> offer(best, new Hit(iri, label(iri), type(iri), words.strip(),
        whole(Rank.OTHER_NAME) - SHORTENED), among));
    if (best.values().stream().noneMatch(hit -> hit.score() > BEST_OF_PASSAGES)) {
      table.near(wanted, sorted).stream().map(entries::get)
          .forEach(entry -> keep(best, entry, scoreOfMisspelling(entry, wanted), among));
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt(Hit::score).reversed().thenComparing(Hit::label).thenComparing(Hit::iri))
        .limit(limit).toList();
  }

  /** The page on two states that the words name one after the other: "Pakistan and Russia", "PAK-RUS". */
  Optional<Hit> pair(String words, String base) {
    List<String> parts = Arrays.stream(words.strip().split("[\\s,/–—-]+(?:(?i:and|with)\\s+|&\\s*)?")).toList();
    for (int i = 1; i < parts.size(); i++) {
      Optional<Hit> one = state(String.join(" ", parts.subList(0, i)));
      Optional<Hit> other = state(String.join(" ", parts.subList(i, parts.size())));
      if (one.isPresent() && other.isPresent() && !one.get().iri().equals(other.get().iri())) {
        String label = one.get().label() + " and " + other.get().label();
        return code(one.get().iri()).flatMap(first -> code(other.get().iri())
            .map(second -> new Hit(base + "page/dyad/" + first + "-" + second, label, "", label, whole(Rank.LABEL))));
      }
    }
    return Optional.empty();
  }

  /** The state that has exactly this name or code. */
  private Optional<Hit> state(String name) {
    return search(name, 1, iri -> types(iri).contains(STATE)).stream()
        .filter(hit -> hit.score() >= whole(Rank.CODE)).findFirst();
  }

  private Optional<String> code(String state) {
    return entries.stream().filter(entry -> entry.rank() == Rank.CODE && entry.iri().equals(state)).map(Entry::text)
        .filter(text -> text.length() == CODE_LETTERS).findFirst();
  }

  private void keep(Map<String, Hit> best, Entry entry, int score, Predicate<String> among) {
    if (score > 0) {
      offer(best, new Hit(entry.iri(), label(entry.iri()), type(entry.iri()), entry.text(), score), among);
    }
  }

  private static void offer(Map<String, Hit> best, Hit hit, Predicate<String> among) {
    if (among.test(hit.iri())) {
      best.merge(hit.iri(), hit, (one, other) -> one.score() >= other.score() ? one : other);
    }
  }

  private static int score(Entry entry, String asWritten, String wanted, List<String> sorted) {
    int whole = whole(entry.rank());
    if (entry.rank() == Rank.CODE) {
      // In small letters some codes are words: "in", "is", "to".
      return entry.text().equals(asWritten) ? whole : 0;
    }
    if (entry.folded().equals(wanted)) {
      return whole;
    }
    if (entry.words().equals(sorted)) {
      return whole - OTHER_ORDER;
    }
    String text = " " + entry.folded();
    for (String word : sorted) {
      if (!text.contains(" " + word)) {
        return 0;
      }
    }
    if (sorted.size() > 1 && entry.words().size() == sorted.size()) {
      return whole - SHORTENED;
    }
    int lengthPenalty = Math.min(20, (entry.folded().length() - wanted.length()) / 4);
    int start = entry.folded().startsWith(wanted) ? 10 : 20;
    return Math.max(1, whole - start - Math.max(0, lengthPenalty));
  }

  private static int whole(Rank rank) {
    return switch (rank) {
      case LABEL -> 100;
      case OTHER_NAME, CODE -> 95;
      case PASSAGE -> BEST_OF_PASSAGES;
    };
  }

  /** A name that differs in at most one of four letters; short ones are not guessed at. */
  private static int scoreOfMisspelling(Entry entry, String wanted) {
    if (entry.rank() == Rank.PASSAGE || entry.rank() == Rank.CODE || wanted.length() < SHORTEST_GUESSED) {
      return 0;
    }
    int longer = Math.max(wanted.length(), entry.folded().length());
    if (longer - Math.min(wanted.length(), entry.folded().length()) > longer / 4) {
      return 0;
    }
    int distance = FoldedText.distance(wanted, entry.folded());
    return distance > longer / 4 ? 0 : whole(entry.rank()) - SHORTENED - 60 * distance / longer - distance;
  }

  /** Whether the gazetteer says that the name is also that of something else, so that alone it settles nothing. */
  boolean isAmbiguous(String name) {
    return ambiguous.contains(FoldedText.of(name));
  }

  /**
   * Posts by their office in other words, and the states that they are of by all their names that are theirs alone.
   *
   * @param doubtful by their own names that others have too: "King of Jordan", which may be a novel's, is not sure
   */
  private PostNames postNames(boolean doubtful) {
    Map<String, Set<String>> states = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    Map<String, String> postsByLabel = new HashMap<>();
    for (Entry entry : entries) {
      Set<String> of = types(entry.iri());
      if (of.contains(STATE) && entry.rank() == Rank.CODE && entry.text().length() == CODE_LETTERS) {
        codes.put(entry.iri(), entry.text());
      } else if (of.contains(STATE) && doubtful == ambiguous.contains(entry.folded())
          && (!doubtful || entry.rank() == Rank.LABEL)) {
        states.computeIfAbsent(entry.folded(), name -> new TreeSet<>()).add(entry.iri());
      } else if (of.contains(POST) && entry.rank() == Rank.LABEL) {
        postsByLabel.put(entry.folded(), entry.iri());
      }
    }
    return new PostNames(states, codes, this::label, postsByLabel);
  }

  private static List<String> sortedWords(String folded) {
    return Arrays.stream(folded.split(" ")).sorted().toList();
  }

  /** Things of the dataset whose IRIs nearly end like a name that was not found, the nearest first. */
  List<String> near(String name, int limit) {
    String wanted = FoldedText.of(name.substring(name.lastIndexOf('/') + 1));
    int bound = Math.max(2, wanted.length() / 3);
    Map<String, Integer> distances = new HashMap<>();
    table.nearAddress(wanted).stream().map(entries::get).filter(Entry::hasAddress).forEach(entry -> {
      int distance = Math.min(FoldedText.distance(wanted, entry.folded()), FoldedText.distance(wanted, entry.slug()));
      if (distance <= bound) {
        distances.merge(entry.iri(), distance, Math::min);
      }
    });
    return distances.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(limit).map(Map.Entry::getKey).toList();
  }
}
