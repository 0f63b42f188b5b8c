package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CompactorTest {

  @TempDir
  Path folder;

  @Test
  void compactsAStoreInUseThatHasBecomeWasteful() throws IOException {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(EndlessWriter.graph(1, 11));
      Path old = folder.resolve("tdb").resolve("Data-0001");
      // Stands for what hundreds of changes leave behind; the file is long and takes no room.
      try (RandomAccessFile left = new RandomAccessFile(old.resolve("left.bin").toFile(), "rw")) {
        left.setLength(600L << 20);
      }
      Compactor compactor = Compactor.over(store, Duration.ofMillis(20));
      try {
        while (Files.exists(old)) {
          Thread.onSpinWait();
        }
      } finally {
        compactor.close();
      }
      assertEquals(61, store.graph(EndlessWriter.name(1)).size());
      assertEquals(List.of(), StoreCheck.findings(store));
    }
  }
}
