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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.curation.Curation;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
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
 *       within the other, or both tell the same sum of money, or it is a visit, meeting or exercise, which different papers
 *       see under different heads; or
 *   <li>they have the same name or the same item, and dates that do not exclude each other.
 * </ul>
 *
 * <p>Where the one article is a copy of the other, it is enough that both call it the same and see it under one head. What curators say goes before.
 * After a few articles came, changed or went, {@link Relinking} has only theirs looked at.
 */
public final class SameUndertakings {

  private static final String FINGERPRINT = "same undertakings";
  private static final Node SAME = ENT.sameUndertaking.asNode();

  private final GraphStore store;
  private final String name;
  private final Node copies;

  public SameUndertakings(GraphStore store) {
    this.store = store;
    IriScheme iris = new IriScheme(store.base());
    this.name = iris.graph("links");
    this.copies = NodeFactory.createURI(iris.graph("copies"));
  }

  /** Makes the links anew from all that the store holds; without a change in them nothing is written. */
  public void link() {
    Graph links = links();
    if (!links.isEmpty()) {
      store.replace(StoredGraph.withoutText(name, links, FINGERPRINT));
    } else if (store.entry(name).isPresent()) {
      store.remove(name);
    }
  }

  /** Whether the links that the store has are those that its articles give. */
  public boolean areCurrent() {
    return links().isIsomorphicWith(store.graph(name));
  }

  private Graph links() {
    Curation curation = CurationDesk.in(store);
    return store.read(data -> {
      Accounts reading = new Accounts(data);
      List<Account> all = reading.all();
      Graph links = GraphFactory.createDefaultGraph();
      links(all, all, reading, originals(data), curation).forEach(links::add);
      return links;
    });
  }

  /**
   * Makes the links of some articles anew. A link depends on nothing but what its two articles tell.
   *
   * @param articles those whose accounts came, changed or went, or are copies of others than before
   * @param gone what was stated before; what the articles state now is found
   */
  void link(Collection<Node> articles, Collection<Node> gone) {
    Curation curation = CurationDesk.in(store);
    Set<Triple> before = new HashSet<>();
    Set<Triple> after = new HashSet<>();
    store.read(data -> {
      Accounts reading = new Accounts(data);
      Set<Node> touched = reading.statedBy(articles);
      Map<String, String> originals = originals(data);
      List<Account> own = reading.of(touched);
      after.addAll(links(own, around(own, reading, originals, curation), reading, originals, curation));
      touched.addAll(gone);
      touched.forEach(undertaking -> before.addAll(linksOf(data, undertaking)));
      return before;
    });
    Set<Triple> added = new HashSet<>(after);
    added.removeAll(before);
    before.removeAll(after);
    store.amend(name, before, added, FINGERPRINT);
  }

  /** Every link is there in both directions. */
  private List<Triple> linksOf(DatasetGraph data, Node undertaking) {
    List<Triple> links = new ArrayList<>();
    data.find(NodeFactory.createURI(name), undertaking, SAME, Node.ANY).forEachRemaining(quad -> {
      links.add(quad.asTriple());
      links.add(Triple.create(quad.getObject(), SAME, undertaking));
    });
    return links;
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
    Set<String> told = all.stream().map(account -> account.undertaking().toString()).collect(Collectors.toSet());
    Set<String> own = some.stream().map(account -> account.undertaking().toString()).collect(Collectors.toSet());
    for (Map.Entry<String, String> pair : curation.sameAccounts()) {
      if (own.contains(pair.getKey()) && told.contains(pair.getValue())) {
        join(NodeFactory.createURI(pair.getKey()), NodeFactory.createURI(pair.getValue()), links);
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
