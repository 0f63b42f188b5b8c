package org.entente.publish.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a server speak HTTPS on its port, and nothing else. The files of the certificate are looked at once a minute: a
 * renewed one counts from then on, without a restart and without that a line is broken off.
 */
public final class SecureLines extends AbstractLifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(SecureLines.class);
  private static final int SECONDS_BETWEEN_LOOKS = 60;
  /** How long browsers ask for nothing but HTTPS; short enough to go back to HTTP within a month. */
  private static final long SECONDS_REMEMBERED = TimeUnit.DAYS.toSeconds(30);

  private final Certificate certificate;
  private final SslContextFactory.Server keys = new SslContextFactory.Server();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("certificate").factory());
  private List<String> seen;

  private SecureLines(Certificate certificate) {
    this.certificate = certificate;
    this.seen = look();
    use(keys, certificate.read());
  }

  /**
   * Installs them in a server that has not started.
   *
   * @throws CertificateProblem when the certificate cannot be read
   */
  public static SecureLines install(Server server, Certificate certificate) {
    SecureLines lines = new SecureLines(certificate);
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector lined) {
        lines.secure(lined);
      }
    }
    server.addBean(lines);
    return lines;
  }

  private void secure(ServerConnector connector) {
    HttpConfiguration http = connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
    SecureRequestCustomizer secured = new SecureRequestCustomizer(false);
    secured.setStsMaxAge(SECONDS_REMEMBERED);
    http.addCustomizer(secured);
    SslConnectionFactory first = new SslConnectionFactory(keys, HttpVersion.HTTP_1_1.asString());
    connector.addFirstConnectionFactory(first);
    connector.setDefaultProtocol(first.getProtocol());
  }

  private void use(SslContextFactory.Server factory, KeyStore store) {
    factory.setKeyStore(store);
    factory.setKeyStorePassword(new String(certificate.secret()));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The looks end with their executor.
  protected void doStart() {
    clock.scheduleWithFixedDelay(this::renew, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  @Override
  protected void doStop() {
    clock.shutdownNow();
  }

  /** Takes the certificate anew if its files have changed; one that cannot be read does not count. */
  void renew() {
    List<String> now = look();
    if (now.equals(seen)) {
      return;
    }
    try {
      KeyStore store = certificate.read();
      keys.reload(factory -> use((SslContextFactory.Server) factory, store));
      seen = now;
      LOG.info("The certificate was renewed");
    } catch (Exception e) {
      // Jetty declares Exception; a pair of which one file is still the old one is read again after the next minute.
      LOG.warn("The certificate that lies there now is not used: {}", e.getMessage());
    }
  }

  private List<String> look() {
    List<String> states = new ArrayList<>();
    for (Path file : certificate.files()) {
      try {
        states.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
      } catch (IOException e) {
        states.add("not there");
      }
    }
    return states;
  }
}
