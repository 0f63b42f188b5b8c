package org.entente.publish.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.entente.publish.door.ClientNetwork;

/**
 * One request, read once and strictly: its path and parameters decoded as UTF-8, its headers, its body up to a bound.
 * A path or a parameter that is not well formed is a problem in words, never a guess.
 */
public final class Exchange {

  private final HttpServletRequest request;
  private final String path;
  private final Map<String, List<String>> query;

  private Exchange(HttpServletRequest request, String path, Map<String, List<String>> query) {
    this.request = request;
    this.path = path;
    this.query = query;
  }

  public static Exchange of(HttpServletRequest request) {
    String raw = request.getRequestURI();
    return new Exchange(request, decodedPath(raw), parameters(Optional.ofNullable(request.getQueryString())));
  }

  /** Another request of the same client, made from this one. */
  public Exchange instead(UnaryOperator<HttpServletRequest> other) {
    return of(other.apply(request));
  }

  /** A request whose address cannot be read: enough of it to send a refusal. */
  public static Exchange unreadable(HttpServletRequest request) {
    return new Exchange(request, "/", Map.of());
  }

  private static String decodedPath(String raw) {
    String lower = raw.toLowerCase(Locale.ROOT);
    if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("%00") || raw.contains(";")) {
      throw HttpProblem.badRequest("The path " + raw + " has an encoded slash, backslash or null, or a semicolon;"
          + " no address here has any of these.");
    }
    String path = decoded(raw, false);
    if (path.contains("//") || path.contains("/../") || path.contains("/./") || path.endsWith("/..")) {
      throw HttpProblem.badRequest("The path " + raw + " has an empty or a dotted part; write it out plainly.");
    }
    return path;
  }

  /**
   * Strictly: {@code URLDecoder} puts a replacement sign for what is no UTF-8, and a wrong name is worse than none.
   *
   * @param plusIsSpace as in a query; in a path a plus sign is itself
   */
  private static String decoded(String raw, boolean plusIsSpace) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int sign = raw.codePointAt(at);
      if (sign == '%') {
        bytes.write(octet(raw, at + 1));
        at += 3;
      } else {
        if (sign < 0x80) {
          bytes.write(plusIsSpace && sign == '+' ? ' ' : sign);
        } else {
          bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
        }
        at += Character.charCount(sign);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      throw notEncoded(raw);
    }
  }

  private static int octet(String raw, int at) {
    if (at + 2 > raw.length() || !HexFormat.isHexDigit(raw.charAt(at)) || !HexFormat.isHexDigit(raw.charAt(at + 1))) {
      throw notEncoded(raw);
    }
    return HexFormat.fromHexDigits(raw, at, at + 2);
  }

  private static HttpProblem notEncoded(String raw) {
    return HttpProblem.badRequest("The address has \"" + raw + "\", which is not percent-encoded UTF-8.");
  }

  private static SequencedMap<String, List<String>> parameters(Optional<String> text) {
    SequencedMap<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : text.orElse("").split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), true);
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), true);
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  public String method() {
    return request.getMethod();
  }

  public boolean isRead() {
    return method().equals("GET") || method().equals("HEAD");
  }

  /** The decoded path, from the slash on. */
  public String path() {
    return path;
  }

  /** Path and parameters as the client wrote them. */
  String address() {
    return Optional.ofNullable(request.getQueryString()).map(text -> request.getRequestURI() + "?" + text)
        .orElseGet(request::getRequestURI);
  }

  /** Where the request came from, as the connection or a trusted proxy says. */
  public String clientAddress() {
    return String.valueOf(request.getRemoteAddr());
  }

  /** Who asks, as bounds are counted: the address, or of IPv6 the network that it is in. */
  public String clientNetwork() {
    return ClientNetwork.of(clientAddress());
  }

  public Map<String, List<String>> query() {
    return Collections.unmodifiableMap(query);
  }

  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  public Optional<String> header(String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** The quoted ETag that the client sent, if it has what this tag names, compressed or not. */
  public Optional<String> knows(String tag) {
    List<String> same = List.of('"' + tag + '"', '"' + tag + "-gzip\"");
    return isRead()
        ? Arrays.stream(header("If-None-Match").orElse("").split(","))
            .map(known -> known.trim().replaceFirst("^W/", "")).filter(same::contains).findFirst()
        : Optional.empty();
  }

  public Negotiation negotiation() {
    return Negotiation.of(header("Accept"));
  }

  /** The media type of the body, without its parameters. */
  public String contentType() {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
  }

  /** The body as text, refused when it is longer than the bound. */
  public String body(int maxBytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(maxBytes))).toString();
    } catch (CharacterCodingException e) {
      throw HttpProblem.badRequest("The body is not UTF-8.");
    }
  }

  /** The body as it is, refused when it is longer than the bound. */
  public byte[] bytes(int maxBytes) throws IOException {
    byte[] bytes = read(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new HttpProblem(413, "The request is too long", "At most " + maxBytes + " bytes are read.");
    }
    return bytes;
  }

  private byte[] read(int length) throws IOException {
    try {
      return request.getInputStream().readNBytes(length);
    } catch (IOException e) {
      throw HttpProblem.unreadBody(e).orElseThrow(() -> e);
    }
  }

  /** The parameters of a form that was posted. */
  public Map<String, List<String>> form(int maxBytes) throws IOException {
    return parameters(Optional.of(body(maxBytes)));
  }

  /** The line to the client, to be looked at while its answer is made. */
  public ClientLine client() {
    return ClientLine.of(request);
  }

  /** How a link gets from here to the root: {@code ./}, {@code ../}, {@code ../../}. */
  public String relativeRoot() {
    long depth = path.chars().filter(c -> c == '/').count() - 1;
    return depth <= 0 ? "./" : "../".repeat((int) depth);
  }
}
