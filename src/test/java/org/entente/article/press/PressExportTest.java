package org.entente.article.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.Found;
import org.entente.article.Reading;
import org.entente.article.office.DocxArticleReaderTest;
import org.junit.jupiter.api.Test;

/** What press databases export: each article on its own, with the headline, paper, day and author that stand over it. */
class PressExportTest {

  private static final String ONE =
      "The foreign ministers of Malta and Nepal signed an agreement on seaports on Tuesday, although one of the two "
          + "has no coast and said so.";
  private static final String TWO =
      "Peru and Oman opened an embassy in each other's capital last week, and their presidents spoke by telephone "
          + "about it for an hour.";

  private static final String LEXIS = """


                                   1 of 2 DOCUMENTS


                                The Harbour Times (London)

                             May 5, 2020 Tuesday
                               Late Edition - Final

      Malta and Nepal Sign
      on Seaports

      BYLINE: By ANA KOS and BO LI

      SECTION: Section A; Foreign; Pg. 4

      LENGTH: 640 words

      DATELINE: VALLETTA

      BODY:

      %s

      "It is a beginning," the minister said. It was not
      clear of what.

      LOAD-DATE: May 6, 2020

      LANGUAGE: ENGLISH

      GRAPHIC: A photograph of a ship

      PUBLICATION-TYPE: Newspaper

                       Copyright 2020 The Harbour Times
                              All Rights Reserved


                                   2 of 2 DOCUMENTS


                                   The Sunda Post

                                June 1, 2021 Tuesday

      HEADLINE: Embassies open

      LENGTH: 120 words

      %s

      LOAD-DATE: June 1, 2021

                       Copyright 2021 The Sunda Post
      """.formatted(ONE, TWO);

  private static final String NEXIS = """
      User Name: Reader
      Date and Time: Monday, May 4, 2026 10:00 AM
      Documents (2)
      1. Malta and Nepal sign
      2. Embassies open

      Malta and Nepal sign

      The Harbour Times

      May 5, 2020 Tuesday 9:15 AM GMT

      Copyright 2020 The Harbour Times All Rights Reserved

      Section: FOREIGN; Pg. 4

      Length: 640 words

      Byline: Ana Kos

      Body

      %s

      Classification

      Language: ENGLISH

      Publication-Type: Newspaper

      Load-Date: May 6, 2020

      End of Document

      Embassies open

      The Sunda Post

      1 June 2021

      Length: 120 words

      Body

      %s

      Load-Date: June 1, 2021

      End of Document
      """.formatted(ONE, TWO);

  private static final String FACTIVA = """
      World
      Malta and Nepal sign
      By Ana Kos
      640 words
      5 May 2020
      09:15
      Harbour News Service
      HNSV
      English
      Copyright 2020 Harbour News.

      %s

      Document HNSV000020200505eg5500abc

      Embassies open
      120 words
      1 June 2021
      The Sunda Post
      SUNPST
      English
      (c) 2021 The Sunda Post

      %s

      Document SUNPST0020210601eg6100abd
      """.formatted(ONE, TWO);

  private static final String FACTIVA_CODED = """
      HD
      Malta and Nepal sign
      BY
      By Ana Kos
      WC
      640 words
      PD
      5 May 2020
      SN
      Harbour News Service
      LA
      English
      CY
      Copyright 2020 Harbour News.
      LP
      %s
      TD
      IN capitals the text goes on, and it is still the text of the agreement of the two.
      CO
      hnsv : Harbour
      AN
      Document HNSV000020200505eg5500abc
      """.formatted(ONE);

  private static final String PROQUEST = """
      ____________________________________________________________

      Report Information from ProQuest
      ____________________________________________________________

      Document 1 of 2

      Malta and Nepal sign

      Author: Kos, Ana

      ProQuest document link

      Abstract: Two ministers sign.

      Full text: %s

      A second paragraph of the same text, which says that the ministers then went home by train.

      Subject: Ports; Agreements

      Publication title: Harbour Times; London

      Publication date: May 5, 2020

      Document URL: https://search.proquest.com/docview/1
      ____________________________________________________________

      Document 2 of 2

      Embassies open

      Full text: %s

      Publication title: The Sunda Post

      Publication date: Jun 1, 2021
      """.formatted(ONE, TWO);

  @Test
  void partsTheArticlesOfAnOldLexisNexisExport() {
    List<Article> articles = articles("lexis.txt", LEXIS);
    assertEquals("Malta and Nepal Sign on Seaports", articles.getFirst().title());
    assertEquals(Optional.of("The Harbour Times (London)"), articles.getFirst().publisher());
    assertEquals(List.of("ANA KOS", "BO LI"), articles.getFirst().creators());
    assertEquals(
        "Malta and Nepal Sign on Seaports\n\n" + ONE
            + "\n\n\"It is a beginning,\" the minister said. It was not clear of what.",
        articles.getFirst().text());
    assertSecond(articles);
  }

  @Test
  void partsTheArticlesOfANexisUniExport() {
    assertBoth(articles("nexis.txt", NEXIS), "The Harbour Times");
  }

