package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.entente.store.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedStoreTest {

  @TempDir
  Path folder;

  private String version(String name, long seed) {
    Path store = folder.resolve(name);
    GeneratedStore.Made made = GeneratedStore.fill(store, 4_000, seed);
    assertTrue(made.statements() >= 4_000 && made.undertakings() > made.articles(), made.toString());
    try (GraphStore opened = GraphStore.open(store)) {
      return opened.version();
    }
  }

  @Test
  void makesTheSameStoreOfTheSameSeed() {
    String one = version("one", 7);
    assertEquals(one, version("again", 7));
    assertNotEquals(one, version("other", 8));
  }
}
