package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.actor.GazetteerReader;
import org.entente.publish.data.MemoryDataset;

/** A reconciliation service over the bundled gazetteer, asked as its clients do. */
final class Reconciling implements AutoCloseable {

  static final String BASE = "https://data.example.org/";

  private final EntenteServer server;
  private final Asking ask;

  private Reconciling(EntenteServer server) {
    this.server = server;
    this.ask = new Asking(server);
  }

  static Reconciling overTheGazetteerAnd(DatasetGraph graphs) {
    graphs.executeWrite(
        () -> graphs.addGraph(NodeFactory.createURI(BASE + "graph/gazetteer"), GazetteerReader.bundled(BASE).graph()));
    return new Reconciling(
        EntenteServer.start(new MemoryDataset(graphs, BASE), ServerOptions.onPort(0).onLoopback()));
  }

  HttpResponse<String> get(String path, String... headers) {
    return ask.get(path, headers);
  }

  /** What it answers to a form with one parameter. */
  String post(String parameter, String json) {
    HttpResponse<String> reply = ask.method("POST", "/reconcile", parameter + "=" + Asking.encoded(json),
        "Content-Type", "application/x-www-form-urlencoded");
    assertEquals(200, reply.statusCode(), reply.body());
    return reply.body();
  }

  /** What it offers for one query. */
  JsonArray candidates(String query) {
    return JSON.parse(post("queries", "{\"q\": " + query + "}")).getObj("q").get("result").getAsArray();
  }

  @Override
  public void close() {
    ask.close();
    server.close();
  }
}
