package org.entente.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.curation.Curation;
import org.entente.store.GraphStore;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;

/**
 * Links the accounts that several articles give of one undertaking, in {@code graph/links}; they are never merged, and
 * where they disagree on the status both stand. Two accounts of different articles are of the same undertaking when
 * kind and parties are equal, both or neither are only proposed, nothing that they tell excludes it, and one of these holds:
 *
 * <ul>
 *   <li>their dates overlap, are known to the month, and the main field is equal; or
 *   <li>their dates overlap, neither article tells of another one that would do as well, and the fields agree, one lies
 *       within the other, or both tell the same sum of money, or it is a visit or exercise, which different papers see under
 *       different heads, or a meeting of the same people or with a topic in common; or
 *   <li>they have the same name or the same item, and dates that do not exclude each other.
 * </ul>
 *
 * <p>Where the one article is a copy of the other, it is enough that both call it the same and see it under one head. What curators say goes before.
 * After a few articles came, changed or went, {@link Relinking} has only theirs looked at.
 */
public final class SameUndertakings {

  private static final String FINGERPRINT = "same undertakings";
  private static final Node SAME = ENT.sameUndertaking.asNode();

  /**
   * How much is at hand at a time.
   *
   * @param accounts looked at in one go, or as many as a block has
   * @param links whose changes wait to be written
   * @param articles for more than that, whole blocks are looked at: what stands about each of them comes to more
   */
  record Portions(int accounts, int links, int articles) {
    static final Portions USUAL = new Portions(1_000, 50_000, 200);
  }

  private final GraphStore store;
  private final String name;
  private final Node copies;
  private final Portions portions;

  public SameUndertakings(GraphStore store) {
    this(store, Portions.USUAL);
  }

  SameUndertakings(GraphStore store, Portions portions) {
    this.store = store;
    this.portions = portions;
    IriScheme iris = new IriScheme(store.base());
    this.name = iris.graph("links");
    this.copies = NodeFactory.createURI(iris.graph("copies"));
  }

  /** Makes the links anew from all that the store holds; without a change in them nothing is written. */
  public void link() {
    Differences differences = new Differences();
    walk(differences, (kind, parties) -> true);
    store.read(this::linksOfNothing).forEach(differences::forget);
    differences.write();
  }

  /** Whether the links that the store has are those that its articles give. */
  public boolean areCurrent() {
    Differences differences = new Differences();
    differences.onlyLooking = true;
    walk(differences, (kind, parties) -> true);
    return differences.isEmpty() && store.read(this::linksOfNothing).isEmpty();
  }

  /**
   * Makes the links of some articles anew. A link depends on nothing but what its two articles tell.
   *
   * @param articles those whose accounts came, changed or went, or are copies of others than before
   * @param gone what was stated before; what the articles state now is found
   */
  void link(Collection<Node> articles, Collection<Node> gone) {
    Differences differences = new Differences();
    if (articles.size() > portions.articles()) {
      walk(differences, blocksOf(articles, gone));
      store.read(this::linksOfNothing).forEach(differences::forget);
    } else {
      around(differences, articles, gone);
    }
    differences.write();
  }

  /** What is linked with few articles is found from them; what stands about it is not looked at. */
  private void around(Differences differences, Collection<Node> articles, Collection<Node> gone) {
    Curation curation = KeptDecisions.in(store);
    store.read(data -> {
      Accounts reading = new Accounts(data);
      Set<Node> touched = reading.statedBy(articles);
      Map<String, String> originals = originals(data);
      List<Account> own = reading.of(touched);
      Set<Triple> after = links(own, around(own, reading, originals, curation), reading, originals, curation);
      touched.addAll(gone);
      differences.add(linksOf(data, touched), after);
      return touched;
    });
  }

  /** Which undertakings are looked at, by kind and parties. */
  @FunctionalInterface
  private interface Blocks {
    boolean have(Node kind, String parties);
  }

  /** Those that have something of these articles, or had. */
  private Blocks blocksOf(Collection<Node> articles, Collection<Node> gone) {
    Set<String> touched = store.read(data -> {
      Accounts reading = new Accounts(data);
      List<Node> kinds = reading.kinds();
      Set<Node> stated = reading.statedBy(articles);
      stated.addAll(gone);
      return stated.stream().flatMap(undertaking -> reading.kindOf(undertaking, kinds)
          .map(kind -> kind + " " + reading.parties(undertaking)).stream()).collect(Collectors.toSet());
    });
    return (kind, parties) -> touched.contains(kind + " " + parties);
  }

  /**
   * Looks at undertakings block by block: only those of one kind and with the same parties can be the same, so that no more
   * than one block, or a few small ones, is in memory.
   */
  private void walk(Differences differences, Blocks wanted) {
    Curation curation = KeptDecisions.in(store);
    Map<String, String> originals = store.read(this::originals);
    for (Node kind : store.read(data -> new Accounts(data).kinds())) {
      List<Node> portion = new ArrayList<>();
      for (Map.Entry<String, List<Node>> block : store.read(data -> new Accounts(data).ofKind(kind)).entrySet()) {
        if (wanted.have(kind, block.getKey())) {
          portion.addAll(block.getValue());
          if (portion.size() >= portions.accounts()) {
            compare(portion, originals, curation, differences);
            portion.clear();
          }
        }
      }
      if (!portion.isEmpty()) {
        compare(portion, originals, curation, differences);
      }
    }
  }

