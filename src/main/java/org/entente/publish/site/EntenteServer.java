package org.entente.publish.site;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.door.Certificate;
import org.entente.publish.door.CertificateProblem;
import org.entente.publish.door.DoorRules;
import org.entente.publish.door.Doors;
import org.entente.publish.door.SecureLines;
import org.entente.publish.http.ConnectorProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset on the web: an embedded Fuseki with one filter of ours in front that answers every request, SPARQL
 * included, so that limits, refusals, caching and errors are the same for a store of ours and for a remote endpoint.
 * Started by {@link #start}; closing it stops listening and waits for its threads.
 */
public final class EntenteServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EntenteServer.class);

  /** How long requests under way may take when the server stops; queries have their own, shorter limit. */
  private static final Duration DRAINING = Duration.ofSeconds(60);

  private static final int TIMES_AS_PATIENT = 3;
  private static final int FEWEST_THREADS = 8;

  private final FusekiServer fuseki;
  private final FrontFilter front;
  private final String scheme;
  private boolean closed;

  private EntenteServer(FusekiServer fuseki, FrontFilter front, String scheme) {
    this.fuseki = fuseki;
    this.front = front;
    this.scheme = scheme;
  }

  /**
   * Publishes the data; returns when requests are answered.
   *
   * @throws ServerException when the port is in use or may not be taken
   * @throws CertificateProblem when there is a certificate that cannot be used
   */
  public static EntenteServer start(PublishedDataset data, ServerOptions options) {
    options.certificate().ifPresent(Certificate::read);
    Writers writers = new Writers(options.writing());
    FrontFilter front = FrontFilter.over(data, options, writers);
    FusekiServer fuseki = build(front, options, writers);
    try {
      fuseki.start();
    } catch (FusekiException e) {
      front.close();
      fuseki.stop();
      throw notStarted(options, e);
    }
    front.prepare();
    EntenteServer server = new EntenteServer(fuseki, front, options.certificate().isPresent() ? "https" : "http");
    LOG.debug("Publishing {} on port {}", data.base(), server.port());
    return server;
  }

  /**
   * Finds out whether a server with these options could start, so that nothing slow is done for one that cannot.
   *
   * @throws ServerException when the port is in use or may not be taken
   * @throws CertificateProblem when there is a certificate that cannot be used
   */
  public static void requireStartable(ServerOptions options) {
    options.certificate().ifPresent(Certificate::read);
    try (ServerSocket tried = new ServerSocket()) {
      // As Jetty takes it: a line that was just closed does not count.
      tried.setReuseAddress(true);
      tried.bind(options.loopback() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port())
          : new InetSocketAddress(options.port()));
    } catch (IllegalArgumentException e) {
      throw new ServerException(options.port() + " is no port", "Choose one from 1 to 65535 with --port.", e);
    } catch (IOException e) {
      throw taken(options, e);
    }
  }

  private static FusekiServer build(FrontFilter front, ServerOptions options, Writers writers) {
    FusekiServer fuseki = FusekiServer.create()
        .port(options.port())
        .loopback(options.loopback())
        .enablePing(false)
        .numServerThreads(FEWEST_THREADS, Doors.THREADS)
        .addFilter("/*", front)
        .build();
    readAddressesAsTheyAre(fuseki.getJettyServer());
    waitForTheNextByte(fuseki.getJettyServer(), options.clients().patience());
    Doors.install(fuseki.getJettyServer(), rules(options, writers));
    options.certificate().ifPresent(certificate -> SecureLines.install(fuseki.getJettyServer(), certificate));
    front.observe(fuseki.getJettyServer());
    fuseki.getJettyServer().setStopTimeout(DRAINING.toMillis());
    return fuseki;
  }

  /** Jetty refuses odd addresses with a page of its own; ours are to be answered or refused in our own words. */
  private static void readAddressesAsTheyAre(Server jetty) {
    for (Connector connector : jetty.getConnectors()) {
      HttpConnectionFactory factory = connector.getConnectionFactory(HttpConnectionFactory.class);
      HttpConfiguration configuration = factory.getHttpConfiguration();
      configuration.setUriCompliance(UriCompliance.UNSAFE);
      configuration.setSendServerVersion(false);
      // Fuseki takes half a megabyte, in memory for each line; a long query has a body to come in.
      configuration.setRequestHeaderSize(Doors.HEAD_BYTES);
    }
    jetty.setErrorHandler(new ConnectorProblems());
    jetty.getDescendants(ServletContextHandler.class)
        .forEach(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  /** Jetty ends a line on which nothing came for so long, and a request whose body stands still. */
  private static void waitForTheNextByte(Server jetty, Duration patience) {
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof AbstractConnector lines) {
        lines.setIdleTimeout(patience.toMillis() * TIMES_AS_PATIENT);
      }
    }
  }

  private static DoorRules rules(ServerOptions options, Writers writers) {
    ServerOptions.Clients clients = options.clients();
    return new DoorRules(options.limits().requestBytes(), IntakeRoute.MOST_BYTES, writers::maySendLong,
        clients.patience(), clients.requestsPerSecond(), clients.forwarded());
  }

  private static ServerException notStarted(ServerOptions options, FusekiException e) {
    boolean taken = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      taken |= cause instanceof BindException;
    }
    return taken ? taken(options, e)
        : new ServerException("the server could not start on port " + options.port(),
            "Run again with --debug to see why.", e);
  }

  private static ServerException taken(ServerOptions options, Exception e) {
    return new ServerException("port " + options.port() + " is in use or may not be taken",
        "Choose another one with --port, or stop the program that listens there.", e);
  }

  /** The port it listens on. */
  public int port() {
    return Stream.of(fuseki.getJettyServer().getConnectors()).filter(ServerConnector.class::isInstance)
        .mapToInt(lines -> ((ServerConnector) lines).getLocalPort()).findFirst().orElseThrow();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    return scheme + "://localhost:" + port() + "/";
  }

  /** Waits until all that is made of the whole data in the background is there. */
  public void settle() {
    front.settle();
  }

  /** Waits until the server is stopped from elsewhere. */
  public void join() {
    fuseki.join();
  }

  /** Closing it again, from a second thread at the end of the program, waits until it is closed. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      fuseki.stop();
    } catch (FusekiException e) {
      LOG.warn("Some requests were broken off: they took more than {} seconds", DRAINING.toSeconds());
    } finally {
      front.close();
    }
  }
}
