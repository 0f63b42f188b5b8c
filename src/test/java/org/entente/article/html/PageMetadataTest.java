package org.entente.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.article.Article;
import org.entente.article.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When, by whom and under which headline a page says that its article was published. */
class PageMetadataTest {

  private static final String BODY = """
      <article><h1>Potatoes Sail</h1>
      <p>Envoys of Kenya and Latvia opened a direct line for seed potatoes on Tuesday, after two years of letters
      that nobody in either ministry had answered.</p>
      <p>The first shipment left Riga the same evening, and Nairobi promised tea in return.</p>%s</article>""";

  @ParameterizedTest
  @ValueSource(strings = {
    "<meta property='article:published' content='2020-05-06T10:00:00+03:00'>",
    "<meta itemprop='datePublished dateCreated' content='2020-05-06'>",
    "<meta property='og:article:published_time' content='2020-05-06T10:00'>",
    "<script type='application/ld+json'>{\"@type\":\"AskPublicNewsArticle\",\"datePublished\":\"2020-05-06\"}</script>",
    "<script type='application/ld+json'>{\"@type\":[\"LiveBlogPosting\"],\"datePublished\":\"2020-05-06\"}</script>",
    "<script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"Article\",\"datePublished\":\"2020-05-06\"}\n//]]></script>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"Wed, 06 May 2020 22:07:38 -0600\"}</script>",
    "<link rel='canonical' href='https://pier.example/news/2020/05/06/potatoes-sail'>",
    "<link rel='canonical' href='https://pier.example/2020/may/06/potatoes-sail'>",
  })
  void findsTheDayWhereverItIsDeclared(String head) {
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read(head, "").issued());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "the paper's own clock | <meta property='article:published_time' content='2020-05-06T23:30:00-05:00'>",
    "its address | <meta property='article:published_time' content='2020-05-07T03:30:00Z'>"
        + "<link rel='canonical' href='https://pier.example/2020/05/06/potatoes'>",
    "the clock of its last change | <meta property='article:published_time' content='2020-05-07T03:30:00+00:00'>"
        + "<meta property='article:modified_time' content='2020-05-07T09:30:00-04:00'>",
    "an eastern clock | <meta property='article:published_time' content='2020-05-05T22:30:00Z'>"
        + "<link rel='canonical' href='https://pier.example/2020/05/06/potatoes'>",
  })
  void takesTheDayOfThePagesOwnClock(String told, String head) {
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read(head, "").issued(), told);
  }

  @Test
  void trustsTheDayInItsAddressMoreThanTodaysThatItShowsToo() {
    String today = "<div class='date'>Thursday, May 7th, 2020</div>";
    String head =
        "<meta property='article:published_time' content='2020-05-07T03:30:00Z'>"
            + "<link rel='canonical' href='https://pier.example/2020/05/06/potatoes'>";
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read(head, today).issued());
  }

  @Test
  void takesTheDayOfTheBylineAndNotOfAPostThatTheTextQuotes() {
    String told = "<div class='wrap-byline'>By Ana Kos <span class='date'>6 May 2020, 3:51 pm</span></div>"
        + "<div class='date'>9 May 2020</div><blockquote><p>Ships at last.</p>"
        + "<p>— Bo Li (@boli) <a href='https://x.example/1'>May 4, 2020</a></p></blockquote>";
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read("", told).issued());
    assertEquals(Optional.empty(), read("", told.substring(told.indexOf("<blockquote>"))).issued());
  }

  @Test
  void takesNoLinkToTheSitesFirstPageForAHeadline() {
    String page = "<html><head><title>Four Piers » Archive » Potatoes Sail for Riga</title></head><body>"
        + "<h1><a href='https://pier.example'>Four Piers</a></h1>"
        + BODY.formatted("").replace("<h1>Potatoes Sail</h1>", "<h2>Potatoes Sail for Riga</h2>") + "</body></html>";
    assertEquals("Potatoes Sail for Riga", Reading.text(page).title());
  }

  @Test
  void takesNoHeadingWithTheSitesNameOverTheTitleThatThePageDeclares() {
    String page = "<html><head><title>Potatoes Sail for Riga | The Four Old Piers</title>"
        + "<meta property='og:title' content='Potatoes Sail for Riga'></head><body><h1>The Four Old Piers</h1>"
        + BODY.formatted("").replace("<h1>Potatoes Sail</h1>", "") + "</body></html>";
    assertEquals("Potatoes Sail for Riga", Reading.text(page).title());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<address>By <a href='/x'>Ana Kos</a></address>",
    "<p><a href='https://pier.example/author/ana-kos/'>Ana Kos</a></p>",
    "<div class='td-post-author-name'><div>By</div> Ana Kos <div> - </div></div>",
    "<span class='authorname-txt'>Ana Kos</span>",
  })
  void findsTheAuthorWhereverItIsNamed(String byline) {
    assertEquals(List.of("Ana Kos"), read("<meta name='author' content='No Author'>", byline).creators());
  }

  @Test
  void takesANameOverTheTextRatherThanTheSiteThatDeclaresItselfTheAuthor() {
    String head = "<meta property='og:site_name' content='The Pier'><meta name='author' content='The Pier'>";
    assertEquals(List.of("Ana Kos"), read(head, "<p class='byline'>By Ana Kos</p>").creators());
    assertEquals(List.of("The Pier"), read(head, "").creators());
  }

  @Test
  void takesTheDayThatThePageShows() {
    String byline = "<p class='byline'>May 6, 2020, 10:30 p.m. EST</p>";
    String head = "<meta property='article:published_time' content='2020-05-07T03:30:00Z'>";
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read(head, byline).issued());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<p>On <time datetime='2019-03-02'>2 March 2019</time> the ministers of both countries had met in Tallinn for a talk.</p>",
    "<span class='updated'>Last updated <time datetime='2020-05-09'>9 May 2020</time></span>",
    "<aside><h3>Frost</h3><time datetime='2020-01-02' itemprop='datePublished'>2 January</time></aside>",
    "<div class='related-stories'><time datetime='2020-01-02' pubdate>2 January</time></div>",
    "<meta itemprop='datePublished' content='2020-01-02'><meta itemprop='datePublished' content='2020-01-09'>",
  })
  void takesNoOtherDayForThatOfPublication(String body) {
    assertEquals(Optional.empty(), read("", body).issued());
  }

  @Test
  void readsTheJsonLdOfItsOwnStoryAmongOthers() {
    String json =
        "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Frost in Chad\",\"url\":"
            + "\"https://pier.example/frost\",\"datePublished\":\"2020-01-02\",\"author\":\"Ana Kos\"},{\"@type\":\"NewsArticle\","
            + "\"headline\":\"Potatoes Sail\",\"url\":\"https://pier.example/potatoes\",\"datePublished\":\"2020-05-06\","
            + "\"author\":\"Mara Liepa\"}]</script><link rel='canonical' href='https://pier.example/potatoes'>";
    Article article = read(json, "");
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), article.issued());
    assertEquals(List.of("Mara Liepa"), article.creators());
  }

  @Test
  void readsNothingFromTheJsonLdOfAnotherStoryAlone() {
    String json =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Frost in Chad\",\"url\":"
            + "\"https://pier.example/frost\",\"datePublished\":\"2020-01-02\"}</script>"
            + "<link rel='canonical' href='https://pier.example/potatoes'><meta property='og:title' content='Potatoes Sail'>";
    Article article = read(json, "");
    assertEquals(Optional.empty(), article.issued());
    assertEquals("Potatoes Sail", article.title());
    String saved = json.replace("<link rel='canonical' href='https://pier.example/potatoes'>", "");
    assertEquals(Optional.empty(), read(saved, "").issued(), "where the page does not say its address");
  }

  @Test
  void takesAHeadlineThatIsWordedAnewInJsonLdForItsOwnWhereTheSubjectIsTheSame() {
    String json =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Why the potatoes left early\",\"url\":"
            + "\"https://pier.example/potatoes\",\"datePublished\":\"2020-05-06\"}</script>"
            + "<meta property='og:title' content='Potatoes Sail'>";
    assertEquals(Optional.of(LocalDate.of(2020, 5, 6)), read(json, "").issued());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "03.04.2021 | ", "03/04/2021 | ", "Saturday, 03.04.2021 | 2021-04-03", "Thursday 03/04/2021 | 2021-03-04",
    "30.04.2021 | 2021-04-30", "04/30/2021 | 2021-04-30", "04.04.2021 | 2021-04-04",
  })
  void readsNumbersOnlyWhereTheyTellDayFromMonth(String date, String day) {
    Article article = Reading.text(
        "Potatoes Sail\n\nBy Mara Liepa, " + date
            + "\n\nEnvoys of Kenya and Latvia opened a direct line for potatoes.\n");
    assertEquals(Optional.ofNullable(day).map(LocalDate::parse), article.issued());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<span class='author-name'>Mara Liepa</span>", "<div class='post-byline'>By Mara Liepa</div>",
    "<a rel='author' href='/ml'>Mara Liepa</a>", "<div class='author vcard'>Posted by: Mara Liepa</div>",
  })
  void findsTheAuthorThatThePageMarks(String byline) {
    String body = byline + BODY.formatted("");
    assertEquals(List.of("Mara Liepa"),
        Reading.text(html("<meta property='article:author' content='https://x.example/1'>", body)).creators());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "<meta property='og:title' content='Potatoes <br />Sail'> | <h1>Our Pier and Harbour</h1>",
    "<meta property='og:title' content='Potatoes Sail'> | <h1>$19.99</h1>",
    "<meta property='og:title' content='The Pier'><meta property='og:site_name' content='The Pier'>"
        + "<meta name='twitter:title' content='Potatoes Sail'> | <h1>The Pier</h1>",
    "<title>Potatoes Sail – The Pier</title> | <h1>The Pier</h1><h1>Potatoes Sail</h1>",
    "<meta property='og:title' content='Potatoes Sail – The Pier'><meta property='og:site_name' content='The Pier'> |"
        + " <h1>Comment on this story</h1>",
  })
  void takesTheDeclaredHeadlineOverAStrayHeading(String head, String heading) {
    String body = "<div>" + heading + "</div>" + BODY.formatted("").replace("<h1>Potatoes Sail</h1>", "");
    assertEquals("Potatoes Sail", Reading.text(html(head, body)).title());
  }

  private static Article read(String head, String body) {
    return Reading.text(html(head, BODY.formatted(body)));
  }

  private static String html(String head, String body) {
    return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
  }
}
