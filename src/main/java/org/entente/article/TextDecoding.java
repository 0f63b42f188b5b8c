package org.entente.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to characters. Text is UTF-8 unless a byte order mark or an HTTP header says otherwise; nothing is guessed,
 * because a wrong guess would put wrong letters into names. What else the bytes look like goes into the message.
 */
public final class TextDecoding {

  private static final int HEAD_LENGTH = 8192;
  private static final Pattern CHARSET =
      Pattern.compile("<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private TextDecoding() {}

  public static String decode(RawDocument document) {
    byte[] bytes = document.bytes();
    Charset charset = byteOrderMark(bytes).or(() -> named(document)).orElse(StandardCharsets.UTF_8);
    try {
      String text = strictly(bytes, charset);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw notIn(document, charset);
    }
  }

  /**
   * A web page says in its head how it is encoded. Where it says nothing and is not UTF-8, the HTML standard has
   * windows-1252 for it; bytes that do not fit what it declares become replacement characters.
   */
  public static String decodePage(RawDocument document) {
    byte[] bytes = document.bytes();
    Optional<Charset> declared = byteOrderMark(bytes).or(() -> named(document)).or(() -> inHead(bytes));
    try {
      return strictly(bytes, declared.orElse(StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      return new String(bytes, declared.orElse(Charset.forName("windows-1252")));
    }
  }

  private static Optional<Charset> inHead(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD_LENGTH, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher matcher = CHARSET.matcher(head);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  /** UTF-16 or UTF-32 by its byte order mark; UTF-8 by its three bytes. */
  public static Optional<Charset> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return startsWith(bytes, 0xEF, 0xBB, 0xBF) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
  }

  /** Whether the bytes are these, of which -1 is any. */
  public static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (start[i] >= 0 && (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> named(RawDocument document) {
    return document.charset().flatMap(TextDecoding::charset);
  }

  static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  private static ArticleFormatException notIn(RawDocument document, Charset charset) {
    int at = firstBad(document.bytes(), charset);
    String place = "line " + lineOf(document.bytes(), at) + ", byte " + at;
    String found = charset.equals(StandardCharsets.UTF_8) && looksWestern(document.bytes())
        ? "; it looks like windows-1252 (Western European)" : "";
    String advice = found.isEmpty()
        ? "save the file as UTF-8 and try again"
        : "convert it first: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt";
    return new ArticleFormatException(
        document.name() + " is not valid " + charset.name() + " text (" + place + ")" + found, advice);
  }

  private static int firstBad(byte[] bytes, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    var decoder = charset.newDecoder();
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isOverflow()) {
        return in.position();
      }
      out.clear();
    }
  }

  private static int lineOf(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at && i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  /** Mostly ASCII letters, and the high bytes are the quotes, dashes and accents of windows-1252. */
  private static boolean looksWestern(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) {
        return false;
      }
      high += c >= 0x80 ? 1 : 0;
    }
    return high * 5 < bytes.length;
  }
}
