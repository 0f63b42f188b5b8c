package org.entente.publish.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.entente.publish.door.SlowReaders;
import org.entente.publish.http.Reply.Content;

/**
 * Sends a reply as the request wants it (RFC 9110): 304 when the client has it already, only the head for HEAD, one
 * range of a file, compressed where that helps. A compressed reply is other bytes, so it has another strong ETag.
 */
public final class ReplyWriter {

  private static final int WORTH_COMPRESSING = 1024;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final SlowReaders readers = new SlowReaders();

  public void write(Exchange exchange, Reply reply, HttpServletResponse response) throws IOException {
    boolean compressed = reply.status() == 200 && worthCompressing(reply.content()) && acceptsGzip(exchange);
    Optional<String> etag = reply.etag().map(tag -> '"' + tag + (compressed ? "-gzip" : "") + '"');
    reply.headers().forEach(header -> {
      if (header.getKey().equals(ContentSecurity.HEADER)) {
        // Two policies would both hold; a reply's own takes the place of the usual one.
        response.setHeader(header.getKey(), header.getValue());
      } else {
        response.addHeader(header.getKey(), header.getValue());
      }
    });
    etag.ifPresent(tag -> response.setHeader("ETag", tag));
    reply.modified().ifPresent(when -> response.setHeader("Last-Modified", HTTP_DATE.format(when)));
    if (worthCompressing(reply.content())) {
      response.addHeader("Vary", "Accept-Encoding");
    }
    if (reply.status() == 200 && exchange.isRead() && unchanged(exchange, etag, reply.modified())) {
      response.setStatus(304);
      return;
    }
    response.setStatus(reply.status());
    try (SlowReaders.Lane lane = readers.lane()) {
      send(exchange, reply, response, etag, compressed, lane);
    }
  }

  /** Whether the reply can go out at this moment, as far as its length is known. */
  public boolean hasRoomFor(Reply reply) {
    return switch (reply.content()) {
      case Content.Bytes(String type, byte[] bytes) -> readers.isFree(bytes.length);
      case Content.StoredFile(String type, Path file) -> readers.isFree(file.toFile().length());
      case Content.Written written -> true;
      case Content.Nothing nothing -> true;
    };
  }

  private static void send(Exchange exchange, Reply reply, HttpServletResponse response, Optional<String> etag,
      boolean compressed, SlowReaders.Lane lane) throws IOException {
    boolean bodyWanted = !exchange.method().equals("HEAD");
    switch (reply.content()) {
      case Content.Nothing nothing -> response.setContentLength(0);
      case Content.Bytes(String type, byte[] bytes) -> {
        response.setContentType(type);
        if (!compressed) {
          response.setContentLength(bytes.length);
        }
        if (bodyWanted) {
          through(response, compressed, lane, out -> out.write(bytes));
        } else if (compressed) {
          response.setHeader("Content-Encoding", "gzip");
        }
      }
      case Content.Written(String type, Reply.Writing writing) -> {
        response.setContentType(type);
        if (bodyWanted) {
          through(response, compressed, lane, writing);
        } else if (compressed) {
          response.setHeader("Content-Encoding", "gzip");
        }
      }
      case Content.StoredFile(String type, Path file) -> {
        response.setContentType(type);
        sendFile(exchange, response, file, etag, bodyWanted ? Optional.of(lane) : Optional.empty());
      }
    }
  }

  private static void through(HttpServletResponse response, boolean compressed, SlowReaders.Lane lane,
      Reply.Writing writing) throws IOException {
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
      try (OutputStream out = new GZIPOutputStream(lane.over(response.getOutputStream()), 1 << 13)) {
        writing.to(out);
      }
    } else {
      writing.to(lane.over(response.getOutputStream()));
    }
  }

  private static boolean worthCompressing(Content content) {
    return switch (content) {
      case Content.Bytes(String type, byte[] bytes) -> isText(type) && bytes.length >= WORTH_COMPRESSING;
      case Content.Written(String type, Reply.Writing writing) -> isText(type);
      case Content.StoredFile file -> false;
      case Content.Nothing nothing -> false;
    };
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.contains("charset") || type.contains("json") || type.contains("xml")
        || type.contains("javascript");
  }

  private static boolean acceptsGzip(Exchange exchange) {
    return Arrays.stream(exchange.header("Accept-Encoding").orElse("").toLowerCase(Locale.ROOT).split(","))
        .map(String::trim)
        .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip\\s*;\\s*q=0(\\.0*)?"));
  }

  private static boolean unchanged(Exchange exchange, Optional<String> etag, Optional<Instant> modified) {
    Optional<String> known = exchange.header("If-None-Match");
    if (known.isPresent()) {
      return etag.isPresent() && (known.get().trim().equals("*") || Arrays.stream(known.get().split(","))
          .map(tag -> tag.trim().replaceFirst("^W/", "")).anyMatch(etag.get()::equals));
    }
    Optional<Instant> since = exchange.header("If-Modified-Since").flatMap(ReplyWriter::instant);
    return since.isPresent() && modified.isPresent()
        && !modified.get().truncatedTo(ChronoUnit.SECONDS).isAfter(since.get());
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void sendFile(Exchange exchange, HttpServletResponse response, Path file, Optional<String> etag,
      Optional<SlowReaders.Lane> wanted) throws IOException {
    // Opened before its length is asked for: a dump that is renewed meanwhile replaces the name, not this file.
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      response.setHeader("Accept-Ranges", "bytes");
      boolean sameFile = exchange.header("If-Range").map(tag -> etag.filter(tag::equals).isPresent()).orElse(true);
      Optional<ByteRange> range = sameFile ? exchange.header("Range").flatMap(ByteRange::read) : Optional.empty();
      if (range.isPresent() && !range.get().within(size)) {
        response.setStatus(416);
        response.setHeader("Content-Range", "bytes */" + size);
        return;
      }
      long from = range.map(part -> part.from(size)).orElse(0L);
      long to = range.map(part -> part.to(size)).orElse(size - 1);
      if (range.isPresent()) {
        response.setStatus(206);
        response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + size);
      }
      response.setContentLengthLong(to - from + 1);
      if (wanted.isPresent()) {
        copy(channel, from, to - from + 1, wanted.get().over(response.getOutputStream()));
      }
    }
  }

  private static void copy(FileChannel channel, long from, long length, OutputStream out) throws IOException {
    long done = 0;
    while (done < length) {
      long count = channel.transferTo(from + done, length - done, Channels.newChannel(out));
      if (count <= 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      done += count;
    }
  }
}
