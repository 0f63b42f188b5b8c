package org.entente.publish.dump;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.entente.publish.dump.Dump.DumpFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that a dump goes to. Files are made in a hidden folder inside it and moved into place when all are
 * complete, the list of checksums last; who downloads meanwhile gets a whole old file or a whole new one.
 */
final class DumpFolder implements AutoCloseable {

  static final String SUMS = "SHA256SUMS";
  static final String VERSION = "VERSION";
  private static final String WORKSHOP = ".dump-";
  /** A dump that is not whole after a day was killed. */
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(DumpFolder.class);

  private final Path folder;
  private final Path workshop;
  private final boolean plain;
  private final List<OpenFile> files = new ArrayList<>();

  DumpFolder(Path folder, boolean plain) throws IOException {
    this.folder = Files.createDirectories(folder);
    discardLeftovers();
    this.workshop = Files.createTempDirectory(folder, WORKSHOP);
    this.plain = plain;
  }

  /** Where temporary files may lie until the dump is closed. */
  Path workshop() {
    return workshop;
  }

  /** Opens one file of the dump, compressed unless plain files are wanted. */
  OutputStream open(String name) throws IOException {
    String fileName = plain ? name : name + ".gz";
    Path file = workshop.resolve(fileName);
    Files.createDirectories(file.getParent());
    DigestOutputStream digesting =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), DigestUtils.getSha256Digest());
    // GZIPOutputStream writes no time into its header, so the same data gives the same bytes.
    OutputStream out = plain ? digesting : new GZIPOutputStream(digesting, 1 << 16);
    files.add(new OpenFile(fileName, out, digesting));
    return out;
  }

  /** Closes the files, writes their checksums and the version, and moves everything into place. */
  List<DumpFile> publish(String version) throws IOException {
    List<DumpFile> finished = new ArrayList<>();
    for (OpenFile file : files) {
      file.out().close();
      String sum = HexFormat.of().formatHex(file.digesting().getMessageDigest().digest());
      finished.add(new DumpFile(file.name(), Files.size(workshop.resolve(file.name())), sum));
    }
    writeSums(finished);
    for (DumpFile file : finished) {
      move(file.name());
      Files.deleteIfExists(folder.resolve(otherForm(file.name())));
    }
    Files.writeString(workshop.resolve(VERSION), version + "\n");
    move(VERSION);
    move(SUMS);
    removeArticlesBut(finished);
    return finished;
  }

  /** An article that is gone from the data must not stay in its dump. */
  private void removeArticlesBut(List<DumpFile> finished) throws IOException {
    Set<Path> kept = finished.stream().map(file -> folder.resolve(file.name())).collect(Collectors.toSet());
    Path articles = folder.resolve(Dump.ARTICLES);
    if (Files.isDirectory(articles)) {
      try (Stream<Path> files = Files.list(articles)) {
        for (Path file : files.filter(path -> !kept.contains(path)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The format of {@code sha256sum}, which checks it with {@code -c}. */
  private void writeSums(List<DumpFile> finished) throws IOException {
    StringBuilder lines = new StringBuilder();
    finished.forEach(file -> lines.append(file.sha256()).append("  ").append(file.name()).append('\n'));
    Files.writeString(workshop.resolve(SUMS), lines);
  }

  private void move(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.move(
        workshop.resolve(name),
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** A file of an earlier dump that was compressed where this one is not, or the other way round. */
  private static String otherForm(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name + ".gz";
  }

  private void discardLeftovers() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(LONGEST));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.getFileName().toString().startsWith(WORKSHOP)).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
          discard(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    files.forEach(OpenFile::abandon);
    discard(workshop);
  }

  private static void discard(Path workshop) throws IOException {
    try (Stream<Path> left = Files.walk(workshop)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private record OpenFile(String name, OutputStream out, DigestOutputStream digesting) {

    /** Closes it, published or not. */
    void abandon() {
      try {
        digesting.close();
      } catch (IOException e) {
        // On a full disk its last bytes cannot be written; it is deleted all the same, and the first fault was told.
        LOG.debug("{} was left unfinished", name, e);
      }
    }
  }
}
