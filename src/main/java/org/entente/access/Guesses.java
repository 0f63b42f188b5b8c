package org.entente.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down who guesses tokens: after some wrong ones, whoever asks from there has to wait, twice as long after each
 * further one, and is not even heard meanwhile. Forgotten after an hour without a wrong one.
 */
public final class Guesses {

  private static final int FREE = 5;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration MEMORY = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<String, Mistakes> wrong = new LinkedHashMap<>(16, 0.75f, true);

  private record Mistakes(int times, Instant last) {

    Instant free() {
      long seconds = times < FREE ? 0 : Math.min(LONGEST.toSeconds(), 1L << Math.min(times - FREE, 20));
      return last.plusSeconds(seconds);
    }
  }

  public Guesses(InstantSource clock) {
    this.clock = clock;
  }

  /** How long somebody there has to wait before being heard; empty: not at all. */
  public synchronized Optional<Duration> wait(String address) {
    return known(address).map(record -> Duration.between(clock.instant(), record.free()))
        .filter(Duration::isPositive);
  }

  /** Notes a wrong token. */
  public synchronized void note(String address) {
    int times = known(address).map(Mistakes::times).orElse(0);
    wrong.put(address, new Mistakes(times + 1, clock.instant()));
    if (wrong.size() > MOST_REMEMBERED) {
      wrong.remove(wrong.keySet().iterator().next());
    }
  }

  private Optional<Mistakes> known(String address) {
    return Optional.ofNullable(wrong.get(address))
        .filter(record -> record.last().plus(MEMORY).isAfter(clock.instant()));
  }
}
