package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.load.SameUndertakings.Portions;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.store.StoreCheck;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;

/** Stores whose articles come, change and go in any order, held against a look at everything and at every pair. */
class RelinkingTest {

  private static final String BASE = "http://localhost:3030/";
  private static final int ARTICLES = 12;
  private static final String KNOWN = """
      <l> a ent:Person ; ent:ofState <x> ; org:holds <fm> . <fm> a ent:Post ; ent:ofState <x> .
      <p> a ent:Person ; ent:ofState <x> . <q> a ent:Person ; ent:ofState <y> .
      <x> a ent:State . <y> a ent:State . <z> a ent:State . <bloc> a ent:Institution .
      """;
  private static final List<String> DAYS = List.of("2020-05-01 2020-05-03", "2020-05-02 2020-05-02",
      "2020-05-20 2020-06-10", "2020-01-01 2020-12-31", "2020-06-05 2020-06-05", "2021-05-02 2021-05-02", "");
  private static final List<String> ROLES = List.of("", "ent:participant <l>", "ent:participant <fm>",
      "ent:participant <n1>", "ent:participant <n2>", "ent:participant <p> , <q>", "ent:visitor <x>", "ent:host <x>",
      "ent:joins <bloc>");
  private static final List<String> DETAILS = List.of("", "", "ent:name 'Amber'", "ent:name 'AMBER '",
      "ent:name 'Birch'", "ent:item 'patrol boats'", "ent:item 'boats' ; ent:quantity 4", "ent:quantity 6",
      "ent:amount 20.0 ; ent:currency 'EUR'", "ent:amount 90.0 ; ent:currency 'EUR'");
  /** Somebody may be described in one article only, here so and there otherwise. */
  private static final List<String> PEOPLE = List.of("", "", "<n1> a ent:Person ; ent:ofState <x> .",
      "<n1> a ent:Person ; ent:ofState <y> .", "<n2> a ent:Person ; ent:ofState <x> ; org:holds <fm> .",
      "<n1> a ent:Person ; ent:ofState <x> . <n2> a ent:Person ; ent:ofState <y> .");

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void linksWhatALookAtEverythingWouldLink(@ForAll long seed) {
    Random chance = new Random(seed);
    GraphStore store = GraphStore.inMemory(BASE);
    store.replace(StoredGraph.withoutText(BASE + "graph/ontology", known(), "o"));
    Relinking.linkAll(store);
    Copies kept = new Copies(store);
    Supplier<Copies> copies = chance.nextBoolean() ? () -> kept : () -> new Copies(store);
    Portions portions = chance.nextBoolean() ? Portions.USUAL : new Portions(2, 1, chance.nextInt(3));
    apply(store, IntStream.range(0, ARTICLES).mapToObj(n -> article(n, chance)).toList(), copies, portions);
    for (int step = 0; step < 6; step++) {
      if (chance.nextInt(3) == 0) {
        remove(store, chance.nextInt(ARTICLES), copies, portions);
      } else {
        apply(store, chance.ints(1 + chance.nextInt(2), 0, ARTICLES).distinct()
            .mapToObj(n -> article(n, chance)).toList(), copies, portions);
      }
      assertEquals(allPairs(store), links(store), "step " + step);
      assertTrue(new SameUndertakings(store, portions).areCurrent(), "step " + step);
      assertFalse(store.isUnlinked(), "step " + step);
      String version = store.version();
      Relinking.linkAll(store);
      assertEquals(version, store.version(), "step " + step);
    }
    assertEquals(List.of(), StoreCheck.findings(store));
  }

  private static void apply(GraphStore store, List<Change> changes, Supplier<Copies> copies, Portions portions) {
    Relinking links = new Relinking(store, portions);
    links.before(changes);
    store.replaceAll(changes);
    links.link(copies);
  }

  private static void remove(GraphStore store, int number, Supplier<Copies> copies, Portions portions) {
    String graph = BASE + "graph/article/" + number;
    Relinking links = new Relinking(store, portions);
    links.before(graph);
    store.remove(graph);
    links.link(copies);
  }

