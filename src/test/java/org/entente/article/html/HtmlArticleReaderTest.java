package org.entente.article.html;

import static org.entente.article.Block.Kind.CAPTION;
import static org.entente.article.Block.Kind.HEADING;
import static org.entente.article.Block.Kind.LIST_ITEM;
import static org.entente.article.Block.Kind.PARAGRAPH;
import static org.entente.article.Block.Kind.TITLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;

class HtmlArticleReaderTest {

  private static final String BODY = """
      <p>Envoys of Kenya and Latvia opened a direct line for seed potatoes on Tuesday, after two years of letters
      that nobody in either ministry had answered.</p>
      <p>The first shipment left <a href="/riga">Riga</a> the same evening, and Nairobi promised tea in return.</p>
      """;

  private static final String PAGE = """
      <!DOCTYPE html>
      <html lang="en-GB"><head><title>Potatoes Sail | The Pier</title><meta charset="utf-8">
      <meta property="og:site_name" content="The Pier"><meta property="article:tag" content="Kenya">
      <link rel="canonical" href="https://pier.example/potatoes">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},
      {"@type":"NewsArticle","headline":"Potatoes Sail","datePublished":"2020-05-06T23:30:00-05:00",
      "author":{"@type":"Person","name":"Mara Liepa"},"articleSection":"Trade"}]}</script></head>
      <body class="has-sidebar"><nav><ul><li><a href="/">Home</a></li></ul></nav>
      <div class="cookie-consent"><p>We would like to set a cookie for every visitor of this page, thank you.</p></div>
      <main><article><p class="kicker">Trade</p><h1>Potatoes Sail</h1>
      <p class="writer">By <a href="/ml" rel="author">Mara Liepa</a> in Riga</p>
      <div class="share-bar"><a href="#">Post</a></div>
      <figure><img src="a.jpg" alt="sacks"><figcaption>Sacks on the quay at Mombasa. Photo: M. Liepa/The Pier
      </figcaption></figure>"""
      + BODY
      + """
      <aside><h3>Read also</h3><p>Estonia signs a treaty with Chad about something altogether different.</p></aside>
      <h2>What comes next</h2>
      <ul><li>Set up a seed bank in Nakuru.<ul><li>Hire a warden.</li></ul></li><li>Train inspectors.</li></ul>
      <p><strong>A word of warning</strong></p>
      <p>Frost is the enemy, a grower said.</p>
      <p><em>Additional reporting by Jon Doe</em></p>
      </article>
      <section id="comments"><h2>2 comments</h2>
      <p>Sweden ought to sell herring to Kenya, says somebody here.</p></section>
      </main><footer><p>&copy; The Pier. All rights reserved.</p></footer></body></html>
      """;

  @Test
  void takesMetadataFromWhatThePageDeclares() {
    Article article = Reading.text(PAGE);
    assertEquals("Potatoes Sail", article.title());
    assertEquals(List.of("Mara Liepa"), article.creators());
    assertEquals(Optional.of("The Pier"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), article.issued());
    assertEquals("https://pier.example/potatoes", article.url().orElseThrow().toString());
    assertEquals(List.of("Trade", "Kenya"), article.keywords());
  }

  @Test
  void keepsTheArticleAndNothingThatSurroundsIt() {
    Article article = Reading.text(PAGE);
    assertEquals(
        List.of(TITLE, CAPTION, PARAGRAPH, PARAGRAPH, HEADING, LIST_ITEM, LIST_ITEM, LIST_ITEM, HEADING, PARAGRAPH),
        article.blocks().stream().map(Block::kind).toList());
    assertEquals(List.of("Sacks on the quay at Mombasa."), Reading.words(article, CAPTION));
    for (String foreign : List.of("cookie", "Estonia", "Sweden", "Home", "rights", "Jon Doe", "By Mara", "Post")) {
      assertFalse(article.text().contains(foreign), foreign);
    }
  }

