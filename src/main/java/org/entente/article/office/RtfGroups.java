package org.entente.article.office;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes out of an RTF file the groups that a program may ignore when it does not know their word: what stands in them is
 * no text, and the parser tells of those alone that it knows. Unicode twins stay. Also mends a file that closes more groups than it
 * opens, or fewer.
 */
final class RtfGroups {

  private final byte[] rtf;
  private final ByteArrayOutputStream kept;

  private RtfGroups(byte[] rtf) {
    this.rtf = rtf;
    this.kept = new ByteArrayOutputStream(rtf.length);
  }

  static byte[] withoutIgnorable(byte[] rtf) {
    return new RtfGroups(rtf).keepText();
  }

  private byte[] keepText() {
    int at = 0;
    while (at < rtf.length) {
      int next = rtf[at] == '{' && isIgnorable(at) ? end(at) : step(at);
      if (next == step(at)) {
        kept.write(rtf, at, next - at);
      }
      at = next;
    }
    return kept.toByteArray();
  }

  /** As above, with as many groups closed as opened: the outermost by the end alone, whatever stands before. */
  static byte[] balanced(byte[] rtf) {
    return new RtfGroups(withoutIgnorable(rtf)).balance();
  }

  private byte[] balance() {
    int depth = 0;
    for (int at = 0; at < rtf.length; at = step(at)) {
      boolean closes = rtf[at] == '}';
      if (!closes || depth > 1) {
        kept.write(rtf, at, step(at) - at);
      }
      depth = rtf[at] == '{' ? depth + 1 : closes ? Math.max(1, depth - 1) : depth;
    }
    kept.writeBytes("}".repeat(depth).getBytes(StandardCharsets.US_ASCII));
    return kept.toByteArray();
  }

  private boolean isIgnorable(int at) {
    String start = new String(rtf, at, Math.min(12, rtf.length - at), StandardCharsets.ISO_8859_1);
    return start.matches("(?s)\\{\\s*\\\\\\*.*") && !start.matches("(?s)\\{\\s*\\\\\\*\\s*\\\\ud\\W.*");
  }

  /** Behind the brace that closes the group, or the end of a file that is cut off. */
  private int end(int from) {
    int depth = 0;
    int at = from;
    while (at < rtf.length) {
      depth += rtf[at] == '{' ? 1 : rtf[at] == '}' ? -1 : 0;
      at = step(at);
      if (depth == 0) {
        return at;
      }
    }
    return rtf.length;
  }

  /** Over one byte, an escaped one, or the bytes that {@code \bin} announces. */
  private int step(int at) {
    if (rtf[at] != '\\') {
      return at + 1;
    }
    if (at + 5 >= rtf.length || rtf[at + 1] != 'b' || rtf[at + 2] != 'i' || rtf[at + 3] != 'n') {
      return Math.min(rtf.length, at + 2);
    }
    String word = new String(rtf, at, Math.min(16, rtf.length - at), StandardCharsets.ISO_8859_1);
    if (word.matches("(?s)\\\\bin\\d{1,8}\\D.*")) {
      int digits = word.substring(4).split("\\D", 2)[0].length();
      return Math.min(rtf.length, at + 5 + digits + Integer.parseInt(word.substring(4, 4 + digits)));
    }
    return Math.min(rtf.length, at + 2);
  }
}
