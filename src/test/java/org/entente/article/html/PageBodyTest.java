package org.entente.article.html;

import static org.entente.article.Block.Kind.CAPTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to an article among the many ways in which pages are built. */
class PageBodyTest {

  private static final String FIRST =
      "Envoys of Kenya and Latvia opened a direct line for seed potatoes on Tuesday, after two years of letters that "
          + "nobody in either ministry had answered, and a third of silence that neither of them could explain.";
  private static final String SECOND =
      "The first shipment left Riga the same evening, and Nairobi promised tea in return, of which a hundred tons, said "
          + "the minister, would be on the quay at Mombasa before the end of the month, weather and strikes permitting.";
  private static final String THIRD =
      "Frost is the enemy, a grower said, and he had seen whole harvests spoilt on the way by men who left a door open "
          + "in the night; the ships that carry them now are heated, he added, but nobody had thought of the lorries.";

  @Test
  void readsTextThatStandsInSpansOfItsParagraphs() {
    assertReads(page("<div>" + paragraphs("<p><span style='x'><span>%s</span></span></p>") + "</div>"));
  }

  @Test
  void readsTextInBlocksWithoutParagraphs() {
    assertReads(page("<div class='post'>" + paragraphs("<div style='x'><span>%s</span></div>") + "</div>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-share", "with-sidebar", "elementor-widget-text-editor", "entry-content-read-more",
    "sidebar_content", "paywall", "modal", "article-tools", "subscription-wall", "sticky-header-below",
    "no-comments", "has-related"})
  void readsABodyWhoseClassNameSoundsLikeClutter(String name) {
    assertReads(page("<div class='" + name + "'>" + paragraphs("<p>%s</p>") + "</div>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"paywall", "subscription-only", "elementor-widget"})
  void readsAnArticleInManyPartsOfOneName(String name) {
    assertReads(page(paragraphs("<div class='" + name + "'><p>%s</p></div>")));
  }

  @Test
  void readsAllSectionsOfOneName() {
    String section = "<section class='part'><div class='inner'><p>%s</p><p>%s</p></div></section>";
    String page = page(
        "<div>" + section.formatted(FIRST, FIRST.replace("Kenya", "Ghana")) + "<div class='ad'>x</div>"
            + section.formatted(SECOND, THIRD) + "</div>");
    assertReads(page);
  }

  @Test
  void readsWhatStandsBeforeAHeadingOfTheFirstLevelInTheText() {
    Article article = Reading.text(
        page("<article><p>%s</p><p>%s</p><h1>What comes next</h1><p>%s</p></article>".formatted(FIRST, SECOND, THIRD)));
    assertReads(article);
    assertEquals("Potatoes Sail", article.title());
  }

  @Test
  void readsNothingAfterTheBody() {
    Article article = Reading.text(
        page("<article><div class='text'>" + paragraphs("<p>%s</p>") + "</div><div class='x'><h4>Estonia and Chad</h4>"
            + "<p>They sign a treaty.</p></div></article>"));
    assertReads(article);
    assertFalse(article.text().contains("Estonia"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Correction: an earlier version of this article said that Spain and Italy had signed a treaty.",
    "An earlier version of this story named Spain in place of Latvia.",
    "This article was updated on May 9, 2020, with a statement of Spain.",
  })
  void leavesOutWhatAPaperCorrectsOfItself(String note) {
    Article article =
        Reading.text(page("<article>" + paragraphs("<p>%s</p>") + "<p><em>" + note + "</em></p></article>"));
    assertReads(article);
    assertFalse(article.text().contains("Spain"), article.text());
  }

  @Test
  void leavesOutOtherStoriesUnderTheirHeading() {
    Article article = Reading.text(
        page(
            "<article><p>%s</p><h3>You may also like</h3><p>Estonia signs a treaty with Chad</p><p>%s</p><p>%s</p></article>"
                .formatted(FIRST, SECOND, THIRD)));
    assertReads(article);
    assertFalse(article.text().contains("Estonia"));
  }

  @Test
  void leavesOutListsOfLinksInTheText() {
    Article article = Reading.text(
        page(
            "<article><p>%s</p><ul><li><a href='/a'>Estonia signs a treaty.</a></li><li><a href='/b'>Chad visits Peru.</a></li>"
                .formatted(FIRST)
                + "<li><a href='/c'>Mali too.</a></li></ul><p>%s</p><p>%s</p></article>".formatted(SECOND, THIRD)));
    assertReads(article);
    assertFalse(article.text().contains("treaty"));
  }

  @Test
  void readsACaptionOnceThoughAGalleryHasItThrice() {
    String caption = "The Latvian minister, left, is received by his colleague in Nairobi on Tuesday, May 5, 2020.";
    String gallery =
        "<div class='caption'>%s</div><div class='caption'>%s</div><div class='caption'>The Latvian minister, left, is "
            + "received by his…</div><p>Close</p><p>Caption</p>";
    Article article = Reading.text(
        page("<article>" + gallery.formatted(caption, caption) + paragraphs("<p>%s</p>") + "</article>"));
    assertReads(article);
    assertEquals(List.of(caption), Reading.words(article, CAPTION));
    assertFalse(article.text().contains("Close"));
  }

  @Test
  void readsWhatSomebodyQuotedWroteOnASocialNetwork() {
    String post = "We have signed the potato protocol with our friends in Riga today. Thank you!";
    Article article = Reading.text(
        page(
            "<article><p>%s</p><div class='social-embed'><blockquote class='twitter-tweet'><p>%s</p></blockquote></div>"
                .formatted(FIRST, post) + "<p>%s</p><p>%s</p></article>".formatted(SECOND, THIRD)));
    assertReads(article);
    assertTrue(article.text().contains(post));
  }

  @Test
  void readsACaptionOnceThoughAGalleryIsAListThatShowsItInFullAndCut() {
    String caption = "Ministers of Kenya and Latvia shake hands in Riga on Tuesday, 5 May 2020.";
    String gallery = "<ul><li><div class='caption'><div class='caption-full'>" + caption
        + "<a class='more-caption'> less</a></div><div class='caption-truncated'>Ministers of Kenya and Latvia shake hands"
        + "<a class='more-caption'> ... more</a></div></div></li></ul>";
    Article article = Reading.text(page("<article>" + gallery + paragraphs("<p>%s</p>") + "</article>"));
    assertReads(article);
    assertEquals(List.of(caption), Reading.words(article, Block.Kind.CAPTION));
    assertEquals(List.of(), Reading.words(article, Block.Kind.LIST_ITEM));
    assertFalse(article.text().contains("less") || article.text().contains("more\n"), article.text());
  }

  @Test
  void readsNoTableOfDataAsSentences() {
    String table =
        "<table><tr><th>State</th><th>Visited</th></tr><tr><td>Kenya</td><td>Malta</td></tr><tr><td>Chad</td><td>Fiji</td></tr>"
            + "<tr><td>3 May</td><td>Mali opened an embassy in Lima on that day.</td></tr></table>";
    Article article = Reading.text(
        page("<article><p>%s</p>".formatted(FIRST) + table + "<p>%s</p><p>%s</p></article>".formatted(SECOND, THIRD)));
    assertReads(article);
    assertFalse(article.text().contains("Malta"));
    assertTrue(article.text().contains("Mali opened an embassy in Lima on that day."));
    assertTrue(article.warnings().contains("a table was left out: its rows are no sentences"));
  }

  private static String paragraphs(String template) {
    return template.formatted(FIRST) + template.formatted(SECOND) + template.formatted(THIRD);
  }

  private static String page(String body) {
    return "<!DOCTYPE html><html><head><title>Potatoes Sail</title><meta property='og:title' content='Potatoes Sail'></head>"
        + "<body><ul><li><a href='/'>Home</a></li></ul>" + body
        + "<div class='cookie-banner'><p>We value your privacy, and "
        + "so do the two hundred companies with which we share, with your consent, whatever you do here.</p></div>"
        + "</body></html>";
  }

  private static void assertReads(String page) {
    assertReads(Reading.text(page));
  }

  private static void assertReads(Article article) {
    for (String paragraph : List.of(FIRST, SECOND, THIRD)) {
      assertTrue(article.text().contains(paragraph), article.text());
    }
    assertFalse(article.text().contains("privacy"), article.text());
    assertFalse(article.text().contains("Home"), article.text());
  }
}
