package org.entente.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a file could not be read on, which whoever reads articles takes for a fault of the file: it may be one of
 * the network, and gone when the task is tried again.
 */
final class WatchedInput extends FilterInputStream {

  private @Nullable IOException problem;

  WatchedInput(InputStream in) {
    super(in);
  }

  Optional<IOException> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      problem = e;
      throw e;
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (IOException e) {
      problem = e;
      throw e;
    }
  }
}
