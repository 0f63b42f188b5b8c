package org.entente.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.actor.Actor;
import org.entente.curation.Curation;
import org.entente.curation.Curation.Curated;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile.Line;
import org.entente.curation.Decision;
import org.entente.curation.Identities;
import org.entente.curation.Labels;
import org.entente.curation.Verdict;
import org.entente.rdf.LabelsOfGraphs;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;
import org.entente.store.StoredGraph.StoredText;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;

/**
 * Takes decisions over into a store: checks them against what it holds, keeps them in {@code graph/curation}, and
 * changes the graphs that they are about. All of them are taken over, or none.
 */
public final class CurationDesk {

  private static final Node INSTITUTION = ENT.Institution.asNode();
  private static final String TO_READ_ANEW = " to be read anew";

  private final GraphStore store;
  private final Checker checker;
  private final IriScheme iris;
  private final Labels labels;

  public CurationDesk(GraphStore store, Checker checker) {
    this.store = store;
    this.checker = checker;
    this.iris = new IriScheme(store.base());
    this.labels = labels(store);
  }

  /** How undertakings are called whose actors a store describes. */
  static Labels labels(GraphStore store) {
    return new LabelsOfGraphs(node -> store.read(data -> Iter.toList(
        Iter.map(data.find(Node.ANY, node, Node.ANY, Node.ANY), Quad::asTriple))))::of;
  }

  /**
   * Takes decisions over; those that the store has already change nothing.
   *
   * @return how many are new
   * @throws CurationException when one of them cannot stand; nothing is changed then
   */
  public int add(List<Line> lines) {
    Curation known = KeptDecisions.in(store);
    List<Decision> fresh = prepared(lines, known);
    Curation all = known.with(fresh);
    Map<String, Curated> changed = changed(lines, all);
    Relinking.after(store, () -> {
      store.replace(StoredGraph.withoutText(KeptDecisions.graph(store), all.graph(), "decisions"));
      changed.forEach((name, curated) -> store.replace(stored(name, curated.graph()), curated.withdrawn()));
    });
    return fresh.size();
  }

  /** The same without changing anything. */
  public void check(List<Line> lines) {
    Curation known = KeptDecisions.in(store);
    changed(lines, known.with(prepared(lines, known)));
  }

  /**
   * Takes decisions back. What they mended is at once as it was read; statements that they retracted and links that they
   * dropped come back when the article or the gazetteer is read anew, which the next load does.
   *
   * @return those taken back
   * @throws CurationException when the store has not all of them; nothing is changed then
   */
  public List<Decision> remove(List<Line> lines) {
    Curation known = KeptDecisions.in(store);
    List<String> problems = new ArrayList<>();
    List<Decision> gone = new ArrayList<>();
    for (Line line : lines) {
      known(line.decision(), known).ifPresentOrElse(gone::add,
          () -> problems
              .add(line.place() + ": the store keeps no such decision; entente curate list prints those it has"));
    }
    refuse(problems);
    Relinking.after(store, () -> remove(gone, known.without(gone)));
    return gone;
  }

  private void remove(List<Decision> gone, Curation rest) {
    if (rest.decisions().isEmpty()) {
      store.remove(KeptDecisions.graph(store));
    } else {
      store.replace(StoredGraph.withoutText(KeptDecisions.graph(store), rest.graph(), "decisions"));
    }
    for (String name : graphsToMend(gone)) {
      Curated curated = rest.apply(Curation.before(gone, store.graph(name), labels), labels);
      store.replace(stored(name, curated.graph()), curated.withdrawn());
    }
    graphsToReadAnew(gone).forEach(this::forgetReading);
  }

  private Set<String> graphsToMend(List<Decision> gone) {
    Set<String> names = new TreeSet<>();
    gone.stream().filter(decision -> decision.verdict() == Verdict.MEND)
        .forEach(decision -> names.addAll(graphsOf(decision.subject())));
    return names;
  }

  /** A statement that was retracted is nowhere, so any article may be its own. */
  private Set<String> graphsToReadAnew(List<Decision> gone) {
    Set<String> names = new TreeSet<>();
    for (Decision decision : gone) {
      if (decision.verdict() == Verdict.RETRACT) {
        store.entries().stream().map(CatalogEntry::graph).filter(name -> name.startsWith(iris.graph("article/")))
            .forEach(names::add);
      } else if (decision.verdict() == Verdict.NOT_SAME || decision.was().equals("ended")
          || Curation.isOfActors(decision)) {
        names.addAll(graphsOf(decision.subject()));
      }
    }
    return names;
  }

