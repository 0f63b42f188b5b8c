package org.entente.publish.server;

import jakarta.servlet.Filter;
import java.net.BindException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset on the web: an embedded Fuseki with one filter of ours in front that answers every request, SPARQL
 * included, so that limits, refusals, caching and errors are the same for a store of ours and for a remote endpoint.
 * Started by {@link #start}; closing it stops listening and waits for its threads.
 */
public final class EntenteServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EntenteServer.class);

  private final FusekiServer fuseki;
  private final FrontFilter front;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EntenteServer(FusekiServer fuseki, FrontFilter front) {
    this.fuseki = fuseki;
    this.front = front;
  }

  /**
   * Publishes the data; returns when requests are answered.
   *
   * @throws ServerException when the port is in use or may not be taken
   */
  public static EntenteServer start(PublishedDataset data, ServerOptions options) {
    FrontFilter front = FrontFilter.over(data, options);
    FusekiServer fuseki = build(front, options);
    try {
      fuseki.start();
    } catch (FusekiException e) {
      front.close();
      fuseki.stop();
      throw notStarted(options, e);
    }
    front.prepare();
    LOG.info("Publishing {} on port {}", data.base(), fuseki.getHttpPort());
    return new EntenteServer(fuseki, front);
  }

  private static FusekiServer build(Filter front, ServerOptions options) {
    FusekiServer fuseki = FusekiServer.create()
        .port(options.port())
        .loopback(options.loopback())
        .enablePing(false)
        .addFilter("/*", front)
        .build();
    readAddressesAsTheyAre(fuseki.getJettyServer());
    readShortBodiesFirst(fuseki.getJettyServer(), options.maxRequestBytes());
    return fuseki;
  }

  /** Jetty refuses odd addresses with a page of its own; ours are to be answered or refused in our own words. */
  private static void readAddressesAsTheyAre(Server jetty) {
    for (Connector connector : jetty.getConnectors()) {
      HttpConnectionFactory factory = connector.getConnectionFactory(HttpConnectionFactory.class);
      HttpConfiguration configuration = factory.getHttpConfiguration();
      configuration.setUriCompliance(UriCompliance.UNSAFE);
      configuration.setSendServerVersion(false);
    }
    jetty.setErrorHandler(new ConnectorProblems());
    jetty.getDescendants(ServletContextHandler.class)
        .forEach(context -> context.getServletHandler().setDecodeAmbiguousURIs(true));
  }

  /** A thread is given to a request when its body is here, so that slow senders hold lines but no threads. */
  private static void readShortBodiesFirst(Server jetty, int bytes) {
    EagerContentHandler eager =
        new EagerContentHandler(new EagerContentHandler.RetainedContentLoaderFactory(bytes, 0, true));
    eager.setHandler(jetty.getHandler());
    jetty.setHandler(eager);
  }

  private static ServerException notStarted(ServerOptions options, FusekiException e) {
    boolean taken = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      taken |= cause instanceof BindException;
    }
    return taken
        ? new ServerException("port " + options.port() + " is in use or may not be taken",
            "Choose another one with --port, or stop the program that listens there.", e)
        : new ServerException("the server could not start on port " + options.port(),
            "Run again with --debug to see why.", e);
  }

  /** The port it listens on. */
  public int port() {
    return fuseki.getHttpPort();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    return "http://localhost:" + port() + "/";
  }

  /** Waits until the server is stopped from elsewhere. */
  public void join() {
    fuseki.join();
  }

  /** Closing it again, from a second thread at the end of the program, does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      fuseki.stop();
      front.close();
    }
  }
}
