package org.entente.publish.door;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Puts the doors before a server: a request is counted for its client, its body is taken in without a thread and at a
 * pace, and then no more than so many are worked on at the same time. What operators look at goes round the last door,
 * so that it is answered when everything else waits. When the server stops, requests under way are finished first.
 */
public final class Doors {

  /** How many threads a server needs: those that wait for slow readers, for queries and for the network included. */
  public static final int THREADS = 192;
  /** How long the address and the headers of a request may be. */
  public static final int HEAD_BYTES = 64 << 10;
  /** How much of a body must have come for each second beyond the patience. */
  public static final int BYTES_PER_SECOND = 2_000;

  /** How many requests are worked on at a time. */
  private static final int AT_ONCE = 64;
  private static final int WAITING = 1_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final long ALL_BODIES = 96L << 20;
  private static final int MOST_CLIENTS = 10_000;
  /** So many requests may come at once before the pace of a client is looked at: a page with all that it needs. */
  private static final int SECONDS_SAVED_UP = 10;

  private Doors() {}

  /** Installs them in a server that has not started. */
  public static void install(Server server, DoorRules rules) {
    if (rules.forwarded()) {
      server.getContainedBeans(HttpConnectionFactory.class)
          .forEach(factory -> factory.getHttpConfiguration().addCustomizer(new TrustedProxy()));
    }
    Handler inner = atMost(server.getHandler());
    Handler read = reading(reading(inner, rules.shortBody(), request -> !isForWriters(rules, request) && !toWriters(
        rules, request)), rules.longBody(), request -> isForWriters(rules, request));
    Handler counted = counting(new Pacing(read, rules), rules);
    server.setHandler(new GracefulHandler(counted));
  }

  private static boolean isForWriters(DoorRules rules, Request request) {
    return rules.writers().test(arrival(request));
  }

  /** Those who may not write get their answer without that their long body is read. */
  private static boolean toWriters(DoorRules rules, Request request) {
    return request.getHttpURI().getPath().startsWith("/articles") && request.getLength() > rules.shortBody();
  }

  private static DoorRules.Arrival arrival(Request request) {
    return new DoorRules.Arrival(String.valueOf(Request.getRemoteAddr(request)),
        String.valueOf(request.getHttpURI().getPath()),
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse(""));
  }

  /** A thread is given to a request when its body is here, so that slow senders hold lines but no threads. */
  private static Handler reading(Handler next, int bytes, Predicate<Request> who) {
    EagerContentHandler eager = new EagerContentHandler(new RetainedContentLoaderFactory(bytes, 0, true));
    eager.include(who);
    eager.setHandler(next);
    return eager;
  }

  private static Handler atMost(Handler next) {
    QoSHandler places = new QoSHandler(next);
    places.setMaxRequestCount(AT_ONCE);
    places.setMaxSuspendedRequestCount(WAITING);
    places.setMaxSuspend(LONGEST_WAIT);
    places.excludePath("/healthz");
    places.excludePath("/metrics");
    return places;
  }

  private static Handler counting(Handler next, DoorRules rules) {
    if (rules.requestsPerSecond() == 0) {
      return next;
    }
    DoSHandler counter =
        new DoSHandler(next, request -> ClientNetwork.of(String.valueOf(Request.getRemoteAddr(request))),
            new DoSHandler.LeakingBucketTrackerFactory(rules.requestsPerSecond(),
                rules.requestsPerSecond() * SECONDS_SAVED_UP, Duration.ofMinutes(1)),
            new DoSHandler.StatusRejectHandler(429), MOST_CLIENTS);
    counter.include(request -> rules.forwarded() || !isOfThisMachine(request));
    return counter;
  }

  private static boolean isOfThisMachine(Request request) {
    return ClientNetwork.isOfThisMachine(String.valueOf(Request.getRemoteAddr(request)));
  }

  /** The status for a request whose body could not be read: 408 too slow, 503 no room; empty: another reason. */
  public static Optional<Integer> statusOf(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoRoomForBody) {
        return Optional.of(503);
      }
      if (cause instanceof TimeoutException) {
        return Optional.of(408);
      }
    }
    return Optional.empty();
  }

  /** Wraps each request with a body in its pace. */
  private static final class Pacing extends Handler.Wrapper {

    private final PacedBody.Pace pace;
    private final Room room = new Room(ALL_BODIES);

    Pacing(Handler next, DoorRules rules) {
      super(next);
      this.pace = new PacedBody.Pace(rules.patience(), BYTES_PER_SECOND);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return super.handle(request.getLength() == 0 ? request : new PacedBody(request, pace, room), response, callback);
    }
  }
}
