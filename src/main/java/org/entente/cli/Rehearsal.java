package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a server of one's own what is asked first, so that all that it needs for it is loaded. */
final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final List<String> ASKED = List.of("", "page/state/russia", "data/state/russia.ttl", "ontology",
      "queries", "void.ttl", "search?q=russia", "healthz", "metrics", "dump/",
      "sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%20FILTER%28isIRI%28%3Fs%29%29%7D%20ORDER%20BY%20%3Fo%20LIMIT%203",
      "sparql?query=SELECT%20%28COUNT%28%2A%29%20AS%20%3Fn%29%20%7B%3Fs%20a%20%3Ft%7D%20GROUP%20BY%20%3Ft",
      "sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D",
      "sparql?query=CONSTRUCT%20%7B%3Fs%20%3Fp%20%3Fo%7D%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203");

  private Rehearsal() {}

  static void of(String server) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : ASKED) {
        HttpResponse<byte[]> reply = client.send(HttpRequest.newBuilder(URI.create(server + path)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
        LOG.debug("/{}: {}", path, reply.statusCode());
      }
    } catch (IOException e) {
      LOG.warn("The rehearsal broke off: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
