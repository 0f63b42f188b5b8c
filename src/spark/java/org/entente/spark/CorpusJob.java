package org.entente.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.entente.load.GraphLines;
import org.entente.load.Knowledge;
import org.entente.load.Workbench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * The whole way of a corpus: list its files, take them apart, deal the articles out to shards, read each shard, spell names
 * as the first article does, write down what there is. What an earlier run has done is not done again, however it ended,
 * and the same corpus gives the same bytes on any cluster.
 */
final class CorpusJob {

  private static final Logger LOG = LoggerFactory.getLogger(CorpusJob.class);

  private static final long SLICE = Corpus.PART;
  private static final int MOST_SOURCES_OF_A_SLICE = 1_000;
  /** How often Spark tries a task, where nobody said otherwise. */
  private static final int TRIES = 4;

  private final JavaSparkContext spark;
  private final Settings settings;
  private final String folder;
  private final long part;
  private final Broadcast<SerializableConfiguration> hadoop;

  /**
   * @param folder where the output goes, an address of any file system that Hadoop knows
   */
  CorpusJob(JavaSparkContext spark, Settings settings, String folder) {
    this(spark, settings, folder, Corpus.PART);
  }

  /**
   * @param part how large the parts are that large files of JSON lines are read in, in bytes; the result is the same
   */
  CorpusJob(JavaSparkContext spark, Settings settings, String folder, long part) {
    this.spark = spark;
    this.settings = settings;
    this.folder = folder;
    this.part = part;
    this.hadoop = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
  }

  /**
   * Converts the corpus, or what is left of it.
   *
   * @param inputs files, folders, patterns
   * @param wanted how many shards, where not as many as the corpus is large
   * @throws org.entente.problem.EntenteException when an input is not there, or the folder has other work in it
   */
  Manifest run(List<String> inputs, Optional<Integer> wanted) throws IOException {
    Corpus corpus = Corpus.of(inputs, spark.hadoopConfiguration(), part);
    Workbench workbench = Workbenches.of(settings);
    Plan plan = Plan.of(settings, workbench.software(), corpus, wanted);
    Output output = new Output(folder, spark.hadoopConfiguration());
    plan.takeUp(output);
    if (Manifest.in(output).isEmpty()) {
      convert(corpus.sources(), plan.shards(), open(output, ShardWriting.CONVERTED, plan.shards()));
      finish(open(output, ShardFinishing.FINISHED, plan.shards()));
      Manifest.of(plan, summaries(output, plan.shards()), List.of(gazetteer(workbench.knowledge(), output)))
          .write(output);
    }
    output.delete(Output.WORK);
    return Manifest.in(output).orElseThrow();
  }

  /** The shards that a step is still to be done for. */
  private static int[] open(Output output, String step, int shards) {
    int[] open = IntStream.range(0, shards).filter(shard -> !isThere(output, ShardSummary.file(step, shard, "json")))
        .toArray();
    LOG.info("{}: {} of {} shards are left", step, open.length, shards);
    return open;
  }

