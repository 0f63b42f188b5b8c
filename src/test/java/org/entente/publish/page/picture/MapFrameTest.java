package org.entente.publish.page.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapFrameTest {

  private static final Position PRAGUE = new Position(14.4, 50.1);
  private static final Position SUVA = new Position(178.44, -18.14);

  private static String path(MapFrame frame, String... states) {
    return frame.path(Outlines.WORLD.only(List.of(states)).stream().flatMap(state -> state.rings().stream()).toList());
  }

  @Test
  void showsAllPositionsAndAtLeastAPieceOfTheirContinent() {
    for (List<Position> positions : List.of(List.of(PRAGUE), List.of(PRAGUE, SUVA), List.of(SUVA),
        List.of(new Position(-180, -60), new Position(180, 80)))) {
      MapFrame frame = MapFrame.around(positions);
      for (Position position : positions) {
        assertTrue(frame.x(position) >= 0 && frame.x(position) <= frame.width(), frame + " " + position);
        assertTrue(frame.y(position) >= 0 && frame.y(position) <= frame.height(), frame + " " + position);
      }
      assertTrue(frame.degreesWide() >= 30 && frame.degreesWide() <= 360 + 16, frame.toString());
    }
  }

  @Test
  void leavesRoomForTheDiscOfAPlaceNearTheAntimeridian() {
    MapFrame frame = MapFrame.around(List.of(new Position(-175, -21), PRAGUE, SUVA));
    assertTrue(frame.x(SUVA) < frame.width() - 20, frame.toString());
    assertTrue(frame.x(new Position(-175, -21)) > 20, frame.toString());
  }

  /** Where Fiji crossed the antimeridian, a band went once around the world. */
  @Test
  void drawsNoRingAcrossTheWholeWorldThatOnlyCrossesTheAntimeridian() {
    for (Outlines.Outline state : Outlines.WORLD.states()) {
      for (List<Position> ring : state.rings()) {
        for (int i = 1; i < ring.size(); i++) {
          double step = Math.abs(ring.get(i).longitude() - ring.get(i - 1).longitude());
          assertTrue(step < 60, state.m49() + " steps over " + step + " degrees");
        }
      }
    }
    MapFrame frame = MapFrame.around(List.of(SUVA));
    assertFalse(path(frame, "242").isEmpty(), "Fiji is seen");
  }

  @Test
  void leavesOutWhatIsNotSeenAndKeepsToTheFrame() {
    MapFrame frame = MapFrame.around(List.of(PRAGUE));
    assertEquals("", path(frame, "242"));
    String path = path(frame, "203", "643");
    assertTrue(Pattern.matches("(M-?\\d+[ -]\\d+(l-?\\d+(-\\d+| \\d+))+z)+", path), path);
    assertTrue(path.length() < 3_000, "Siberia is not in it");
  }

  @Test
  void knowsTheStatesByTheirCodesInM49() {
    assertEquals(1, Outlines.WORLD.only(List.of("203", "")).size());
    assertEquals(Outlines.WORLD.states().size() - 1, Outlines.WORLD.except(List.of("203", "")).size());
  }
}
