package org.entente.publish.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder that a site goes to. It is written beside its place under another name and moved there when it is whole, so
 * that nobody takes half a site for one; of what failed nothing stays. All files bear the time of the data.
 */
final class SiteFolder implements AutoCloseable {

  private final Path folder;
  private final Path workshop;
  private final FileTime time;
  private int files;
  private long bytes;

  private SiteFolder(Path folder, Path workshop, Instant time) {
    this.folder = folder;
    this.workshop = workshop;
    this.time = FileTime.from(time);
  }

  /** Refuses what has files in it: a site is never mixed with anything. */
  static SiteFolder create(Path folder, Instant time) {
    Path place = folder.toAbsolutePath().normalize();
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(place)) {
      throw new SiteException(folder + " is a file, not a folder", "Give --output the name of a new folder.");
    }
    try {
      if (Files.isDirectory(place) && !isEmpty(place)) {
        throw new SiteException(folder + " has files in it",
            "Give --output the name of a new or empty folder, and put it in the place of the old one when it is whole.");
      }
      Path parent = Files.createDirectories(place.getParent());
      return new SiteFolder(place, Files.createTempDirectory(parent, ".site-"), time);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static boolean isEmpty(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.findAny().isEmpty();
    }
  }

  private static SiteException unwritable(Path folder, IOException e) {
    String reason = e instanceof FileSystemException file && file.getReason() != null ? file.getReason()
        : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new SiteException("the site cannot be written to " + folder + " (" + reason + ")",
        "Check the free space on the disk and that you may write there. Nothing of the site was left behind.", e);
  }

  /** Where a file lies until the site is whole. */
  Path at(String file) {
    Path path = workshop.resolve(file).normalize();
    if (!path.startsWith(workshop)) {
      throw new IllegalArgumentException("no place in the site: " + file);
    }
    return path;
  }

  void write(String file, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      Path path = at(file);
      Files.createDirectories(path.getParent());
      Files.write(path, content);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  void write(String file, InputStream content) {
    try {
      Path path = at(file);
      Files.createDirectories(path.getParent());
      Files.copy(content, path);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(at(file));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Moves the site to its place. */
  void publish() {
    try {
      stamp();
      Files.deleteIfExists(folder);
      Files.move(workshop, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } catch (UncheckedIOException e) {
      throw unwritable(folder, Objects.requireNonNull(e.getCause()));
    }
  }

  private void stamp() throws IOException {
    // The folder was made for its owner alone; a web server is somebody else.
    workshop.toFile().setReadable(true, false);
    workshop.toFile().setExecutable(true, false);
    try (Stream<Path> tree = Files.walk(workshop)) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(path, time);
        files++;
        bytes += Files.size(path);
      }
    }
  }

  /** How many files the site has, once it is in its place. */
  int files() {
    return files;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void close() {
    if (!Files.exists(workshop)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(workshop)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }
}
