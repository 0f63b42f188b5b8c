package org.entente.article.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;

/**
 * Fetches a page over http or https: at most five redirects, twenty megabytes and the given time. Only the address
 * itself is asked for; nothing that the page names.
 */
final class PageFetcher {

  private static final int MOST_REDIRECTS = 5;
  private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private final Duration patience;

  /**
   * @param patience how long one page may take, redirects and all
   */
  PageFetcher(Duration patience) {
    this.patience = patience;
  }

  RawDocument fetch(URI address) {
    Answer answer = answer(address);
    return document(answer.response(), answer.at(), address);
  }

  /**
   * What a server says to an address.
   *
   * @param at the address that it was redirected to
   */
  record Answer(HttpResponse<BoundedBody.Content> response, URI at) {}

  Answer answer(URI address) {
    requireWebAddress(address, address);
    try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience).build()) {
      long deadline = System.nanoTime() + patience.toNanos();
      URI at = address;
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        HttpResponse<BoundedBody.Content> response = send(client, at, address, deadline);
        Optional<URI> next = redirect(response, at);
        if (next.isEmpty()) {
          return new Answer(response, at);
        }
        requireWebAddress(next.get(), address);
        at = next.get();
      }
      throw new ArticleFormatException(
          address + " was redirected more than " + MOST_REDIRECTS + " times", "give the address the browser ends at");
    }
  }

  private static void requireWebAddress(URI uri, URI asked) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean downgrade = "https".equalsIgnoreCase(asked.getScheme()) && scheme.equals("http");
    if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null || downgrade) {
      String where = uri.equals(asked) ? asked.toString() : asked + " leads to " + uri + ", which";
      throw new ArticleFormatException(
          where + (downgrade ? " is not encrypted any more" : " is no http or https address"),
          "give an address that begins with https:// or http://");
    }
  }

  private HttpResponse<BoundedBody.Content> send(HttpClient client, URI at, URI asked, long deadline) {
    HttpRequest request =
        HttpRequest.newBuilder(withoutFragment(at)).timeout(patience)
            .header("User-Agent", "Entente (article loader)")
            .header("Accept", "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, */*;q=0.5")
            .header("Accept-Language", "en")
            .build();
    CompletableFuture<HttpResponse<BoundedBody.Content>> answer =
        client.sendAsync(request, info -> new BoundedBody(BoundedInput.LIMIT));
    try {
      return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      client.shutdownNow();
      throw slow(asked, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArticleFormatException("fetching " + asked + " was interrupted", "try again", e);
    } catch (ExecutionException e) {
      throw failed(asked, e.getCause() == null ? e : e.getCause());
    }
  }

  private static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  private ArticleFormatException slow(URI asked, Throwable cause) {
    return new ArticleFormatException(
        asked + " did not answer within " + patience.toSeconds() + " seconds",
        "try again later, or save the page and give the file", cause);
  }

  private ArticleFormatException failed(URI asked, Throwable cause) {
    if (cause instanceof BoundedBody.TooLarge) {
      return BoundedInput.tooLarge(asked.toString());
    }
    if (cause instanceof HttpTimeoutException) {
      return slow(asked, cause);
    }
    String why = cause instanceof ConnectException ? "no server answers there" : cause.getMessage();
    return new ArticleFormatException(
        asked + " could not be fetched: " + (why == null ? cause.getClass().getSimpleName() : why),
        "check the address and the network", cause);
  }

  private static Optional<URI> redirect(HttpResponse<?> response, URI at) {
    boolean moved = switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
    try {
      return moved ? response.headers().firstValue("Location").map(at::resolve) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(
          at + " redirects to something that is no address", "give the address the browser ends at", e);
    }
  }

  private static RawDocument document(HttpResponse<BoundedBody.Content> response, URI at, URI asked) {
    if (response.statusCode() != 200) {
      throw new ArticleFormatException(
          asked + " answered with status " + response.statusCode(), advice(response.statusCode()));
    }
    byte[] bytes = unpacked(response.body().bytes(), response.headers(), asked);
    Optional<String> charset = response.headers().firstValue("Content-Type").map(CHARSET::matcher)
        .filter(Matcher::find).map(matcher -> matcher.group(1));
    return new RawDocument(asked.toString(), bytes, Optional.of(withoutFragment(at)), charset, Metadata.NONE);
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 402, 403, 451 -> "the page is not open to programs: save it from the browser and give the file";
      case 404, 410 -> "check the address";
      default -> "try again later";
    };
  }

  /** Nothing packed is asked for, but some servers pack all the same. */
  private static byte[] unpacked(byte[] bytes, HttpHeaders headers, URI asked) {
    String encoding = headers.firstValue("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
    if (encoding.equals("identity") || encoding.isBlank()) {
      return bytes;
    }
    if (!encoding.equals("gzip")) {
      throw new ArticleFormatException(asked + " sends its page packed as " + encoding, "save it from the browser");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return BoundedInput.read(in, asked.toString());
    } catch (IOException e) {
      throw new ArticleFormatException(asked + " sends damaged data", "try again later", e);
    }
  }
}
