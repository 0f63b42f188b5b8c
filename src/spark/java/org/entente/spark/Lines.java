package org.entente.spark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.entente.article.BoundedInput;

/** The lines of a file that begin in a range of its bytes, each to its end. */
final class Lines extends InputStream {

  private final InputStream in;
  private final long end;
  private long at;
  private boolean done;

  /**
   * @param file is closed with this
   * @param start of the range
   * @param end of the range, which is no part of it
   */
  Lines(FSDataInputStream file, long start, long end) throws IOException {
    this.end = end;
    file.seek(Math.max(0, start - 1));
    in = new BufferedInputStream(file, 1 << 16);
    at = Math.max(0, start - 1);
    if (start > 0) {
      skipLine();
    }
    done = at >= end;
  }

  private void skipLine() throws IOException {
    int c;
    do {
      c = in.read();
      at++;
    } while (c >= 0 && c != '\n');
  }

  /** The first line of a file with its end; empty where it is longer than any article. */
  static byte[] first(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c;
    do {
      c = in.read();
      line.write(c);
    } while (c >= 0 && c != '\n' && line.size() <= BoundedInput.LIMIT);
    return c == '\n' ? line.toByteArray() : new byte[0];
  }

  /** How many lines begin in the range. */
  long count() throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = done ? 0 : 1;
    while (at < end) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, end - at));
      if (n < 0) {
        return lines;
      }
      for (int i = 0; i < n; i++) {
        lines += buffer[i] == '\n' && at + i + 1 < end ? 1 : 0;
      }
      at += n;
    }
    return lines;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (done || length == 0) {
      return done ? -1 : 0;
    }
    // Behind the range only the rest of a line is wanted, however long.
    int n = in.read(bytes, from, at < end ? (int) Math.min(length, end - at) : 1);
    if (n < 0) {
      done = true;
      return -1;
    }
    at += n;
    done = at >= end && bytes[from + n - 1] == '\n';
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
