package org.entente.publish.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that is no part of Entente, run where it is installed; elsewhere the test that asks for it is skipped.
 *
 * @param file where it is
 * @param environment what it finds in its environment beside the usual
 */
public record Program(Path file, Map<String, String> environment) {

  /** The first of these, on the path or by an address of its own, that can be run. */
  public static Program named(String... names) {
    List<Path> found = here(names).toList();
    assumeTrue(!found.isEmpty(), String.join(", ", names) + " is not here");
    return new Program(found.getFirst(), Map.of());
  }

  /** A Python that has a library: the system's may have what another one on the path lacks. */
  static Program pythonWith(String library) {
    List<Program> found = here("python3", "/usr/bin/python3").map(file -> new Program(file, Map.of()))
        .filter(python -> python.ends("-c", "import " + library) == 0).toList();
    assumeTrue(!found.isEmpty(), "no Python here has " + library);
    return found.getFirst();
  }

  private static Stream<Path> here(String... names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return Arrays.stream(names)
        .flatMap(name -> name.contains("/") ? Stream.of(Path.of(name)) : folders.stream().map(f -> Path.of(f, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }

  /** The same with a word more in its environment. */
  public Program with(String variable, String value) {
    return new Program(file, Map.of(variable, value));
  }

  /** What it says, on either way, and that it ends well. */
  public String says(String... arguments) {
    try {
      Process process = started(arguments);
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
      return said;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(file + " could not be run", e);
    }
  }

  private int ends(String... arguments) {
    try {
      Process process = started(arguments);
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(file + " could not be run", e);
    }
  }

  private Process started(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
