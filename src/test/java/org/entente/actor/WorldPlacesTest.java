package org.entente.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.actor.WorldPlaces.Place;
import org.entente.text.WordTableException;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.Test;

class WorldPlacesTest {

  private static final WorldPlaces BUNDLED = WorldPlaces.bundled();

  @Test
  void knowsTheStateOfTownsPortsAndRegions() {
    Stream.of("Lobito AGO", "Gurugram IND", "Safaga EGY", "Konya TUR", "Évora PRT", "Khovd MNG", "Sichuan CHN")
        .map(line -> line.split(" "))
        .forEach(line -> assertEquals(Optional.of(line[1]), BUNDLED.foremost(line[0]).map(Place::state), line[0]));
  }

  @Test
  void accentsAndHyphensMakeNoDifference() {
    assertEquals(BUNDLED.named("Évora"), BUNDLED.named("evora"));
  }

  @Test
  void leavesOpenWhichStateANameOfSeveralMeans() {
    Stream.of("Córdoba", "Valencia", "Punjab", "Santiago de los Caballeros de Nada")
        .forEach(name -> assertEquals(Optional.empty(), BUNDLED.foremost(name), name));
    assertTrue(BUNDLED.named("Córdoba").size() > 2);
  }

  @Test
  void aCityTwentyTimesLargerThanItsNamesakesIsMeant() {
    WorldPlaces places =
        table("Alpha\tKEN\ttown\t1\t2\t2000", "Alpha\tPER\ttown\t3\t4\t100", "Beta\tKEN\ttown\t1\t2\t1999",
            "Beta\tPER\ttown\t3\t4\t100", "Gamma\tKEN\ttown\t1\t2\t9000", "Gamma\tPER\tregion\t3\t4\t");
    assertEquals(Optional.of("KEN"), places.foremost("Alpha").map(Place::state));
    assertEquals(Optional.empty(), places.foremost("Beta"));
    assertEquals(Optional.empty(), places.foremost("Gamma"));
    assertEquals(Optional.of(new BigDecimal("1")), places.position("alpha", "KEN").map(WorldPlaces.Position::latitude));
    assertEquals(Optional.empty(), places.position("alpha", "PER"));
  }

  @Test
  void hasNoNameThatIsAWordOrAPersonsOrInTheGazetteer() {
    Stream.of("Nice", "Reading", "Mobile", "Victoria", "Bath", "Split", "Man", "Deal", "Best", "Kofi", "March", "Putin",
        "Moscow", "Georgia").forEach(name -> assertEquals(0, BUNDLED.named(name).size(), name));
    Gazetteer gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE);
    Stream.of("berlin", "gwadar").forEach(slug -> assertEquals(
        gazetteer.bySlug(Actor.Type.PLACE, slug).isPresent(), BUNDLED.named(slug).isEmpty(), slug));
  }

  @Test
  void aLineThatIsNotOfTheFormIsRefusedWithItsNumber() {
    String message =
        assertThrows(WordTableException.class, () -> table("Alpha\tKEN\ttown\t1\t2\t3", "Beta\tKEN\ttown\tx\t2\t3"))
            .getMessage();
    assertTrue(message.contains("line 2"), message);
  }

  private static WorldPlaces table(String... lines) {
    return WorldPlaces.read(new StringReader(String.join("\n", lines) + "\n"), "places.tsv");
  }
}
