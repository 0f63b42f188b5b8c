package org.entente.publish.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks HTTPS, with certificates as operators have them. */
class SecureLinesTest {

  @TempDir
  Path folder;

  private static HttpClient trusting(Path... keyStores) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (Path keyStore : keyStores) {
      trusted.setCertificateEntry(keyStore.toString(), KeyMaker.opened(keyStore).getCertificate("one"));
    }
    TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), new SecureRandom());
    return HttpClient.newBuilder().sslContext(context).build();
  }

  /** The answer of a server that has nothing but this certificate, over a new line. */
  private static HttpResponse<Void> answer(Server server, Path... trusted) throws Exception {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    try (HttpClient client = trusting(trusted)) {
      return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/")).build(),
          HttpResponse.BodyHandlers.discarding());
    }
  }

  private static X509Certificate shown(HttpResponse<Void> answer) throws Exception {
    return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void speaksHttpsWithPemFilesOfEitherSort(String algorithm) throws Exception {
    Path keys = KeyMaker.keyStore(folder.resolve("keys.p12"), algorithm);
    Server server = new Server(0);
    SecureLines.install(server, KeyMaker.pem(keys, folder.resolve("fullchain.pem"), folder.resolve("privkey.pem")));
    server.start();
    try {
      HttpResponse<Void> answer = answer(server, keys);
      assertEquals(404, answer.statusCode());
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").orElse("").startsWith("max-age="));
    } finally {
      server.stop();
    }
  }

  @Test
  void speaksHttpsWithAKeyStoreAndNothingElse() throws Exception {
    Path keys = KeyMaker.keyStore(folder.resolve("keys.p12"), "EC");
    Server server = new Server(0);
    SecureLines.install(server, new Certificate.InKeyStore(keys, KeyMaker.PASSWORD));
    server.start();
    try (HttpClient plain = HttpClient.newHttpClient()) {
      assertEquals(404, answer(server, keys).statusCode());
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      HttpRequest unsecured = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
      assertThrows(IOException.class, () -> plain.send(unsecured, HttpResponse.BodyHandlers.discarding()));
    } finally {
      server.stop();
    }
  }

  @Test
  void takesARenewedCertificateWithoutARestartAndKeepsTheOldOneWhenTheNewIsHalfThere() throws Exception {
    Path chain = folder.resolve("fullchain.pem");
    Path key = folder.resolve("privkey.pem");
    Path first = KeyMaker.keyStore(folder.resolve("first.p12"), "EC");
    Path second = KeyMaker.keyStore(folder.resolve("second.p12"), "RSA");
    Server server = new Server(0);
    SecureLines lines = SecureLines.install(server, KeyMaker.pem(first, chain, key));
    server.start();
    try {
      X509Certificate before = shown(answer(server, first, second));
      String oldKey = Files.readString(key);
      KeyMaker.pem(second, chain, key);
      String newKey = Files.readString(key);
      Files.writeString(key, oldKey);
      lines.renew();
      assertEquals(before, shown(answer(server, first, second)));
      Files.writeString(key, newKey);
      lines.renew();
      assertNotEquals(before, shown(answer(server, first, second)));
    } finally {
      server.stop();
    }
  }

  @Test
  void saysWhatIsWrongWithACertificateAndWhatToDo() throws Exception {
    Path chain = folder.resolve("fullchain.pem");
    Path key = folder.resolve("privkey.pem");
    Path keys = KeyMaker.keyStore(folder.resolve("keys.p12"), "EC");
    Certificate pair = KeyMaker.pem(keys, chain, key);
    assertEquals(1, pair.read().size());
    Files.writeString(key, "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
    assertTrue(refusal(pair).advice().orElseThrow().contains("openssl pkcs8 -topk8"));
    Files.writeString(key, "nothing");
    assertTrue(refusal(pair).getMessage().contains("has no private key"));
    KeyMaker.pem(KeyMaker.keyStore(folder.resolve("other.p12"), "EC"), folder.resolve("other.pem"), key);
    assertTrue(refusal(pair).getMessage().contains("not that of the certificate"));
    Files.writeString(chain, "");
    assertTrue(refusal(pair).getMessage().contains("has no certificate"));
    Files.delete(chain);
    assertTrue(refusal(pair).getMessage().contains("cannot be read"));
    assertTrue(refusal(new Certificate.InKeyStore(keys, "a wrong word")).getMessage().contains("keys.p12"));
  }

  private static CertificateProblem refusal(Certificate certificate) {
    return assertThrows(CertificateProblem.class, certificate::read);
  }
}
