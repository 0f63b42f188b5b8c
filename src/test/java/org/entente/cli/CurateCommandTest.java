package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurateCommandTest {

  private static final String HEAD = "decision,subject,property,value,was,who,when,why\n";
  private static final String VISIT = "visit/graustark-visits-ruritania-0123456789ab";

  @TempDir
  Path folder;
  private String store = "";

  @BeforeEach
  void storeTwoStates() {
    store = TwoStates.storedIn(folder);
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("decisions.csv"), HEAD + lines).toString();
  }

  private String events() {
    return Shell.run("export", "events", "--store", store, "status=all").out();
  }

  @Test
  void mendsAndListsWhatWasDecided() throws IOException {
    String decisions = file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,The log says so.\n");
    Shell added = Shell.run("curate", "add", "--store", store, decisions);
    assertEquals(0, added.code(), added.err());
    assertTrue(added.out().contains("1 new of 1 decisions"), added.out());
    assertTrue(events().contains("2020-05-01,2020-05-31,2020-05"), events());
    Shell listed = Shell.run("curate", "list", "--store", store);
    assertTrue(listed.out().contains("mend,https://data.example.org/id/" + VISIT + ",date,2020-05,,Ada,2026-11-28"),
        listed.out());
    assertTrue(Shell.run("curate", "add", "--store", store, decisions).out().contains("0 new of 1 decisions"));
  }

  @Test
  void takesAStatementOut() throws IOException {
    assertTrue(events().contains(VISIT));
    assertEquals(0, Shell.run("curate", "add", "--store", store, file("retract," + VISIT + ",,,,Ada,2026-11-28,No.\n"))
        .code());
    assertFalse(events().contains(VISIT));
    assertEquals(0, Shell.run("curate", "check", "--store", store).code(), "a retraction is about what is gone");
  }

  @Test
  void saysWhichLineIsWrongAndTakesNoneOver() throws IOException {
    String decisions = file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,Yes.\n"
        + "retract,visit/nowhere-0123456789ab,,,,Ada,2026-11-28,No.\n"
        + "mend," + VISIT + ",status,gone,,Ada,2026-11-28,No.\n");
    for (String command : new String[] {"add", "check"}) {
      Shell refused = Shell.run("curate", command, "--store", store, decisions);
      assertAll(() -> assertEquals(1, refused.code()),
          () -> assertTrue(refused.err().contains("decisions.csv, line 3: there is no"), refused.err()),
          () -> assertTrue(refused.err().contains("decisions.csv, line 4: there is no status gone"), refused.err()),
          () -> assertFalse(events().contains("2020-05-01")));
    }
    assertEquals(1, Shell.run("curate", "list", "--store", store).out().lines().count());
  }

  @Test
  void saysWhatADecisionIsNoLongerAbout() throws IOException {
    Shell.run("curate", "add", "--store", store, file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,Yes.\n"));
    Shell.run("remove", "--store", store, "https://data.example.org/id/article/2020-05-04-port-call-0a1b2c3d");
    Shell checked = Shell.run("curate", "check", "--store", store);
    assertEquals(1, checked.code());
    assertTrue(checked.err().contains(VISIT + ": it is no longer in the data"), checked.err());
  }

  @Test
  void takesDecisionsOverWhenArticlesAreLoaded() throws IOException {
    String article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    String good = file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,Yes.\n");
    Shell loaded = Shell.run("load", "--store", store, "--curation", good, article);
    assertEquals(0, loaded.code(), loaded.err());
    assertTrue(events().contains("2020-05-01"));
    Shell refused =
        Shell.run("load", "--store", store, "--curation", file("retract,visit/no-0123456789ab,,,,A,2026-11-28,No.\n"),
            article);
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("line 2"), refused.err());
  }

  @Test
  void refusesToMakeOneOfTwoStatesBeforeItReads() throws IOException {
    String article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    Shell refused = Shell.run("load", "--store", store, "--curation",
        file("same,state/oman,,state/norway,,Ada,2026-11-28,One.\n"), article);
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("decisions.csv, line 2"), refused.err());
    assertFalse(Shell.run("list", "--store", store).out().contains("Lima and Santiago"));
  }

  @Test
  void refusesDecisionsThatGoRoundInACircleBeforeItReads() throws IOException {
    String article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    Shell refused = Shell.run("load", "--store", store, "--curation",
        file("""
            same,visit/a-0123456789ab,,visit/b-0123456789ab,,Ada,2026-11-28,One.
            same,visit/b-0123456789ab,,visit/a-0123456789ab,,Ada,2026-11-28,Two.
            """),
        article);
    assertEquals(1, refused.code(), refused.err());
    assertTrue(refused.err().contains("decisions.csv, line 3") && refused.err().contains("in a circle"), refused.err());
    assertFalse(refused.out().contains("loaded"), refused.out());
    assertFalse(Shell.run("list", "--store", store).out().contains("Lima and Santiago"));
  }

  @Test
  void takesADecisionBack() throws IOException {
    String before = events();
    String decisions = file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,The log says so.\n"
        + "mend," + VISIT + ",label,A short call,,Ada,2026-11-28,It was short.\n");
    Shell added = Shell.run("curate", "add", "--store", store, decisions);
    assertEquals(0, added.code(), added.err());
    String mistaken = file("mend," + VISIT + ",date,2020-05,,Ben,2026-11-29,Another log.\n");
    Shell removed = Shell.run("curate", "remove", "--store", store, mistaken);
    assertEquals(0, removed.code(), removed.err());
    assertFalse(events().contains("2020-05-01,2020-05-31"));
    assertTrue(Shell.run("curate", "list", "--store", store).out().contains(",label,A short call,"));
    Shell.run("curate", "remove", "--store", store, file("mend," + VISIT + ",label,A short call,,Ada,2026-11-28,.\n"));
    assertEquals(before, events());
    assertEquals(1, Shell.run("curate", "list", "--store", store).out().lines().count());
  }

  @Test
  void refusesToTakeBackWhatWasNotDecided() throws IOException {
    Shell.run("curate", "add", "--store", store, file("mend," + VISIT + ",date,2020-05,,Ada,2026-11-28,Yes.\n"));
    Shell refused = Shell.run("curate", "remove", "--store", store,
        file("mend," + VISIT + ",date,2020-05,,A,2026-11-28,Yes.\nretract," + VISIT + ",,,,A,2026-11-28,No.\n"));
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("decisions.csv, line 3: the store keeps no such decision"), refused.err());
    assertTrue(events().contains("2020-05-01"), "the other line is not taken back either");
  }

  @Test
  void aRetractedStatementComesBackWhenItsArticleIsLoadedAgain() throws IOException {
    String article = Files.writeString(folder.resolve("news.txt"), Shell.NEWS).toString();
    assertEquals(0, Shell.run("load", "--store", store, article).code());
    Shell.run("curate", "add", "--store", store, file("retract," + VISIT + ",,,,Ada,2026-11-28,No.\n"));
    assertTrue(Shell.run("load", "--store", store, article).out().contains("unchanged"));
    Shell removed =
        Shell.run("curate", "remove", "--store", store, file("retract," + VISIT + ",,,,A,2026-11-28,No.\n"));
    assertEquals(0, removed.code(), removed.err());
    assertTrue(removed.err().contains("load the articles again"), removed.err());
    assertFalse(Shell.run("load", "--store", store, article).out().contains("unchanged"), "it is read anew");
    assertTrue(Shell.run("load", "--store", store, article).out().contains("unchanged"));
  }

  @Test
  void needsOneOfItsCommands() {
    assertEquals(2, Shell.run("curate").code());
    assertEquals(2, Shell.run("curate", "add", "--store", store).code());
  }
}
