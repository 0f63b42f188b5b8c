package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void weighsTheErrorOfALevelByItsFindings() {
    List<Calibration.Row> rows =
        List.of(row("0.9", 30, 24, .8), row("0.5", 10, 5, .5));
    assertEquals(.075, Calibration.error(rows), 1e-9);
  }

  @Test
  void findsNoErrorWhereNothingWasFound() {
    assertEquals(0, Calibration.error(List.of()));
  }

  private static Calibration.Row row(String confidence, int found, int right, double share) {
    return new Calibration.Row(new BigDecimal(confidence), found, right, share, share, share);
  }
}