  private void forgetReading(String name) {
    CatalogEntry entry = store.entry(name).orElseThrow();
    if (!entry.fingerprint().endsWith(TO_READ_ANEW)) {
      StoredGraph kept = stored(name, store.graph(name));
      store.replace(new StoredGraph(name, kept.content(), entry.fingerprint() + TO_READ_ANEW, kept.text()));
    }
  }

  /** The decisions about what is no longer in the data, in words. */
  public List<String> stale() {
    return KeptDecisions.in(store).decisions().stream()
        .filter(decision -> decision.verdict() != Verdict.RETRACT && graphsOf(decision.subject()).isEmpty())
        .map(decision -> decision.verdict().word() + " " + decision.subject() + ": it is no longer in the data")
        .toList();
  }

  private StoredGraph stored(String name, Graph graph) {
    CatalogEntry entry = store.entry(name).orElseThrow();
    Optional<StoredText> text =
        entry.textDigest().flatMap(digest -> store.text(digest).map(words -> new StoredText(digest, words)));
    return new StoredGraph(name, graph, entry.fingerprint(), text);
  }

  /** The graphs that decisions are about, as they will be; refused where one breaks a shape. */
  private Map<String, Curated> changed(List<Line> lines, Curation all) {
    Set<String> names = new TreeSet<>();
    lines.forEach(line -> names.addAll(graphsOf(line.decision().subject())));
    Map<String, Curated> changed = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      Curated curated = all.apply(store.graph(name), labels);
      if (name.startsWith(iris.graph("article/"))) {
        Optional<String> text = store.entry(name).flatMap(CatalogEntry::textDigest).flatMap(store::text);
        checker.findings(curated.graph(), text)
            .forEach(finding -> problems.add("after these decisions " + name + " breaks a shape: " + finding));
      }
      problems.addAll(endingsOfWhatGoesOn(lines, name, curated));
      changed.put(name, curated);
    }
    refuse(problems);
    return changed;
  }

  private List<String> endingsOfWhatGoesOn(List<Line> lines, String name, Curated curated) {
    return lines.stream().filter(line -> line.decision().property().equals("ending"))
        .filter(line -> !line.decision().value().isEmpty())
        .filter(line -> !curated.withdrawn().containsKey(line.decision().subject()))
        .filter(line -> graphsOf(line.decision().subject()).contains(name))
        .filter(line -> !Curation.current(curated.graph(), line.decision()).contains(line.decision().value()))
        .map(line -> line.place() + ": only what has ended has an ending; mend its status to ended in another line")
        .toList();
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new CurationException(String.join("\n", problems));
    }
  }

  /**
   * Looks for decisions that cannot stand together whatever the articles say, so that nobody waits for a long load to hear of
   * them.
   *
   * @throws CurationException with all of them
   */
  public void refuseContradictions(List<Line> lines) {
    List<String> problems = new ArrayList<>(mergedEntities(lines));
    problems.addAll(Identities.of(lines, KeptDecisions.in(store).identities()).contradictions());
    refuse(problems);
  }

  /** What says that two entities of the gazetteer, such as two states, are one. */
  private List<String> mergedEntities(List<Line> lines) {
    List<String> problems = new ArrayList<>();
    for (Line line : lines) {
      Decision decision = line.decision();
      boolean link = decision.verdict() == Verdict.SAME || decision.verdict() == Verdict.NOT_SAME;
      if (link && isOurs(decision.value()) && (isEntity(decision.subject()) || isEntity(decision.value()))) {
        problems.add(line.place() + ": " + noAccounts(decision));
      }
    }
    return problems;
  }

  /** Whether an address is an actor's or a place's, which it tells whatever the store has. */
  private boolean isEntity(String iri) {
    return Stream.of(Actor.Type.values())
        .anyMatch(type -> iri.startsWith(store.base() + "id/" + type.name().toLowerCase(Locale.ROOT) + "/"));
  }

  private boolean isOurs(String iri) {
    return iri.startsWith(store.base() + "id/");
  }

  private boolean areAccounts(Decision decision) {
    return is(decision.subject(), ENT.Undertaking.asNode()) && is(decision.value(), ENT.Undertaking.asNode());
  }

  private static String noAccounts(Decision decision) {
    return decision.subject() + " and " + decision.value()
        + " are not two accounts of an undertaking; entities of ours are merged in the gazetteer";
  }

  /** The decisions that are new, with codes of states looked up and with what was before. */
  private List<Decision> prepared(List<Line> lines, Curation known) {
    List<String> problems = new ArrayList<>();
    List<Decision> fresh = new ArrayList<>();
    Map<String, Line> mended = new LinkedHashMap<>();
    List<Line> told = new ArrayList<>();
    for (Line line : lines) {
      try {
        Decision decision = known(line.decision(), known).orElseGet(() -> checked(line.decision(), known, fresh));
        told.add(new Line(line.place(), decision));
        if (!known.has(decision)) {
          fresh.add(decision);
        }
        Optional<Line> other = Optional.ofNullable(mended.putIfAbsent(decision.scope(), line));
        if (decision.verdict() == Verdict.MEND && other.isPresent() && !other.get().decision().decidesAs(decision)) {
          throw new IllegalArgumentException("it mends what " + other.get().place() + " mends in another way");
        }
      } catch (IllegalArgumentException e) {
        problems.add(line.place() + ": " + e.getMessage());
      }
    }
    problems.addAll(Identities.of(told, known.identities()).contradictions());
    refuse(problems);
    return fresh;
  }

  private Optional<Decision> known(Decision decision, Curation known) {
    Decision resolved = resolved(decision);
    return known.decisions().stream().filter(resolved::decidesAs).findFirst();
  }

  /** With states that are named by their code as IRIs. */
  private Decision resolved(Decision decision) {
    return decision.having(resolved(decision, decision.value()), resolved(decision, decision.was()));
  }

  private String resolved(Decision decision, String value) {
    if (!value.matches("[A-Z]{3}") || decision.verdict() == Verdict.MEND && !Curation.isOfActors(decision)) {
      return value;
    }
    return subjects(ENT.iso3.asNode(), NodeFactory.createLiteralString(value)).findFirst().map(Node::getURI)
        .orElseThrow(() -> new IllegalArgumentException("no state has the code " + value));
  }

  private Decision checked(Decision written, Curation known, List<Decision> fresh) {
    Decision decision = resolved(written);
    List<String> graphs = graphsOf(decision.subject());
    if (graphs.isEmpty()) {
      throw new IllegalArgumentException("there is no " + decision.subject() + " in the data");
    }
    return switch (decision.verdict()) {
      case RETRACT -> {
        require(is(decision.subject(), ENT.Undertaking.asNode()) || is(decision.subject(), ENT.Proposal.asNode()),
            decision.subject() + " is neither an undertaking nor a proposal; articles are taken out by entente remove");
        yield decision;
      }
      case MEND -> mend(decision, graphs.getFirst());
      case SAME, NOT_SAME -> same(decision, known, fresh);
    };
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  private Decision mend(Decision decision, String graph) {
    String property = decision.property();
    boolean undertaking = is(decision.subject(), ENT.Undertaking.asNode());
    require(undertaking || isMendable(decision), decision.subject() + " is no undertaking; of actors and places the "
        + "label can be mended, of institutions the kind too");
    Curation.value(decision).ifPresent(value -> require(switch (property) {
      case "status", "ending", "field" -> is(value.getURI(), SKOS.Concept.asNode());
      case "kind" -> undertaking ? contains(value, ENT.kindConcept.asNode(), Node.ANY)
          : value.equals(INSTITUTION) || contains(value, RDFS.subClassOf.asNode(), INSTITUTION);
      case "party" -> is(value.getURI(), ENT.State.asNode());
      case "date", "label" -> true;
      default -> is(value.getURI(), ENT.Actor.asNode());
    }, "there is no " + property + " " + decision.value() + " in the data"));
    require(!property.equals("status") || !decision.value().equals("proposed")
        || contains(Node.ANY, ENT.proposes.asNode(), NodeFactory.createURI(decision.subject())),
        "nobody proposes " + decision.subject() + ", so its status cannot be proposed");
    List<String> current = Curation.current(store.graph(graph), decision);
    require(decision.was().isEmpty() || current.contains(decision.was()), "its " + property + " is "
        + (current.isEmpty() ? "not told" : String.join(", ", current)) + ", not " + decision.was());
    boolean fills = decision.was().isEmpty() && !Curation.isOfActors(decision);
    return fills ? decision.having(decision.value(), current.stream().findFirst().orElse("")) : decision;
  }

  private boolean isMendable(Decision decision) {
    return switch (decision.property()) {
      case "label" -> is(decision.subject(), ENT.Actor.asNode()) || is(decision.subject(), ENT.Place.asNode());
      case "kind" -> is(decision.subject(), INSTITUTION);
      default -> false;
    };
  }

  private Decision same(Decision decision, Curation known, List<Decision> fresh) {
    if (isOurs(decision.value())) {
      require(!graphsOf(decision.value()).isEmpty(), "there is no " + decision.value() + " in the data");
      require(areAccounts(decision), noAccounts(decision));
    } else if (decision.verdict() == Verdict.SAME) {
      requireNoOtherIdentity(decision, Stream.concat(known.decisions().stream(), fresh.stream()).toList());
    }
    return decision;
  }

  /** One thing is one item in each collection, and one item one thing. */
  private void requireNoOtherIdentity(Decision decision, List<Decision> all) {
    Node subject = NodeFactory.createURI(decision.subject());
    Node value = NodeFactory.createURI(decision.value());
    require(!is(decision.subject(), ENT.Undertaking.asNode()),
        "an undertaking is the same as other accounts of it only");
    String collection = decision.value().replaceFirst("[^/#]*$", "");
    Stream<String> items = Stream.concat(exact(subject, Node.ANY).map(triple -> triple.getObject().toString()),
        decided(all, decision.subject()));
    items.filter(item -> item.startsWith(collection) && !item.equals(decision.value()))
        .filter(item -> all.stream().noneMatch(other -> other.verdict() == Verdict.NOT_SAME
            && other.subject().equals(decision.subject()) && other.value().equals(item)))
        .findFirst().ifPresent(item -> {
          throw new IllegalArgumentException(decision.subject() + " is " + item + " already and cannot be "
              + decision.value() + " as well; say not-same of the former first");
        });
    Stream<String> things = Stream.concat(exact(Node.ANY, value).map(triple -> triple.getSubject().toString()),
        all.stream().filter(other -> other.verdict() == Verdict.SAME && other.value().equals(decision.value()))
            .map(Decision::subject));
    things.filter(thing -> !thing.equals(decision.subject())).findFirst().ifPresent(thing -> {
      throw new IllegalArgumentException(
          decision.value() + " is " + thing + " already and cannot be " + decision.subject() + " as well");
    });
  }

  private static Stream<String> decided(List<Decision> all, String subject) {
    return all.stream().filter(other -> other.verdict() == Verdict.SAME && other.subject().equals(subject))
        .map(Decision::value);
  }

  private Stream<Triple> exact(Node subject, Node object) {
    return Stream.of(OWL.sameAs, SKOS.exactMatch).flatMap(link -> find(subject, link.asNode(), object))
        .map(Quad::asTriple);
  }

  private boolean is(String iri, Node type) {
    return contains(NodeFactory.createURI(iri), RDF.type.asNode(), type);
  }

  private boolean contains(Node subject, Node property, Node object) {
    return find(subject, property, object).findAny().isPresent();
  }

  private Stream<Node> subjects(Node property, Node object) {
    return find(Node.ANY, property, object).map(Quad::getSubject);
  }

  /** The graphs that describe a thing, sorted. */
  private List<String> graphsOf(String iri) {
    return find(NodeFactory.createURI(iri), RDF.type.asNode(), Node.ANY)
        .map(quad -> quad.getGraph().getURI()).distinct().sorted().toList();
  }

  private Stream<Quad> find(Node subject, Node property, Node object) {
    Set<String> own = Set.of(store.catalogGraph(), KeptDecisions.graph(store));
    return store.read(data -> {
      List<Quad> quads = new ArrayList<>();
      data.findNG(Node.ANY, subject, property, object).forEachRemaining(quads::add);
      return quads;
    }).stream().filter(quad -> !own.contains(quad.getGraph().getURI()));
  }
}
