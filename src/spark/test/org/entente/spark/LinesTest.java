package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

  private static final String TEXT = "one\n\ntwo two\nthree\n\n\nfour, which is the longest\nfive";

  private static FileSystem files;

  @TempDir
  private Path folder;

  @BeforeAll
  static void opensTheDisk() throws IOException {
    files = FileSystem.getLocal(new Configuration());
  }

  @Test
  void everyLineIsInOnePartWhateverTheSizeOfParts() throws IOException {
    for (String text : new String[] {TEXT, TEXT + "\n", "\n", "x"}) {
      Path file = Files.writeString(folder.resolve("lines"), text);
      for (int part = 1; part <= text.length() + 1; part++) {
        assertEquals(text, joined(file, text, part), "parts of " + part);
      }
    }
  }

  private static String joined(Path file, String text, int part) throws IOException {
    StringBuilder joined = new StringBuilder();
    for (int start = 0; start < text.length(); start += part) {
      int end = Math.min(text.length(), start + part);
      String lines;
      try (Lines in = open(file, start, end)) {
        lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      try (Lines in = open(file, start, end)) {
        assertEquals(lines.lines().count(), in.count(), "lines from " + start + " to " + end);
      }
      joined.append(lines);
    }
    return joined.toString();
  }

  private static Lines open(Path file, long start, long end) throws IOException {
    return new Lines(files.open(new org.apache.hadoop.fs.Path(file.toUri())), start, end);
  }
}