  @Test
  void countsNestingOfListsAndLevelsOfHeadings() {
    Article article = Reading.text(PAGE);
    assertEquals(List.of(1, 2, 1), Reading.blocks(article, LIST_ITEM).stream().map(Block::level).toList());
    assertEquals(List.of(2, 3), Reading.blocks(article, HEADING).stream().map(Block::level).toList());
    assertEquals(Optional.of("What comes next"), Reading.blocks(article, LIST_ITEM).getFirst().section());
  }

  @Test
  void readsMetaElementsOfDublinCoreAndTheDayAsWritten() {
    Article article = Reading.text("<html><head><title>Tea | Nairobi Gazette</title>"
        + "<meta name='DC.creator' content='Ruth Otieno'>"
        + "<meta name='DCTERMS.issued' content='2021-11-30T23:59:00-08:00'>"
        + "</head><body><h1>Tea</h1><div>" + BODY + "</div></body></html>");
    assertEquals(List.of("Ruth Otieno"), article.creators());
    assertEquals(Optional.of("Nairobi Gazette"), article.publisher());
    assertEquals(Optional.of(LocalDate.of(2021, 11, 30)), article.issued());
  }

  @Test
  void findsTheArticleInAPageWithoutSemanticElements() {
    Article article = Reading.text("<html><body><table><tr><td><a href='1'>One</a><br><a href='2'>Two</a></td><td>"
        + "<div class='txt'><h1>Tea</h1>" + BODY + BODY + "</div></td><td><div><p>Buy our calendar!</p></div></td></tr>"
        + "</table></body></html>");
    assertEquals(4, Reading.blocks(article, PARAGRAPH).size());
    assertFalse(article.text().contains("calendar"));
  }

  @Test
  void partsParagraphsAtDoubleLineBreaks() {
    Article article = Reading.text("<html><body><h1>Tea</h1><div>The minister of Oman sailed to Goa with nine "
        + "chests of incense.<br><br>He came back with pepper,<br>and with a treaty that his cabinet had not asked for."
        + "</div></body>");
    assertEquals(2, Reading.blocks(article, PARAGRAPH).size());
    assertTrue(article.text().endsWith("pepper, and with a treaty that his cabinet had not asked for."));
  }

  @Test
  void takesTypedBulletsForListItems() {
    Article article = Reading.text("<html><body><article><h1>Tea</h1>" + BODY
        + "<p>- Plant more tea together.</p><p>- Drink it together.</p></article></body></html>");
    assertEquals(List.of("Plant more tea together.", "Drink it together."), Reading.words(article, LIST_ITEM));
  }

  @Test
  void readsTheCharsetThatThePageDeclares() {
    String page = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1252'></head>"
        + "<body><h1>Café</h1>" + BODY + "<p>“It is a café,” said the envoy of Córdoba.</p></body></html>";
    Article article = Reading.bytes(page.getBytes(Charset.forName("windows-1252")));
    assertTrue(article.text().contains("“It is a café,” said the envoy of Córdoba."));
  }

  @Test
  void takesAnUndeclaredPageForWindows1252AsBrowsersDo() {
    String page = "<html><body><h1>Café</h1>" + BODY + "</body></html>";
    assertEquals("Café", Reading.bytes(page.getBytes(Charset.forName("windows-1252"))).title());
  }

