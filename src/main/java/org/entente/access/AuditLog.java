package org.entente.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Who changed what and when: a file that is only ever added to, a JSON object a line. A line is on the disk before the
 * change is acknowledged. May be shared between threads.
 */
public final class AuditLog {

  private final Path file;
  private final Clock clock;

  public AuditLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * A change, or a refused attempt at one.
   *
   * @param who the name of a token, or of a user of the machine
   * @param from where the request came from, or {@code command line}
   * @param action such as {@code add}
   * @param what the IRI or the name of the file
   * @param outcome such as {@code loaded}
   */
  public record Entry(String who, String from, String action, String what, String outcome) {}

  /**
   * Adds a line.
   *
   * @throws AccessException when it cannot be written
   */
  public synchronized void add(Entry entry) {
    String line = "{\"time\":" + quoted(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        + ",\"who\":" + quoted(entry.who()) + ",\"from\":" + quoted(entry.from())
        + ",\"action\":" + quoted(entry.action()) + ",\"what\":" + quoted(entry.what())
        + ",\"outcome\":" + quoted(entry.outcome()) + "}\n";
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      // A crash may have cut the last line off.
      String whole = endsWithin(channel) ? "\n" + line : line;
      ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new AccessException("the log of changes " + file + " cannot be written (" + e.getMessage() + ")",
          "Check the free space on the disk and that the file may be written.", e);
    }
  }

  private boolean endsWithin(FileChannel appending) throws IOException {
    long size = appending.size();
    if (size == 0) {
      return false;
    }
    ByteBuffer last = ByteBuffer.allocate(1);
    try (FileChannel reading = FileChannel.open(file)) {
      reading.read(last, size - 1);
    }
    return last.get(0) != '\n';
  }

  /** In JSON; what strangers send can neither end the line nor colour a terminal. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(sign -> {
      if (sign == '"' || sign == '\\') {
        out.append('\\').appendCodePoint(sign);
      } else if (Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029) {
        out.append("\\u%04x".formatted(sign));
      } else {
        out.appendCodePoint(sign);
      }
    });
    return out.append('"').toString();
  }
}
