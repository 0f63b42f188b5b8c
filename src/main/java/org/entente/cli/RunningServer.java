package org.entente.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.article.MetadataOverrides;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.problem.EntenteException;

/** A running Entente server that takes articles, over HTTP. */
final class RunningServer {

  /** Reading a long article takes seconds; the first one waits for the language model too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI address;
  private final String token;
  private final HttpClient client;

  RunningServer(URI address, String token, HttpClient client) {
    this.address = address;
    this.token = token;
    this.client = client;
  }

  /**
   * Sends one article, or a file with several.
   *
   * @return what became of each
   * @throws EntenteException when the server cannot be reached, or does not let the sender write
   */
  List<LoadOutcome> send(String name, byte[] content, MetadataOverrides overrides) {
    HttpRequest request = HttpRequest.newBuilder(target(name, overrides)).timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
    HttpResponse<String> response = exchanged(request);
    JsonObject members = members(response.body());
    if (!text(members, "outcome").equals("several")) {
      return List.of(outcome(name, members, response.statusCode()));
    }
    return members.getAsJsonArray("articles").asList().stream().map(JsonElement::getAsJsonObject)
        .map(one -> outcome(text(one, "source"), one, response.statusCode())).toList();
  }

  private LoadOutcome outcome(String name, JsonObject members, int status) {
    return switch (text(members, "outcome")) {
      case "loaded" -> new Loaded(name, text(members, "article"), text(members, "title"), day(members),
          members.get("undertakings").getAsInt(), members.get("proposals").getAsInt(),
          Optional.of(text(members, "copyOf")).filter(other -> !other.isEmpty()), texts(members, "warnings"));
      case "unchanged" -> new Unchanged(name, text(members, "article"), text(members, "title"), day(members));
      case "rejected" -> new Rejected(name, text(members, "problem"),
          Optional.of(text(members, "advice")).filter(advice -> !advice.isEmpty()), texts(members, "findings"));
      case "passed over" -> new PassedOver(name, text(members, "reason"));
      default -> throw refused(status, members);
    };
  }

  private static Optional<LocalDate> day(JsonObject members) {
    return Optional.of(text(members, "issued")).filter(day -> !day.isEmpty()).map(LocalDate::parse);
  }

  private URI target(String name, MetadataOverrides overrides) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("name", name);
    overrides.title().ifPresent(title -> parameters.put("title", title));
    overrides.author().ifPresent(author -> parameters.put("author", author));
    overrides.date().ifPresent(date -> parameters.put("date", date.toString()));
    overrides.publisher().ifPresent(publisher -> parameters.put("publisher", publisher));
    overrides.source().ifPresent(source -> parameters.put("source", source.toString()));
    String query = parameters.entrySet().stream().map(parameter -> parameter.getKey() + "="
        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    return URI.create(root() + "articles?" + query);
  }

  private HttpResponse<String> exchanged(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EntenteException("the server at " + address + " does not answer (" + e + ")",
          "Check the address, and that the server runs.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntenteException("interrupted while sending to " + address, "Send it again.", e);
    }
  }

  /**
   * Fetches a backup into a new file, whole or not at all.
   *
   * @throws EntenteException when it cannot be had, or not be written
   */
  void backup(Path file) {
    if (Files.exists(file)) {
      throw new EntenteException("there is a file " + file + " already", "Give the backup another name.");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    HttpRequest request = HttpRequest.newBuilder(URI.create(root() + "backup"))
        .header("Authorization", "Bearer " + token).header("Accept", "application/json, application/zip").build();
    try {
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(part));
      if (response.statusCode() != 200) {
        throw refused(response.statusCode(), members(Files.readString(part)));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EntenteException("no backup of " + address + " could be written to " + file + " (" + e + ")",
          "Check the address, that the server runs, and the free space on the disk.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntenteException("interrupted while fetching a backup of " + address, "Start it again.", e);
    } finally {
      discard(part);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new EntenteException(part + " cannot be deleted (" + e + ")", "Delete it by hand.", e);
    }
  }

  private String root() {
    return address.toString().endsWith("/") ? address.toString() : address + "/";
  }

  private static JsonObject members(String body) {
    try {
      JsonElement read = JsonParser.parseString(body);
      return read.isJsonObject() ? read.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException e) {
      // Something else than Entente may answer there; what it says is no JSON, and its status is told instead.
      return new JsonObject();
    }
  }

  private EntenteException refused(int status, JsonObject problem) {
    String title = text(problem, "title");
    return new EntenteException(
        "the server at " + address + " refused: " + (title.isEmpty() ? "HTTP " + status : title),
        text(problem, "detail").isEmpty() ? "Check that it is an Entente server." : text(problem, "detail"));
  }

  private static String text(JsonObject members, String name) {
    return members.has(name) ? members.get(name).getAsString() : "";
  }

  private static List<String> texts(JsonObject members, String name) {
    return members.has(name) ? members.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }
}
