package org.entente.publish.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client whose answers, where they are read as streams, have to come whole in the time of their request. Java's own
 * looks at the time only until an answer begins, and would wait for the rest of it for ever.
 */
final class PunctualClient extends HttpClient {

  private final HttpClient client;

  PunctualClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(request, punctual(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
    return client.sendAsync(request, punctual(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
      PushPromiseHandler<T> pushed) {
    return client.sendAsync(request, punctual(request, handler), pushed);
  }

  @SuppressWarnings("unchecked") // A handler that gives an InputStream is one of BodyHandlers.ofInputStream().
  private static <T> BodyHandler<T> punctual(HttpRequest request, BodyHandler<T> handler) {
    long begin = System.nanoTime();
    return request.timeout().<BodyHandler<T>>map(limit -> info -> BodySubscribers.mapping(handler.apply(info),
        body -> body instanceof InputStream in ? (T) new Punctual(in, limit, begin) : body)).orElse(handler);
  }

  /** What is not read by its end is not waited for any more. */
  private static final class Punctual extends FilterInputStream {

    private volatile boolean isOver;

    Punctual(InputStream in, Duration limit, long begin) {
      super(in);
      long left = Math.max(0, limit.toNanos() - (System.nanoTime() - begin));
      CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::giveUp);
    }

    private void giveUp() {
      isOver = true;
      try {
        close();
      } catch (IOException e) {
        // Whoever reads it is told.
      }
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw told(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        throw told(e);
      }
    }

    private IOException told(IOException e) {
      return isOver ? new HttpTimeoutException("the answer did not come whole in time") : e;
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
