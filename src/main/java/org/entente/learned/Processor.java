package org.entente.learned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** What this machine's processor is good at. */
final class Processor {

  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  /** The names by which Linux lists the instructions, for x86 and for ARM. */
  private static final Set<String> BFLOAT16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

  private Processor() {}

  /**
   * Whether it multiplies numbers of bfloat16 by itself: learning takes half the time then. False where the system does
   * not say.
   */
  static boolean bfloat16() {
    try {
      return Files.isReadable(DESCRIPTION)
          && Arrays.stream(Files.readString(DESCRIPTION).split("\\s+")).anyMatch(BFLOAT16::contains);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
