package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm end in an article or in a refusal, never in anything else. */
class HostileInputTest {

  private static final String PROSE =
      "Envoys of Kenya and Latvia opened a direct line for seed potatoes on Tuesday, after two years of letters that "
          + "nobody in either ministry had answered.";

  @ParameterizedTest
  @ValueSource(strings = {"div", "b", "span", "ul><li", "table><tr><td", "blockquote", "figure", "font", "h2", "a"})
  void survivesTenThousandNestedTags(String tag) {
    String page = "<html><body><h1>Deep</h1>" + ("<" + tag + ">").repeat(10_000) + "<p>" + PROSE + "</p></body></html>";
    tolerates(page.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*", "_", "[", "![", "(", "`", "1. ", "#", "<b", "**a", "&", "\\", "a**b__"})
  void survivesMarkdownThatOpensAndNeverCloses(String mark) {
    String text = "---\ntitle: Deep\n---\n\n# Deep\n\n" + mark.repeat(10_000) + "\n\n" + PROSE + "\n";
    tolerates(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "A ", "A: ", "By A ", "a", "1", "- ", "*", "\"", "A,", ".", " ", "x.", "A. B", "—",
    "\n", "A\n"})
  void survivesAMillionTimesTheSame(String part) {
    tolerates(("Title\n\n" + part.repeat(1_000_000 / part.length()) + "\n\n" + PROSE).getBytes(StandardCharsets.UTF_8));
    tolerates(part.repeat(1_000_000 / part.length()).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesMorePartsThanAnArticleHas() {
    assertTrue(refusal(("<html><body>" + "<p>a".repeat(300_000)).getBytes(StandardCharsets.UTF_8)).contains("tags"));
    assertTrue(refusal("a\n".repeat(100_001).getBytes(StandardCharsets.UTF_8)).contains("lines"));
    assertTrue(refusal(("T\n\n" + "He met her.\n\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8))
        .contains("paragraphs"));
    assertTrue(refusal(("# T\n\n**a**\n\n" + "a b ".repeat(500_000)).getBytes(StandardCharsets.UTF_8))
        .contains("letters"));
  }

  @Test
  void refusesXmlWithEntities() {
    String bomb = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY l2 '&lol;&lol;&lol;'>]><a>&l2;</a>";
    assertTrue(refusal(bomb.getBytes(StandardCharsets.UTF_8)).contains("XML document"));
  }

  @Test
  void refusesNestedJsonAndReadsThePageAllTheSame() {
    String page = "<html><head><script type='application/ld+json'>" + "[".repeat(100_000) + "</script></head><body>"
        + "<article><h1>Seeds</h1><p>" + PROSE + "</p></article></body></html>";
    assertEquals("Seeds", Reading.text(page).title());
  }

  @Test
  void refusesAPdfThatUnpacksToFarTooMuch() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] zeros = new byte[1_000_000];
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 320; i++) {
        deflate.write(zeros);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes("%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(packed.toByteArray());
    pdf.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    assertTrue(refusal(pdf.toByteArray()).contains("unpacks to more than 300 MB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000\u0001\u0002abc", "PK\u0003\u0004garbage", "GIF89a", "{\"a\": 1}",
    "BZh9", "<?xml version='1.0'?><rss/>", "\u007FELF"})
  void refusesWhatIsNoArticle(String start) {
    refusal(start.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void tolerates(byte[] bytes) {
    try {
      Article article = Reading.bytes(bytes);
      assertEquals(String.join("\n\n", article.blocks().stream().map(article::text).toList()), article.text());
    } catch (ArticleFormatException e) {
      assertTrue(e.advice().isPresent());
    }
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(ArticleFormatException.class, () -> Reading.bytes(bytes)).getMessage();
  }
}
