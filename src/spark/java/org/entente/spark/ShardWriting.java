package org.entente.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;
import org.entente.article.Article;
import org.entente.load.ArticleConverter;
import org.entente.load.Conversion;
import org.entente.load.Conversion.Converted;
import org.entente.load.ConvertedText;
import org.entente.load.GraphLines;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.load.OutcomeRow;
import org.entente.load.Spelling;
import org.entente.query.SafeCells;
import org.entente.spark.ShardSummary.Counts;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads the articles of a shard and writes what they say: the second half of the work, which takes nearly all of the time.
 * Of articles with the same graph the last one that can be read stands, as in a store; a bad article is a row in the table
 * of outcomes. Everything is written as it comes, so that memory does not grow with the shard.
 */
final class ShardWriting implements AutoCloseable {

  /** Its files below the output folder. */
  static final String TEXTS = "texts";
  static final String REPORT = "report";
  static final String GRAPHS = Output.WORK + "graphs";
  static final String NAMES = Output.WORK + "names";
  static final String CONVERTED = Output.WORK + "converted";

  private final ArticleConverter converter;
  private final Output output;
  private final int shard;
  private final String attempt;
  private final Output.Part graphs;
  private final Output.Part texts;
  private final Output.Part names;
  private final Output.Part report;
  private final CSVPrinter table;
  private Counts counts = Counts.NONE;
  private long articles;
  private long statements;
  private @Nullable Kept kept;

  /** The article that stands for its graph so far, and where it stood. */
  private record Kept(Place place, Converted article) {}

  /**
   * @param attempt tells those apart who write the same shard at the same time
   */
  ShardWriting(ArticleConverter converter, Output output, int shard, String attempt) throws IOException {
    this.converter = converter;
    this.output = output;
    this.shard = shard;
    this.attempt = attempt;
    graphs = output.part(ShardSummary.file(GRAPHS, shard, "nq.gz"), attempt);
    texts = output.part(ShardSummary.file(TEXTS, shard, "jsonl.gz"), attempt);
    names = output.part(ShardSummary.file(NAMES, shard, "tsv"), attempt);
    report = output.part(ShardSummary.file(REPORT, shard, "csv"), attempt);
    table = new CSVPrinter(report.writer(),
        CSVFormat.RFC4180.builder().setHeader(OutcomeRow.COLUMNS.toArray(String[]::new)).get());
  }

  /**
   * @param parcels all of the shard, in order of their places
   */
  void write(Iterator<Tuple2<Place, Parcel>> parcels) throws IOException {
    while (parcels.hasNext()) {
      Tuple2<Place, Parcel> parcel = parcels.next();
      if (kept != null && !kept.place().graph().equals(parcel._1().graph())) {
        writeKept();
      }
      tell(outcome(parcel._1(), parcel._2()));
    }
    writeKept();
    table.flush();
    List<FileSum> files = List.of(graphs.publish(), texts.publish(), report.publish());
    names.publish();
    output.put(ShardSummary.file(CONVERTED, shard, "json"), attempt,
        new ShardSummary(shard, counts, articles, statements, files).json());
  }

  private LoadOutcome outcome(Place place, Parcel parcel) {
    return switch (parcel) {
      case Parcel.Sent sent -> outcome(place, sent.name(), sent.article());
      case Parcel.Refused refused -> new Rejected(refused.name(), refused.problem(),
          Optional.ofNullable(refused.advice()), List.of());
      case Parcel.PassedOver other -> new PassedOver(other.name(), other.reason());
    };
  }

  private LoadOutcome outcome(Place place, String source, Article article) {
    if (kept != null && kept.article().fingerprint().equals(converter.fingerprint(article))) {
      return converter.unchanged(source, article);
    }
    return switch (converter.convert(source, article)) {
      case Conversion.Refused refused -> refused.outcome();
      case Converted converted when !converted.findings().isEmpty() -> converted.refused(converted.findings());
      case Converted converted -> {
        kept = new Kept(place, converted);
        yield converted.loaded(Optional.empty());
      }
    };
  }

  private void tell(LoadOutcome outcome) throws IOException {
    counts = counts.plus(switch (outcome) {
      case Loaded loaded -> new Counts(1, 0, 0, 0, loaded.undertakings(), loaded.proposals());
      case Unchanged same -> new Counts(0, 1, 0, 0, 0, 0);
      case Rejected refused -> new Counts(0, 0, 1, 0, 0, 0);
      case PassedOver other -> new Counts(0, 0, 0, 1, 0, 0);
    });
    table.printRecord(
        OutcomeRow.of(outcome).stream().map(cell -> cell instanceof String text ? SafeCells.safe(text) : cell));
  }

  private void writeKept() throws IOException {
    if (kept == null) {
      return;
    }
    Converted article = kept.article();
    List<String> lines = GraphLines.of(article.graph(), article.graphName());
    for (String line : lines) {
      graphs.write(line + "\n");
    }
    texts.write(ConvertedText.of(article).json() + "\n");
    for (Node thing : Spelling.unlinked(article.graph())) {
      writeName(thing, kept.place(), Spelling.labels(article.graph(), thing));
    }
    articles++;
    statements += lines.size();
    kept = null;
  }

  private void writeName(Node thing, Place place, List<Node> labels) throws IOException {
    Optional<Node> chosen = Spelling.chosen(labels.stream());
    if (thing.isURI() && chosen.isPresent()) {
      names.write(new SpelledName(thing.getURI(), place.source(), place.ordinal(), place.graph(), labels.size() > 1,
          GraphLines.text(chosen.get())).line() + "\n");
    }
  }

  @Override
  public void close() throws IOException {
    try (graphs; texts; names; report) {
      table.flush();
    } catch (IOException e) {
      // What was not published is not wanted.
      return;
    }
  }
}
