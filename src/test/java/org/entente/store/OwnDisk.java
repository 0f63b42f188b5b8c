package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk for one test (a tmpfs of Linux, which needs the rights of root; without them the test is skipped). */
public final class OwnDisk implements AutoCloseable {

  private static final String SIZE = "size=160m";

  private final Path folder;

  private OwnDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one on a new folder. */
  public static OwnDisk mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()) == 0,
        "only root can mount a disk of its own");
    return new OwnDisk(folder);
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    } catch (IOException e) {
      // There is no such program here.
      return -1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Says whether it may be written; nothing may be open for writing. */
  void remount(String mode) {
    assertEquals(0, run("mount", "-o", "remount," + mode + "," + SIZE, folder.toString()));
  }

  /** Takes all of its room but so much. */
  public void fill(long bytesLeft) throws IOException {
    Path ballast = folder.resolve("ballast");
    Files.deleteIfExists(ballast);
    Files.write(ballast, new byte[(int) (folder.toFile().getUsableSpace() - bytesLeft)]);
  }

  @Override
  public void close() {
    run("umount", folder.toString());
  }
}
