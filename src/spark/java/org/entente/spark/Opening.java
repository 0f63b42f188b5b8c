package org.entente.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.entente.article.ArticleSource;
import org.entente.article.Found;
import org.entente.article.MetadataOverrides;
import org.entente.load.Workbench;
import scala.Tuple2;

/**
 * Takes sources apart into articles and says where each belongs: the first half of the work, which takes a few
 * milliseconds an article. A source that cannot be read is told of like the others.
 */
final class Opening {

  private final Workbench workbench;
  private final Configuration hadoop;
  private final int shards;
  private final boolean lastTry;

  /**
   * @param lastTry whether nobody tries again where a file system does not answer
   */
  Opening(Workbench workbench, Configuration hadoop, int shards, boolean lastTry) {
    this.workbench = workbench;
    this.hadoop = hadoop;
    this.shards = shards;
    this.lastTry = lastTry;
  }

  /** What the source holds, in order; the file is opened when the first is asked for. */
  Iterator<Tuple2<Place, Parcel>> open(Source source) {
    return switch (source) {
      case Source.Other other -> List.of(placed(source, 0, other.address(),
          new Found.PassedOver(other.address(), other.reason()))).iterator();
      case Source.Whole whole -> handedOver(each -> whole(whole, each));
      case Source.Part part -> handedOver(each -> part(part, each));
    };
  }

  private static Iterator<Tuple2<Place, Parcel>> handedOver(Consumer<Consumer<Tuple2<Place, Parcel>>> work) {
    Handover<Tuple2<Place, Parcel>> handover = new Handover<>(work);
    TaskCompletionListener end = done -> handover.close();
    Optional.ofNullable(TaskContext.get()).ifPresent(task -> task.addTaskCompletionListener(end));
    return handover;
  }

  private void whole(Source.Whole source, Consumer<Tuple2<Place, Parcel>> each) {
    long[] ordinal = {0};
    read(source, () -> file(source), found -> each.accept(placed(source, ordinal[0]++, found.name(), found)));
  }

  /** By its first line a file is known as one of records, so that it goes before those of every part. */
  private void part(Source.Part source, Consumer<Tuple2<Place, Parcel>> each) {
    boolean begins = source.start() == 0;
    read(source, () -> begins ? lines(source) : new SequenceInputStream(firstLine(source), lines(source)), found -> {
      long number = number(found.name());
      if (begins || number > 1) {
        long line = begins ? number : source.linesBefore() + number - 1;
        String name = number == 0 ? found.name() : source.address() + "#" + line;
        each.accept(placed(source, line, name, found));
      }
    });
  }

  private static long number(String name) {
    String number = name.substring(name.lastIndexOf('#') + 1);
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }

  private InputStream file(Source source) throws IOException {
    Path path = new Path(source.address());
    FileSystem files = path.getFileSystem(hadoop);
    return files.open(path);
  }

  private InputStream lines(Source.Part source) throws IOException {
    Path path = new Path(source.address());
    return new Lines(path.getFileSystem(hadoop).open(path), source.start(), source.end());
  }

  private InputStream firstLine(Source source) throws IOException {
    try (InputStream in = file(source)) {
      return new ByteArrayInputStream(Lines.first(in));
    }
  }

  /** Opens a stream. */
  @FunctionalInterface
  private interface Opener {
    InputStream open() throws IOException;
  }

  private void read(Source source, Opener opener, Consumer<Found> each) {
    try (WatchedInput in = new WatchedInput(opener.open())) {
      workbench.readers().readAll(new ArticleSource.Sent(source.address(), in), MetadataOverrides.none(), each);
      if (in.problem().isPresent() && !lastTry) {
        throw in.problem().get();
      }
    } catch (IOException e) {
      if (!lastTry) {
        throw new UncheckedIOException(e);
      }
      workbench.readers().readAll(new ArticleSource.Sent(source.address(), failing(e)), MetadataOverrides.none(), each);
    }
  }

  /** Says what is wrong to whoever words the refusal. */
  private static InputStream failing(IOException problem) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw problem;
      }
    };
  }

  private Tuple2<Place, Parcel> placed(Source source, long ordinal, String name, Found found) {
    return switch (found) {
      case Found.Read read -> {
        String graph = workbench.describer().graphName(read.article());
        yield placed(new Place(Place.shardOf(graph, shards), graph, source.number(), ordinal),
            Parcel.Sent.of(name, read.article()));
      }
      // In a part of a file records are counted from its start, in messages too.
      case Found.Refused refused -> placed(new Place(Place.shardOf(name, shards), "", source.number(), ordinal),
          new Parcel.Refused(name, refused.problem().getMessage().replace(refused.name(), name),
              refused.problem().advice().orElse(null)));
      case Found.PassedOver other -> placed(new Place(Place.shardOf(name, shards), "", source.number(), ordinal),
          new Parcel.PassedOver(name, other.reason()));
    };
  }

  private static Tuple2<Place, Parcel> placed(Place place, Parcel parcel) {
    return new Tuple2<>(place, parcel);
  }
}
