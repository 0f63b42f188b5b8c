package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.entente.publish.data.MemoryDataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final String BASE = "https://data.example.org/";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishTwoStates() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback());
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  private static JsonArray candidates(String query) {
    String reply = ask.method("POST", "/reconcile", "queries=" + Asking.encoded("{\"q0\": " + query + "}"),
        "Content-Type", "application/x-www-form-urlencoded").body();
    return JSON.parse(reply).getObj("q0").get("result").getAsArray();
  }

  @Test
  void saysWhatItIs() {
    JsonObject manifest = JSON.parse(ask.get("/reconcile").body());
    assertEquals(BASE + "id/", manifest.getString("identifierSpace"));
    assertEquals("0.2", manifest.get("versions").getAsArray().get(0).getAsString().value());
  }

  @Test
  void matchesANameOrAnotherNameOfAThing() {
    JsonArray found = candidates("{\"query\": \"ruritanian\", \"type\": \"State\"}");
    assertEquals(1, found.size());
    assertEquals("state/ruritania", found.get(0).getAsObject().getString("id"));
    assertTrue(found.get(0).getAsObject().getBoolean("match"));
  }

  @Test
  void keepsToTheTypeThatIsAskedFor() {
    assertEquals(0, candidates("{\"query\": \"ruritanian\", \"type\": [\"Visit\"]}").size());
    assertEquals("visit/graustark-visits-ruritania-0123456789ab",
        candidates("{\"query\": \"Ruritania\", \"type\": {\"id\": \"Visit\"}}").get(0).getAsObject().getString("id"));
  }

  @Test
  void suggestsWhileOneTypes() {
    assertTrue(ask.get("/reconcile/suggest/entity?prefix=grau").body().contains("state/graustark"));
    assertTrue(ask.get("/reconcile/suggest/type?prefix=vis").body().contains("Visit"));
  }

  @Test
  void showsAPreviewThatAnyPageMayFrame() {
    JsonObject preview = JSON.parse(ask.get("/reconcile").body()).getObj("preview");
    assertTrue(preview.getString("url").endsWith("/reconcile/preview?id={{id}}"), preview.toString());
    HttpResponse<String> shown = ask.get("/reconcile/preview?id=state/ruritania");
    assertEquals(200, shown.statusCode());
    assertTrue(shown.body().contains("<h1><a href=\"" + BASE + "id/state/ruritania\""), shown.body());
    assertTrue(shown.body().contains("RUR"), shown.body());
    List<String> policies = shown.headers().allValues("Content-Security-Policy");
    assertEquals(1, policies.size());
    assertTrue(policies.getFirst().contains("frame-ancestors *") && !policies.getFirst().contains("unsafe-inline"),
        policies.getFirst());
    assertEquals(404, ask.get("/reconcile/preview?id=state/nowhere").statusCode());
    assertEquals(404, ask.get("/reconcile/preview").statusCode());
    assertTrue(ask.get("/reconcile/preview?id=" + Asking.encoded("<script>")).statusCode() == 404);
  }

  @Test
  void givesNoMoreThanIsAskedForAndGoesOnWhereAClientStopped() {
    assertEquals(2, JSON.parse(ask.get("/reconcile/extend/propose?type=State&limit=2").body()).get("properties")
        .getAsArray().size());
    int all = JSON.parse(ask.get("/reconcile/suggest/type?prefix=").body()).get("result").getAsArray().size();
    assertEquals(all - 1,
        JSON.parse(ask.get("/reconcile/suggest/type?prefix=&cursor=1").body()).get("result").getAsArray().size());
  }

  @Test
  void refusesWhatItCannotRead() {
    assertEquals(400, ask.get("/reconcile?queries=" + Asking.encoded("{\"q0\": ")).statusCode());
    assertEquals(400, ask.get("/reconcile?queries=" + Asking.encoded("{\"q0\": 7}")).statusCode());
    assertEquals(404, ask.get("/reconcile/extend").statusCode());
  }
}
