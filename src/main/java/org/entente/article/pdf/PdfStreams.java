package org.entente.article.pdf;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.entente.article.ArticleFormatException;
import org.entente.article.RawDocument;

/**
 * Looks through a PDF's compressed streams before it is parsed and refuses a file that would unpack to far more than
 * a document has: a few kilobytes of zeros can hold gigabytes. Streams packed twice are followed.
 */
final class PdfStreams {

  private static final long MOST_UNPACKED = 300_000_000L;
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int DEEPEST = 4;

  private final byte[] buffer = new byte[64 * 1024];
  private long unpacked;

  private PdfStreams() {}

  static void requireBounded(RawDocument document) {
    PdfStreams streams = new PdfStreams();
    byte[] bytes = document.bytes();
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
      streams.unpack(bytes, at, bytes.length - at, 1);
      if (streams.unpacked > MOST_UNPACKED) {
        throw new ArticleFormatException(
            document.name() + " is a PDF that unpacks to more than " + MOST_UNPACKED / 1_000_000 + " MB",
            "do not trust it; if it is sound, print it to a new PDF");
      }
    }
  }

  /** Where the data of the next stream begins, or -1. */
  private static int next(byte[] bytes, int from) {
    for (int i = from; i + STREAM.length + 2 < bytes.length; i++) {
      if (bytes[i] == 's' && Arrays.equals(bytes, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
        int at = i + STREAM.length;
        at += bytes[at] == '\r' ? 1 : 0;
        at += bytes[at] == '\n' ? 1 : 0;
        return at;
      }
    }
    return -1;
  }

  private void unpack(byte[] data, int from, int length, int depth) {
    if (!isZlib(data, from, length)) {
      return;
    }
    Inflater inflater = new Inflater();
    inflater.setInput(data, from, length);
    byte[] start = new byte[0];
    try {
      while (!inflater.finished() && !inflater.needsInput() && unpacked <= MOST_UNPACKED) {
        int count = inflater.inflate(buffer);
        if (count == 0) {
          break;
        }
        start = start.length == 0 && depth < DEEPEST ? Arrays.copyOf(buffer, count) : start;
        unpacked += count;
      }
    } catch (DataFormatException e) {
      return;
    } finally {
      inflater.end();
    }
    unpack(start, 0, start.length, depth + 1);
  }

  private static boolean isZlib(byte[] data, int from, int length) {
    return length > 2 && (data[from] & 0x0F) == 8 && ((data[from] & 0xFF) * 256 + (data[from + 1] & 0xFF)) % 31 == 0;
  }
}
