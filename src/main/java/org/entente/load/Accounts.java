package org.entente.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.ENT;

/**
 * Reads from a store's data what its articles tell of undertakings: all of it, or of some undertakings only and of
 * those that may be the same. Is used inside a read transaction.
 */
final class Accounts {

  /** So many undertakings are asked for in one query. */
  private static final int PORTION = 200;
  /** Stands in the queries in place of the undertakings that are asked for, and binds none. */
  private static final String ANY = "UNDEF";
  private static final LocalDate NEVER_BEFORE = LocalDate.of(1, 1, 1);
  private static final LocalDate NEVER_AFTER = LocalDate.of(9999, 12, 31);

  private final DatasetGraph data;

  Accounts(DatasetGraph data) {
    this.data = data;
  }

  /** All at once, which takes memory in proportion; see {@link #kinds()}. */
  List<Account> all() {
    return read(ANY);
  }

  /** The classes of undertakings. */
  List<Node> kinds() {
    List<Node> kinds = new ArrayList<>();
    data.find(Node.ANY, Node.ANY, ENT.kindConcept.asNode(), Node.ANY)
        .forEachRemaining(quad -> kinds.add(quad.getSubject()));
    return kinds.stream().distinct().sorted(Comparator.comparing(Node::toString)).toList();
  }

  /** The undertakings of a kind, by their parties: all that may be linked with each other are under one key. */
  Map<String, List<Node>> ofKind(Node kind) {
    Set<Node> before = kinds().stream().takeWhile(other -> !other.equals(kind)).collect(Collectors.toSet());
    Map<String, List<Node>> undertakings = new TreeMap<>();
    Iter.asStream(data.find(Node.ANY, Node.ANY, RDF.type.asNode(), kind)).map(Quad::getSubject).distinct()
        .filter(undertaking -> objects(undertaking, RDF.type.asNode()).stream().noneMatch(before::contains))
        .forEach(undertaking -> undertakings.computeIfAbsent(parties(undertaking), key -> new ArrayList<>())
            .add(undertaking));
    return undertakings;
  }

  /** By which {@link #ofKind} has an undertaking. */
  String parties(Node undertaking) {
    return objects(undertaking, ENT.party.asNode()).stream().map(Node::toString).sorted().distinct()
        .collect(Collectors.joining(" "));
  }

  /** The kind under which {@link #ofKind} has an undertaking; empty where the data say nothing of it any more. */
  Optional<Node> kindOf(Node undertaking, List<Node> kinds) {
    List<Node> classes = objects(undertaking, RDF.type.asNode());
    return kinds.stream().filter(classes::contains).findFirst();
  }

  private List<Node> objects(Node subject, Node property) {
    return Iter.iter(data.find(Node.ANY, subject, property, Node.ANY)).map(Quad::getObject).toList();
  }

  /** Of these undertakings, as far as articles state them. */
  List<Account> of(Collection<Node> undertakings) {
    List<Node> sorted =
        undertakings.stream().filter(Node::isURI).sorted(Comparator.comparing(Node::getURI)).toList();
    List<Account> accounts = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += PORTION) {
      accounts.addAll(read(inWords(sorted.subList(from, Math.min(sorted.size(), from + PORTION)), " ")));
    }
    return accounts;
  }

  private List<Account> read(String undertakings) {
    Map<Node, Account> accounts = new LinkedHashMap<>();
    ask(text("accounts.rq").replace(ANY, undertakings),
        row -> accounts.computeIfAbsent(row.get(Var.alloc("u")), u -> new Account(u, row)).addParty(row));
    ask(text("account-roles.rq").replace(ANY, undertakings),
        row -> Optional.ofNullable(accounts.get(row.get(Var.alloc("u")))).ifPresent(account -> account.addRole(row)));
    accounts.values().forEach(account -> objects(account.undertaking(), ENT.field.asNode())
        .forEach(field -> account.addTopic(field.toString())));
    return List.copyOf(accounts.values());
  }

  /** What these articles state. */
  Set<Node> statedBy(Collection<Node> articles) {
    Set<Node> stated = new HashSet<>();
    articles.forEach(article -> data.find(Node.ANY, article, ENT.states.asNode(), Node.ANY)
        .forEachRemaining(quad -> stated.add(quad.getObject())));
    return stated;
  }

  /** The articles that state these. */
  Set<Node> stating(Collection<Node> undertakings) {
    Set<Node> articles = new HashSet<>();
    undertakings.forEach(undertaking -> data.find(Node.ANY, Node.ANY, ENT.states.asNode(), undertaking)
        .forEachRemaining(quad -> articles.add(quad.getSubject())));
    return articles;
  }

  /** What may be the same as one of several accounts of a key, by its dates, a name or an item. */
  Set<Node> like(List<Account> alike) {
    Set<String> names = alike.stream().flatMap(account -> account.name().stream()).collect(Collectors.toSet());
    Set<String> items = alike.stream().flatMap(account -> account.item().stream()).collect(Collectors.toSet());
    LocalDate first = alike.stream().flatMap(account -> account.earliest().stream())
        .min(Comparator.naturalOrder()).orElse(NEVER_AFTER);
    LocalDate last = alike.stream().flatMap(account -> account.latest().stream())
        .max(Comparator.naturalOrder()).orElse(NEVER_BEFORE);
    Set<Node> like = new HashSet<>();
    ask(text("accounts-alike.rq")
        .replace("PARTIES", inWords(alike.getFirst().parties(), " , "))
        .replace("KIND", inWords(List.of(alike.getFirst().kind()), ""))
        .replace("FIRST", first.toString())
        .replace("LAST", last.toString()), row -> {
          boolean other = Account.folded(row, "name").filter(name -> !names.contains(name)).isPresent()
              || Account.folded(row, "item").filter(item -> !items.contains(item)).isPresent();
          if (!other) {
            like.add(row.get(Var.alloc("u")));
          }
        });
    return like;
  }

  /** Which fields a field lies within. */
  Map<String, Set<String>> broaderFields() {
    Map<String, Set<String>> broader = new HashMap<>();
    ask(text("broader-fields.rq"), row -> broader
        .computeIfAbsent(row.get(Var.alloc("narrow")).toString(), key -> new HashSet<>())
        .add(row.get(Var.alloc("broad")).toString()));
    return broader;
  }

  private static String inWords(Collection<Node> nodes, String between) {
    return nodes.stream().map(node -> "<" + node.getURI() + ">").collect(Collectors.joining(between));
  }

  private void ask(String query, Consumer<Binding> rows) {
    try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
      execution.select().forEachRemaining(rows);
    }
  }

  private static String text(String file) {
    try (InputStream in = Accounts.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
