package org.entente.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.jena.atlas.RuntimeIOException;

/** Says in words why the file system refused; Java's own messages are often just the file's name. */
final class Reasons {

  private Reasons() {}

  static String of(Throwable problem) {
    return switch (problem) {
      case AccessDeniedException e -> "no permission for " + e.getFile();
      case NoSuchFileException e -> e.getFile() + " is missing";
      case RuntimeIOException e when e.getCause() != null -> of(e.getCause());
      // What Java says of a mapped file that the disk has no room for.
      case InternalError e -> "a mapped file could not be written: the disk is full or failing";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    };
  }
}
