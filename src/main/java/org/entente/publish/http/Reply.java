package org.entente.publish.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.vocab.Addresses;

/**
 * What is sent back: status, headers, content. {@link ReplyWriter} adds what follows from the request: 304, ranges,
 * compression, nothing but the head for HEAD.
 *
 * @param etag an opaque name of exactly this content; empty when it has none
 * @param modified when the content became what it is
 */
public record Reply(int status, List<Map.Entry<String, String>> headers, Content content, Optional<String> etag,
    Optional<Instant> modified) {

  /** The content of a reply. */
  sealed interface Content {

    /** No content at all. */
    record Nothing() implements Content {}

    record Bytes(String contentType, byte[] bytes) implements Content {}

    /** Content that is written as it goes; the writer holds nothing of it. */
    record Written(String contentType, Writing writing) implements Content {}

    /** A file as it lies on the disk, in parts on request. */
    record StoredFile(String contentType, Path file) implements Content {}
  }

  /** Writes content. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public Reply {
    headers = List.copyOf(headers);
  }

  private static Reply ok(Content content) {
    return new Reply(200, List.of(), content, Optional.empty(), Optional.empty());
  }

  public static Reply text(Form form, String text) {
    return text(form.contentType(), text);
  }

  public static Reply text(String contentType, String text) {
    return ok(new Content.Bytes(contentType, text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Reply bytes(String contentType, byte[] bytes) {
    return ok(new Content.Bytes(contentType, bytes));
  }

  public static Reply written(String contentType, Writing writing) {
    return ok(new Content.Written(contentType, writing));
  }

  public static Reply file(String contentType, Path file) {
    return ok(new Content.StoredFile(contentType, file));
  }

  public static Reply empty(int status) {
    return new Reply(status, List.of(), new Content.Nothing(), Optional.empty(), Optional.empty());
  }

  /**
   * 304: what the client has is what it would get.
   *
   * @param known the quoted tag that the client sent
   */
  public static Reply notModified(String known) {
    return empty(304).with("ETag", known);
  }

  /** 303: the thing itself cannot be sent, but a document about it lies there. */
  public static Reply seeOther(String location) {
    return empty(303).with("Location", location);
  }

  public Reply withStatus(int other) {
    return new Reply(other, headers, content, etag, modified);
  }

  public Reply with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Reply(status, more, content, etag, modified);
  }

  public Reply without(String name) {
    return new Reply(status, headers.stream().filter(header -> !header.getKey().equals(name)).toList(), content, etag,
        modified);
  }

  public Reply linking(String target, String relation) {
    return with("Link", "<" + Addresses.inAscii(target) + ">; rel=\"" + relation + "\"");
  }

  public Reply named(String tag) {
    return new Reply(status, headers, content, Optional.of(tag), modified);
  }

  public Reply modified(Instant when) {
    return new Reply(status, headers, content, etag, Optional.of(when));
  }

  /** The whole content, held in memory as text. */
  public String text() throws IOException {
    return switch (content) {
      case Content.Nothing nothing -> "";
      case Content.Bytes(String type, byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Content.StoredFile(String type, Path file) -> Files.readString(file);
      case Content.Written(String type, Writing writing) -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        yield out.toString(StandardCharsets.UTF_8);
      }
    };
  }
}
