package org.entente.publish.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that writes dumps is killed (SIGKILL) at random moments: the next dump into the same folder is whole, and
 * nothing of the broken ones is left. {@code -Dentente.kills=100} does it fifty times.
 */
@Timeout(3_600)
class KilledDumpTest {

  private static final int KILLS = Integer.getInteger("entente.kills", 4) / 2;

  @TempDir
  Path folder;

  private final Random random = new Random(15);

  @Test
  void writesAWholeDumpOverOneThatWasKilled() throws IOException, InterruptedException {
    for (int kill = 0; kill < KILLS; kill++) {
      dumpUntilKilled();
      age();
      try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE)) {
        EndlessDumper.dump(store, kill, folder);
        assertEquals(List.of(), DumpCheck.of(folder, Optional.of(store.version())).findings(), "after kill " + kill);
      }
      assertFalse(beginnings().findAny().isPresent(), "something of a broken dump is left after kill " + kill);
    }
  }

  private Stream<Path> beginnings() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.getFileName().toString().startsWith(".dump-")).toList().stream();
    }
  }

  /** What was left two days ago. */
  private void age() throws IOException {
    for (Path left : beginnings().toList()) {
      Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
  }

  private void dumpUntilKilled() throws IOException, InterruptedException {
    Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
        "-cp", System.getProperty("java.class.path"), EndlessDumper.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = new BufferedReader(
        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      int enough = random.nextInt(1, 10);
      while (enough > 0 && said.readLine() != null) {
        enough--;
      }
      long until = System.nanoTime() + random.nextLong(100_000_000);
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      writer.toHandle().destroyForcibly();
    }
    assertEquals(137, writer.waitFor(), "it did not end by itself");
  }
}
