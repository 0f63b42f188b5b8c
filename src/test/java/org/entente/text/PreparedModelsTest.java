package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PreparedModelsTest {

  @TempDir
  Path folder;

  private URL compressed(Object part) throws IOException {
    Path jar = folder.resolve("models.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new ZipEntry("models/weights.xz"));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
        out.writeObject(part);
      }
      entries.write(bytes.toByteArray());
    }
    return URI.create("jar:" + jar.toUri() + "!/models/weights.xz").toURL();
  }

  private List<Path> prepared() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("prepared"))) {
      return files.toList();
    }
  }

  @Test
  void loadsTheSameWithAndWithoutAFolderTheFirstTimeAndTheNext() throws Exception {
    float[] weights = new float[5_000];
    weights[7] = 1.5f;
    weights[4_999] = -2;
    URL place = compressed(weights);
    PreparedModels preparing = new PreparedModels(Optional.of(folder.resolve("prepared")));
    for (PreparedModels models : List.of(new PreparedModels(Optional.empty()), preparing, preparing)) {
      assertArrayEquals(weights, (float[]) models.load(place, part -> part));
    }
    assertEquals(1, prepared().size());
    assertFalse(Files.size(prepared().getFirst()) > 200, "zeros are counted");
  }

  @Test
  void mendsAPartOnceAndTakesItMendedTheNextTime() throws Exception {
    URL place = compressed("treaty");
    PreparedModels models = new PreparedModels(Optional.of(folder.resolve("prepared")));
    assertEquals("treaty!", models.load(place, part -> part + "!"));
    assertEquals("treaty!", models.load(place, part -> "mended again"));
  }

  @Test
  void doesWithoutAFolderThatCannotBeWrittenAndAFileThatCannotBeRead() throws Exception {
    URL place = compressed("treaty");
    Path noFolder = Files.writeString(folder.resolve("file"), "in the way");
    assertEquals("treaty", new PreparedModels(Optional.of(noFolder)).load(place, part -> part));
    PreparedModels models = new PreparedModels(Optional.of(folder.resolve("prepared")));
    models.load(place, part -> part);
    Files.write(prepared().getFirst(), new byte[] {3, 0, 1});
    assertEquals("treaty?", models.load(place, part -> part + "?"));
  }

  @Property(tries = 200)
  void givesBackTheBytesThatWereWritten(@ForAll long seed) throws IOException {
    Random chance = new Random(seed);
    byte[] bytes = new byte[chance.nextInt(60_000)];
    for (int at = 0; at < bytes.length;) {
      int end = Math.min(bytes.length, at + 1 + chance.nextInt(chance.nextBoolean() ? 12 : 30_000));
      if (chance.nextBoolean()) {
        byte[] some = new byte[end - at];
        chance.nextBytes(some);
        System.arraycopy(some, 0, bytes, at, some.length);
      }
      at = end;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (OutputStream out = ZeroRuns.over(written)) {
      out.write(bytes, 0, bytes.length / 2);
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    }
    try (InputStream in = ZeroRuns.over(new ByteArrayInputStream(written.toByteArray()))) {
      byte[] start = in.readNBytes(bytes.length / 3);
      assertArrayEquals(Arrays.copyOf(bytes, bytes.length / 3), start);
      assertArrayEquals(Arrays.copyOfRange(bytes, start.length, bytes.length), in.readAllBytes());
    }
  }

  @Test
  void saysThatBytesAreCutOff() throws IOException {
    try (InputStream in = ZeroRuns.over(new ByteArrayInputStream(new byte[] {5, 0, 1, 2}))) {
      assertThrows(EOFException.class, in::readAllBytes);
    }
  }
}
