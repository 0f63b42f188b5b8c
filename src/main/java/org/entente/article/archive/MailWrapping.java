package org.entente.article.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;

/**
 * A MIME message: a page that a browser saved as one file (MHTML), or an e-mail with an article in it or attached to
 * it, or a mailbox of them. Of a saved page the first HTML part is the article, at the address that it was saved from; the day of saving is
 * no date of it. A mail's subject and day are its article's.
 */
public final class MailWrapping implements Wrapping {

  private static final Pattern HEADER =
      Pattern.compile("(?i)^(?:from|to|subject|date|received|message-id|return-path|mime-version|content-type"
          + "|delivered-to|dkim-signature|reply-to|sender|list-id|x-[\\w-]+|snapshot-content-location): ?\\S.*");
  private static final Pattern MIME = Pattern.compile("(?mi)^(?:mime-version|message-id|return-path): ?\\S");
  private static final Pattern MAILBOX =
      Pattern.compile("(?m)(?:\\A|(?<=\\n\\n)|(?<=\\n\\r\\n))From \\S+.{0,80}\\d\\d:\\d\\d.*\\r?\\n");
  private static final Pattern FORWARDED = Pattern.compile("(?i)^(?:(?:re|fwd?|aw|wg|tr)\\s*:\\s*)+");
  private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final Set<String> WANTED =
      Set.of("text/html", "text/plain", "application/xhtml+xml", "application/pdf", WORD);
  private static final int HEAD = 8192;
  private static final int MOST_PARTS = 5_000;
  private static final int LEAST_TEXT = 200;

  private record Part(String type, Optional<String> charset, Optional<URI> address, byte[] bytes) {

    boolean is(String... types) {
      return List.of(types).contains(type);
    }
  }