  @Test
  void partsTheArticlesOfAFactivaExportWithCodesAndWithout() {
    assertBoth(articles("factiva.txt", FACTIVA), "Harbour News Service");
    List<Article> coded = articles("factiva.txt", FACTIVA_CODED);
    assertEquals(1, coded.size());
    assertFirst(coded.getFirst(), "Harbour News Service");
    assertTrue(coded.getFirst().text().endsWith("the text of the agreement of the two."), coded.getFirst().text());
    assertEquals(coded, articles("factiva.txt", FACTIVA_CODED.replace("AN\n", "AN  ")));
  }

  @Test
  void partsTheArticlesOfAProQuestExport() {
    List<Article> articles = articles("proquest.txt", PROQUEST);
    assertBoth(articles, "Harbour Times; London");
    assertTrue(articles.getFirst().text().endsWith("home by train."));
  }

  @Test
  void partsTheArticlesThatProQuestExportsForWordAndNamesThoseThatHaveNoText() {
    List<String> report = List.of("Report Information from ProQuest", "30 November 2021 12:00", "Malta and Nepal sign",
        "Kos, Ana. Harbour Times; London [London]. 05 May 2020: A1.", "ProQuest document link", "ABSTRACT (ENGLISH)",
        "Two ministers sign.", "FULL TEXT", ONE, "DETAILS", "Subject:", "Ports; Agreements", "Author:", "Kos, Ana",
        "Publication title:", "Harbour Times; London", "Publication date:", "May 5, 2020", "Document URL:",
        "https://search.proquest.com/docview/1", "Database:", "Global Newsstream", "June 3, 1990 (Page 23 of 50)",
        "ProQuest document link", "FULL TEXT", "DETAILS", "Publication title:", "Harbour Times", "Database:",
        "Historical Newspapers", "Embassies open", "The Sunda Post. 01 Jun 2021.", "ProQuest document link",
        "FULL TEXT", TWO, "DETAILS",
        "Publication title: The Sunda Post", "Publication date: Jun 1, 2021", "LINKS");
    String word =
        report.stream().map(line -> "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>").collect(Collectors.joining());
    String rtf = "{\\rtf1\\ansi " + String.join("\\par ", report) + "\\par}";
    for (List<Found> found : List.of(
        Reading.all("report.docx", DocxArticleReaderTest.docx(word)), Reading.all("report.rtf", rtf))) {
      assertEquals(3, found.size());
      assertInstanceOf(Found.PassedOver.class, found.get(1));
      List<Article> articles = Reading.articles(List.of(found.get(0), found.get(2)));
      assertBoth(articles, "Harbour Times; London");
      assertEquals("Malta and Nepal sign\n\n" + ONE, articles.getFirst().text());
    }
  }

  @Test
  void partsThemInRichTextWordAndHtmlToo() {
    for (String export : List.of(NEXIS, FACTIVA)) {
      String rtf = "{\\rtf1\\ansi " + export.lines().collect(Collectors.joining("\\par ")) + "\\par}";
      String word = export.lines().map(line -> "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
          .collect(Collectors.joining());
      String html = export.lines().filter(line -> !line.isBlank()).map(line -> "<div>" + line + "</div>")
          .collect(Collectors.joining("", "<!DOCTYPE html><html><body>", "</body></html>"));
      assertSecond(articles("export.rtf", rtf));
      assertSecond(Reading.articles(Reading.all("export.docx", DocxArticleReaderTest.docx(word))));
      assertSecond(articles("export.html", html));
    }
  }

  @Test
  void numbersThemAsTheyStand() {
    assertEquals(List.of("lexis.txt#1", "lexis.txt#2"),
        Reading.all("lexis.txt", LEXIS).stream().map(Found::name).toList());
  }

  @Test
  void takesNoArticleForAnExportThatQuotesOne() {
    assertEquals(1, articles("a.txt", "Searching\n\nThe page said \"1 of 20 DOCUMENTS\" and nothing else happened to "
        + "the ministers of Peru.\n\n1 of 20 documents\n\nThen they went home to Lima by boat.").size());
  }

  private static List<Article> articles(String name, String text) {
    return Reading.articles(Reading.all(name, text));
  }

  private static void assertBoth(List<Article> articles, String paper) {
    assertFirst(articles.getFirst(), paper);
    assertSecond(articles);
  }

  private static void assertFirst(Article article, String paper) {
    assertEquals("Malta and Nepal sign", article.title());
    assertEquals(Optional.of(paper), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 5)), article.issued());
    assertEquals(List.of("Ana Kos"), article.creators());
    assertTrue(article.text().startsWith("Malta and Nepal sign\n\n" + ONE), article.text());
  }

  private static void assertSecond(List<Article> articles) {
    assertEquals(2, articles.size());
    Article article = articles.getLast();
    assertEquals("Embassies open", article.title());
    assertEquals(Optional.of("The Sunda Post"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2021, 6, 1)), article.issued());
    assertEquals("Embassies open\n\n" + TWO, article.text());
  }
}
