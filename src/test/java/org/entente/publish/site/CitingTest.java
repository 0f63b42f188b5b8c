package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.entente.cli.BundledGallery;
import org.entente.publish.data.MemoryDataset;
import org.entente.query.QueryCatalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References to the dataset, to what it holds and to articles, in the forms that keepers of references take. */
class CitingTest {

  private static final String BASE = "https://data.example.org/";
  private static final String VISIT = "visit/graustark-visits-ruritania-0123456789ab";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishTwoStates() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback().withGallery(new BundledGallery(QueryCatalogue.bundled())));
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  private static JsonObject csl(String name) {
    return JSON.parseAny(ask.get("/cite/" + name + ".json").body()).getAsArray().get(0).getAsObject();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "dataset.bib | 200 | application/x-bibtex; charset=utf-8",
    "dataset.ris | 200 | application/x-research-info-systems; charset=utf-8",
    "dataset.json | 200 | application/vnd.citationstyles.csl+json; charset=utf-8",
    "state/ruritania.bib | 200 | application/x-bibtex; charset=utf-8",
    "state/nowhere.bib | 404 | ",
    "state/ruritania.docx | 404 | ",
    "dataset | 404 | ",
    "export/dyad-year.bib?pair=GRA-RUR | 200 | application/x-bibtex; charset=utf-8",
    "export/dyad-year.ris?pair=Graustark | 400 | ",
    "export/dyad-years.bib | 404 | ",
    "queries/visits.json | 200 | application/vnd.citationstyles.csl+json; charset=utf-8",
    "queries/visits.json?colour=red | 400 | ",
    "queries/visit.json | 404 | "
  })
  void givesReferencesByAddress(String name, int status, String type) {
    HttpResponse<String> reply = ask.get("/cite/" + name);
    assertEquals(status, reply.statusCode());
    if (type != null) {
      assertEquals(Optional.of(type), reply.headers().firstValue("Content-Type"));
    }
  }

  @Test
  void theDatasetIsCitedWithTheVersionThatWasRead() {
    JsonObject dataset = csl("dataset");
    assertEquals("dataset", dataset.getString("type"));
    assertEquals(BASE, dataset.getString("URL"));
    assertFalse(dataset.getString("version").isBlank());
    assertTrue(ask.get("/cite/dataset.bib").body().contains("version = {" + dataset.getString("version") + "}"));
  }

  @Test
  void anAnswerIsCitedWithWhatWasFilledInAndTheVersionThatItIsOf() {
    JsonObject answer =
        JSON.parseAny(ask.get("/cite/queries/dyad-timeline.json?a=GRA&b=RUR").body()).getAsArray().get(0)
            .getAsObject();
    assertEquals(BASE + "queries/dyad-timeline?a=GRA&b=RUR", answer.getString("URL"));
    assertTrue(answer.getString("title").endsWith(" (a=GRA, b=RUR)"), answer.getString("title"));
    assertEquals(csl("dataset").getString("version"), answer.getString("version"));
    String page = ask.get("/queries/dyad-timeline?a=GRA&b=RUR", "Accept", "text/html").body();
    assertTrue(page.contains("cite/queries/dyad-timeline.bib?a=GRA&amp;b=RUR"), page);
    JsonObject export = JSON.parseAny(ask.get("/cite/export/dyad-year.json?pair=GRA-RUR").body()).getAsArray().get(0)
        .getAsObject();
    assertEquals(BASE + "export/dyad-year?pair=GRA-RUR", export.getString("URL"));
  }

  @Test
  void aStatementIsCitedWithItsWordsAndTheirArticle() {
    JsonObject visit = csl(VISIT);
    assertEquals(BASE + "id/" + VISIT, visit.getString("URL"));
    assertEquals("“A frigate of Graustark called at Ruritania's harbour.” (Port call and <promises>, 2020-05-04)",
        visit.getString("note"));
  }

  @Test
  void anArticleIsCitedAsOne() {
    String ris = ask.get("/cite/article/2020-05-04-port-call-0a1b2c3d.ris").body();
    assertTrue(ris.startsWith("TY  - NEWS\r\n"), ris);
    assertTrue(ris.contains("\r\nTI  - Port call and <promises>\r\n"), ris);
    assertTrue(ris.contains("\r\nDA  - 2020/05/04/\r\n") && ris.endsWith("ER  - \r\n"), ris);
  }

  @Test
  void keepersOfReferencesFindTheDatasetAPairAndAnAnswer() {
    List<String> dataset = coins("/");
    assertAll(() -> assertTrue(dataset.contains("rft.type=dataset"), dataset::toString),
        () -> assertTrue(dataset.stream().anyMatch(f -> f.matches("rft.description=Version [0-9a-f]{16,64}")),
            dataset::toString),
        () -> assertTrue(dataset.stream().anyMatch(f -> f.matches("rft.date=[0-9]{4}-[0-9]{2}-[0-9]{2}")),
            dataset::toString));
    String pair = "/page/dyad/GRA-RUR";
    assertTrue(coins(pair).contains("rft.identifier=https://data.example.org" + pair), () -> coins(pair).toString());
    String answer = "/queries/visits";
    assertTrue(coins(answer).contains("rft.identifier=https://data.example.org" + answer),
        () -> coins(answer).toString());
  }

  @Test
  void pagesLinkReferencesAndTellThemToKeepers() {
    String page = ask.get("/page/" + VISIT).body();
    assertTrue(page.contains("href=\"../../cite/" + VISIT + ".bib\""), page);
    assertTrue(page.contains("<meta name=\"citation_title\" content=\"Visit of Graustark to Ruritania\">"), page);
    assertTrue(ask.get("/", "Accept", "text/html").body().contains("cite/dataset.ris"));
  }

  /** The fields of the only COinS of a page, as an OpenURL resolver or Zotero takes them apart. */
  private static List<String> coins(String path) {
    String page = ask.get(path, "Accept", "text/html").body();
    List<String> found = Pattern.compile("<span class=\"Z3988\" title=\"([^\"]*)\"></span>").matcher(page).results()
        .map(span -> span.group(1)).toList();
    assertEquals(1, found.size(), page);
    return Stream.of(found.getFirst().replace("&amp;", "&").split("&"))
        .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8)).toList();
  }

  @Test
  void pagesHaveAReferenceInTheirBodyThatZoteroTakes() {
    List<String> visit = coins("/page/" + VISIT);
    assertTrue(visit.containsAll(List.of("ctx_ver=Z39.88-2004", "rft_val_fmt=info:ofi/fmt:kev:mtx:dc",
        "rft.type=dataset", "rft.title=Visit of Graustark to Ruritania")), visit::toString);
    assertTrue(visit.stream().anyMatch(field -> field.startsWith("rft.identifier=") && field.endsWith(VISIT)),
        visit::toString);
    List<String> article = coins("/page/article/2020-05-04-port-call-0a1b2c3d");
    assertTrue(article.containsAll(List.of("rft.type=newspaperArticle", "rft.title=Port call and <promises>",
        "rft.date=2020-05-04")), article::toString);
  }

  @Test
  void signsThatMeanSomethingToTexAreEscaped() {
    Citation odd = new Citation("k", false, "50% of {A} & B_1 \\x #2 $3 ~ ^", List.of("A & B"), "C", Optional.of(
        LocalDate.of(2020, 5, 4)), "https://a.example/x", Optional.empty(), Optional.of("one\ntwo"));
    assertTrue(odd.bibtex().contains(
        "title = {{50\\% of \\{A\\} \\& B\\_1 \\textbackslash{}x \\#2 \\$3 \\textasciitilde{} \\textasciicircum{}}}"),
        odd.bibtex());
    assertTrue(odd.ris().contains("N1  - one two\r\n"), odd.ris());
  }
}
