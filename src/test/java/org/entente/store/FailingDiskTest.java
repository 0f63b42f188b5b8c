package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk that becomes full, or may no longer be written. */
@Timeout(600)
class FailingDiskTest {

  @TempDir
  Path folder;

  private OwnDisk disk;

  @BeforeEach
  void mount() throws IOException {
    disk = OwnDisk.mount(folder.resolve("disk"));
  }

  @AfterEach
  void unmount() {
    disk.close();
  }

  @Test
  void keepsTheDataAsTheyWereAtWhateverMomentTheDiskBecomesFull() throws IOException, InterruptedException {
    Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m",
        "-cp", System.getProperty("java.class.path"), FullDiskWriter.class.getName(), disk.folder().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> said = new String(writer.getInputStream().readAllBytes()).lines().toList();
    assertEquals(0, writer.waitFor(), "the process did not survive: " + said);
    assertEquals("end", said.getLast());
    assertEquals(List.of(), said.stream().filter(line -> !line.matches("(done|refused) \\d+ \\d+|end")).toList());
    assertTrue(said.stream().anyMatch(line -> line.startsWith("refused 0")), said.toString());
    assertTrue(said.stream().filter(line -> line.startsWith("refused")).count() > 10, said.toString());
    System.out.println("full disk: " + said);
  }

  @Test
  void saysInWordsThatAStoreCannotBeWrittenAndLeavesItAlone() throws IOException, InterruptedException {
    Path place = disk.folder().resolve("store");
    Path backup = folder.resolve("backup.zip");
    try (GraphStore store = GraphStore.openOrCreate(place, Optional.empty())) {
      store.replace(EndlessWriter.graph(0, 1));
      StoreBackup.write(store, backup);
    }
    disk.remount("ro");
    assertReadOnly(() -> GraphStore.open(place));
    assertReadOnly(() -> GraphStore.openOrCreate(place, Optional.empty()));
    assertReadOnly(() -> GraphStore.openOrCreate(disk.folder().resolve("another"), Optional.empty()));
    assertReadOnly(() -> StoreBackup.restore(backup, disk.folder().resolve("restored")));
    assertFalse(Files.exists(disk.folder().resolve("another")) || Files.exists(disk.folder().resolve("restored")));
    disk.remount("rw");
    try (GraphStore store = GraphStore.open(place)) {
      assertEquals(List.of(), StoreCheck.findings(store));
      assertTrue(store.graph(EndlessWriter.name(0)).isIsomorphicWith(EndlessWriter.graph(0, 1).content()));
    }
  }

  @Test
  void leavesNoHalfBackupBehindWhenTheDiskIsFull() throws IOException, InterruptedException {
    try (GraphStore store = GraphStore.openOrCreate(folder.resolve("store"), Optional.empty())) {
      store.replace(EndlessWriter.graph(0, 399));
      disk.fill(0);
      Path backup = disk.folder().resolve("backup.zip");
      StoreException refusal = assertThrows(StoreException.class, () -> StoreBackup.write(store, backup));
      assertTrue(refusal.advice().isPresent(), refusal.getMessage());
      assertEquals(List.of("ballast"), List.of(disk.folder().toFile().list()));
    }
  }

  private static void assertReadOnly(Executable step) {
    StoreException refusal = assertThrows(StoreException.class, step);
    assertTrue(refusal.getMessage().contains("Read-only file system"), refusal.getMessage());
    assertTrue(refusal.advice().isPresent());
  }
}
