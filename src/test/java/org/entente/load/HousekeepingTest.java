package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  @Test
  void looksAfterEverySoManyArticles() {
    AtomicInteger looks = new AtomicInteger();
    Housekeeping housekeeping = new Housekeeping(looks::incrementAndGet, 100);
    for (int i = 0; i < 35; i++) {
      housekeeping.after(10);
    }
    assertEquals(3, looks.get());
  }
}
