package org.entente.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;

/**
 * Tells which articles are copies: one wire report in two papers. Of those with nearly the same text the one that was
 * published first is the original, and the others are linked to it in {@code graph/copies}; all of them stay. What is
 * known of the texts serves for as long as nobody else changes the store; after a few articles came or went only texts
 * that share something with theirs are compared.
 */
final class Copies {

  private static final String ARTICLES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX dct: <http://purl.org/dc/terms/>
      SELECT ?article ?digest (MIN(?day) AS ?issued) WHERE {
        VALUES ?article { UNDEF }
        ?article a ent:Article ; ent:textDigest ?digest . OPTIONAL { ?article dct:issued ?day }
      } GROUP BY ?article ?digest
      """;

  private static final String FINGERPRINT = "copies";
  private static final Node COPY_OF = ENT.copyOf.asNode();
  private static final int MOST_AT_ONCE = 200;
  private static final Comparator<Stored> ORDER =
      Comparator.comparing(Stored::issued).thenComparing(Stored::article);

  private final GraphStore store;
  private final Node graph;
  private final SignatureCache signatures;
  private final AlikeTexts met;
  /** Articles as they were when they were last linked, by IRI. */
  private final Map<String, Stored> known = new HashMap<>();
  /** The articles of each text, in the order in which they were met. */
  private final Map<String, Set<String>> articlesOf = new HashMap<>();
  private final Set<String> indexed = new HashSet<>();
  private String version;

  /** Texts of articles that may not have reached the store yet. */
  private final Map<String, String> recent = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > MOST_AT_ONCE;
    }
  };

  private record Stored(String article, String digest, String issued) {}

  Copies(GraphStore store) {
    this.store = store;
    this.graph = NodeFactory.createURI(new IriScheme(store.base()).graph("copies"));
    this.signatures = new SignatureCache(store.folder());
    this.met = new AlikeTexts(digest -> Optional.ofNullable(recent.get(digest)).or(() -> store.text(digest)));
    this.version = store.version();
    articles("UNDEF").forEach(this::meet);
  }

  /** Whether the store is as it was when it was last looked at. */
  boolean areOfThisVersion() {
    return version.equals(store.version());
  }

  /** What was changed meanwhile has nothing to do with texts. */
  void keepUp() {
    version = store.version();
  }

  /** Those of a day before those without one, which anything may be a copy of. */
  private List<Stored> articles(String which) {
    List<Stored> articles = new ArrayList<>();
    store.read(data -> {
      try (QueryExec query = QueryExec.dataset(data).query(ARTICLES.replace("UNDEF", which)).build()) {
        query.select().forEachRemaining(row -> articles.add(stored(row)));
      }
      return articles;
    });
    articles.sort(ORDER);
    return articles;
  }

  private static Stored stored(Binding row) {
    String issued =
        Optional.ofNullable(row.get(Var.alloc("issued"))).map(node -> node.getLiteralLexicalForm()).orElse("~");
    return new Stored(row.get(Var.alloc("article")).getURI(), row.get(Var.alloc("digest")).getLiteralLexicalForm(),
        issued);
  }

  private Optional<TextSignature> signature(String digest) {
    return signatures.of(digest, () -> store.text(digest).orElse(""));
  }

  private void meet(Stored article) {
    Stored before = known.put(article.article(), article);
    if (before != null && !before.digest().equals(article.digest())) {
      forget(before);
    }
    meet(article.article(), article.digest());
  }

  private void meet(String article, String digest) {
    if (indexed.add(digest)) {
      signature(digest).ifPresent(signature -> met.add(digest, signature));
    }
    articlesOf.computeIfAbsent(digest, key -> new LinkedHashSet<>()).add(article);
  }

  private void forget(Stored article) {
    articlesOf.getOrDefault(article.digest(), new HashSet<>()).remove(article.article());
  }

  /** An article of the store that has nearly the text of this one, which goes among them. */
  Optional<String> meet(StoredText text, String iri) {
    String digest = text.digest();
    Optional<TextSignature> signature = signatures.of(digest, text::words);
    Optional<String> same = other(digest, iri);
    Optional<String> alike = signature.flatMap(
        s -> same.or(() -> met.first(s, text::words).flatMap(found -> other(found, iri))));
    recent.put(digest, text.words());
    meet(iri, digest);
    return alike;
  }

  private Optional<String> other(String digest, String article) {
    return articlesOf.getOrDefault(digest, Set.of()).stream().filter(known -> !known.equals(article)).findFirst();
  }

  /** Makes the links anew from all that the store holds; without a change in them nothing is written. */
  void link() {
    String name = graph.getURI();
    Graph links = GraphFactory.createDefaultGraph();
    List<Stored> all = articles("UNDEF");
    known.clear();
    articlesOf.clear();
    all.forEach(this::meet);
    originals(all).forEach((copy, original) -> links.add(link(copy, original)));
    signatures.keep();
    if (!links.isEmpty()) {
      store.replace(StoredGraph.withoutText(name, links, FINGERPRINT));
    } else if (store.entry(name).isPresent()) {
      store.remove(name);
    }
  }

  private static Triple link(String copy, String original) {
    return Triple.create(NodeFactory.createURI(copy), COPY_OF, NodeFactory.createURI(original));
  }

  /**
   * Makes the links of some articles anew, and of those whose texts have to do with theirs.
   *
   * @param changed articles that came, changed or went
   * @return those that are copies now and were not, or of another one, or no longer
   */
  Set<Node> link(Collection<Node> changed) {
    Set<Node> open = new HashSet<>(changed);
    changed.forEach(article -> open.addAll(copiesOf(article)));
    renew(open);
    Set<String> texts = texts(open);
    List<Stored> near = texts.stream().flatMap(digest -> articlesOf.getOrDefault(digest, Set.of()).stream()).distinct()
        .flatMap(article -> Optional.ofNullable(known.get(article)).stream())
        .filter(article -> texts.contains(article.digest())).sorted(ORDER).toList();
    near.forEach(article -> open.add(NodeFactory.createURI(article.article())));
    Set<Triple> before = new HashSet<>();
    open.forEach(article -> before.addAll(linksOf(article)));
    Set<Triple> after = originals(near).entrySet().stream().map(entry -> link(entry.getKey(), entry.getValue()))
        .collect(Collectors.toCollection(HashSet::new));
    Set<Triple> added = new HashSet<>(after);
    added.removeAll(before);
    before.removeAll(after);
    store.amend(graph.getURI(), before, added, FINGERPRINT);
    signatures.keep();
    added.addAll(before);
    return added.stream().map(Triple::getSubject).collect(Collectors.toSet());
  }

  private Set<Node> copiesOf(Node article) {
    return store.read(data -> {
      Set<Node> copies = new HashSet<>();
      data.find(graph, Node.ANY, COPY_OF, article).forEachRemaining(quad -> copies.add(quad.getSubject()));
      return copies;
    });
  }

  private Set<Triple> linksOf(Node article) {
    return store.read(data -> {
      Set<Triple> links = new HashSet<>();
      data.find(graph, article, COPY_OF, Node.ANY).forEachRemaining(quad -> links.add(quad.asTriple()));
      return links;
    });
  }

  /** Looks some articles up again. */
  private void renew(Set<Node> articles) {
    for (Node article : articles) {
      Optional.ofNullable(known.remove(article.getURI())).ifPresent(this::forget);
    }
    if (!articles.isEmpty()) {
      articles(articles.stream().map(article -> "<" + article.getURI() + ">").collect(Collectors.joining(" ")))
          .forEach(this::meet);
    }
  }

  /** The texts of some articles, and all that they are joined with by texts that share something with both. */
  private Set<String> texts(Set<Node> articles) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> found = new HashSet<>();
    articles.stream().flatMap(article -> Optional.ofNullable(known.get(article.getURI())).stream())
        .map(Stored::digest).filter(found::add).forEach(open::add);
    while (!open.isEmpty()) {
      signature(open.poll()).stream().flatMap(signature -> met.near(signature).stream())
          .filter(digest -> !articlesOf.getOrDefault(digest, Set.of()).isEmpty()).filter(found::add).forEach(open::add);
    }
    return found;
  }

  private Map<String, String> originals(List<Stored> articles) {
    AlikeTexts originals = new AlikeTexts(store::text);
    Map<String, String> first = new HashMap<>();
    Map<String, String> copies = new LinkedHashMap<>();
    for (Stored article : articles) {
      Optional<TextSignature> signature = signature(article.digest());
      Optional<String> original =
          Optional.ofNullable(first.get(article.digest())).or(() -> signature.flatMap(
              s -> originals.first(s, () -> store.text(article.digest()).orElse(""))).map(first::get));
      if (signature.isPresent() && original.isPresent()) {
        copies.put(article.article(), original.get());
      } else if (signature.isPresent()) {
        first.put(article.digest(), article.article());
        originals.add(article.digest(), signature.get());
      }
    }
    return copies;
  }
}