  private static Change article(int number, Random chance) {
    String text = text(chance.nextInt(5), number);
    StringBuilder turtle = new StringBuilder("""
        <id/article/%1$d> a ent:Article ; ent:textDigest '%2$s' ; dct:issued '2020-07-%3$02d'^^xsd:date .
        """.formatted(number, sha256(text), 1 + chance.nextInt(20)));
    for (int n = 0; n < 1 + chance.nextInt(3); n++) {
      turtle.append(account(number, n, chance));
    }
    turtle.append(one(PEOPLE, chance));
    StoredGraph stored = new StoredGraph(BASE + "graph/article/" + number, graph(turtle.toString()),
        "" + chance.nextLong(), Optional.of(new StoredText(sha256(text), text)));
    return new Change(stored, Map.of());
  }

  private static String account(int article, int number, Random chance) {
    String days = one(DAYS, chance);
    String dated = days.isEmpty() ? ""
        : "ent:earliest '%s'^^xsd:date ; ent:latest '%s'^^xsd:date ;".formatted((Object[]) days.split(" "));
    return """
        <id/article/%1$d> ent:states <u/%1$d-%2$d> .
        <u/%1$d-%2$d> a ent:Undertaking , ent:%3$s ; ent:party %4$s ; %5$s %6$s %7$s
          ent:status <https://w3id.org/entente/status#%8$s> ; rdfs:label '%9$s' ;
          ent:mainField <https://w3id.org/entente/field#%10$s> .
        """.formatted(article, number, one(List.of("Visit", "Agreement", "Transfer"), chance),
        one(List.of("<x> , <y>", "<x> , <y>", "<x> , <y> , <z>"), chance), dated,
        ended(one(ROLES, chance)), ended(one(DETAILS, chance)),
        one(List.of("completed", "completed", "proposed"), chance), one(List.of("So it is called", "Or so"), chance),
        one(List.of("naval", "military", "trade", "diplomacy"), chance));
  }

  private static String ended(String words) {
    return words.isEmpty() ? "" : words + " ;";
  }

  private static <T> T one(List<T> of, Random chance) {
    return of.get(chance.nextInt(of.size()));
  }

  /** Of each of the first kinds there are copies that differ in a word; the others stand alone. */
  private static String text(int kind, int article) {
    int story = kind < 2 ? kind : 10 + article;
    return new Random(story).ints(90, 0, 5_000).mapToObj(n -> "w" + n).collect(Collectors.joining(" ")) + " end"
        + article;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Graph known() {
    Graph known = graph(KNOWN);
    for (String file : List.of("concepts/fields", "concepts/kinds", "entente")) {
      RDFParser.source(Path.of("ontology/" + file + ".ttl")).parse(known);
    }
    return known;
  }

  private static Graph graph(String turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    String prefixes =
        "PREFIX ent: <https://w3id.org/entente/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
            + "PREFIX org: <http://www.w3.org/ns/org#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            + "PREFIX dct: <http://purl.org/dc/terms/> ";
    RDFParser.fromString(prefixes + turtle, Lang.TURTLE).base(BASE).parse(graph);
    return graph;
  }

  /** Each account held against each other one. */
  private static List<String> allPairs(GraphStore store) {
    return store.read(data -> {
      Accounts reading = new Accounts(data);
      List<Account> all = reading.all();
      Map<String, String> originals = new HashMap<>();
      store.graph(BASE + "graph/copies").find()
          .forEachRemaining(link -> originals.put(link.getSubject().toString(), link.getObject().toString()));
      Map<String, AlikeAccounts> groups = AlikeAccounts.grouped(all, reading.broaderFields(), originals);
      TreeSet<String> links = new TreeSet<>();
      for (Account one : all) {
        for (Account other : all) {
          if (one.key().equals(other.key()) && groups.get(one.key()).areOfOne(one, other)) {
            links.add(one.undertaking() + " " + other.undertaking());
          }
        }
      }
      return List.copyOf(links);
    });
  }

  private static List<String> links(GraphStore store) {
    List<String> links = new ArrayList<>();
    store.graph(BASE + "graph/links").find()
        .forEachRemaining(link -> links.add(link.getSubject() + " " + link.getObject()));
    links.sort(null);
    return links;
  }
}
