package org.entente.spark;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that a corpus is written to, on any file system that Hadoop knows. A file is written under another name and
 * gets its own when it is whole, so that whatever stands there is whole. Names that end in {@code .gz} are packed.
 */
final class Output {

  /** What is only of use until all is done. */
  static final String WORK = "work/";

  private final Path folder;
  private final FileSystem files;

  /**
   * @throws UncheckedIOException when there is no such file system
   */
  Output(String folder, Configuration hadoop) {
    try {
      this.folder = new Path(folder);
      files = this.folder.getFileSystem(hadoop);
      if (files instanceof LocalFileSystem local) {
        // It would put a hidden file of sums beside each; ours are in the manifest.
        local.setWriteChecksum(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole address of a file, or of a pattern. */
  String address(String name) {
    return files.makeQualified(new Path(folder, name)).toString();
  }

  boolean exists(String name) throws IOException {
    return files.exists(new Path(folder, name));
  }

  /** A text that fits into memory; empty where there is no such file. */
  Optional<String> text(String name) throws IOException {
    try (InputStream in = files.open(new Path(folder, name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  BufferedReader lines(String name) throws IOException {
    InputStream in = files.open(new Path(folder, name));
    return new BufferedReader(
        new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
  }

  /**
   * Writes a small file.
   *
   * @param attempt tells those apart who write the same file at the same time
   */
  void put(String name, String attempt, String text) throws IOException {
    try (Part part = part(name, attempt)) {
      part.write(text);
      part.publish();
    }
  }

  private void move(Path from, Path to) throws IOException {
    files.mkdirs(to.getParent());
    files.delete(to, false);
    if (!files.rename(from, to) && !files.exists(to)) {
      throw new IOException(from + " could not be renamed to " + to);
    }
  }

  void delete(String name) throws IOException {
    files.delete(new Path(folder, name), true);
  }

  /**
   * Begins a file.
   *
   * @param attempt tells those apart who write the same file at the same time
   */
  Part part(String name, String attempt) throws IOException {
    return new Part(name, new Path(folder, WORK + "parts/" + name.replace('/', '-') + "." + attempt));
  }

  /** A file that is being written. */
  final class Part implements AutoCloseable {

    private final String name;
    private final Path place;
    private final MessageDigest sha = DigestUtils.getSha256Digest();
    private final Writer out;

    private Part(String name, Path place) throws IOException {
      this.name = name;
      this.place = place;
      OutputStream bytes = new DigestOutputStream(new BufferedOutputStream(files.create(place, true), 1 << 16), sha);
      out = new BufferedWriter(new OutputStreamWriter(
          name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    void write(String text) throws IOException {
      out.write(text);
    }

    Writer writer() {
      return out;
    }

    /** Ends the file and gives it its name. */
    FileSum publish() throws IOException {
      out.close();
      long bytes = files.getFileStatus(place).getLen();
      move(place, new Path(folder, name));
      return new FileSum(name, bytes, HexFormat.of().formatHex(sha.digest()));
    }

    /** Lets go of what was not published. */
    @Override
    public void close() throws IOException {
      try (Writer open = out) {
        open.flush();
      } catch (IOException e) {
        // It is not wanted, or was closed already.
        return;
      } finally {
        files.delete(place, false);
      }
    }
  }
}
