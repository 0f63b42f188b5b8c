package org.entente.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.store.StoredGraph.StoredText;
import org.entente.vocab.IriScheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset: named graphs in TDB2, in a folder or in memory, under a base IRI that is fixed when the store is made.
 * A graph is replaced whole, in one write transaction together with its entry in the catalogue; readers see the state
 * before or after. Numbers are kept as values: 0.80 comes back as 0.8. Safe to share between threads; closing it
 * frees the folder for other processes.
 */
public final class GraphStore implements AutoCloseable {

  /** The base IRI of a store for which none was given. */
  public static final String DEFAULT_BASE = IriScheme.DEFAULT_BASE;

  private static final Logger LOG = LoggerFactory.getLogger(GraphStore.class);

  /** An empty database takes about 200 MB of mostly empty pages; less than this is never worth a thought. */
  private static final long WORTH_COMPACTING = 512L << 20;
  /** A database that was just compacted takes some 500 bytes for a statement in its six indexes. */
  private static final long WASTEFUL_BYTES_PER_STATEMENT = 1_500;

  /** The reason of a removal for which none is given. */
  public static final String TAKEN_OUT = "Its source was taken out of the dataset.";

  /**
   * Why something is taken out, for those who ask for it later.
   *
   * @param why the reason; blank where none was given
   * @param who decided it; blank where nobody is to be named
   */
  public static String reason(String why, String who) {
    String said = why.isBlank() ? TAKEN_OUT : why.strip().replaceFirst("([^.!?])$", "$1.");
    return who.isBlank() ? said : said + " Taken out by " + who.strip() + ".";
  }

  private static final String NO_LONGER_SAID = "A newer reading of its source no longer says it.";
  private static final long SPACE_FOR_ONE_CHANGE = 48L << 20;

  private final String base;
  private final SteadyDataset dataset;
  private final ReentrantLock compacting = new ReentrantLock();
  private final AtomicBoolean sound = new AtomicBoolean(true);
  private final AtomicBoolean unlinked;
  private volatile String latestVersion;
  private final Catalog catalog;
  private final TextShelf texts;
  private final Optional<StoreFolder> folder;
  private final Clock clock;

  private GraphStore(
      String base, DatasetGraph database, TextShelf texts, Optional<StoreFolder> folder, Clock clock) {
    this.base = base;
    this.dataset = new SteadyDataset(database);
    this.texts = texts;
    this.folder = folder;
    this.clock = clock;
    this.unlinked = new AtomicBoolean(folder.filter(StoreFolder::isUnlinked).isPresent());
    this.catalog = new Catalog(dataset, new IriScheme(base).graph("catalog"));
    dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    SafeExecutor.installIn(dataset);
    KeptLookups.installIn(storage());
    this.latestVersion = version();
  }

  /**
   * An empty store that is gone when it is closed.
   *
   * @param base absolute IRI that ends with a slash
   */
  public static GraphStore inMemory(String base) {
    return new GraphStore(
        requireBase(base),
        DatabaseMgr.createDatasetGraph(),
        new MemoryShelf(),
        Optional.empty(),
        Clock.systemUTC());
  }

  /** Opens a store that must be there already. */
  public static GraphStore open(Path folder) {
    return connect(StoreFolder.existing(folder));
  }

  /**
   * Opens a store, and makes it when the folder is missing or empty.
   *
   * @param base the base IRI; refused when the store has another one; empty takes the store's own, or the default
   */
  public static GraphStore openOrCreate(Path folder, Optional<String> base) {
    return openOrCreate(folder, base, DEFAULT_BASE);
  }

  /** The same, where a new store has a base of its own for want of one that is given. */
  public static GraphStore openOrCreate(Path folder, Optional<String> base, String usual) {
    StoreFolder place = StoreFolder.existingOrNew(folder, requireBase(base.orElse(usual)));
    try {
      base.ifPresent(wanted -> requireSameBase(folder, place.base(), wanted));
    } catch (StoreException e) {
      place.close();
      throw e;
    }
    return connect(place);
  }

