package org.entente.actor;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerMistakesTest {

  @Test
  void aWordListThatNothingReadsIsRefusedByName(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.ttl"),
            "@prefix name: <https://w3id.org/entente/names#> .\nname:OficeHead a name:WordList ; name:word \"doge\" .\n");
    GazetteerException refused =
        assertThrows(GazetteerException.class, () -> GazetteerReader.read("http://localhost:3030/", List.of(file)));
    assertTrue(refused.getMessage().contains("OficeHead"), refused.getMessage());
    assertTrue(refused.advice().orElseThrow().contains("OfficeHead"), "the advice lists the lists that there are");
  }
}
