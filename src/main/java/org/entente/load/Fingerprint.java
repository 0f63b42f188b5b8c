package org.entente.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.entente.article.Article;

/** What an article's graph depends on, as one digest: its text, what is known about it, and the software. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(Article article, Software software) {
    List<Object> parts =
        List.of(
            article.textDigest(),
            article.title(),
            article.creators(),
            article.publisher(),
            article.firstPublishedBy(),
            article.issued(),
            article.language(),
            article.url(),
            article.keywords(),
            article.blocks(),
            software.version(),
            software.build(),
            software.additions() + software.reader());
    return HexFormat.of().formatHex(sha256().digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
