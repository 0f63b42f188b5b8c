package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuessesTest {

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private final Guesses guesses = new Guesses(() -> now);

  private void wrong(String address, int times) {
    IntStream.range(0, times).forEach(number -> guesses.note(address));
  }

  @Test
  void letsAFewMistakesPass() {
    wrong("192.0.2.1", 4);
    assertTrue(guesses.wait("192.0.2.1").isEmpty());
  }

  @Test
  void letsTheGuesserWaitTwiceAsLongEachTimeAndNobodyElse() {
    wrong("192.0.2.1", 5);
    assertEquals(Optional.of(Duration.ofSeconds(1)), guesses.wait("192.0.2.1"));
    wrong("192.0.2.1", 3);
    assertEquals(Optional.of(Duration.ofSeconds(8)), guesses.wait("192.0.2.1"));
    wrong("192.0.2.1", 100);
    assertEquals(Optional.of(Duration.ofMinutes(5)), guesses.wait("192.0.2.1"));
    assertTrue(guesses.wait("192.0.2.2").isEmpty());
  }

  @Test
  void forgetsAfterAnHour() {
    wrong("192.0.2.1", 100);
    now = now.plus(Duration.ofHours(1));
    assertTrue(guesses.wait("192.0.2.1").isEmpty());
  }

  @Test
  void remembersSoManyAddressesAndNoMore() {
    wrong("192.0.2.1", 10);
    IntStream.range(0, 20_000).forEach(number -> guesses.note("2001:db8::" + number));
    assertTrue(guesses.wait("192.0.2.1").isEmpty());
  }
}
