package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.access.AuditLog.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

  @TempDir
  Path folder;

  private AuditLog log() {
    return new AuditLog(folder.resolve("log"), Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC));
  }

  @Test
  void addsALineForEachChange() throws IOException {
    log().add(new Entry("ada", "192.0.2.1", "add", "a.txt", "loaded"));
    log().add(new Entry("ada", "192.0.2.1", "remove", "a\"\n\u001b[31m", "removed"));
    assertEquals(
        """
            {"time":"2026-11-29T10:00:00Z","who":"ada","from":"192.0.2.1","action":"add","what":"a.txt","outcome":"loaded"}
            {"time":"2026-11-29T10:00:00Z","who":"ada","from":"192.0.2.1","action":"remove","what":"a\\"\\n\\u001b[31m",\
            "outcome":"removed"}
            """,
        Files.readString(folder.resolve("log")));
  }

  @Test
  void addsWhatWasChangedInOneGoInItsOrder() throws IOException {
    Entry one = new Entry("ada", "x", "add", "a.txt", "loaded");
    Entry other = new Entry("ada", "x", "add", "b.txt", "loaded");
    log().add(List.of(one, other));
    String together = Files.readString(folder.resolve("log"));
    Files.delete(folder.resolve("log"));
    log().add(one);
    log().add(other);
    assertEquals(Files.readString(folder.resolve("log")), together);
  }

  @Test
  void beginsALineOfItsOwnAfterOneThatACrashCutOff() throws IOException {
    log().add(new Entry("ada", "x", "add", "a.txt", "loaded"));
    Files.writeString(folder.resolve("log"), "{\"time\":\"20", StandardOpenOption.APPEND);
    log().add(new Entry("ada", "x", "add", "b.txt", "loaded"));
    assertEquals(3, Files.readAllLines(folder.resolve("log")).size());
  }
}