  /** The links that these have, and those that they should have; all that they may be linked with is among them. */
  private void compare(
      List<Node> undertakings, Map<String, String> originals, Curation curation, Differences differences) {
    store.read(data -> {
      Accounts reading = new Accounts(data);
      List<Account> accounts = reading.of(undertakings);
      Set<Triple> after = links(accounts, accounts, reading, originals, curation);
      differences.add(linksOf(data, undertakings), after);
      return data;
    });
    differences.writeIfMany();
  }

  /** What is to be changed in the links. */
  private final class Differences {

    private final Set<Triple> gone = new HashSet<>();
    private final Set<Triple> added = new HashSet<>();
    private boolean onlyLooking;

    void add(Set<Triple> before, Set<Triple> after) {
      before.stream().filter(link -> !after.contains(link)).forEach(gone::add);
      after.stream().filter(link -> !before.contains(link)).forEach(added::add);
    }

    void forget(Triple link) {
      gone.add(link);
    }

    boolean isEmpty() {
      return gone.isEmpty() && added.isEmpty();
    }

    /** What is written is a part of the whole; a run that breaks off leaves the rest to the next. */
    void writeIfMany() {
      if (!onlyLooking && gone.size() + added.size() >= portions.links()) {
        write();
      }
    }

    void write() {
      store.amend(name, gone, added, FINGERPRINT);
      gone.clear();
      added.clear();
    }
  }

  /** Every link is there in both directions. */
  private Set<Triple> linksOf(DatasetGraph data, Collection<Node> undertakings) {
    Set<Triple> links = new HashSet<>();
    undertakings.forEach(
        undertaking -> data.find(NodeFactory.createURI(name), undertaking, SAME, Node.ANY).forEachRemaining(quad -> {
          links.add(quad.asTriple());
          links.add(Triple.create(quad.getObject(), SAME, undertaking));
        }));
    return links;
  }

  /** The links of what is no undertaking any more. */
  private Set<Triple> linksOfNothing(DatasetGraph data) {
    Accounts reading = new Accounts(data);
    List<Node> kinds = reading.kinds();
    Set<Node> linked = new HashSet<>();
    data.find(NodeFactory.createURI(name), Node.ANY, SAME, Node.ANY)
        .forEachRemaining(quad -> linked.add(quad.getSubject()));
    linked.removeIf(undertaking -> reading.kindOf(undertaking, kinds).isPresent());
    return linksOf(data, linked);
  }

  /** These accounts, those that may be of the same undertakings, and all others in the articles of both. */
  private static List<Account> around(
      List<Account> own, Accounts reading, Map<String, String> originals, Curation curation) {
    Set<Node> near = own.stream().map(Account::undertaking).collect(Collectors.toCollection(HashSet::new));
    Map<String, List<Account>> alike = new LinkedHashMap<>();
    own.forEach(account -> alike.computeIfAbsent(account.key(), key -> new ArrayList<>()).add(account));
    alike.values().forEach(group -> near.addAll(reading.like(group)));
    near.addAll(reading.statedBy(withTheSameText(own, originals)));
    Set<String> names = own.stream().map(account -> account.undertaking().toString()).collect(Collectors.toSet());
    curation.sameAccounts().stream().filter(pair -> names.contains(pair.getKey()))
        .forEach(pair -> near.add(NodeFactory.createURI(pair.getValue())));
    return reading.of(reading.statedBy(reading.stating(near)));
  }

  private static List<Node> withTheSameText(List<Account> accounts, Map<String, String> originals) {
    Set<String> texts = accounts.stream().map(account -> account.article().toString())
        .map(article -> originals.getOrDefault(article, article)).collect(Collectors.toSet());
    List<Node> articles = new ArrayList<>(texts.stream().map(NodeFactory::createURI).toList());
    originals.forEach((copy, original) -> {
      if (texts.contains(original)) {
        articles.add(NodeFactory.createURI(copy));
      }
    });
    return articles;
  }

  /** The links, in both directions, between some accounts and all that they may be linked to. */
  private static Set<Triple> links(Collection<Account> some, Collection<Account> all, Accounts reading,
      Map<String, String> originals, Curation curation) {
    Map<String, AlikeAccounts> groups = AlikeAccounts.grouped(all, reading.broaderFields(), originals);
    Set<Triple> links = new HashSet<>();
    for (Account one : some) {
      Objects.requireNonNull(groups.get(one.key())).sameAs(one)
          .filter(other -> curation.areSame(one.undertaking().toString(), other.undertaking().toString()).orElse(true))
          .forEach(other -> join(one.undertaking(), other.undertaking(), links));
    }
    links.addAll(curated(some, reading, curation));
    return links;
  }

  /** What curators say to be the same as some accounts, whatever its kind and parties. */
  private static Set<Triple> curated(Collection<Account> accounts, Accounts reading, Curation curation) {
    Set<Triple> links = new HashSet<>();
    Set<String> own = accounts.stream().map(account -> account.undertaking().toString()).collect(Collectors.toSet());
    for (Map.Entry<String, String> pair : curation.sameAccounts()) {
      Node other = NodeFactory.createURI(pair.getValue());
      if (own.contains(pair.getKey()) && !reading.of(List.of(other)).isEmpty()) {
        join(NodeFactory.createURI(pair.getKey()), other, links);
      }
    }
    return links;
  }

  private static void join(Node one, Node other, Set<Triple> links) {
    links.add(Triple.create(one, SAME, other));
    links.add(Triple.create(other, SAME, one));
  }

  /** The original of each article that is a copy. */
  private Map<String, String> originals(DatasetGraph data) {
    Map<String, String> originals = new HashMap<>();
    data.find(copies, Node.ANY, ENT.copyOf.asNode(), Node.ANY)
        .forEachRemaining(quad -> originals.put(quad.getSubject().toString(), quad.getObject().toString()));
    return originals;
  }
}
