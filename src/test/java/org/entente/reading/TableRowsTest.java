package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** Tables whose header names who, what and when are read row by row; others are left alone and counted. */
class TableRowsTest {

  @Test
  void readsEachRowOfAMarkdownTableWithTheWordsOfItsCells() {
    Article article = markdown("""
        | Parties | Signed | Agreement | Entry into force |
        | --- | --- | --- | --- |
        | Kenya, Malta | 3 May 2019 | Air Services Agreement | 1 January 2020 |
        | Malta and Tunisia | 2018 | Memorandum of understanding on fisheries | |
        """);
    List<Undertaking> found = Readers.READER.read(article).undertakings();
    assertEquals(
        List.of("Agreement KEN+MLT concluded 2019-05-03", "Agreement MLT+TUN concluded 2018"), lines(found));
    assertEquals(
        "Parties: Kenya, Malta | Signed: 3 May 2019 | Agreement: Air Services Agreement"
            + " | Entry into force: 1 January 2020",
        found.getFirst().evidence().getFirst().words());
    assertEquals("Air Services Agreement", found.getFirst().trigger().orElseThrow().words());
    assertEquals(List.of("signed", "in-force"), found.getFirst().history().stream().map(s -> s.step()).toList());
    assertEquals(0, article.tables());
  }

  @Test
  void readsCellsThatStandForSeveralRowsOfAPage() {
    Article article = read("page.html", """
        <!DOCTYPE html><html><head><title>Drills of the year</title></head><body><article>
        <h1>Drills of the year</h1>
        <p>The navies of the region met more often than in the years before, and they trained for rescue at sea, for
        the protection of harbours and for the pursuit of smugglers, as the following list of their drills shows.</p>
        <p>It was drawn up by the staff college from what the ministries of defence announced in their gazettes.</p>
        <table><tr><th>Date</th><th>Exercise</th><th>Participants</th></tr>
        <tr><td rowspan="2">May 2021</td><td>Blue Heron</td><td>Benin, Gabon</td></tr>
        <tr><td>Grey Heron</td><td>Benin, Togo</td></tr>
        <tr><td colspan="3">2025</td></tr>
        <tr><td>May 2025</td><td>White Heron</td><td>Benin, Ghana</td></tr></table>
        <table><tr><th>Country</th><th>Ships</th></tr><tr><td>Benin</td><td>5</td></tr>
        <tr><td>Togo</td><td>4</td></tr></table>
        </article></body></html>
        """, "2022-01-31");
    List<Undertaking> found = Readers.READER.read(article).undertakings();
    assertEquals(
        List.of(
            "Exercise BEN+GAB completed 2021-05", "Exercise BEN+TGO completed 2021-05",
            "Exercise BEN+GHA planned 2025-05"),
        lines(found));
    assertEquals("Blue Heron", found.getFirst().name().orElseThrow());
    assertEquals(1, article.tables());
  }

  @Test
  void heedsWhatAStatusColumnSaysAndLeavesOpenWhatItDoesNot() {
    List<Undertaking> found = Readers.READER.read(markdown("""
        | Supplier | Recipient | Weapon | Year | Status |
        | --- | --- | --- | --- | --- |
        | Turkey | Malta | patrol boats | 2020 | Delivered |
        | Italy | Malta | helicopters | 2023 | On order |
        | Spain | Malta | drones | 2023 | see note 4 |
        | Cuba | Malta | trucks | 2022 | Cancelled |
        """)).undertakings();
    assertEquals(
        List.of("Transfer MLT+TUR completed 2020", "Transfer ITA+MLT planned 2023", "Transfer CUB+MLT ended 2022"),
        lines(found));
    assertEquals(Ending.CALLED_OFF, found.getLast().ending().orElseThrow());
  }

  @Test
  void assertsNothingOfARowWithoutADateOrWithOneThatMayBeToCome() {
    assertTrue(Readers.READER.read(markdown("""
        | Parties | Date | Agreement |
        | --- | --- | --- |
        | Kenya, Malta | | Air Services Agreement |
        | Kenya, Chad | 2022 | Extradition treaty |
        | Kenya | 2019 | Fisheries agreement |
        """)).undertakings().isEmpty());
  }

  @Test
  void makesNoSentenceOfATableThatListsSomethingElse() {
    Article article = markdown("""
        | Country | Agreement on tariffs | Share |
        | --- | --- | --- |
        | Kenya | Malta | 4 % |
        """);
    assertTrue(Readers.READER.read(article).undertakings().isEmpty());
    assertEquals(1, article.tables());
  }

  private static Article markdown(String table) {
    return read("tables.md", """
        # What Was Signed

        The ministry published the list below, without saying more about it.

        """ + table, "2022-01-31");
  }

  private static Article read(String name, String text, String date) {
    return new ArticleReaders().read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name,
        new MetadataOverrides(
            Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse(date)), Optional.empty(),
            Optional.empty()));
  }

  private static List<String> lines(List<Undertaking> undertakings) {
    return undertakings.stream()
        .map(
            u -> "%s %s %s %s".formatted(
                u.kind().className(),
                u.states().stream().map(s -> s.state().orElseThrow()).collect(Collectors.joining("+")),
                u.status().conceptName(), u.when().map(w -> w.edtf()).orElse("-")))
        .toList();
  }
}
