package org.entente.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Which program reads the articles.
 *
 * @param version as released
 * @param build SHA-256 of the program with its lexicon, gazetteer and ontology: what it found before with another
 *     build, it may find otherwise now
 */
public record Software(String version, String build) {

  /** This program. */
  public static Software running() {
    try {
      Path code = Path.of(Software.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Software(releasedVersion(), digest(code));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies at an address that is no file", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String releasedVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Software.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties"));
    }
    return properties.getProperty("version");
  }

  /** A jar is one file; a checkout has a folder of classes and resources. */
  private static String digest(Path code) throws IOException {
    MessageDigest sha = sha256();
    try (Stream<Path> files = Files.walk(code)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sha.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
