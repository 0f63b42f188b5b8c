package org.entente.article.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.article.ArticleFormatException;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.office.RtfText;

/** The formats that articles come in, told by their first bytes; a file's name only parts Markdown from plain text. */
enum ArticleFormat {
  TEXT,
  HTML,
  MARKDOWN,
  PDF,
  DOCX,
  ODT,
  RTF;

  private static final int LOOKED_AT = 32_768;
  private static final Pattern HTML_START =
      Pattern.compile("^(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  /** Servers write warnings of theirs over a page. */
  private static final Pattern HTML_BELOW =
      Pattern.compile("^<.*<(?:!doctype\\s+html|html)\\b[^>]*>.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern HTML_PART =
      Pattern.compile("^<(?:article|main|section|div|p|h1|h2|header|meta|title|table|span|script|style|link|nav)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FRONT_MATTER = Pattern.compile("^---[ \\t]*\\R[A-Za-z_][\\w .-]*:.*", Pattern.DOTALL);
  private static final Pattern MARKDOWN_SIGN =
      Pattern.compile(
          "(?m)^ {0,3}#{1,6} \\S|\\]\\((?:https?:|/)|\\*\\*\\S[^*\\n]{0,200}\\*\\*|^ {0,3}\\|[ |:-]*-{3}[ |:-]*$");
  private static final String OTHER_FORMAT = "save it as text, HTML, Markdown, PDF, DOCX, ODT or RTF";

  private static final String PICTURE = "a picture has no text that can be read; give the article's words";
  private static final String RDF = "load takes articles; RDF is checked with entente validate";
  private static final Pattern TURTLE =
      Pattern.compile("^(?:\\s*#[^\\n]*\\n)*\\s*(?:@prefix\\s+[\\w.-]*:|@base\\s*<|prefix\\s+[\\w.-]*:\\s*<|base\\s*<"
          + "|(?:<[a-z][a-z0-9+.-]*:[^<>\\s]*>|_:\\w+)\\s+<[a-z][a-z0-9+.-]*:[^<>\\s]*>\\s).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private record Signature(String what, String advice, int... bytes) {

    Signature(String what, int... bytes) {
      this(what, OTHER_FORMAT, bytes);
    }
  }

  private static final List<Signature> REFUSED =
      List.of(
          new Signature("a 7-Zip archive", '7', 'z', 0xBC, 0xAF),
          new Signature("a RAR archive", 'R', 'a', 'r', '!'),
          new Signature("an xz archive", 0xFD, '7', 'z', 'X', 'Z'),
          new Signature("a bzip2 archive", 'B', 'Z', 'h'),
          new Signature("a PNG picture", PICTURE, 0x89, 'P', 'N', 'G'),
          new Signature("a JPEG picture", PICTURE, 0xFF, 0xD8, 0xFF),
          new Signature("a GIF picture", PICTURE, 'G', 'I', 'F', '8'),
          new Signature("a TIFF picture", PICTURE, 'I', 'I', '*', 0),
          new Signature("a TIFF picture", PICTURE, 'M', 'M', 0, '*'),
          new Signature("a WebP picture or another RIFF file", PICTURE, 'R', 'I', 'F', 'F'),
          new Signature("a Windows bitmap", PICTURE, 'B', 'M', -1, -1, -1, -1, 0, 0, 0, 0),
          new Signature("an HEIF picture or a film", PICTURE, 0, 0, 0, -1, 'f', 't', 'y', 'p'),
          new Signature("a program", 0x7F, 'E', 'L', 'F'),
          new Signature("a Java class", 0xCA, 0xFE, 0xBA, 0xBE));

  static ArticleFormat of(RawDocument document) {
    byte[] bytes = document.bytes();
    if (isPdf(bytes)) {
      return PDF;
    }
    if (TextDecoding.startsWith(bytes, 'P', 'K', 3, 4)) {
      return isOpenDocument(bytes) ? ODT : DOCX;
    }
    if (RtfText.isOne(document)) {
      return RTF;
    }
    refuseKnownBinaries(document);
    boolean wide = TextDecoding.byteOrderMark(bytes).filter(c -> !c.equals(StandardCharsets.UTF_8)).isPresent();
    boolean declared = document.charset().map(name -> name.toLowerCase(Locale.ROOT).startsWith("utf-16")).orElse(false);
    if (!wide && !declared) {
      refuseBinary(document);
    }
    return ofText(start(document, wide), document);
  }

  /** Some writers put a few bytes before the header; readers of PDF allow a kilobyte. */
  private static boolean isPdf(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("%PDF-") || start.contains("\n%PDF-1.");
  }

  /** The names of a ZIP's files stand in it in clear. */
  private static boolean isOpenDocument(byte[] bytes) {
    return contains(bytes, "content.xml".getBytes(StandardCharsets.US_ASCII))
        && !contains(bytes, "word/document.xml".getBytes(StandardCharsets.US_ASCII));
  }

  private static void refuseKnownBinaries(RawDocument document) {
    byte[] bytes = document.bytes();
    if (TextDecoding.startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      boolean locked = contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
      throw locked
          ? new ArticleFormatException(
              document.name() + " is protected by a password", "open it and save it without one")
          : new ArticleFormatException(document.name() + " is an old Word file (.doc)", "save it as DOCX");
    }
    for (Signature signature : REFUSED) {
      if (TextDecoding.startsWith(bytes, signature.bytes())) {
        throw new ArticleFormatException(
            document.name() + " is " + signature.what() + ", not an article", signature.advice());
      }
    }
  }

  private static boolean contains(byte[] bytes, byte[] sought) {
    String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
    return haystack.contains(new String(sought, StandardCharsets.ISO_8859_1));
  }

  /** Text has no null bytes and hardly any control characters. */
  private static void refuseBinary(RawDocument document) {
    byte[] bytes = document.bytes();
    int control = 0;
    for (byte b : bytes) {
      if (b == 0) {
        throw everyOtherByteIsNull(bytes) ? withoutMark(document) : binary(document);
      }
      control += b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
    }
    if (control * 20 > bytes.length) {
      throw binary(document);
    }
  }

  /** Latin letters in UTF-16 are a byte and a null. */
  private static boolean everyOtherByteIsNull(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    int[] nulls = new int[2];
    for (int i = 0; i < length; i++) {
      nulls[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    return length > 8 && Math.max(nulls[0], nulls[1]) * 3 > length && Math.min(nulls[0], nulls[1]) * 20 < length;
  }

  private static ArticleFormatException withoutMark(RawDocument document) {
    return new ArticleFormatException(
        document.name() + " looks like UTF-16 text without a byte order mark", "save it as UTF-8");
  }

  private static ArticleFormatException binary(RawDocument document) {
    return new ArticleFormatException(document.name() + " is a binary file, not text", OTHER_FORMAT);
  }

  private static String start(RawDocument document, boolean wide) {
    int length = Math.min(LOOKED_AT, document.bytes().length);
    var charset = wide ? TextDecoding.byteOrderMark(document.bytes()).orElseThrow() : StandardCharsets.UTF_8;
    String start = new String(document.bytes(), 0, length, charset);
    return start.startsWith("\uFEFF") ? start.substring(1) : start;
  }

  private static ArticleFormat ofText(String text, RawDocument document) {
    String start = text.stripLeading();
    String name = document.name().toLowerCase(Locale.ROOT);
    if (HTML_START.matcher(start).matches() || HTML_PART.matcher(start).matches()) {
      return HTML;
    }
    refuseData(start, document.name());
    if (start.startsWith("<") && HTML_BELOW.matcher(start).matches()) {
      return HTML;
    }
    ProgramCode.refuse(text, document.name());
    boolean named = name.endsWith(".md") || name.endsWith(".markdown");
    boolean looks = FRONT_MATTER.matcher(start).matches() || start.startsWith("# ") && signs(start) >= 2;
    return named || looks && !name.endsWith(".txt") ? MARKDOWN : TEXT;
  }

  /** What is text by its bytes and no article by its form. */
  private static void refuseData(String start, String name) {
    if (start.startsWith("<?xml") || start.startsWith("<!DOCTYPE") || start.startsWith("<!ENTITY")
        || start.startsWith("<rss") || start.startsWith("<svg") || start.startsWith("<rdf:")) {
      throw start.contains("<rdf:RDF") ? new ArticleFormatException(name + " is RDF data, not an article", RDF)
          : start.contains("<svg") ? new ArticleFormatException(name + " is an SVG picture, not an article", PICTURE)
          : new ArticleFormatException(name + " is an XML document, not a web page", OTHER_FORMAT);
    }
    if (start.matches("(?s)(?:\\{\\s*\"|\\[\\s*\\{).*")) {
      throw start.contains("\"@context\"") || start.contains("\"@graph\"")
          ? new ArticleFormatException(name + " is RDF data, not an article", RDF)
          : new ArticleFormatException(name + " is JSON data, not an article", OTHER_FORMAT);
    }
    if (TURTLE.matcher(start).matches()) {
      throw new ArticleFormatException(name + " is RDF data, not an article", RDF);
    }
  }

  private static long signs(String text) {
    return MARKDOWN_SIGN.matcher(text).results().limit(3).count();
  }
}
