package org.entente.publish.assistant;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a site over HTTP; what goes wrong on the way is an answer of status 502. */
public final class HttpReading implements Reading {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int UNREACHABLE = 502;

  private final HttpClient client;
  private final String root;
  private final Duration patience;

  /** @param site its address, with or without a slash at the end */
  public HttpReading(HttpClient client, URI site) {
    this(client, site, PATIENCE);
  }

  /** @param patience how long a whole answer may take */
  HttpReading(HttpClient client, URI site, Duration patience) {
    this.client = client;
    this.root = site.toString().replaceFirst("/+$", "");
    this.patience = patience;
  }

  @Override
  public Text get(String address, String accept) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + address)).header("Accept", accept).build();
    // A time limit of the request's own would end with the first line of its answer.
    var asked = client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      var response = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Text(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      asked.cancel(true);
      return new Text(UNREACHABLE, root + " does not answer in time; ask for less, or again later");
    } catch (ExecutionException e) {
      return new Text(UNREACHABLE, root + " does not answer (" + e.getCause() + ")");
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      return new Text(UNREACHABLE, "asking " + root + " was broken off");
    }
  }
}
