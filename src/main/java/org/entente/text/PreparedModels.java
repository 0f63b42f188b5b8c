package org.entente.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * Parts of a model that come as serialised objects in strong compression, which takes four fifths of the time of loading
 * them. Where there is a folder for it (the property {@code entente.prepared}), they are put there at their first loading
 * in a form that loads fast, named by their checksum, and taken from there the next time. The folder is trusted as much as the program's own
 * libraries.
 */
final class PreparedModels {

  private static final Logger LOG = LoggerFactory.getLogger(PreparedModels.class);
  /** Is raised when what is put there changes, or a class that is in it. */
  private static final int FORM = 2;
  private static final int BUFFER = 1 << 16;

  private final Optional<Path> folder;

  PreparedModels(Optional<Path> folder) {
    this.folder = folder;
  }

  static PreparedModels usual() {
    return new PreparedModels(
        Optional.ofNullable(System.getProperty("entente.prepared")).filter(name -> !name.isBlank())
            .map(Path::of));
  }

  /**
   * Loads a part. It is mended before it is used, and prepared so.
   *
   * @param compressed where it is
   * @param mending what always makes the same of the same
   */
  Object load(URL compressed, UnaryOperator<Object> mending) throws IOException, ClassNotFoundException {
    Optional<Path> prepared = prepared(compressed);
    if (prepared.filter(Files::isReadable).isPresent()) {
      Optional<Object> part = taken(prepared.get());
      if (part.isPresent()) {
        return part.get();
      }
    }
    Object mended;
    try (InputStream bytes = decompressed(compressed)) {
      mended = mending.apply(read(bytes));
    }
    if (prepared.isPresent()) {
      prepare(prepared.get(), mended);
    }
    return mended;
  }

  /** What was prepared; nothing where it cannot be read any more. */
  private static Optional<Object> taken(Path file) throws ClassNotFoundException {
    try (InputStream bytes = ZeroRuns.over(Files.newInputStream(file))) {
      return Optional.of(read(bytes));
    } catch (IOException e) {
      LOG.warn("{} cannot be read ({}), and is made anew", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Object read(InputStream bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(bytes)) {
      return in.readObject();
    }
  }

  private static InputStream decompressed(URL compressed) throws IOException {
    return new XZInputStream(new BufferedInputStream(compressed.openStream()));
  }

  private Optional<Path> prepared(URL compressed) throws IOException {
    URLConnection connection = compressed.openConnection();
    return folder.isPresent() && connection instanceof JarURLConnection jar
        ? Optional.of(folder.get().resolve("%s-%08x-%d.bin".formatted(
            jar.getEntryName().replaceFirst(".*/", ""), jar.getJarEntry().getCrc(), FORM)))
        : Optional.empty();
  }

  private static void write(Object part, OutputStream out) throws IOException {
    ObjectOutputStream objects = new ObjectOutputStream(out);
    objects.writeObject(part);
    objects.flush();
  }

  /** Writes a file, under another name until it is whole: others may look meanwhile. */
  private static void prepare(Path file, Object part) {
    Path making = file.resolveSibling("making-" + ProcessHandle.current().pid() + "-" + file.getFileName());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try {
        try (OutputStream out = ZeroRuns.over(new BufferedOutputStream(Files.newOutputStream(making), BUFFER))) {
          write(part, out);
        }
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(making);
      }
    } catch (IOException e) {
      LOG.debug("{} could not be written, and is done without", file, e);
    }
  }
}
