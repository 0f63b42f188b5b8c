package org.entente.publish.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;

/** Who a server says it is to those who speak HTTPS with it: its certificates and their private key. */
public sealed interface Certificate {

  /** The files that it is read from. */
  List<Path> files();

  /** The password that the key is read with. */
  char[] secret();

  /**
   * Reads it as it lies there now.
   *
   * @throws CertificateProblem when it cannot be read, or is none
   */
  KeyStore read();

  /** A key store of Java, PKCS #12 or JKS. */
  record InKeyStore(Path file, String password) implements Certificate {

    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public char[] secret() {
      return password.toCharArray();
    }

    @Override
    public KeyStore read() {
      try {
        KeyStore store = KeyStore.getInstance(file.toFile(), secret());
        if (!hasKey(store)) {
          throw new CertificateProblem("the key store " + file + " has no private key",
              "Make one with: keytool -importkeystore, or openssl pkcs12 -export.");
        }
        return store;
      } catch (IOException | GeneralSecurityException e) {
        throw new CertificateProblem("the key store " + file + " cannot be read (" + e.getMessage() + ")",
            "It is a PKCS #12 or JKS file; its password belongs into ENTENTE_TLS_PASSWORD.", e);
      }
    }

    private static boolean hasKey(KeyStore store) throws GeneralSecurityException {
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Two files as certbot and openssl write them.
   *
   * @param chain the server's certificate first, then those that vouch for it
   * @param key the private key, PKCS #8 without a password
   */
  record InPemFiles(Path chain, Path key) implements Certificate {

    @Override
    public List<Path> files() {
      return List.of(chain, key);
    }

    @Override
    public char[] secret() {
      return new char[0];
    }

    @Override
    public KeyStore read() {
      try (InputStream in = Files.newInputStream(chain)) {
        return PemPair.keyStore(PemPair.certificates(in, chain), PemPair.privateKey(Files.readString(key), key));
      } catch (IOException e) {
        throw new CertificateProblem("the certificate cannot be read (" + e + ")",
            "Check the files " + chain + " and " + key + " and who may read them.", e);
      }
    }
  }
}
