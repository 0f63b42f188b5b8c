package org.entente.publish.site;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Asks a server under test over real HTTP, following no redirect, and reads what it sends. */
public final class Asking implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  public Asking(EntenteServer server) {
    this.root = "http://localhost:" + server.port();
  }

  /** GET with the headers given as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> head(String path, String... headers) {
    return send(request(path, headers).HEAD());
  }

  public HttpResponse<String> method(String method, String path, String body, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<byte[]> bytes(String path, String... headers) {
    try {
      return client.send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + path, e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while asking " + path, e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(root + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  /** A kept connection may have been closed meanwhile, and the client sends no POST twice by itself: so it is asked again. */
  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return sendAgain(request);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while asking", e);
    }
  }

  private HttpResponse<String> sendAgain(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted while asking", e);
    }
  }

  /** What the text says, as graphs; fails when it cannot be read. */
  public static DatasetGraph parsed(String text, Lang lang) {
    DatasetGraph graphs = DatasetGraphFactory.create();
    RDFParser.fromString(text, lang).base("http://unwanted.example/").parse(graphs);
    return graphs;
  }

  public static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
