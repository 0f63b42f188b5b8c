package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.entente.publish.data.MemoryDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsOverHttpTest {

  private static final String VISIT = "https://data.example.org/id/visit/graustark-visits-ruritania-0123456789ab";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishTwoStates() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), "https://data.example.org/"),
        ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  @Test
  void sendsATableAndSaysWhereItsColumnsAreExplained() {
    HttpResponse<String> reply = ask.get("/export/events.csv?pair=RUR-GRA");
    assertAll(
        () -> assertEquals(200, reply.statusCode()),
        () -> assertTrue(reply.body().contains(VISIT), reply.body()),
        () -> assertTrue(reply.body().contains("A frigate of Graustark called"), reply.body()),
        () -> assertTrue(reply.headers().allValues("Link").contains("<events.csv-metadata.json?pair=RUR-GRA>; "
            + "rel=\"describedby\"; type=\"application/csvm+json\""), () -> reply.headers().map().toString()),
        () -> assertEquals(304, ask.get("/export/events.csv?pair=RUR-GRA", "If-None-Match",
            reply.headers().firstValue("ETag").orElseThrow()).statusCode()));
    HttpResponse<String> description = ask.get("/export/events.csv-metadata.json?pair=RUR-GRA");
    assertEquals("events.csv?pair=RUR-GRA", JSON.parse(description.body()).getString("url"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/export/events.csv                   | */*                     | 200 | text/csv; charset=utf-8",
    "/export/events                       | text/csv                | 200 | text/csv; charset=utf-8",
    "/export/network.graphml              | */*                     | 200 | application/graphml+xml; charset=utf-8",
    "/export/network                      | application/gexf+xml    | 200 | application/gexf+xml; charset=utf-8",
    "/export/network?format=gexf          | text/html               | 200 | application/gexf+xml; charset=utf-8",
    "/export/map.geojson                  | */*                     | 200 | application/geo+json; charset=utf-8",
    "/export/                             | text/html               | 200 | text/html; charset=utf-8",
    "/export                              | application/json        | 200 | application/json; charset=utf-8",
    "/export/events.graphml               | */*                     | 404 | application/problem+json",
    "/export/everything.csv               | */*                     | 404 | application/problem+json",
    "/export/events.csv?colour=red        | */*                     | 400 | application/problem+json",
    "/export/events.csv?pair=Ruritania    | */*                     | 400 | application/problem+json",
    "/export/events?format=docx           | */*                     | 400 | application/problem+json",
    "/export/events                       | image/png               | 406 | application/problem+json",
  })
  void answersInTheFormThatIsAskedFor(String path, String accept, int status, String type) {
    HttpResponse<String> reply = ask.get(path, "Accept", accept);
    assertEquals(status, reply.statusCode(), reply.body());
    assertTrue(
        reply.headers().firstValue("Content-Type").orElse("").replace(";", "; ").replace(";  ", "; ").startsWith(type),
        () -> reply.headers().map().toString());
  }

  @Test
  void listsWhatThereIsForPeopleAndPrograms() {
    assertTrue(ask.get("/export/", "Accept", "text/html").body().contains("href=\"dyad-year.csv\""));
    assertEquals(7, JSON.parse(ask.get("/export", "Accept", "application/json").body()).get("exports").getAsArray()
        .size());
  }

  @Test
  void leavesOutWhatTheFilterLeavesOut() {
    assertEquals(1, ask.get("/export/events.csv?status=proposed").body().lines().count());
    assertEquals(1, ask.get("/export/events.csv?from=1900").body().lines().count());
  }
}
