package org.entente.publish.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.dump.Dump;

/** Data whose dumps bear the time of the data, not of the day on which they were made, so that pages say the same again. */
record SettledDataset(PublishedDataset data) implements PublishedDataset {

  @Override
  public String base() {
    return data.base();
  }

  @Override
  public String version() {
    return data.version();
  }

  @Override
  public Instant modified() {
    return data.modified();
  }

  @Override
  public DatasetGraph graphs() {
    return data.graphs();
  }

  @Override
  public Optional<String> text(String digest) {
    return data.text(digest);
  }

  @Override
  public Optional<Dump> dump(Path folder) {
    Optional<Dump> dump = data.dump(folder);
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        Files.setLastModifiedTime(file, FileTime.from(data.modified()));
      }
    } catch (IOException e) {
      throw new SiteException("the dumps cannot be written (" + e.getMessage() + ")",
          "Check the free space where temporary files lie.", e);
    }
    return dump;
  }
}
