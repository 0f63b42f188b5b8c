package org.entente.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * SHA-256 of a token, which is all of it that is kept. Tokens of ours are 256 random bits, so neither salt nor a slow
 * function would add anything.
 */
record Digest(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }

  static Digest of(String secret) {
    return new Digest(DigestUtils.sha256Hex(secret));
  }

  boolean isOf(String secret) {
    return MessageDigest.isEqual(hex.getBytes(StandardCharsets.US_ASCII),
        of(secret).hex.getBytes(StandardCharsets.US_ASCII));
  }
}
