package org.entente.article.text;

import static org.entente.article.Block.Kind.CAPTION;
import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.entente.article.Block.Kind.PARAGRAPH;
import static org.entente.article.Block.Kind.TITLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.MetadataOverrides;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextArticleReaderTest {

  private static final String OP_ED =
      """

      Chile and Ghana: Two Coasts, One Timetable

      By Rosa Quiroga

      Pacific Ledger, March 4, 2019

      Region: South America, Africa

      Theme: <u>Ports</u> Dossier: <u>SHIPPING</u>

      Note to readers: tell a friend about this page

      Santiago and Accra opened a line for refrigerated cargo last month, and it carries mangoes <u>twice a week</u>.

      What Has Been Done

      Ghana's transport minister toured the harbour of San Antonio and signed a letter of intent there.

      Transport Minister Kofi Annor, left, welcomes a Chilean delegation on Feb. 2, 2019

      What Should Follow:

      - Train pilots together in Valparaiso.

      - Set up a joint insurance fund.
       Open a second berth at Tema.
      - Drop the fee for transit permits.

      *

      This article was originally published on Harbour Notes.

      Rosa Quiroga is a columnist who lives in Arica. She contributes to Pacific Ledger.

      Articles by: Rosa Quiroga
      """;

  @Test
  void takesMetadataFromTheLinesUnderTheHeadline() {
    Article article = Reading.text(OP_ED);
    assertEquals("Chile and Ghana: Two Coasts, One Timetable", article.title());
    assertEquals(List.of("Rosa Quiroga"), article.creators());
    assertEquals(Optional.of("Pacific Ledger"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2019, 3, 4)), article.issued());
    assertEquals(List.of("South America", "Africa", "Ports", "SHIPPING"), article.keywords());
    assertEquals(Optional.of("Harbour Notes"), article.firstPublishedBy());
    assertEquals(List.of(), article.warnings());
  }

  @Test
  void tellsBlocksApartByTheirLayout() {
    Article article = Reading.text(OP_ED);
    assertEquals(List.of("What Has Been Done", "What Should Follow:"), Reading.words(article, HEADING));
    assertEquals(
        List.of("Transport Minister Kofi Annor, left, welcomes a Chilean delegation on Feb. 2, 2019"),
        Reading.words(article, CAPTION));
    assertEquals(
        List.of(
            "Train pilots together in Valparaiso.", "Set up a joint insurance fund.", "Open a second berth at Tema.",
            "Drop the fee for transit permits."),
        Reading.words(article, LIST_ITEM));
  }

  @Test
  void leavesOutHeaderLinesAndFooter() {
    String text = Reading.text(OP_ED).text();
    assertFalse(text.contains("Pacific Ledger"));
    assertFalse(text.contains("Arica"));
    assertFalse(text.contains("<u>"));
    assertFalse(text.contains("- Train"));
    assertTrue(text.endsWith("transit permits."));
  }

  @Test
  void numbersParagraphsListsAndSections() {
    Article article = Reading.text(OP_ED);
    List<Block> items = Reading.blocks(article, LIST_ITEM);
    assertTrue(items.stream().allMatch(item -> item.list() == 1 && item.level() == 1));
    assertTrue(items.stream().allMatch(item -> item.section().equals(Optional.of("What Should Follow"))));
    List<Integer> numbers =
        article.blocks().stream().filter(b -> b.kind() != TITLE && b.kind() != HEADING).map(Block::paragraph).toList();
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), numbers);
  }

  @Test
  void partsBlocksByOneBlankLineAndKeepsEachOnOneLine() {
    Article article = Reading.text(OP_ED);
    String rebuilt = String.join("\n\n", article.blocks().stream().map(article::text).toList());
    assertEquals(rebuilt, article.text());
  }

  @Test
  void startsTheFirstParagraphAfterItsDateline() {
    Article article = Reading.text("""
        Fish Accord Near

        QUITO, May 3, 2021 (Andes News) — Ecuador and Peru came close to an accord on tuna, officials said.

        Nothing was signed.
        """);
    assertEquals(Optional.of(LocalDate.of(2021, 5, 3)), article.issued());
    assertEquals(Optional.of("Andes News"), article.publisher());
    assertTrue(Reading.words(article, PARAGRAPH).getFirst().startsWith("Ecuador and Peru"));
    assertTrue(article.text().contains("QUITO, May 3, 2021 (Andes News) — Ecuador"));
  }

  @Test
  void readsShortDatelinesOfKnownCitiesOnly() {
    Article dated = Reading.text("Grain\n\nDOHA: Qatar will buy wheat from Kazakhstan, the ministry said on Monday.\n");
    assertTrue(Reading.words(dated, PARAGRAPH).getFirst().startsWith("Qatar will"));
    Article open = Reading.text(
        "Grain\n\nNATO — the alliance of the North Atlantic — will not buy any wheat at all.\n");
    assertTrue(Reading.words(open, PARAGRAPH).getFirst().startsWith("NATO — the alliance"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Washington — Brazil signed an accord with Peru on Friday.",
    "Vienna, The minister of Brazil met the minister of Peru on Friday.",
    "Tehran, IRNA – Brazil signed an accord with Peru on Friday.",
    "Pago Pago, AMERICAN SAMOA — Brazil signed an accord with Peru on Friday.",
  })
  void readsDatelinesThatAreNotAllInCapitals(String first) {
    Article article = Reading.text("Ministers Meet\n\n" + first + "\n\nNothing more was said about it by either.\n");
    assertTrue(Reading.words(article, PARAGRAPH).getFirst().matches("(Brazil|The minister).*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Moscow — Beijing trade grew again last year by a third.",
    "Paris, The Hague and Geneva want the seat of the court.",
  })
  void takesACityThatASentenceBeginsWithForNoDateline(String first) {
    Article article = Reading.text("Cities Compete\n\n" + first + "\n\nNothing more was said about it by either.\n");
    assertEquals(first, Reading.words(article, PARAGRAPH).getFirst());
  }

  @Test
  void knowsAnInterviewByItsRecurringLabels() {
    Article article = Reading.text("""
        Salt and Silk: A Talk

        The Gulf Quarterly, 2 June 2020

        Amina Farah ran the port of Berbera for ten years.

        Lund: Did the two ministers meet?

        Farah: They met in Aden. It took an hour.

        Lund: And the loan?

        Farah: It was signed.
        """);
    List<Block> paragraphs = Reading.blocks(article, PARAGRAPH);
    assertEquals(
        List.of(Optional.empty(), Optional.of("Lund"), Optional.of("Farah"), Optional.of("Lund"), Optional.of("Farah")),
        paragraphs.stream().map(Block::speaker).toList());
    assertEquals("They met in Aden. It took an hour.", article.text(paragraphs.get(2)));
    assertEquals("And the loan?", article.text(paragraphs.get(3)));
  }

  @Test
  void letsASpeakerGoOnOverSeveralParagraphsAndNumberTheQuestions() {
    Article article = Reading.text("""
        Salt Again

        Q1. Did the two ministers meet?

        A1. They met in Aden.

        It took an hour.

        Q2. And the loan?

        A2. It was signed.
        """);
    assertEquals(
        List.of("Q", "A", "A", "Q", "A"),
        Reading.blocks(article, PARAGRAPH).stream().map(block -> block.speaker().orElseThrow()).toList());
  }

  @Test
  void takesALoneLabelForPartOfTheText() {
    Article article = Reading.text(
        "Rail\n\nUpdate: Kenya and Uganda have signed the rail deal after all, a minister said.\n");
    assertEquals(Optional.empty(), Reading.blocks(article, PARAGRAPH).getFirst().speaker());
  }

  @Test
  void joinsLinesThatAnEditorBroke() {
    Article article = Reading.text("""
        Bread and Bridges

        The governments of Benin and Togo have agreed to rebuild the bridge that the
        flood took away two years ago, and a contractor has been at work there since
        the dry season began.

        A second bridge is planned, though nobody in either capital would say when its
        first pillar is to be driven into the river bed.
        """);
    assertEquals(2, Reading.blocks(article, PARAGRAPH).size());
    assertTrue(article.text().contains("that the flood took away"));
  }

  @Test
  void readsAParagraphALineWhereNoBlankLinesPartThem() {
    Article article = Reading.text(
        "Two Lines\nBy Ben Okri\nThe minister of trade of Fiji went to Samoa and came home with a treaty about tuna, "
            + "which both parliaments will read in autumn, as he told the press on the airfield.\n"
            + "The minister of trade of Tonga stayed where he was, and told nobody why he had chosen to do so at a "
            + "time when everybody else in the region seemed to be travelling to sign things.\n");
    assertEquals(2, Reading.blocks(article, PARAGRAPH).size());
    assertEquals(List.of("Ben Okri"), article.creators());
  }

  @Test
  void readsASingleSentence() {
    Article article = Reading.text("Oman and Malawi signed a treaty on tea in Muscat on Monday.");
    assertEquals("Oman and Malawi signed a treaty on tea in Muscat on Monday.", article.text());
    assertEquals(List.of(PARAGRAPH), article.blocks().stream().map(Block::kind).toList());
    assertEquals(article.text(), article.title());
  }

  @Test
  void guessesNoDateAndSaysSo() {
    Article article = Reading.text("Two Ports\n\nMalta and Libya reopened the ferry on Monday, and it was full.\n");
    assertEquals(Optional.empty(), article.issued());
    assertTrue(article.warnings().getFirst().contains("--date"));
  }

  @Test
  void letsGivenMetadataWin() {
    MetadataOverrides given =
        new MetadataOverrides(
            Optional.of("Other"), Optional.of("Ada Moss"), Optional.of(LocalDate.of(2001, 1, 2)), Optional.of("Paper"),
            Optional.of(java.net.URI.create("https://paper.example/1")));
    Article article = Reading.bytes(OP_ED.getBytes(java.nio.charset.StandardCharsets.UTF_8), given);
    assertEquals("Other", article.title());
    assertEquals(List.of("Ada Moss"), article.creators());
    assertEquals(Optional.of("Paper"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2001, 1, 2)), article.issued());
    assertEquals("https://paper.example/1", article.url().orElseThrow().toString());
    assertTrue(article.text().startsWith("Chile and Ghana"));
  }

  @Test
  void keepsQuotesAccentsAndRightToLeftNamesAndNormalisesSpaces() {
    Article article = Reading.text(
        "Ca\u0301diz Papers\r\n\r\nThe envoy\u00A0said \u201Cyes\u201D to \u0645\u062D\u0645\u062F in "
            + "Co\u0302te d\u2019Ivoire  and the others did not.\r\n");
    assertEquals("C\u00E1diz Papers", article.title());
    assertTrue(article.text().endsWith(
        "The envoy said \u201Cyes\u201D to \u0645\u062D\u0645\u062F "
            + "in C\u00F4te d\u2019Ivoire and the others did not."));
  }

  @Test
  void takesDateHeadingsOfAChronologyForHeadings() {
    Article article = Reading.text("""
        A Year at the Strait

        3 May 2019

        Envoys of Spain and Morocco met in Tangier and talked about ferries.

        9 July 2019

        The ferries were discussed again, and this time a timetable came out of it.

        1 October 2019

        Both sides put the timetable off.
        """);
    assertEquals(3, Reading.blocks(article, HEADING).size());
    assertEquals(Optional.empty(), article.issued());
  }

  @Test
  void findsTheHeadlineUnderADateAndAMasthead() {
    Article article = Reading.text("""
        Friday, 3 May 2024
        The Sunda Post
        Harbours to swap pilots
        By our correspondent in Jakarta

        The ports of Indonesia and Vietnam will lend each other two pilots for a year, it was announced on Thursday.
        """);
    assertEquals("Harbours to swap pilots", article.title());
    assertEquals(Optional.of("The Sunda Post"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2024, 5, 3)), article.issued());
    assertEquals(1, Reading.blocks(article, PARAGRAPH).size());
  }

  @Test
  void readsNoTableAsASentence() {
    Article article = Reading.text("""
        Accords of the Year

        Mali and Peru signed two agreements.

        | Kenya | Malta | agreed on trade | 2019 |
        | Chad | Fiji | Chad opened an embassy in Suva then. | 2020 |

        They will sign a third.
        """);
    assertEquals(
        List.of("Mali and Peru signed two agreements.", "Chad opened an embassy in Suva then.",
            "They will sign a third."),
        Reading.words(article, PARAGRAPH));
    assertEquals(1, article.tables());
  }

  @Test
  void takesALineBeforeTheBylineForADeckAndFindsTheDatelineAfterIt() {
    Article article = Reading.text("""
        How Two Deserts Became Friends

        Mongolia and Namibia have found that sand unites

        Analysis by Lena Fisch
        Updated 4:15 PM EDT, Tue June 7, 2022

        ULAANBAATAR, Mongolia (AP) — Mongolia sent a delegation to Windhoek last week.
        """);
    assertEquals(List.of(), Reading.words(article, HEADING));
    assertEquals(
        List.of("Mongolia and Namibia have found that sand unites",
            "Mongolia sent a delegation to Windhoek last week."),
        Reading.words(article, PARAGRAPH));
    assertEquals(Optional.of(LocalDate.of(2022, 6, 7)), article.issued());
  }

  @Test
  void readsALabelledHeaderUnderlinedHeadingsAndHangingItems() {
    Article article = Reading.text("""
        Title: Fishing for Peace
        Author: Ada Moss
        Date: 12 March 2021
        Source: Coast Monitor
        URL: https://coast.example/fish

        Iceland and Senegal agreed to share trawlers.  The deal was signed in Dakar on
        Monday by the fisheries ministers of both countries, who had met there before.

        Next steps
        ----------

          * Iceland will train forty Senegalese captains in Reykjavik, beginning in
            the autumn. The course takes six weeks.
          * Both countries will map
            the sea bed together.
        """);
    assertEquals("Fishing for Peace", article.title());
    assertEquals(List.of("Ada Moss"), article.creators());
    assertEquals(Optional.of("Coast Monitor"), article.publisher());
    assertEquals("https://coast.example/fish", article.url().orElseThrow().toString());
    assertEquals(List.of("Next steps"), Reading.words(article, HEADING));
    assertEquals(
        List.of("Iceland will train forty Senegalese captains in Reykjavik, beginning in the autumn. The course takes "
            + "six weeks.", "Both countries will map the sea bed together."),
        Reading.words(article, LIST_ITEM));
  }

  @Test
  void readsNestedBulletsAndNumberedHeadings() {
    Article article = Reading.text("""
        What the Neighbours Might Do

        They could do much, and they have begun with little.

        • Sign a rail pact
        • Exchange camels
           o Bactrian ones
        • Train vets together
        \uF0B7 Count the herds

        1. Money

        Nobody has any of it at present.

        2. Time

        There is plenty of it, by contrast.
        """);
    assertEquals(List.of("Money", "Time"), Reading.words(article, HEADING));
    assertEquals(List.of(1, 1, 2, 1, 1), Reading.blocks(article, LIST_ITEM).stream().map(Block::level).toList());
    assertEquals("Count the herds", Reading.words(article, LIST_ITEM).getLast());
  }

  @Test
  void takesShortSentencesAfterAColonForItemsThatLostTheirMarks() {
    Article article = Reading.text("""
        Peace at a Price

        Chad should do three things:

        First, reopen the border at Adre.

        Invite Khartoum to joint patrols.

        It should also ask Ethiopia for help. Nobody else would come.
        """);
    assertEquals(
        List.of("First, reopen the border at Adre.", "Invite Khartoum to joint patrols."),
        Reading.words(article, LIST_ITEM));
    assertEquals(2, Reading.blocks(article, PARAGRAPH).size());
  }

  @Test
  void keepsAShortLineAboutAnotherDayInTheText() {
    Article article = Reading.text("""
        A Road Opens

        By Ana Kos

        Road Letters, 9 June 2020

        5 May 2020 – Niamey summit

        The road between the two capitals was opened after that.
        """);
    assertEquals(Optional.of(LocalDate.of(2020, 6, 9)), article.issued());
    assertTrue(article.text().contains("Niamey summit"));
  }

  @Test
  void takesAFewWordsOverItemsForAHeading() {
    Article article = Reading.text("""
        A Bank for Two Islands

        The two governments have talked for years about a bank of their own.

        1) Economic
        a) Found the bank.
        b) Fund it.

        For Malta
        - Open an office in Nicosia.

        They decided to:
        - meet again.
        """);
    assertEquals(List.of("Economic", "For Malta"), Reading.words(article, HEADING));
    assertEquals(4, Reading.blocks(article, LIST_ITEM).size());
    assertEquals("They decided to:", Reading.words(article, PARAGRAPH).getLast());
  }

  @Test
  void readsACommuniqueDatedAtItsEnd() {
    Article article = Reading.text("""
        Joint Communique of Fiji and Samoa

        1. The leader of Fiji was received in Apia.

        2. Both sides agreed to:

        (a) set up a joint commission on fisheries;
        (b) hold an annual drill.

        Done at Apia, 5 May 2022
        """);
    assertEquals(Optional.of(LocalDate.of(2022, 5, 5)), article.issued());
    assertEquals(4, Reading.blocks(article, LIST_ITEM).size());
    assertTrue(article.text().endsWith("hold an annual drill."));
  }

  @Test
  void takesYearsOfATimelineForHeadingsAndItsEntriesForItems() {
    Article article = Reading.text("""
        Two Islands, Three Years

        2018
        March 29 - The envoy of Malta visits Havana.
        November 9: The envoy of Cuba returns the visit.

        2020
        Jan. 14: The two sign a treaty on salt.
        """);
    assertEquals(List.of("2018", "2020"), Reading.words(article, HEADING));
    assertEquals(3, Reading.blocks(article, LIST_ITEM).size());
  }
}
