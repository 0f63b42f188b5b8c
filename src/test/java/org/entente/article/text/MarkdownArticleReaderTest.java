package org.entente.article.text;

import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.entente.article.Block.Kind.PARAGRAPH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;

class MarkdownArticleReaderTest {

  private static final String BRIEF = """
      ---
      title: "Salt: A Plan"
      author: [Ida Berg, 'Omar Saleh']
      institution: Institute of Salt
      date: 2019-08-07
      tags: [salt, trade]
      url: https://salt.example/plan
      ---

      # Salt: A Plan

      **Brief no. 3 · 7 August 2019**

      ## Where we are

      Bolivia and *Namibia* share a [salt laboratory](https://salt.example/lab) in
      Walvis Bay, and it is **busy**.

      ![a photograph](salt.jpg)

      ## Advice

      1. **Meet.** Bolivia should host a congress.
      2. **Build.** Dig a well together.
         - Pay for it in salt.

      ---

      *Ida Berg is a fellow of the Institute of Salt.*
      """;

  @Test
  void readsFrontMatter() {
    Article article = Reading.text(BRIEF);
    assertEquals("Salt: A Plan", article.title());
    assertEquals(List.of("Ida Berg", "Omar Saleh"), article.creators());
    assertEquals(Optional.of("Institute of Salt"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2019, 8, 7)), article.issued());
    assertEquals(List.of("salt", "trade"), article.keywords());
    assertEquals("https://salt.example/plan", article.url().orElseThrow().toString());
  }

  @Test
  void keepsWordsAndDropsMarks() {
    Article article = Reading.text(BRIEF);
    assertEquals(List.of("Where we are", "Advice"), Reading.words(article, HEADING));
    assertEquals(
        List.of("Bolivia and Namibia share a salt laboratory in Walvis Bay, and it is busy."),
        Reading.words(article, PARAGRAPH));
    assertFalse(article.text().contains("photograph"));
    assertFalse(article.text().contains("Brief no. 3"));
    assertFalse(article.text().contains("is a fellow"));
  }

  @Test
  void readsListItemsWithTheirBoldLeadAndNesting() {
    Article article = Reading.text(BRIEF);
    assertEquals(
        List.of("Meet. Bolivia should host a congress.", "Build. Dig a well together.", "Pay for it in salt."),
        Reading.words(article, LIST_ITEM));
    assertEquals(List.of(1, 1, 2), Reading.blocks(article, LIST_ITEM).stream().map(Block::level).toList());
  }

  @Test
  void takesPlainTextWithAHashForPlainText() {
    Article article = Reading.text(
        "Pumps and Pipes\n\nThe governments of Chad and Cuba bought pump # 7 together in May.\n");
    assertEquals(1, Reading.blocks(article, PARAGRAPH).size());
  }

  @Test
  void readsNoTableAsASentence() {
    Article article = Reading.bytes("""
        # Accords of the Year

        Mali and Peru signed two agreements.

        | Of | With | Trade | Year |
        | --- | --- | --- | --- |
        | Kenya | Malta | agreed on trade | 2019 |
        | Chad | Fiji | visited | 2020 |

        They will sign a third.

        | Day | Event |
        |---|---|
        | 3 May | Mali opened an embassy in Lima on that day. |
        """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(
        List.of("Mali and Peru signed two agreements.", "They will sign a third.",
            "Mali opened an embassy in Lima on that day."),
        Reading.words(article, Block.Kind.PARAGRAPH));
    assertTrue(article.warnings().contains("2 tables were left out: their rows are no sentences"));
  }
}
