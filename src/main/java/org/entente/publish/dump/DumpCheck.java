package org.entente.publish.dump;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Whether a dump is what it says it is: each file has its SHA-256, and the statements are of the version that stands
 * beside them.
 *
 * @param version the version of the statements, made anew from them
 * @param files how many were compared with their sums
 * @param findings what is wrong, in words; nothing when all is well
 */
public record DumpCheck(String version, int files, List<String> findings) {

  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

  public DumpCheck {
    findings = List.copyOf(findings);
  }

  /**
   * @param place the folder of a dump, or one file of it with named graphs
   * @param expected the version that it should have; empty: the one that stands beside it
   */
  public static DumpCheck of(Path place, Optional<String> expected) {
    List<String> findings = new ArrayList<>();
    int files = 0;
    try {
      if (Files.isDirectory(place)) {
        files = compareSums(place, findings);
      }
    } catch (IOException e) {
      throw new DumpException("the dump at " + place + " cannot be read (" + e.getMessage() + ")",
          "Check that you may read its files.", e);
    }
    Snapshot snapshot = Snapshot.of(place);
    String version = snapshot.version();
    expected.or(snapshot::statedVersion).filter(wanted -> !wanted.equals(version)).ifPresent(
        wanted -> findings.add("the statements are of version " + version + ", not " + wanted));
    return new DumpCheck(version, files, findings);
  }

  private static int compareSums(Path folder, List<String> findings) throws IOException {
    Path list = folder.resolve(DumpFolder.SUMS);
    if (!Files.exists(list)) {
      findings.add(list + " is missing, which has the sums of the files");
      return 0;
    }
    int compared = 0;
    int number = 0;
    for (String line : Files.readAllLines(list)) {
      number++;
      Matcher sum = SUM.matcher(line);
      if (!sum.matches()) {
        findings.add(list + ", line " + number + ": no sum and name of a file");
      } else {
        compared++;
        compare(folder.resolve(sum.group(2)), sum.group(1), findings);
      }
    }
    return compared;
  }

  private static void compare(Path file, String wanted, List<String> findings) throws IOException {
    if (!Files.isRegularFile(file)) {
      findings.add(file + " is missing");
    } else if (!sha256(file).equals(wanted)) {
      findings.add(file + " is not what its sum in " + DumpFolder.SUMS + " says");
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(in);
    }
  }
}
