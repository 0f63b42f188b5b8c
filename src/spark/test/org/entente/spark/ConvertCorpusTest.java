package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.load.ConvertedCorpus;
import org.entente.load.GraphLines;
import org.entente.load.LoadOutcome;
import org.entente.load.OutcomeRow;
import org.entente.load.ReaderChoice;
import org.entente.load.Workbench;
import org.entente.problem.EntenteException;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A corpus that is converted by Spark, on this machine, gives what {@code entente load} gives. How many articles it has
 * says the property {@code entente.spark.articles}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvertCorpusTest {

  private static final int ARTICLES = Integer.getInteger("entente.spark.articles", 2_000);
  private static final int SHARDS = 12;
  private static final String BASE = GraphStore.DEFAULT_BASE;
  private static final Settings RULES = new Settings(BASE, ReaderChoice.rules, List.of(), List.of());

  private Path folder;
  private Path corpus;
  private Path converted;
  private Manifest manifest;
  private JavaSparkContext spark;

  @BeforeAll
  void convertsACorpus(@TempDir Path place) throws IOException {
    folder = place;
    corpus = Files.createDirectories(folder.resolve("corpus"));
    GeneratedCorpus.fill(corpus, ARTICLES, 7);
    spark = new JavaSparkContext(new SparkConf().setMaster("local[2]").setAppName("test")
        .set("spark.ui.enabled", "false").set("spark.driver.host", "localhost")
        .set("spark.local.dir", folder.resolve("scratch").toString()));
    converted = folder.resolve("converted");
    manifest = job(converted, 32 << 10).run(List.of(corpus.toString()), Optional.of(SHARDS));
  }

  @AfterAll
  void stop() {
    spark.stop();
  }

  private CorpusJob job(Path output, long part) {
    return new CorpusJob(spark, RULES, output.toString(), part);
  }

  @Test
  void givesTheGraphsAndTheOutcomesThatLoadingGives() throws IOException {
    List<LoadOutcome> outcomes = new ArrayList<>();
    SortedMap<String, String> loaded = new TreeMap<>();
    Workbench workbench = Workbench.bundled(BASE, List.of(), List.of(), ReaderChoice.rules);
    try (GraphStore store = GraphStore.inMemory(BASE); GraphStore other = GraphStore.inMemory(BASE)) {
      workbench.loader(store).loadAll(
          ArticleSource.expand(List.of(corpus.toString())), MetadataOverrides.none(), outcomes::add);
      List<LoadOutcome> taken = new ArrayList<>();
      workbench.loader(other).storeAll(ConvertedCorpus.in(converted, BASE).articles(), taken::add);
      assertEquals(manifest.articles(), taken.stream().filter(LoadOutcome.Loaded.class::isInstance).count());
      assertEquals(store.version(), other.version(), "a store of what was converted has the same links too");
      store.entries().stream().map(CatalogEntry::graph).filter(name -> name.contains("/graph/article/"))
          .forEach(name -> loaded.put(name, String.join("\n", GraphLines.of(store.graph(name), name))));
    }
    assertTrue(loaded.size() > ARTICLES * 9 / 10, loaded.size() + " graphs");
    SortedMap<String, String> found = graphs(converted);
    assertEquals(loaded.keySet(), found.keySet());
    loaded.forEach((name, lines) -> assertEquals(lines, found.get(name), name));
    assertEquals(rows(outcomes), rows(converted));
    assertTrue(loaded.values().stream().anyMatch(lines -> lines.contains("altLabel")),
        "names were spelled in several ways");
  }

  /** The graphs as a database gives them back: it keeps numbers as values. */
  private static SortedMap<String, String> graphs(Path output) throws IOException {
    DatasetGraph data = DatabaseMgr.createDatasetGraph();
    data.begin(ReadWrite.WRITE);
    for (Path file : files(output.resolve("graphs"))) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        RDFParser.source(in).lang(Lang.NQUADS).parse(data);
      }
    }
    SortedMap<String, String> graphs = new TreeMap<>();
    for (Node name : Iter.toList(data.listGraphNodes())) {
      graphs.put(name.getURI(), String.join("\n", GraphLines.of(data.getGraph(name), name.getURI())));
    }
    data.commit();
    data.end();
    return graphs;
  }

  /** What became of each, but for copies, which are told when a store has them all. */
  private List<String> rows(List<LoadOutcome> outcomes) {
    return outcomes.stream().map(OutcomeRow::of).map(cells -> row(cells.stream().map(Object::toString).toList()))
        .sorted().toList();
  }

  private List<String> rows(Path output) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path file : files(output.resolve("report"))) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      try (CSVParser table = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
        for (CSVRecord record : table) {
          rows.add(row(record.toList()));
        }
      }
    }
    return rows.stream().sorted().toList();
  }

  private String row(List<String> cells) {
    List<String> kept = new ArrayList<>(cells);
    kept.remove(OutcomeRow.COLUMNS.indexOf("copy_of"));
    return String.join("|", kept).replace("file:" + corpus, "").replace(corpus.toString(), "");
  }

  @Test
  void countsWhatIsBadAndKeepsTheReason() throws IOException {
    List<String> rows = rows(converted);
    assertTrue(rows.stream().anyMatch(row -> row.matches("/d-bad/recipe.txt\\|rejected\\|.+")), "a recipe");
    assertTrue(rows.stream().anyMatch(row -> row.matches("/d-bad/longer-than-any.txt\\|rejected\\|.*letters.*")),
        "a long one");
    assertTrue(rows.stream().anyMatch(row -> row.matches("/d-bad/picture.png\\|passed over\\|.+")), "a picture");
    assertTrue(rows.stream().anyMatch(row -> row.matches("/d-bad/book.txt\\|loaded\\|.*")), "a book");
    assertTrue(manifest.counts().rejected() >= 5 && manifest.counts().passedOver() >= 2, manifest.counts().toString());
    assertEquals(1, manifest.counts().unchanged(), "the same once more");
    assertEquals(manifest.articles(), manifest.counts().loaded() - 1, "a newer version replaces the older");
  }

  @Test
  void brokenOffAndTakenUpGivesTheSameBytesFromPartsOfAnotherSize() throws IOException {
    Path output = folder.resolve("taken-up");
    Path done = output.resolve(ShardWriting.CONVERTED);
    SparkListener breaking = new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd task) {
        if (Files.isDirectory(done) && count(done) > SHARDS / 4) {
          spark.sc().cancelAllJobs();
        }
      }
    };
    spark.sc().addSparkListener(breaking);
    assertThrows(Exception.class, () -> job(output, 1 << 20).run(List.of(corpus.toString()), Optional.of(SHARDS)));
    spark.sc().removeSparkListener(breaking);
    long before = count(done);
    assertTrue(before > 0 && before < SHARDS, before + " shards were done");
    assertFalse(Files.exists(output.resolve("manifest.json")));
    Map<Path, Object> times = times(done);
    Files.createDirectories(output.resolve("work/parts"));
    Files.writeString(output.resolve("work/parts/graphs-00000.nq.gz.99"), "half of a fi");
    SparkListener looking = new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd task) {
        if (Files.isDirectory(done)) {
          times.replaceAll((file, time) -> time(file).filter(now -> !now.equals(time)).orElse(time));
        }
      }
    };
    Map<Path, Object> former = Map.copyOf(times);
    spark.sc().addSparkListener(looking);
    job(output, 1 << 20).run(List.of(corpus.toString()), Optional.of(SHARDS));
    spark.sc().removeSparkListener(looking);
    assertEquals(former, times, "what was done is not done again");
    assertEquals(sums(converted), sums(output));
  }

  @Test
  void whatIsDoneIsNotDoneAgainAndOtherWorkIsRefused() throws IOException {
    Map<Path, Object> before = times(converted);
    job(converted, 32 << 10).run(List.of(corpus.toString()), Optional.of(SHARDS));
    assertEquals(before, times(converted));
    EntenteException refusal = assertThrows(EntenteException.class,
        () -> job(converted, 32 << 10).run(List.of(corpus.toString()), Optional.of(SHARDS + 1)));
    assertTrue(refusal.advice().orElse("").contains("--output"), refusal.getMessage());
    assertThrows(EntenteException.class,
        () -> job(folder.resolve("none"), 32 << 10).run(List.of(folder.resolve("gone").toString()), Optional.empty()));
  }

  @Test
  void theManifestHasTheSumsOfAllFilesAndNothingElseIsThere() throws IOException {
    Map<String, String> named = new HashMap<>();
    Stream.concat(manifest.others().stream(), manifest.shards().stream().flatMap(shard -> shard.files().stream()))
        .forEach(file -> named.put(file.file(), file.sha256()));
    Map<String, String> there = sums(converted);
    assertEquals(3 * SHARDS + 1, named.size());
    named.forEach((file, sum) -> assertEquals(sum, there.get(file), file));
    there.keySet().removeAll(named.keySet());
    assertEquals(List.of("SHA256SUMS", "manifest.json"), List.copyOf(there.keySet()));
  }

  private static long count(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Of all files but the plan, which tells when the corpus was written. */
  private static SortedMap<String, String> sums(Path output) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    for (Path file : files(output)) {
      if (!file.endsWith("plan.json")) {
        sums.put(output.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
      }
    }
    return sums;
  }

  private static Map<Path, Object> times(Path output) throws IOException {
    Map<Path, Object> times = new HashMap<>();
    for (Path file : files(output)) {
      time(file).ifPresent(time -> times.put(file, time));
    }
    return times;
  }

  private static Optional<Object> time(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
