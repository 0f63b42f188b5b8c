package org.entente.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Turtle that people read and change has lines that fit beside each other: what one of them is about shows in a diff. */
class TurtleLinesTest {

  private static final int COLUMNS = 120;
  /** A sentence cannot be broken, and then has the line for itself; nor can the message that an example is refused with. */
  private static final Pattern WHOLE = Pattern.compile("\\s*\"[^\"]*\"\\S*[ ;,.\\])]*|# Refused: .*");

  @Test
  void areNoLongerThanAScreenIsWide() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (String folder : List.of("ontology", "src/main/resources")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".ttl")).sorted().toList()) {
          List<String> lines = Files.readAllLines(file);
          for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > COLUMNS && !WHOLE.matcher(lines.get(i)).matches()) {
              tooLong.add(file + ":" + (i + 1));
            }
          }
        }
      }
    }
    assertEquals(List.of(), tooLong);
  }
}