  @Test
  void refusesCharactersThatDoNotFitTheDeclaredCharset() {
    String page = "<html><head><meta charset='utf-8'></head><body><h1>Café \u00A7</h1>" + BODY + "</body></html>";
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == (byte) 0xA7 ? (byte) 0xFF : bytes[i];
    }
    assertTrue(refusal(bytes).contains("do not fit the encoding"));
  }

  @Test
  void refusesAPageWithoutAnArticle() {
    String links = "<li><a href='/x'>Kazakhstan signs something with Italy, and more</a></li>".repeat(30);
    assertTrue(refusal("<html><body><ul>" + links + "</ul></body></html>").contains("without an article"));
    assertTrue(refusal("<!doctype html><html><body><div id='root'></div><script>go()</script></body></html>")
        .contains("without an article"));
  }

  @Test
  void resolvesThePublisherThatJsonLdOnlyPointsTo() {
    Article article = Reading.text("<html><head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\","
        + "\"publisher\":{\"@id\":\"https://s.example/#o\"},\"author\":{\"@id\":\"https://s.example/#nobody\"}},"
        + "{\"@type\":\"Organization\",\"@id\":\"https://s.example/#o\",\"name\":\"Sunda Post\"}]}</script></head>"
        + "<body><article><h1>Tea</h1>" + BODY + "</article></body></html>");
    assertEquals(Optional.of("Sunda Post"), article.publisher());
    assertEquals(List.of(), article.creators());
  }

  @Test
  void readsAnOldPageThatIsHeldTogetherByLineBreaks() {
    Article article = Reading.text("<html><body><table><tr><td><font size=4><b>Ministers Meet in Apia</b></font><br>"
        + "<i>Apia, 5 May 2009</i><br><br>The ministers of Samoa and Peru met in Apia and talked about fish.<br><br>"
        + "The two sides signed an agreement on visas for diplomats, and on very little else.<br><br>"
        + "- They agreed to open embassies.<br>- They agreed to meet again.</td></tr></table></body></html>");
    assertEquals("Ministers Meet in Apia", article.title());
    assertEquals(Optional.of(LocalDate.of(2009, 5, 5)), article.issued());
    assertEquals(2, Reading.blocks(article, PARAGRAPH).size());
    assertEquals(2, Reading.blocks(article, LIST_ITEM).size());
  }

  @Test
  void knowsAnInterviewWithQuestionsInBold() {
    Article article = Reading.text("<html><body><article><h1>Tea</h1>" + BODY + "<p><b>Q: Did they sign?</b></p>"
        + "<p>A: They did, in May.</p><p><b>Q: And then?</b></p><p>A: Then it rained.</p></article></body></html>");
    assertEquals(
        List.of("Q", "A", "Q", "A"),
        Reading.blocks(article, PARAGRAPH).stream().flatMap(block -> block.speaker().stream()).toList());
  }

  @Test
  void dropsHeadlinesOfOtherStoriesAndKeepsCaptionsOfAnyElement() {
    Article article = Reading.text("<html><body><article><h1>Tea</h1>" + BODY
        + "<p class='wp-caption-text'>Tea at noon</p>"
        + "<ul><li><a href='1'>Oman buys ships</a></li><li><a href='2'>Laos sells ships</a></li></ul>"
        + "<p><a href='3'>Chad builds ships</a></p></article></body></html>");
    assertEquals(List.of("Tea at noon"), Reading.words(article, CAPTION));
    assertFalse(article.text().contains("ships"));
  }

  @Test
  void takesTheDeclaredHeadlineRatherThanTheNameOfTheSite() {
    Article article = Reading.text("<html><head><meta property='og:title' content='Tea for Two'></head><body><main>"
        + "<h1>The Morning Cup</h1><h2>Tea for two</h2>" + BODY + "</main></body></html>");
    assertEquals("Tea for two", article.title());
    assertFalse(article.text().contains("Morning Cup"));
  }

  @Test
  void neverRunsOrKeepsScripts() {
    Article article = Reading.text("<html><body><article><h1>Tea</h1><script>document.write('<p>evil</p>')</script>"
        + BODY + "<p onclick='alert(1)'>Quiet words of the envoy.</p></article></body></html>");
    assertFalse(article.text().contains("evil"));
    assertFalse(article.text().contains("alert"));
  }

  private static String refusal(String page) {
    return refusal(page.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(byte[] page) {
    return assertThrows(ArticleFormatException.class, () -> Reading.bytes(page)).getMessage();
  }
}
