package org.entente.text;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes with their long runs of zeros counted, which most of a sparse model's weights are: as fast to read as a plain file, and
 * a small part of it. A piece is how many bytes it has, how many zeros follow them, and the bytes.
 */
final class ZeroRuns {

  /** A shorter run costs more than it saves. */
  private static final int WORTH_COUNTING = 8;
  private static final int PIECE = 1 << 14;

  private ZeroRuns() {}

  /** Writes to a stream; closing it writes the rest and closes the stream. */
  static OutputStream over(OutputStream out) {
    return new Counting(out);
  }

  /** Reads what was written so. */
  static InputStream over(InputStream in) {
    return new Counted(in);
  }

  private static final class Counting extends FilterOutputStream {

    private final byte[] bytes = new byte[PIECE];
    private int length;
    /** How many of the last bytes are zeros; those that no longer fit are counted beyond. */
    private int zeros;

    Counting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      if (one == 0) {
        zeros++;
      } else {
        if (zeros >= WORTH_COUNTING) {
          writePiece();
        }
        makeRoom(zeros + 1);
        Arrays.fill(bytes, length, length + zeros, (byte) 0);
        length += zeros;
        zeros = 0;
        bytes[length++] = (byte) one;
      }
    }

    private void makeRoom(int more) throws IOException {
      if (length + more > PIECE) {
        int kept = zeros;
        zeros = 0;
        writePiece();
        zeros = kept;
      }
    }

    private void writePiece() throws IOException {
      number(length);
      number(zeros);
      out.write(bytes, 0, length);
      length = 0;
      zeros = 0;
    }

    private void number(int number) throws IOException {
      int left = number;
      while (left > 0x7F) {
        out.write(left & 0x7F | 0x80);
        left >>>= 7;
      }
      out.write(left);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
      for (int n = from; n < from + count; n++) {
        write(some[n]);
      }
    }

    @Override
    public void close() throws IOException {
      writePiece();
      super.close();
    }
  }

  private static final class Counted extends InputStream {

    private final InputStream in;
    private final byte[] buffer = new byte[4 * PIECE];
    private int at;
    private int end;
    private int bytes;
    private int zeros;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int filled = from;
      int full = from + length;
      while (filled < full && (bytes > 0 || zeros > 0 || next())) {
        if (bytes > 0) {
          require();
          int some = Math.min(Math.min(bytes, end - at), full - filled);
          System.arraycopy(buffer, at, to, filled, some);
          at += some;
          bytes -= some;
          filled += some;
        } else {
          int some = Math.min(zeros, full - filled);
          Arrays.fill(to, filled, filled + some, (byte) 0);
          zeros -= some;
          filled += some;
        }
      }
      return filled == from && length > 0 ? -1 : filled - from;
    }

    /** Begins the next piece, if there is one. */
    private boolean next() throws IOException {
      if (at == end && !fill()) {
        return false;
      }
      bytes = number();
      zeros = number();
      return bytes > 0 || zeros > 0 || next();
    }

    private int number() throws IOException {
      int number = 0;
      int shift = 0;
      while (true) {
        require();
        byte part = buffer[at++];
        number |= (part & 0x7F) << shift;
        if (part >= 0) {
          return number;
        }
        shift += 7;
      }
    }

    private void require() throws IOException {
      if (at == end && !fill()) {
        throw new EOFException("ends in the midst of a piece");
      }
    }

    private boolean fill() throws IOException {
      at = 0;
      end = Math.max(0, in.read(buffer));
      return end > 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
