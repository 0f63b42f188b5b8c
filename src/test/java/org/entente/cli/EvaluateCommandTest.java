package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code entente evaluate} says of tables, of parts of a corpus, of two annotators. */
class EvaluateCommandTest {

  private static final String HEADER =
      "id\tkind\tstates\tothers\tstatus\tfield\tfrom\tto\tplace\tanchor\troles\tsource\ttrigger\n";
  private static final String MEETING =
      "E01\tMeeting\tCHL+PER\t\tcompleted\tdiplomacy\t2019-05-02\t2019-05-02\tLima\tministers of Peru and Chile met"
          + "\tparticipant=CHL; participant=PER\t\tmet\n";

  @TempDir
  private Path corpus;

  @BeforeEach
  void writeACorpusOfOneArticle() throws IOException {
    write("dev/andes.txt", Shell.NEWS);
    write("dev/andes.tsv", HEADER + MEETING);
  }

  @Test
  void takesThePartOfTheCorpusThatIsAskedFor() {
    Shell shell = Shell.run("evaluate", corpus.toString(), "--split", "dev");
    assertEquals(0, shell.code(), shell.err());
    assertTrue(shell.out().contains("1"), shell.out());
  }

  @Test
  void countsErrorsByStageAndEntry() throws IOException {
    write("dev/andes.tsv", HEADER + MEETING
        + "E02\tVisit\tCHL+PER\t\tcompleted\tdiplomacy\t\t\t\tministers of Peru and Chile met\t\t\tmet\n");
    Shell shell = Shell.run("evaluate", corpus.toString(), "--split", "dev", "--errors");
    assertEquals(0, shell.code(), shell.err());
    assertTrue(shell.out().contains("entry or word"), shell.out());
    assertTrue(shell.out().lines().anyMatch(line -> line.matches("(missed|differs) +\\w+ +\\d+ .*")), shell.out());
  }

  @Test
  void saysThatAPartIsNotThere() {
    Shell shell = Shell.run("evaluate", corpus.toString(), "--split", "blind");
    assertEquals(3, shell.code());
    assertTrue(shell.err().contains("blind is not a folder"), shell.err());
  }

  @Test
  void findsNothingWrongWithASoundTable() {
    Shell shell = Shell.run("evaluate", corpus.toString(), "--split", "dev", "--check");
    assertEquals(0, shell.code(), shell.out());
    assertTrue(shell.out().contains("1 rows in 1 articles, 0 mistakes"), shell.out());
  }

  @Test
  void findsTheMistakesOfATable() throws IOException {
    write(
        "dev/andes.tsv",
        HEADER + MEETING.replace("CHL+PER", "CHL+PRU").replace("\tdiplomacy\t", "\tdiplomatics\t")
            + "E02\tVisit\tCHL+PER\t\tcompleted\tdiplomacy\t\t\t\tsailed to Callao\tguest=CHL\t\tsailed\n"
            + "E03\tVisit\tCHL+PER\t\tcompleted\tdiplomacy\t\t\t\tthe\tvisitor=BOL\t\tmet\n");
    Shell shell = Shell.run("evaluate", corpus.toString(), "--split", "dev", "--check");
    assertEquals(1, shell.code());
    for (String mistake : new String[] {
      "andes.txt E01: \"PRU\" is no code of a state", "E01: \"diplomatics\" is no field",
      "E02: the anchor \"sailed to Callao\" occurs 0 times", "E02: the trigger \"sailed\" does not occur",
      "E02: \"guest=CHL\" is no role=who", "E03: the anchor \"the\" occurs",
      "E03: BOL has a role, but is not among the states"}) {
      assertTrue(shell.out().contains(mistake), mistake + " is missing in:\n" + shell.out());
    }
  }

  @Test
  void holdsOneAnnotatorAgainstTheOther() throws IOException {
    write("second/andes.tsv", HEADER + MEETING.replace("ministers of Peru and Chile met", "met in Lima on Thursday"));
    Shell shell =
        Shell.run(
            "evaluate", corpus.toString(), "--split", "dev", "--second", corpus.resolve("second").toString(),
            "--min-f1", "1.0");
    assertEquals(0, shell.code(), shell.out() + shell.err());
  }

  @Test
  void saysThatTheSecondAnnotatorHasNoneOfTheArticles() throws IOException {
    write("second/other.tsv", HEADER);
    Shell shell =
        Shell.run(
            "evaluate", corpus.toString(), "--split", "dev", "--second", corpus.resolve("second").toString());
    assertEquals(3, shell.code());
    assertTrue(shell.err().contains("has no table of any of these articles"), shell.err());
  }

  private void write(String name, String text) throws IOException {
    Path file = corpus.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