  private static GraphStore connect(StoreFolder place) {
    try {
      int format = place.format();
      StoreFormat.requireKnown(place.path(), format);
      if (!Files.exists(place.database())) {
        place.requireSpace(SPACE_FOR_ONE_CHANGE);
        Files.createDirectories(place.database());
      }
      DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(place.database()),
          StoreMemory.fitting(Runtime.getRuntime().maxMemory()));
      GraphStore store =
          new GraphStore(place.base(), database, place.texts(), Optional.of(place), Clock.systemUTC());
      place.discardOlderThan(store.files());
      store.settleTexts();
      if (format < StoreFormat.CURRENT) {
        store.migrate(place);
      }
      return store;
    } catch (StoreException e) {
      place.close();
      throw e;
    } catch (AlreadyLocked e) {
      place.close();
      throw StoreFolder.inUse(place.path(), "");
    } catch (Exception | InternalError e) {
      place.close();
      throw new StoreException(
          "the store at " + place.path() + " cannot be opened (" + Reasons.of(e) + ")",
          "Check that the folder is whole and may be written; restore it from a backup, or load it anew.",
          e);
    }
  }

  /** Brings a store of format 1 to the current one: its digests are made anew from what the database gives back. */
  private void migrate(StoreFolder place) {
    LOG.info("The store at {} is brought to format {}", place.path(), StoreFormat.CURRENT);
    commit(() -> catalog.entries().forEach(entry -> catalog.correct(entry,
        GraphDigest.of(dataset.getGraph(NodeFactory.createURI(entry.graph()))))));
    place.setFormat(StoreFormat.CURRENT);
  }

  private static String requireBase(String base) {
    try {
      URI iri = new URI(base);
      boolean web = "http".equals(iri.getScheme()) || "https".equals(iri.getScheme());
      if (web && iri.getHost() != null && base.endsWith("/") && base.indexOf('?') < 0 && base.indexOf('#') < 0) {
        return base;
      }
    } catch (URISyntaxException e) {
      throw badBase(base);
    }
    throw badBase(base);
  }

  private static StoreException badBase(String base) {
    return new StoreException(
        "\"" + base + "\" cannot be a base IRI",
        "Give an absolute http or https address that ends with a slash, such as https://data.example.org/");
  }

  private static void requireSameBase(Path folder, String found, String wanted) {
    if (!found.equals(wanted)) {
      throw new StoreException(
          "the store at " + folder + " has the base IRI " + found + ", not " + wanted,
          "Leave out --base, or load the articles into a new store under " + wanted);
    }
  }

  /** The base IRI under which everything here is named. */
  public String base() {
    return base;
  }

  /** Where it lives; empty for a store in memory. */
  public Optional<Path> folder() {
    return folder.map(StoreFolder::path);
  }

  /** What the database takes on the disk; nothing for a store in memory. */
  public long bytes() {
    return folder.map(StoreFolder::databaseBytes).orElse(0L);
  }

  /** Whether the process that had the store open before ended without closing it; what it acknowledged is there. */
  public boolean wasInterrupted() {
    return folder.map(StoreFolder::wasInterrupted).orElse(false);
  }

  /**
   * Remembers, on the disk too, that articles are about to come, change or go and that the links between them are to be
   * made anew. What stops the program meanwhile, whatever it is, the next one knows that it has to.
   */
  public synchronized void expectLinks() {
    if (!unlinked.getAndSet(true)) {
      folder.ifPresent(place -> place.setUnlinked(true));
    }
  }

  /** The links are those that the articles give. */
  public synchronized void acknowledgeLinks() {
    if (unlinked.get()) {
      folder.ifPresent(place -> place.setUnlinked(false));
      unlinked.set(false);
    }
  }

  /** Whether links are to be made. */
  public boolean isUnlinked() {
    return unlinked.get();
  }

  Catalog catalog() {
    return catalog;
  }

  TextShelf texts() {
    return texts;
  }

  /**
   * The data for the publisher: SPARQL over it sees the union of all named graphs as the default graph. Read it in a
   * transaction; write only through this class.
   */
  public DatasetGraph dataset() {
    return dataset;
  }

  /** Calls the function inside one read transaction. */
  public <T> T read(Function<DatasetGraph, T> reading) {
    return Txn.calculateRead(dataset, () -> reading.apply(dataset));
  }

  /** The version of the data: two stores with the same graphs have the same one, whatever the order of loading. */
  public String version() {
    return read(data -> catalog.version());
  }

  /**
   * The version that the last change led to. Who asks does not wait for the disk, as one does who begins to read while a
   * change is written.
   */
  public String latestVersion() {
    return latestVersion;
  }

  /** When the data last changed; empty for a store that has never had any. */
  public Optional<Instant> modified() {
    return read(data -> catalog.modified());
  }

  /** IRI of the store's own graph, which is no part of the published data's version or dumps. */
  public String catalogGraph() {
    return catalog.name();
  }

  /** What is in the store, sorted by the graphs' IRIs. */
  public List<CatalogEntry> entries() {
    return read(data -> catalog.entries());
  }

  public Optional<CatalogEntry> entry(String graph) {
    return read(data -> catalog.entry(graph));
  }

  /** The triples of one graph, as a copy that outlives the transaction; empty when there is none. */
  public Graph graph(String name) {
    return read(
        data -> {
          Graph copy = GraphFactory.createGraphMem();
          GraphUtil.addInto(copy, data.getGraph(NodeFactory.createURI(name)));
          return copy;
        });
  }

  /** The normalised text with this SHA-256, where the store has it. */
  public Optional<String> text(String digest) {
    return texts.find(digest);
  }

  /**
   * Puts the graph in place of the one of this name, or adds it. What only the graph before described is remembered as
   * withdrawn.
   *
   * @return whether the data changed; the same content with another fingerprint changes only the catalogue
   */
  public boolean replace(StoredGraph stored) {
    return replace(stored, Map.of());
  }

  /**
   * As above.
   *
   * @param reasons why things are no longer described, by IRI, where there is more to say than that they are not
   */
  public boolean replace(StoredGraph stored, Map<String, String> reasons) {
    return replaceAll(List.of(new Change(stored, reasons)));
  }

  /**
   * A graph to store.
   *
   * @param reasons why things are no longer described, by IRI, where there is more to say than that they are not
   */
  public record Change(StoredGraph stored, Map<String, String> reasons) {
    public Change {
      reasons = Map.copyOf(reasons);
    }
  }

  /**
   * As above, several graphs at once: all of them are stored, or none. What a change costs on the disk is paid once.
   *
   * @param changes no two to a graph of the same name
   * @return whether the data changed
   */
  public synchronized boolean replaceAll(List<Change> changes) {
    changes.forEach(change -> requireNamed(change.stored()));
    // In order, but several digests at a time: of many graphs they take as long as what is written.
    List<String> digests = changes.parallelStream().map(change -> GraphDigest.of(change.stored().content())).toList();
    List<Replacement> replacements = new ArrayList<>();
    for (int n = 0; n < digests.size(); n++) {
      Change change = changes.get(n);
      replacements.add(new Replacement(change, digests.get(n), entry(change.stored().name())));
    }
    change(
        replacements.stream().flatMap(replacement -> replacement.before().stream()).toList(),
        changes.stream().flatMap(change -> change.stored().text().stream()).toList(),
        () -> replacements.forEach(this::write));
    return replacements.stream().anyMatch(Replacement::isDifferent);
  }

  /** A graph that is about to be stored, and what the catalogue says of the one in its place. */
  private record Replacement(Change change, String digest, Optional<CatalogEntry> before) {

    boolean isDifferent() {
      return before.map(CatalogEntry::digest).filter(digest::equals).isEmpty();
    }
  }

  private void write(Replacement replacement) {
    StoredGraph stored = replacement.change().stored();
    Map<String, String> reasons = replacement.change().reasons();
    if (replacement.isDifferent()) {
      Node name = NodeFactory.createURI(stored.name());
      Set<String> described = things(dataset.getGraph(name));
      overwrite(name, stored.content());
      Set<String> still = things(stored.content());
      still.forEach(iri -> catalog.restore(NodeFactory.createURI(iri)));
      catalog.restore(name);
      described.addAll(reasons.keySet());
      described.removeAll(still);
      described
          .forEach(iri -> catalog.withdraw(Set.of(iri), reasons.getOrDefault(iri, NO_LONGER_SAID), clock.instant()));
    }
    catalog.enter(stored, replacement.digest(), clock.instant());
  }

  /**
   * Changes some statements of a graph that describes no things, only links between them, and leaves the others untouched:
   * a graph that grows with the data is not written anew for a few of them. One that has none left is taken out.
   *
   * @return whether the data changed
   */
  public synchronized boolean amend(String name, Set<Triple> gone, Set<Triple> added, String fingerprint) {
    if (gone.isEmpty() && added.isEmpty()) {
      return false;
    }
    Node graph = NodeFactory.createURI(name);
    Optional<CatalogEntry> before = entry(name);
    change(before.stream().toList(), List.of(), () -> {
      Graph amended = dataset.getGraph(graph);
      gone.forEach(amended::delete);
      added.forEach(amended::add);
      if (amended.isEmpty()) {
        forget(name, TAKEN_OUT);
      } else {
        catalog.enter(StoredGraph.withoutText(name, Graph.emptyGraph, fingerprint), amended.size(),
            GraphDigest.ofStored(amended), clock.instant());
      }
    });
    return !before.map(CatalogEntry::digest).equals(entry(name).map(CatalogEntry::digest));
  }

  /** Whether there are more named graphs than that; without counting them all. */
  public boolean hasMoreGraphsThan(int number) {
    return read(data -> catalog.hasMoreThan(number));
  }

  private void overwrite(Node name, Graph content) {
    dataset.removeGraph(name);
    GraphUtil.addInto(dataset.getGraph(name), content);
  }

  /**
   * Takes a graph out, with its text; what it described is remembered as withdrawn.
   *
   * @param reason in words, for those who ask for one of these things
   * @return whether there was one
   */
  public synchronized boolean remove(String name, String reason) {
    Optional<CatalogEntry> before = entry(name);
    before.ifPresent(entry -> change(List.of(entry), List.of(), () -> forget(name, reason)));
    return before.isPresent();
  }

  private void forget(String name, String reason) {
    Set<String> withdrawn = things(dataset.getGraph(NodeFactory.createURI(name)));
    withdrawn.add(name);
    dataset.removeGraph(NodeFactory.createURI(name));
    catalog.forget(name, clock.instant());
    catalog.withdraw(withdrawn, reason, clock.instant());
  }

  /** As above, without a particular reason. */
  public boolean remove(String name) {
    return remove(name, TAKEN_OUT);
  }

  /** The things under our base that a graph describes, which is to say of what class they are, without their parts. */
  private Set<String> things(Graph graph) {
    Set<String> things = new TreeSet<>();
    graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(triple -> {
      Node subject = triple.getSubject();
      if (subject.isURI() && subject.getURI().startsWith(base + "id/") && subject.getURI().indexOf('#') < 0) {
        things.add(subject.getURI());
      }
    });
    return things;
  }

  private void requireNamed(StoredGraph stored) {
    if (stored.name().equals(catalog.name())) {
      throw new IllegalArgumentException("the catalogue is written by the store alone");
    }
  }

  /** Text first, graphs second, tidying last: whatever stops us, the graphs never point to a text that is missing. */
  private void change(List<CatalogEntry> before, List<StoredText> added, Runnable writing) {
    folder.ifPresent(place -> place.requireSpace(SPACE_FOR_ONE_CHANGE));
    TreeSet<String> touched = new TreeSet<>();
    before.forEach(entry -> entry.textDigest().ifPresent(touched::add));
    added.forEach(text -> touched.add(text.digest()));
    if (!touched.isEmpty()) {
      texts.announce(touched);
    }
    texts.put(added);
    commit(writing);
    settleTexts();
  }

  /** Writes everything at once into a store that has nothing yet. */
  synchronized void fill(Consumer<DatasetGraph> writing) {
    folder.ifPresent(place -> place.requireSpace(SPACE_FOR_ONE_CHANGE));
    commit(() -> writing.accept(dataset));
  }

  private void commit(Runnable writing) {
    requireSound();
    dataset.begin(ReadWrite.WRITE);
    try {
      writing.run();
      String version = catalog.version();
      dataset.commit();
      latestVersion = version;
    } catch (RuntimeException | InternalError e) {
      // Mapped files answer a full disk with an InternalError.
      throw isUndone(e) ? notWritten(e) : brokenOff(e);
    } catch (Error e) {
      if (isUndone(e)) {
        throw e;
      }
      throw brokenOff(e);
    } finally {
      dataset.end();
    }
  }

  /**
   * Takes a change back. What failed behind the point of no return has no transaction any more: Jena 6.0.0 neither takes
   * it back nor lets another one begin, which would wait for ever.
   */
  private boolean isUndone(Throwable problem) {
    try {
      if (dataset.isInTransaction()) {
        dataset.abort();
        return true;
      }
    } catch (RuntimeException | Error e) {
      problem.addSuppressed(e);
    }
    sound.set(false);
    return false;
  }

  private StoreException notWritten(Throwable problem) {
    return new StoreException(
        "the store" + place() + " could not be written (" + Reasons.of(problem) + ")",
        "Check the free space on the disk and that the folder may be written; the data is as it was.",
        problem);
  }

  private StoreException brokenOff(Throwable problem) {
    LOG.error("A change of the store{} broke off, and no other is taken until it is opened anew", place(), problem);
    return new StoreException(
        "a change of the store" + place() + " broke off while it was written (" + Reasons.of(problem) + ")",
        "Check the free space on the disk and start the program again: the store then has the whole change or nothing of"
            + " it.",
        problem);
  }

  private String place() {
    return folder.map(one -> " at " + one.path()).orElse("");
  }

  /** Whether it can be changed; one whose last change broke off must be opened anew before, and is read till then. */
  public boolean isSound() {
    return sound.get();
  }

  private void requireSound() {
    if (!isSound()) {
      throw new StoreException("an earlier change of the store" + place() + " broke off",
          "Start the program again: the store then has the whole of that change or nothing of it, and takes others.");
    }
  }

  /**
   * Writes the database anew where earlier changes left much behind: each change writes the touched pages of its indexes
   * again, some megabytes, and frees none. Others read meanwhile and see the data as they are; changes wait until it is
   * done. The old files go when the last who reads them is through. A crash leaves the database as it was.
   *
   * @return whether it was worth while, and nobody else was about it
   */
  public boolean compact() {
    return folder.filter(this::isWasteful).isPresent() && compactNow();
  }

  /**
   * As above, whether it is worth while or not.
   *
   * @return whether it was done; it is not where somebody else is about it, for a store in memory, and where a change broke
   *     off
   */
  public boolean compactNow() {
    // The files whose change broke off have what is needed to complete it.
    if (folder.isEmpty() || !isSound() || !compacting.tryLock()) {
      return false;
    }
    try {
      folder.get().requireSpace(SPACE_FOR_ONE_CHANGE + WASTEFUL_BYTES_PER_STATEMENT * statements());
      LOG.info("Compacting the store at {}", folder.get().path());
      DatabaseMgr.compact(dataset.database(), true);
      KeptLookups.installIn(storage());
      return true;
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | InternalError e) {
      throw new StoreException(
          "the store could not be compacted (" + Reasons.of(e) + ")",
          "It needs as much free space again as its data take; the data is as it was.",
          e);
    } finally {
      compacting.unlock();
    }
  }

  /** The folder of the database that is in use; compacting makes another. */
  private Path files() {
    return Path.of(storage().getLocation().getDirectoryPath());
  }

  /** The database as it is in the transaction of this thread. */
  DatasetGraphTDB storage() {
    return TDBInternal.requireStorage(dataset.getBase());
  }

  private boolean isWasteful(StoreFolder place) {
    long size = place.databaseBytes();
    return size > WORTH_COMPACTING && size > WASTEFUL_BYTES_PER_STATEMENT * Math.max(1, statements());
  }

  private long statements() {
    return entries().stream().mapToLong(CatalogEntry::triples).sum();
  }

  private void settleTexts() {
    texts.settle(digest -> read(data -> catalog.refersToText(digest)));
  }

  @Override
  public void close() {
    TDBInternal.expel(dataset.database());
    folder.ifPresent(StoreFolder::close);
  }
}
