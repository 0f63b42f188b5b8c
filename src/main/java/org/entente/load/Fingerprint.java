package org.entente.load;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
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
    return DigestUtils.sha256Hex(parts.toString());
  }
}
