package org.entente.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.curation.Curation;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/**
 * Links the accounts that several articles give of one undertaking, in {@code graph/links}; they are never merged, and
 * where they disagree on the status both stand. Two accounts of different articles are of the same undertaking when
 * kind and parties are equal, both or neither are only proposed, nothing that they tell excludes it, and one of these holds:
 *
 * <ul>
 *   <li>their dates overlap, are known to the month, and the main field is equal; or
 *   <li>their dates overlap, neither article tells of another one that would do as well, and the fields agree, one lies
 *       within the other, or it is a visit, meeting or exercise, which different papers see under different heads; or
 *   <li>they have the same name or the same item, and dates that do not exclude each other.
 * </ul>
 *
 * <p>Where the one article is a copy of the other, it is enough that both call it the same and see it under one head. What curators say goes before.
 */
public final class SameUndertakings {

  private static final String DIPLOMACY = Terms.ENTENTE + "field#diplomacy";
  /** What is one event, whatever head a paper puts it under. */
  private static final Set<String> EVENTS = Set.of("Visit", "Meeting", "Exercise");
  /** What may be many things on one day. */
  private static final Set<String> VAGUE = Set.of("Statement", "Coordination");
  /** What lasts, so that two dates of it may both be right. */
  private static final Set<String> LASTING = Set.of("Agreement", "Partnership", "Project", "JointBody");

  private final GraphStore store;
  private final Map<String, Set<String>> broader = new HashMap<>();

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
    Map<String, String> originals = originals();
    Map<String, List<Account>> alike = new LinkedHashMap<>();
    accounts().forEach(a -> alike.computeIfAbsent(a.key(), k -> new ArrayList<>()).add(a));
    for (List<Account> group : alike.values()) {
      for (Account one : group) {
        for (Account other : group) {
          Optional<Boolean> decided =
              curation.areSame(one.undertaking().toString(), other.undertaking().toString());
          if ((one.isCopiedFrom(other, originals) || areOfTheSame(one, other, group)) && decided.orElse(true)) {
            links.add(Triple.create(one.undertaking(), ENT.sameUndertaking.asNode(), other.undertaking()));
          }
        }
      }
    }
    Set<String> told = new HashSet<>();
    alike.values().forEach(group -> group.forEach(account -> told.add(account.undertaking().toString())));
    curation.sameAccounts().stream()
        .filter(pair -> told.contains(pair.getKey()) && told.contains(pair.getValue()))
        .forEach(pair -> links.add(Triple.create(NodeFactory.createURI(pair.getKey()), ENT.sameUndertaking.asNode(),
            NodeFactory.createURI(pair.getValue()))));
    return links;
  }

  /** The original of each article that is a copy. */
  private Map<String, String> originals() {
    Map<String, String> originals = new HashMap<>();
    store.graph(new IriScheme(store.base()).graph("copies")).find(Node.ANY, ENT.copyOf.asNode(), Node.ANY)
        .forEachRemaining(link -> originals.put(link.getSubject().toString(), link.getObject().toString()));
    return originals;
  }

  private boolean areOfTheSame(Account one, Account other, List<Account> group) {
    if (one.article().equals(other.article()) || one.contradicts(other)) {
      return false;
    }
    boolean named = one.hasTheNameOf(other) || one.hasTheItemOf(other);
    if (named && (!one.datesExclude(other) || one.hasTheNameOf(other) && one.isOfKind(LASTING))) {
      return true;
    }
    if (!one.overlaps(other)) {
      return false;
    }
    boolean plain = one.field().equals(other.field()) && one.isPrecise() && other.isPrecise() && !one.isOfKind(VAGUE);
    return plain || fieldsAgree(one, other) && isTheOnly(one, other, group) && isTheOnly(other, one, group);
  }

  private boolean fieldsAgree(Account one, Account other) {
    return one.field().equals(other.field()) || one.field().equals(DIPLOMACY) || other.field().equals(DIPLOMACY)
        || isWithin(one.field(), other.field()) || isWithin(other.field(), one.field()) || one.isOfKind(EVENTS);
  }

  private boolean isWithin(String field, String wider) {
    return broader.getOrDefault(field, Set.of()).contains(wider);
  }

  /** Whether the other's article has no other account that might be meant just as well. */
  private static boolean isTheOnly(Account one, Account other, List<Account> group) {
    return group.stream().filter(a -> a.article().equals(other.article()))
        .filter(a -> !a.datesExclude(one) && !a.contradicts(one)).count() == 1;
  }

  private List<Account> accounts() {
    return store.read(
        data -> {
          Map<Node, Account> accounts = new LinkedHashMap<>();
          ask(data, "accounts.rq",
              row -> accounts.computeIfAbsent(row.get(Var.alloc("u")), u -> new Account(u, row)).addParty(row));
          ask(data, "account-roles.rq",
              row -> Optional.ofNullable(accounts.get(row.get(Var.alloc("u")))).ifPresent(a -> a.addRole(row)));
          ask(data, "broader-fields.rq", row -> broader
              .computeIfAbsent(row.get(Var.alloc("narrow")).toString(), key -> new HashSet<>())
              .add(row.get(Var.alloc("broad")).toString()));
          return List.copyOf(accounts.values());
        });
  }

  private static void ask(DatasetGraph data, String file, Consumer<Binding> rows) {
    try (QueryExec query = QueryExec.dataset(data).query(text(file)).build()) {
      query.select().forEachRemaining(rows);
    }
  }

  private static String text(String file) {
    try (InputStream in = SameUndertakings.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
