package org.entente.publish.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Makes certificates that vouch for themselves, with the tool that every JDK has. */
public final class KeyMaker {

  public static final String PASSWORD = "changed it";

  private KeyMaker() {}

  /** A new key store with one key for localhost. */
  public static Path keyStore(Path file, String algorithm) throws IOException, InterruptedException {
    Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD, "-alias", "one",
        "-keyalg", algorithm, "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "30")
        .redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    if (tool.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return file;
  }

  public static KeyStore opened(Path keyStore) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
  }

  /** Writes the certificate and the key of a key store as certbot would. */
  public static Certificate.InPemFiles pem(Path keyStore, Path chain, Path key)
      throws IOException, GeneralSecurityException {
    KeyStore store = opened(keyStore);
    Files.writeString(chain, block("CERTIFICATE", store.getCertificate("one").getEncoded()));
    Files.writeString(key, block("PRIVATE KEY", store.getKey("one", PASSWORD.toCharArray()).getEncoded()));
    return new Certificate.InPemFiles(chain, key);
  }

  static String block(String name, byte[] bytes) {
    return "-----BEGIN " + name + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END " + name + "-----\n";
  }
}
