package org.entente.publish.door;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and a key in the text form of RFC 7468, made into a key store. */
final class PemPair {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  /** What the key is called in the store that is made of it. */
  private static final String ALIAS = "entente";
  private static final String PLAIN_KEY = "PRIVATE KEY";
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemPair() {}

  static List<java.security.cert.Certificate> certificates(InputStream in, Path file) throws IOException {
    try {
      List<java.security.cert.Certificate> chain =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (chain.isEmpty()) {
        throw new CertificateProblem(file + " has no certificate",
            "It begins with -----BEGIN CERTIFICATE-----; certbot calls it fullchain.pem.");
      }
      return chain;
    } catch (CertificateException e) {
      throw new CertificateProblem(file + " has a certificate that cannot be read (" + e.getMessage() + ")",
          "It begins with -----BEGIN CERTIFICATE-----; certbot calls it fullchain.pem.", e);
    }
  }

  static PrivateKey privateKey(String text, Path file) {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals(PLAIN_KEY)) {
        return decoded(Base64.getMimeDecoder().decode(block.group(2)), file);
      }
      if (block.group(1).endsWith(PLAIN_KEY)) {
        throw new CertificateProblem(file + " holds a key in a form that is not read here (" + block.group(1) + ")",
            "Write it anew: openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName() + " -out key.pem");
      }
    }
    throw new CertificateProblem(file + " has no private key",
        "It begins with -----BEGIN PRIVATE KEY-----; certbot calls it privkey.pem.");
  }

  private static PrivateKey decoded(byte[] key, Path file) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
      } catch (GeneralSecurityException e) {
        // A key does not say to a factory of another algorithm what it is; the next one is asked.
      }
    }
    throw new CertificateProblem(file + " holds a key of an unknown sort", "Use an RSA or an elliptic curve key.");
  }

  static KeyStore keyStore(List<java.security.cert.Certificate> chain, PrivateKey key) {
    try {
      if (!belong(chain.getFirst().getPublicKey(), key)) {
        throw new CertificateProblem("the private key is not that of the certificate",
            "Give the certificate and the key that were made together; the server's own certificate comes first.");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, new char[0],
          chain.toArray(java.security.cert.Certificate[]::new));
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateProblem("the certificate cannot be used (" + e.getMessage() + ")",
          "Use an RSA or an elliptic curve key.", e);
    }
  }

  private static boolean belong(PublicKey known, PrivateKey key) throws GeneralSecurityException {
    if (!known.getAlgorithm().equals(key.getAlgorithm())) {
      return false;
    }
    Signature signature = Signature.getInstance(switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    });
    byte[] words = {1, 2, 3};
    signature.initSign(key);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(known);
    signature.update(words);
    return signature.verify(signed);
  }
}
