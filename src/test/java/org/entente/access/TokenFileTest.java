package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

  @TempDir
  Path folder;

  private Path file = Path.of("");
  private TokenFile tokens = on(NOW);

  private TokenFile on(Instant day) {
    return new TokenFile(file, Clock.fixed(day, ZoneOffset.UTC));
  }

  @BeforeEach
  void name() {
    file = folder.resolve("tokens");
    tokens = on(NOW);
  }

  @Test
  void keepsDigestsAndNoTokensInAFileForItsOwnerAlone() throws IOException {
    String secret = tokens.add("ada", "add", Optional.empty());
    assertEquals("ada", tokens.holder(secret).orElseThrow().name());
    assertFalse(Files.readString(file).contains(secret));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertTrue(tokens.holder(secret + "x").isEmpty() && tokens.holder("").isEmpty());
  }

  @Test
  void letsAHolderDoWhatTheScopesSay() {
    Holder ada = tokens.holder(tokens.add("ada", "add", Optional.empty())).orElseThrow();
    assertTrue(ada.may(Scope.ADD) && !ada.may(Scope.REMOVE));
  }

  @Test
  void endsWithTheLastDay() {
    String secret = tokens.add("ada", "add,remove", Optional.of(LocalDate.of(2026, 11, 29)));
    assertTrue(on(NOW).holder(secret).isPresent());
    assertTrue(on(NOW.plus(Duration.ofDays(1))).holder(secret).isEmpty());
  }

  @Test
  void seesWhatChangesWithoutARestart() {
    String first = tokens.add("ada", "add", Optional.empty());
    String other = on(NOW).add("ada", "add", Optional.empty());
    assertTrue(tokens.holder(first).isEmpty() && tokens.holder(other).isPresent());
    on(NOW).remove("ada");
    assertTrue(tokens.holder(other).isEmpty());
  }

  @Test
  void refusesAFileThatOthersMayRead() throws IOException {
    String secret = tokens.add("ada", "add", Optional.empty());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    AccessException problem = assertThrows(AccessException.class, () -> on(NOW).holder(secret));
    assertEquals(Optional.of("chmod 600 " + file), problem.advice());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada add -", "ada fly - 00", "ada add soon 00", "ada add - 00", "a/b add - 00"})
  void saysInWhichLineAMistakeIs(String line) throws IOException {
    Files.writeString(file, "# names\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    AccessException problem = assertThrows(AccessException.class, () -> tokens.holder("x"));
    assertTrue(problem.getMessage().contains("line 2: "), problem.getMessage());
  }

  @Test
  void refusesATokenThatCanBeGuessed() {
    assertThrows(AccessException.class, () -> new SingleToken("secret"));
  }
}
