package org.entente.publish.http;

import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 in the short form that versions and ETags use: 16 hexadecimal digits. */
public final class Digests {

  private Digests() {}

  public static String shortSha256(byte[] content) {
    return DigestUtils.sha256Hex(content).substring(0, 16);
  }
}
