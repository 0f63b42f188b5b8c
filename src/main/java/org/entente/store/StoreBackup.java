package org.entente.store;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.StoredGraph.StoredText;

/**
 * A store in one file, and back: a ZIP with {@code base.txt}, {@code format.txt}, {@code version.txt}, {@code texts/},
 * {@code graphs.nq} (all graphs, the catalogue too), {@code unlinked.txt} where the links between articles were not made
 * yet, and, as its last entry, {@code complete.txt}. It is written while
 * others read and write, and holds one state. Restoring makes a new folder, which gets its name when everything is
 * there and was checked.
 */
public final class StoreBackup {

  private static final String BASE = "base.txt";
  private static final String FORMAT = "format.txt";
  private static final String VERSION = "version.txt";
  private static final String GRAPHS = "graphs.nq";
  private static final String TEXTS = "texts/";
  private static final String COMPLETE = "complete.txt";
  private static final String UNLINKED = "unlinked.txt";
  /** The same data give the same bytes. */
  private static final FileTime NO_TIME = FileTime.fromMillis(315_576_000_000L);

  private StoreBackup() {}

  /**
   * What a backup holds.
   *
   * @param version of the data
   */
  public record Contents(String base, String version, int graphs, int texts) {}

  /** Writes the store into a new file, whole or not at all. */
  public static Contents write(GraphStore store, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (Files.exists(file)) {
        throw new StoreException("there is a file " + file + " already", "Give the backup another name.");
      }
      Contents contents = written(store, part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return contents;
    } catch (IOException | RuntimeIOException e) {
      throw new StoreException("the backup " + file + " could not be written (" + Reasons.of(e) + ")",
          "Check the free space on the disk and that its folder is there and may be written.", e);
    } finally {
      discard(part);
    }
  }

  private static Contents written(GraphStore store, Path part) throws IOException {
    DatasetGraph data = store.dataset();
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      int texts;
      boolean unlinked;
      // No change may come between the beginning of the transaction and the texts that belong to it.
      synchronized (store) {
        data.begin(ReadWrite.READ);
        unlinked = store.isUnlinked();
        texts = writeTexts(store, zip);
      }
      try {
        Contents contents =
            new Contents(store.base(), store.catalog().version(), store.catalog().entries().size(), texts);
        entry(zip, BASE, contents.base());
        entry(zip, FORMAT, Integer.toString(StoreFormat.CURRENT));
        entry(zip, VERSION, contents.version());
        writeGraphs(data, zip);
        if (unlinked) {
          entry(zip, UNLINKED, "");
        }
        entry(zip, COMPLETE, contents.graphs() + " graphs, " + contents.texts() + " texts");
        return contents;
      } finally {
        data.end();
      }
    }
  }

  private static int writeTexts(GraphStore store, ZipOutputStream zip) throws IOException {
    Set<String> digests = new TreeSet<>();
    store.catalog().entries().forEach(entry -> entry.textDigest().ifPresent(digests::add));
    for (String digest : digests) {
      String text = store.text(digest).orElseThrow(() -> new NoSuchFileException("the text " + digest));
      entry(zip, TEXTS + digest, text);
    }
    return digests.size();
  }

  private static void writeGraphs(DatasetGraph data, ZipOutputStream zip) throws IOException {
    begin(zip, GRAPHS);
    StreamRDF out = StreamRDFWriter.getWriterStream(new OpenStream(zip), Lang.NQUADS);
    out.start();
    StreamRDFOps.sendQuadsToStream(data.find(), out);
    out.finish();
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(NO_TIME);
    zip.putNextEntry(entry);
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Keeps the archive open when the writer of an entry closes. */
  private static final class OpenStream extends FilterOutputStream {

    OpenStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /**
   * Makes a store of a backup.
   *
   * @param folder new or empty
   * @return what it holds now
   */
  public static Contents restore(Path file, Path folder) {
    requireNew(folder);
    Path part = folder.toAbsolutePath().resolveSibling(folder.getFileName() + ".restoring");
    discard(part);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Contents contents = restored(zip, file, part);
      Files.deleteIfExists(folder);
      Files.move(part, folder.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
      return contents;
    } catch (NoSuchFileException e) {
      throw new StoreException("there is no file " + e.getFile(), "Check the name of the backup.", e);
    } catch (ZipException | RiotException e) {
      throw broken(file, String.valueOf(e.getMessage()), Optional.of(e));
    } catch (IOException e) {
      throw new StoreException(
          "the backup " + file + " could not be restored to " + folder + " (" + Reasons.of(e) + ")",
          "Check the free space on the disk and that the folder may be written.", e);
    } finally {
      discard(part);
    }
  }

  private static void requireNew(Path folder) {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      if (files.findAny().isPresent()) {
        throw new StoreException(folder + " has files in it", "Restore into a new folder, and take its name later.");
      }
    } catch (IOException e) {
      throw new StoreException(folder + " cannot be looked at (" + Reasons.of(e) + ")", "Name a new folder.", e);
    }
  }

  private static Contents restored(ZipFile zip, Path file, Path folder) throws IOException {
    if (zip.getEntry(COMPLETE) == null) {
      throw broken(file, "it is no backup, or not a whole one", Optional.empty());
    }
    StoreFormat.requireKnown(file, StoreFormat.read(text(zip, FORMAT)));
    String version = text(zip, VERSION);
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.of(text(zip, BASE)))) {
      int texts = readTexts(store, zip);
      store.fill(data -> readGraphs(data, zip));
      if (zip.getEntry(UNLINKED) != null) {
        store.expectLinks();
      }
      List<String> findings = StoreCheck.findings(store);
      if (!findings.isEmpty() || !store.version().equals(version)) {
        throw broken(file, findings.isEmpty() ? "its data are of another version" : findings.getFirst(),
            Optional.empty());
      }
      return new Contents(store.base(), version, store.entries().size(), texts);
    }
  }

  private static int readTexts(GraphStore store, ZipFile zip) throws IOException {
    int texts = 0;
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      // Who packed an unpacked backup again has an entry for the folder too.
      if (name.startsWith(TEXTS) && !entry.isDirectory()) {
        store.texts().put(List.of(new StoredText(name.substring(TEXTS.length()), text(zip, name))));
        texts++;
      }
    }
    return texts;
  }

  private static void readGraphs(DatasetGraph data, ZipFile zip) {
    try (InputStream in = zip.getInputStream(zip.getEntry(GRAPHS))) {
      RDFParser.source(in).lang(Lang.NQUADS).labelToNode(LabelToNode.createUseLabelEncoded())
          .resolveURIs(false).checking(false)
          .parse(StreamRDFLib.dataset(data));
    } catch (IOException e) {
      throw new RiotException(e);
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException(name + " is not in it");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static StoreException broken(Path file, String why, Optional<Exception> cause) {
    String message = file + " cannot be restored: " + why;
    String advice = "Take another backup; nothing was changed.";
    return cause.map(problem -> new StoreException(message, advice, problem))
        .orElseGet(() -> new StoreException(message, advice));
  }

  /** What is left of work that did not come to its end. */
  private static void discard(Path part) {
    try (Stream<Path> files = Files.exists(part) ? Files.walk(part) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new StoreException(part + " cannot be deleted (" + Reasons.of(e) + ")", "Delete it by hand.", e);
    }
  }
}
