package org.entente.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.vocab.ENT;

/** What one article says of one undertaking, as far as it decides whether another one tells of the same. */
final class Account {

  /** Longer than this, an interval is a year or a season: too vague to tell two of a kind apart. */
  static final int PRECISE_DAYS = 31;
  private static final int SHORTEST_WORD = 3;
  /** Sums that differ by more than this part of the greater one are not two roundings of one. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.1");
  private static final Set<String> DIRECTED =
      Set.of("visitor", "host", "provider", "recipient", "deployer", "speaker", "addressee");

  private final Node undertaking;
  private final Node article;
  private final String kind;
  private final String field;
  private final String proposed;
  private final Optional<LocalDate> earliest;
  private final Optional<LocalDate> latest;
  private final Optional<String> name;
  private final Optional<String> item;
  private final Optional<String> quantity;
  private final Optional<BigDecimal> amount;
  private final Optional<String> currency;
  private final Optional<String> label;
  private final Set<String> parties = new TreeSet<>();
  private final Set<String> topics = new TreeSet<>();
  private final Map<String, Set<String>> rolesOfStates = new HashMap<>();
  private final Map<String, Set<String>> statesInRole = new HashMap<>();
  private final Map<String, Set<String>> delegates = new HashMap<>();
  private final Set<String> joined = new HashSet<>();

  Account(Node undertaking, Binding row) {
    this.undertaking = undertaking;
    this.article = row.get(Var.alloc("article"));
    this.kind = lexical(row, "kind").orElse("");
    this.field = lexical(row, "field").orElse("");
    this.proposed = lexical(row, "proposed").orElse("");
    this.earliest = lexical(row, "earliest").map(LocalDate::parse);
    this.latest = lexical(row, "latest").map(LocalDate::parse);
    this.name = folded(row, "name");
    this.item = folded(row, "item");
    this.quantity = lexical(row, "quantity");
    this.amount = lexical(row, "amount").map(BigDecimal::new);
    this.currency = lexical(row, "currency");
    this.label = lexical(row, "label");
  }

  private static Optional<String> lexical(Binding row, String variable) {
    return Optional.ofNullable(row.get(Var.alloc(variable)))
        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
  }

  /** Words as they are compared. */
  static Optional<String> folded(Binding row, String variable) {
    return lexical(row, variable).map(words -> words.strip().toLowerCase(Locale.ROOT));
  }

  void addParty(Binding row) {
    lexical(row, "party").ifPresent(parties::add);
  }

  /** One of the fields that it is about. */
  void addTopic(String topic) {
    topics.add(topic);
  }

  /** One row of who has which role. */
  void addRole(Binding row) {
    String role = lexical(row, "role").orElse("").substring(ENT.NS.length());
    String actor = lexical(row, "actor").orElse("");
    switch (lexical(row, "class").orElse("").substring(ENT.NS.length())) {
      case "State" -> {
        if (DIRECTED.contains(role)) {
          rolesOfStates.computeIfAbsent(actor, key -> new HashSet<>()).add(role);
          statesInRole.computeIfAbsent(role, key -> new HashSet<>()).add(actor);
        }
      }
      case "Institution" -> {
        if (role.equals("joins")) {
          joined.add(actor);
        }
      }
      default -> {
        Set<String> ofState =
            delegates.computeIfAbsent(lexical(row, "state").orElse(""), key -> new HashSet<>());
        ofState.add(actor);
        lexical(row, "post").ifPresent(ofState::add);
      }
    }
  }

  Node undertaking() {
    return undertaking;
  }

  Node article() {
    return article;
  }

  String field() {
    return field;
  }

  /** All fields that it is about, by their IRIs. */
  Set<String> topics() {
    return topics;
  }

  Node kind() {
    return NodeFactory.createURI(kind);
  }

  List<Node> parties() {
    return parties.stream().map(NodeFactory::createURI).toList();
  }

  Optional<LocalDate> earliest() {
    return earliest;
  }

  Optional<LocalDate> latest() {
    return latest;
  }

  Optional<String> name() {
    return name;
  }

  Optional<String> item() {
    return item;
  }

  /** Only accounts that have this in common are compared. */
  String key() {
    return kind + " " + proposed + " " + parties;
  }

  boolean isOfKind(Set<String> kinds) {
    return kinds.contains(kind.substring(ENT.NS.length()));
  }

  boolean isPrecise() {
    return isDated() && !latest.orElseThrow().isAfter(earliest.orElseThrow().plusDays(PRECISE_DAYS));
  }

  boolean isDated() {
    return earliest.isPresent() && latest.isPresent();
  }

  boolean overlaps(Account other) {
    return isDated() && other.isDated() && !earliest.orElseThrow().isAfter(other.latest.orElseThrow())
        && !other.earliest.orElseThrow().isAfter(latest.orElseThrow());
  }

  boolean datesExclude(Account other) {
    return isDated() && other.isDated() && !overlaps(other);
  }

  boolean hasTheNameOf(Account other) {
    return name.isPresent() && name.equals(other.name);
  }

  boolean hasTheItemOf(Account other) {
    return item.isPresent() && item.equals(other.item);
  }

  boolean hasTheSumOf(Account other) {
    return sumsCompare(other) && isNear(amount.orElseThrow(), other.amount.orElseThrow());
  }

  /** Whether both name one of those who act for a state. */
  boolean hasADelegateOf(Account other) {
    return delegates.entrySet().stream().anyMatch(entry -> other.delegates.containsKey(entry.getKey())
        && !disjoint(entry.getValue(), Objects.requireNonNull(other.delegates.get(entry.getKey()))));
  }

  /** Of two currencies nothing is known: one paper may have converted it. */
  private boolean sumsCompare(Account other) {
    return amount.isPresent() && other.amount.isPresent() && currency.equals(other.currency);
  }

  private static boolean isNear(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(one.abs().max(other.abs()).multiply(ROUNDED)) <= 0;
  }

  /** The same words in two papers tell of the same, with a date or without. */
  boolean isCopiedFrom(Account other, Map<String, String> originals) {
    String one = article.toString();
    String two = other.article.toString();
    return !one.equals(two) && originals.getOrDefault(one, one).equals(originals.getOrDefault(two, two))
        && field.equals(other.field) && label.isPresent() && label.equals(other.label);
  }

  /** Whether what is told excludes that both are one: other names, goods, numbers, sums, directions, people, bodies. */
  boolean contradicts(Account other) {
    return name.isPresent() && other.name.isPresent() && !name.equals(other.name)
        || quantity.isPresent() && other.quantity.isPresent() && !quantity.equals(other.quantity)
        || sumsCompare(other) && !hasTheSumOf(other)
        || item.isPresent() && other.item.isPresent() && disjoint(words(item), words(other.item))
        || !joined.isEmpty() && !other.joined.isEmpty() && disjoint(joined, other.joined)
        || differInOne(rolesOfStates, other.rolesOfStates) || differInOne(statesInRole, other.statesInRole)
        || differInOne(delegates, other.delegates);
  }

  private static Set<String> words(Optional<String> item) {
    return Arrays.stream(item.orElse("").split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() >= SHORTEST_WORD)
        .collect(Collectors.toSet());
  }

  private static boolean disjoint(Set<String> one, Set<String> other) {
    return one.stream().noneMatch(other::contains);
  }

  private static boolean differInOne(Map<String, Set<String>> one, Map<String, Set<String>> other) {
    return one.entrySet().stream()
        .anyMatch(entry -> other.containsKey(entry.getKey()) && disjoint(entry.getValue(), other.get(entry.getKey())));
  }
}
