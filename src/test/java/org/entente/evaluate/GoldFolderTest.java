package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldFolderTest {

  private static final String HEADER = "id\tkind\tstates\tothers\tstatus\tfield\tfrom\tto\tplace\tanchor\n";

  @TempDir
  private Path folder;

  @Test
  void readsTheArticlesThatTheIndexLists() {
    write("index.tsv", "file\tform\tdate\nport.txt\tnews\t2020-03-02\n");
    write("port.txt", "Chile and Peru will widen the port.");
    write("port.tsv", HEADER
        + "E01\tJointBody\tCHL+PER\tPort Board; mayor (PER)\tplanned\ttransport\t2020-03-01\t2020-03-31\tIlo; Arica\tthe port\n");
    write("unlisted.tsv", HEADER);
    List<GoldArticle> articles = GoldFolder.read(folder);
    assertEquals(List.of("port.txt"), articles.stream().map(GoldArticle::name).toList());
    assertEquals(Optional.of(LocalDate.parse("2020-03-02")), articles.getFirst().date());
    GoldRow row = articles.getFirst().rows().getFirst();
    assertEquals(Kind.JOINT_BODY, row.kind());
    assertEquals(Set.of("CHL", "PER"), row.states());
    assertEquals(List.of("Port Board", "mayor (PER)"), row.others());
    assertEquals(Status.PLANNED, row.status());
    assertEquals(
        Optional.of(TimeInterval.within(LocalDate.parse("2020-03-01"), LocalDate.parse("2020-03-31"))), row.when());
    assertEquals(List.of("Ilo", "Arica"), row.places());
  }

  @Test
  void readsAFolderOfSingleSentencesWithoutAnIndex() {
    write("b.txt", "Chile thanked Peru.");
    write("b.tsv", HEADER);
    write("a.txt", "Peru lent Chile a ship.");
    write("a.tsv", HEADER + "E01\tTransfer\tCHL+PER\t\tcompleted\tnaval\t\t\t\tlent Chile\n");
    List<GoldArticle> articles = GoldFolder.read(folder);
    assertEquals(List.of("a.txt", "b.txt"), articles.stream().map(GoldArticle::name).toList());
    assertEquals(Optional.empty(), articles.getFirst().rows().getFirst().when());
    assertEquals(List.of(), articles.getLast().rows());
  }

  @Test
  void saysInWhichLineAKindIsUnknown() {
    write("a.txt", "Peru lent Chile a ship.");
    write("a.tsv", HEADER + "E01\tLoan\tCHL+PER\t\tcompleted\tnaval\t\t\t\tlent Chile\n");
    GoldException refused = assertThrows(GoldException.class, () -> GoldFolder.read(folder));
    assertTrue(refused.getMessage().contains("a.tsv line 2: \"Loan\" is no kind"), refused.getMessage());
  }

  @Test
  void refusesTheSameIdTwice() {
    String row = "E01\tTransfer\tCHL+PER\t\tcompleted\tnaval\t\t\t\tlent Chile\n";
    write("a.txt", "Peru lent Chile a ship.");
    write("a.tsv", HEADER + row + row);
    assertThrows(GoldException.class, () -> GoldFolder.read(folder));
  }

  @Test
  void refusesAFolderThatIsNotThereOrHoldsNothing() {
    assertThrows(GoldException.class, () -> GoldFolder.read(folder));
    assertThrows(GoldException.class, () -> GoldFolder.read(folder.resolve("nowhere")));
  }

  @Test
  void saysWhichListedArticleIsNotThere() {
    write("index.tsv", "file\nlost.txt\n");
    GoldException refused = assertThrows(GoldException.class, () -> GoldFolder.read(folder));
    assertTrue(refused.getMessage().contains("lost.txt"), refused.getMessage());
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