  private static boolean isOne(RawDocument document) {
    byte[] bytes = document.bytes();
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1).stripLeading();
    String fields = head.split("\\r?\\n[ \\t]*\\r?\\n", 2)[0];
    return HEADER.matcher(fields.split("\\R", 2)[0]).matches() && MIME.matcher(fields).find();
  }

  @Override
  public boolean take(RawDocument document, DocumentSink sink) {
    if (isMailbox(document)) {
      takeMailbox(document, sink);
      return true;
    }
    if (!isOne(document)) {
      return false;
    }
    takeMessage(document, sink);
    return true;
  }

  private static void takeMessage(RawDocument document, DocumentSink sink) {
    Message message = new Message();
    try {
      message.read(document);
    } catch (IOException | MimeException | IllegalArgumentException e) {
      throw new ArticleFormatException(
          document.name() + " is a damaged e-mail or web archive (MHTML): " + e.getMessage(),
          "save it again, or give what it shows as HTML or text", e);
    }
    if (message.isSavedPage()) {
      takePage(document, message, sink);
    } else {
      takeMail(document, message, sink);
    }
  }

  /** A file of several messages, each under a line with its sender and day: "From ana@home.example Tue May  5 …". */
  private static boolean isMailbox(RawDocument document) {
    byte[] bytes = document.bytes();
    return MAILBOX.matcher(new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1)).lookingAt();
  }

  private void takeMailbox(RawDocument document, DocumentSink sink) {
    String all = new String(document.bytes(), StandardCharsets.ISO_8859_1);
    Matcher line = MAILBOX.matcher(all);
    int number = 1;
    int from = line.find() ? line.end() : all.length();
    while (from < all.length()) {
      int end = line.find() ? line.start() : all.length();
      String name = document.name() + "#" + number++;
      byte[] message = all.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
      try {
        takeMessage(RawDocument.of(name, message), sink);
      } catch (ArticleFormatException e) {
        sink.refused(name, e);
      }
      from = end == all.length() ? end : line.end();
    }
  }

  private static void takePage(RawDocument document, Message message, DocumentSink sink) {
    Part page = message.parts.stream().filter(part -> part.is("text/html", "application/xhtml+xml")).findFirst()
        .orElseThrow(() -> new ArticleFormatException(
            document.name() + " is a web archive (MHTML) without a page in it", "save the page again"));
    Optional<URI> address = message.field("snapshot-content-location").flatMap(HeaderLine::address)
        .or(page::address).or(document::address);
    sink.document(new RawDocument(document.name(), page.bytes(), address, page.charset(), document.known()));
  }

  private static void takeMail(RawDocument document, Message message, DocumentSink sink) {
    Metadata known = message.metadata().or(document.known());
    Optional<Part> text = message.parts.stream()
        .filter(part -> part.is("text/plain") && part.bytes().length >= LEAST_TEXT).findFirst();
    Optional<Part> page = message.parts.stream().filter(part -> part.is("text/html")).findFirst();
    Optional<Part> any = message.parts.stream().filter(part -> part.is("text/plain")).findFirst();
    text.or(() -> page).or(() -> any).ifPresent(body -> sink.document(
        new RawDocument(document.name(), body.bytes(), Optional.empty(), body.charset(), known)));
    int number = 1;
    for (Part part : message.parts) {
      if (part.is("application/pdf", WORD)) {
        sink.document(RawDocument.of(document.name() + "#" + number++, part.bytes()));
      }
    }
  }

  /** Header and parts of one message, those that may be articles. */
  private static final class Message {

    private final List<Field> header = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    void read(RawDocument document) throws IOException, MimeException {
      MimeTokenStream tokens = new MimeTokenStream(MimeConfig.PERMISSIVE);
      tokens.parse(new ByteArrayInputStream(document.bytes()));
      boolean inFirst = true;
      Optional<URI> address = Optional.empty();
      int count = 0;
      for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
        if (state == EntityState.T_FIELD && inFirst) {
          header.add(tokens.getField());
        } else if (state == EntityState.T_FIELD && tokens.getField().getNameLowerCase().equals("content-location")) {
          address = HeaderLine.address(tokens.getField().getBody().strip());
        } else if (state == EntityState.T_START_BODYPART) {
          address = Optional.empty();
        } else if (state == EntityState.T_END_HEADER) {
          inFirst = false;
        } else if (state == EntityState.T_BODY) {
          BoundedInput.requireAtMost(MOST_PARTS, ++count, "parts", document.name());
          add(tokens, address, document.name());
        }
      }
    }

    private void add(MimeTokenStream tokens, Optional<URI> address, String name) {
      String type = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
      if (WANTED.contains(type)) {
        byte[] bytes = BoundedInput.read(tokens.getDecodedInputStream(), name);
        parts.add(new Part(type, Optional.ofNullable(tokens.getBodyDescriptor().getCharset())
            .filter(charset -> !charset.equalsIgnoreCase("us-ascii")), address, bytes));
      }
    }

    Optional<String> field(String name) {
      return header.stream().filter(field -> field.getNameLowerCase().equals(name))
          .map(field -> DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT).strip())
          .filter(value -> !value.isEmpty()).findFirst();
    }

    boolean isSavedPage() {
      return field("snapshot-content-location").isPresent()
          || field("from").filter(from -> from.matches("(?i)\"?<?saved by .*")).isPresent()
          || field("content-type").filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/related"))
              .isPresent() && parts.stream().noneMatch(part -> part.is("text/plain"));
    }

    Metadata metadata() {
      Metadata found = Metadata.NONE.withIssued(field("date").flatMap(PublicationDate::dayIn))
          .withPublisher(field("from").map(from -> from.replaceFirst("<[^>]*>", "").replace("\"", "").strip())
              .filter(from -> !from.isEmpty() && from.indexOf('@') < 0));
      return field("subject").map(subject -> FORWARDED.matcher(subject).replaceFirst("")).filter(s -> !s.isBlank())
          .map(found::withTitle).orElse(found);
    }
  }
}