  private static boolean isThere(Output output, String file) {
    try {
      return output.exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void convert(List<Source> sources, int shards, int[] open) {
    if (open.length == 0) {
      return;
    }
    List<List<Source>> slices = slices(numbered(sources));
    ShardPartitioner partitioner = new ShardPartitioner(open);
    Settings how = settings;
    String where = folder;
    Broadcast<SerializableConfiguration> files = hadoop;
    int tries = tries();
    JavaPairRDD<Place, Parcel> parcels = spark.parallelize(slices, slices.size())
        .mapPartitionsToPair(slice -> opened(slice, new Opening(Workbenches.of(how), files.value().value(), shards,
            TaskContext.get().attemptNumber() + 1 >= tries)))
        .filter(parcel -> partitioner.isOpen(parcel._1().shard()));
    parcels.repartitionAndSortWithinPartitions(partitioner).foreachPartition(
        shard -> write(shard, partitioner, how, new Output(where, files.value().value())));
  }

  private static Iterator<Tuple2<Place, Parcel>> opened(Iterator<List<Source>> slices, Opening opening) {
    return Iter.flatMap(Iter.flatMap(slices, List::iterator), opening::open);
  }

  private static void write(
      Iterator<Tuple2<Place, Parcel>> parcels, ShardPartitioner partitioner, Settings settings, Output output)
      throws IOException {
    TaskContext task = TaskContext.get();
    try (ShardWriting writing = new ShardWriting(Workbenches.of(settings).converter(), output,
        partitioner.shard(task.partitionId()), Long.toString(task.taskAttemptId()))) {
      writing.write(parcels);
    }
  }

  /** How often a task is tried before the work ends; on one machine once. */
  private int tries() {
    return spark.master().matches("local(\\[[^,]*])?") ? 1 : spark.getConf().getInt("spark.task.maxFailures", TRIES);
  }

  /** Tells each part of a large file how many lines stand before it, for which they are counted. */
  private List<Source> numbered(List<Source> sources) {
    List<Source.Part> parts =
        sources.stream().filter(Source.Part.class::isInstance).map(Source.Part.class::cast).toList();
    if (parts.isEmpty()) {
      return sources;
    }
    Broadcast<SerializableConfiguration> files = hadoop;
    List<Long> counts = spark.parallelize(parts, parts.size()).map(found -> {
      Path path = new Path(found.address());
      try (Lines lines =
          new Lines(path.getFileSystem(files.value().value()).open(path), found.start(), found.end())) {
        return lines.count();
      }
    }).collect();
    return numbered(sources, counts.iterator());
  }

  private static List<Source> numbered(List<Source> sources, Iterator<Long> counts) {
    List<Source> numbered = new ArrayList<>();
    long before = 0;
    for (Source source : sources) {
      if (source instanceof Source.Part found) {
        before = found.start() == 0 ? 0 : before;
        numbered.add(found.after(before));
        before += counts.next();
      } else {
        numbered.add(source);
      }
    }
    return numbered;
  }

  /** Sources that one task opens, one after the other: neither too much to read nor too many to open. */
  private static List<List<Source>> slices(List<Source> sources) {
    List<List<Source>> slices = new ArrayList<>();
    List<Source> slice = new ArrayList<>();
    long bytes = 0;
    for (Source source : sources) {
      if (!slice.isEmpty() && (bytes + source.bytes() > SLICE || slice.size() >= MOST_SOURCES_OF_A_SLICE)) {
        slices.add(slice);
        slice = new ArrayList<>();
        bytes = 0;
      }
      slice.add(source);
      bytes += source.bytes();
    }
    slices.add(slice);
    return slices;
  }

  private void finish(int[] open) {
    if (open.length == 0) {
      return;
    }
    Broadcast<Map<String, SpelledName>> first = spark.broadcast(disputedNames());
    Settings how = settings;
    String where = folder;
    Broadcast<SerializableConfiguration> files = hadoop;
    JavaRDD<Integer> shards = spark.parallelize(IntStream.of(open).boxed().toList(), open.length);
    shards.foreach(shard -> new ShardFinishing(new Output(where, files.value().value()), first.value(),
        Workbenches.of(how).checker()).finish(shard, Long.toString(TaskContext.get().taskAttemptId())));
  }

  /** What later articles spell otherwise than the first, which is little. */
  private Map<String, SpelledName> disputedNames() {
    String names = new Output(folder, spark.hadoopConfiguration()).address(ShardWriting.NAMES + "/*.tsv");
    Map<String, SpelledName> first = new HashMap<>();
    spark.textFile(names).map(SpelledName::read)
        .mapToPair(name -> new Tuple2<>(name.thing(), new SpelledName.First(name, false)))
        .reduceByKey(SpelledName.First::or).filter(name -> name._2().disputed()).collect()
        .forEach(name -> first.put(name._1(), name._2().name()));
    LOG.info("{} names are spelled in several ways", first.size());
    return first;
  }

  private static List<ShardSummary> summaries(Output output, int shards) throws IOException {
    List<ShardSummary> summaries = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      summaries.add(ShardSummary.read(
          output.text(ShardSummary.file(ShardFinishing.FINISHED, shard, "json")).orElseThrow()));
    }
    return summaries;
  }

  /**
   * The names of states, bodies, persons and places that articles refer to, for stores that get nothing but these files. The
   * ontology, whose blank nodes would be called otherwise each time, is on the web.
   */
  private static FileSum gazetteer(Knowledge knowledge, Output output) throws IOException {
    try (Output.Part file = output.part("gazetteer.nq.gz", "gazetteer")) {
      for (Knowledge.Part known : knowledge.parts()) {
        Graph graph = known.content().get();
        if (graph.stream().noneMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank())) {
          for (String line : GraphLines.of(graph, known.name())) {
            file.write(line + "\n");
          }
        }
      }
      return file.publish();
    }
  }
}
