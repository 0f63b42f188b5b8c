package org.entente.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.Article;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;

/**
 * Tells which articles are copies: one wire report in two papers. Of those with nearly the same text the one that was
 * published first is the original, and the others are linked to it in {@code graph/copies}; all of them stay.
 */
final class Copies {

  private static final String ARTICLES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX dct: <http://purl.org/dc/terms/>
      SELECT ?article ?digest (MIN(?day) AS ?issued) WHERE {
        ?article a ent:Article ; ent:textDigest ?digest . OPTIONAL { ?article dct:issued ?day }
      } GROUP BY ?article ?digest
      """;

  private static final int MOST_AT_ONCE = 200;

  private final GraphStore store;
  private final SignatureCache signatures;
  private final AlikeTexts met;
  private final Map<String, String> articleOfDigest = new HashMap<>();

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
    this.signatures = new SignatureCache(store.folder());
    this.met = new AlikeTexts(digest -> Optional.ofNullable(recent.get(digest)).or(() -> store.text(digest)));
    articles().forEach(article -> meet(article.article(), article.digest()));
  }

  /** Those of a day before those without one, which anything may be a copy of. */
  private List<Stored> articles() {
    List<Stored> articles = new ArrayList<>();
    store.read(data -> {
      try (QueryExec query = QueryExec.dataset(data).query(ARTICLES).build()) {
        query.select().forEachRemaining(row -> articles.add(stored(row)));
      }
      return articles;
    });
    articles.sort(Comparator.comparing(Stored::issued).thenComparing(Stored::article));
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

  private void meet(String article, String digest) {
    if (articleOfDigest.putIfAbsent(digest, article) == null) {
      signature(digest).ifPresent(signature -> met.add(digest, signature));
    }
  }

  /** An article of the store that has nearly the text of this one, which goes among them. */
  Optional<String> meet(Article article, String iri) {
    String digest = article.textDigest();
    Optional<TextSignature> signature = signatures.of(digest, article::text);
    Optional<String> same = Optional.ofNullable(articleOfDigest.get(digest));
    Optional<String> alike = signature.flatMap(
        s -> same.or(() -> met.first(s, article.text()).map(articleOfDigest::get))).filter(o -> !o.equals(iri));
    recent.put(digest, article.text());
    meet(iri, digest);
    return alike;
  }

  /** Makes the links anew from what the store holds; without a change in them nothing is written. */
  void link() {
    String name = new IriScheme(store.base()).graph("copies");
    Graph links = GraphFactory.createDefaultGraph();
    originals().forEach((copy, original) -> links.add(Triple.create(
        NodeFactory.createURI(copy), ENT.copyOf.asNode(), NodeFactory.createURI(original))));
    signatures.keep();
    if (!links.isEmpty()) {
      store.replace(StoredGraph.withoutText(name, links, "copies"));
    } else if (store.entry(name).isPresent()) {
      store.remove(name);
    }
  }

  private Map<String, String> originals() {
    AlikeTexts originals = new AlikeTexts(store::text);
    Map<String, String> first = new HashMap<>();
    Map<String, String> copies = new LinkedHashMap<>();
    for (Stored article : articles()) {
      Optional<TextSignature> signature = signature(article.digest());
      Optional<String> original =
          Optional.ofNullable(first.get(article.digest())).or(() -> signature.flatMap(
              s -> originals.first(s, store.text(article.digest()).orElse(""))).map(first::get));
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
