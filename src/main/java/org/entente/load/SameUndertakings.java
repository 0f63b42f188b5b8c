package org.entente.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.curation.Curation;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.jspecify.annotations.Nullable;

/**
 * Links the accounts that several articles give of one undertaking, in {@code graph/links}; they are never merged, and
 * where they disagree on the status both stand. Two accounts of different articles are of the same undertaking when
 * kind, parties and main field are equal, both or neither are only proposed, and either their dates overlap, or they
 * have the same name, or the same item and no dates that exclude each other. What curators say goes before.
 */
public final class SameUndertakings {

  private static final String QUERY = text();

  private final GraphStore store;

  public SameUndertakings(GraphStore store) {
    this.store = store;
  }

  /** Makes the links anew from what the store holds; without a change in them nothing is written. */
  public void link() {
    String name = new IriScheme(store.base()).graph("links");
    Graph links = links();
    if (!links.isEmpty()) {
      store.replace(StoredGraph.withoutText(name, links, "same undertakings"));
    } else if (store.entry(name).isPresent()) {
      store.remove(name);
    }
  }

  /** Whether the links that the store has are those that its articles give. */
  public boolean areCurrent() {
    return links().isIsomorphicWith(store.graph(new IriScheme(store.base()).graph("links")));
  }

  private Graph links() {
    Graph links = GraphFactory.createDefaultGraph();
    Curation curation = CurationDesk.in(store);
    Map<String, List<Account>> alike = new LinkedHashMap<>();
    accounts().forEach(a -> alike.computeIfAbsent(a.key(), k -> new ArrayList<>()).add(a));
    for (List<Account> group : alike.values()) {
      for (Account one : group) {
        for (Account other : group) {
          boolean apart =
              !curation.areSame(one.undertaking.toString(), other.undertaking.toString()).orElse(true);
          if (one.isOfTheSameAs(other) && !apart) {
            links.add(Triple.create(one.undertaking, ENT.sameUndertaking.asNode(), other.undertaking));
          }
        }
      }
    }
    Set<String> told = new HashSet<>();
    alike.values().forEach(group -> group.forEach(account -> told.add(account.undertaking.toString())));
    curation.sameAccounts().stream()
        .filter(pair -> told.contains(pair.getKey()) && told.contains(pair.getValue()))
        .forEach(pair -> links.add(Triple.create(NodeFactory.createURI(pair.getKey()), ENT.sameUndertaking.asNode(),
            NodeFactory.createURI(pair.getValue()))));
    return links;
  }

  private List<Account> accounts() {
    return store.read(
        data -> {
          Map<Node, Account> accounts = new LinkedHashMap<>();
          try (QueryExec query = QueryExec.dataset(data).query(QUERY).build()) {
            query
                .select()
                .forEachRemaining(
                    row -> accounts
                        .computeIfAbsent(row.get(Var.alloc("u")), u -> new Account(u, row)).parties
                        .add(row.get(Var.alloc("party")).toString()));
          }
          return List.copyOf(accounts.values());
        });
  }

  /** What one article says of one undertaking, as far as it decides. */
  private static final class Account {

    private final Node undertaking;
    private final Node article;
    private final String rest;
    private final TreeSet<String> parties = new TreeSet<>();
    private final @Nullable String earliest;
    private final @Nullable String latest;
    private final @Nullable String name;
    private final @Nullable String item;

    Account(Node undertaking, Binding row) {
      this.undertaking = undertaking;
      this.article = row.get(Var.alloc("article"));
      this.rest = lexical(row, "kind") + " " + lexical(row, "field") + " " + lexical(row, "proposed");
      this.earliest = lexical(row, "earliest");
      this.latest = lexical(row, "latest");
      this.name = lexical(row, "name");
      this.item = lexical(row, "item");
    }

    private static @Nullable String lexical(Binding row, String variable) {
      Node node = row.get(Var.alloc(variable));
      return node == null ? null : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    String key() {
      return rest + " " + parties;
    }

    boolean isOfTheSameAs(Account other) {
      if (article.equals(other.article)) {
        return false;
      }
      boolean dated = earliest != null && other.earliest != null;
      // ISO dates of four-digit years compare as their text does.
      boolean overlap =
          dated && earliest.compareTo(other.latest) <= 0 && other.earliest.compareTo(latest) <= 0;
      boolean sameName = name != null && Objects.equals(name, other.name);
      boolean sameItem = item != null && Objects.equals(item, other.item) && (!dated || overlap);
      return overlap || sameName || sameItem;
    }
  }

  private static String text() {
    try (InputStream in = SameUndertakings.class.getResourceAsStream("accounts.rq")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
