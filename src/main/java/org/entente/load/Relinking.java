package org.entente.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.load.SameUndertakings.Portions;
import org.entente.store.GraphStore;
import org.entente.store.GraphStore.Change;
import org.entente.vocab.ENT;

/**
 * Brings the links between articles up to date after some came, changed or went: which are copies, and which accounts are
 * of one undertaking. It is told of each graph before the store is changed; so only what those articles tell, and what
 * may be the same, is looked at, whatever else the store holds. The links are those that a look at everything would give. From
 * the first change until they are made the store is marked, so that whoever opens it next makes them if this one cannot.
 */
public final class Relinking {

  /** What a description of somebody says that decides between accounts in which he or she has a role. */
  private static final Set<Node> DECISIVE = Set.of(RDF.type.asNode(), ENT.ofState.asNode(), ORG.holds.asNode());
  /** What the terms say that decides between all accounts: which classes and fields there are, and what lies within. */
  private static final Set<Node> TERMS = Set.of(ENT.kindConcept.asNode(), SKOS.broader.asNode());
  private static final Set<Node> CLASSES =
      Set.of(ENT.State.asNode(), ENT.Person.asNode(), ENT.Post.asNode(), ENT.Institution.asNode());

  private final GraphStore store;
  private final Portions portions;
  private final Set<String> graphs = new HashSet<>();
  private final Set<Node> articles = new HashSet<>();
  private final Set<Node> stated = new HashSet<>();
  private final Map<Triple, Boolean> descriptions = new HashMap<>();
  /** Whether somebody else before left links to be made, of whom nothing is known here. */
  private boolean toldOfAll = true;
  private boolean otherTerms;

  public Relinking(GraphStore store) {
    this(store, Portions.USUAL);
  }

  Relinking(GraphStore store, Portions portions) {
    this.store = store;
    this.portions = portions;
  }

  /** These graphs are about to be stored. */
  public void before(Collection<Change> changes) {
    changes.forEach(change -> before(change.stored().name(), change.stored().content()));
  }

  /** This graph is about to be taken out. */
  public void before(String graph) {
    before(graph, Graph.emptyGraph);
  }

  private void before(String name, Graph after) {
    if (graphs.isEmpty()) {
      toldOfAll = !store.isUnlinked();
      store.expectLinks();
    }
    graphs.add(name);
    Graph before = store.graph(name);
    for (Graph state : List.of(before, after)) {
      state.find(Node.ANY, ENT.states.asNode(), Node.ANY).forEachRemaining(triple -> {
        articles.add(triple.getSubject());
        stated.add(triple.getObject());
      });
    }
    otherTerms |= saysOtherTerms(before, after) || saysOtherTerms(after, before);
    Graph described = GraphFactory.createGraphMem();
    descriptions(before, after).forEach(described::add);
    descriptions(after, before).forEach(described::add);
    store.read(data -> {
      described.find().forEachRemaining(triple -> descriptions.computeIfAbsent(triple, t -> isSaid(data, t)));
      return data;
    });
  }

  private static boolean saysOtherTerms(Graph graph, Graph other) {
    return TERMS.stream()
        .anyMatch(property -> graph.find(Node.ANY, property, Node.ANY).filterDrop(other::contains).hasNext());
  }

  private static List<Triple> descriptions(Graph graph, Graph other) {
    List<Triple> descriptions = new ArrayList<>();
    DECISIVE.forEach(property -> graph.find(Node.ANY, property, Node.ANY)
        .filterKeep(triple -> !property.equals(RDF.type.asNode()) || CLASSES.contains(triple.getObject()))
        .filterDrop(other::contains).forEachRemaining(descriptions::add));
    return descriptions;
  }

  private static boolean isSaid(DatasetGraph data, Triple triple) {
    return data.contains(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** Whether nothing was changed yet. */
  boolean isEmpty() {
    return graphs.isEmpty();
  }

  /** Makes the links anew, as far as they may have changed. */
  public void link() {
    link(() -> new Copies(store));
  }

  void link(Supplier<Copies> copies) {
    if (graphs.isEmpty()) {
      return;
    }
    // Where most of it is new, one look at everything is less work.
    if (!toldOfAll || otherTerms || !store.hasMoreGraphsThan(2 * graphs.size())) {
      copies.get().link();
      new SameUndertakings(store, portions).link();
    } else {
      articles.addAll(copies.get().link(articles));
      linkOfAccounts();
    }
    store.acknowledgeLinks();
  }

  /** As above, where no text came, changed or went. */
  public void linkAccounts() {
    if (otherTerms) {
      linkAllAccounts();
    } else {
      linkOfAccounts();
      acknowledge();
    }
  }

  /** As above, of all articles. */
  void linkAllAccounts() {
    new SameUndertakings(store, portions).link();
    acknowledge();
  }

  /** What others left to be linked before still is. */
  private void acknowledge() {
    if (toldOfAll) {
      store.acknowledgeLinks();
    }
  }

  private void linkOfAccounts() {
    articles.addAll(store.read(this::withOthersInRoles));
    new SameUndertakings(store, portions).link(articles, stated);
  }

  /** Makes all links anew, whatever was changed before. */
  public static void linkAll(GraphStore store) {
    store.expectLinks();
    new Copies(store).link();
    new SameUndertakings(store).link();
    store.acknowledgeLinks();
  }

  /** Changes the store in a way that makes no text another, and links the accounts of all articles anew. */
  static void after(GraphStore store, Runnable change) {
    boolean waiting = store.isUnlinked();
    store.expectLinks();
    change.run();
    new SameUndertakings(store).link();
    if (!waiting) {
      store.acknowledgeLinks();
    }
  }

  /** The articles that tell of somebody who is now described otherwise, wherever that is. */
  private Set<Node> withOthersInRoles(DatasetGraph data) {
    Set<Node> undertakings = new HashSet<>();
    descriptions.forEach((triple, before) -> {
      if (before != isSaid(data, triple)) {
        data.find(Node.ANY, Node.ANY, Node.ANY, triple.getSubject())
            .forEachRemaining(quad -> undertakings.add(quad.getSubject()));
      }
    });
    return new Accounts(data).stating(undertakings);
  }
}
