package org.entente.access;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who changed what and when: a file that is only ever added to, a JSON object a line. A line is on the disk before the
 * change is acknowledged. May be shared between threads.
 */
public final class AuditLog {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  /** What JSON lets stand, and a terminal obeys. */
  private static final Pattern CONTROL = Pattern.compile("[\\x7f-\\x9f]");

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
  public void add(Entry entry) {
    add(List.of(entry));
  }

  /** Adds lines in one go: that they are on the disk is waited for once. */
  public synchronized void add(List<Entry> entries) {
    String lines = entries.stream().map(this::line).collect(Collectors.joining());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      // A crash may have cut the last line off.
      String whole = endsWithin(channel) ? "\n" + lines : lines;
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
  private String line(Entry entry) {
    JsonObject line = new JsonObject();
    line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.addProperty("who", entry.who());
    line.addProperty("from", entry.from());
    line.addProperty("action", entry.action());
    line.addProperty("what", entry.what());
    line.addProperty("outcome", entry.outcome());
    return CONTROL.matcher(JSON.toJson(line)).replaceAll(sign -> "\\\\u%04x".formatted((int) sign.group().charAt(0)))
        + "\n";
  }
}
