package org.entente.publish.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.dump.Dump;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.page.Downloads;

/** {@code /dump/}: the files of the latest dump, with sizes and checksums, in parts on request. */
final class DumpRoute implements Route {

  private static final String SUMS = "SHA256SUMS";
  private static final String VERSION = "VERSION";

  private final DumpShelf shelf;
  private final PageDesk pages;

  DumpRoute(DumpShelf shelf, PageDesk pages) {
    this.shelf = shelf;
    this.pages = pages;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    if (exchange.path().equals("/dump")) {
      return Reply.empty(308).with("Location", "dump/");
    }
    String name = exchange.path().substring("/dump/".length());
    Optional<DumpShelf.Shelved> shelved = shelf.latest();
    if (name.isEmpty()) {
      return list(exchange, shelved);
    }
    if (!shelf.offered()) {
      throw HttpProblem.notFound("No dumps are made of this data; ask its SPARQL endpoint.");
    }
    return file(name, shelved.orElseThrow(DumpRoute::notYet));
  }

  private static HttpProblem notYet() {
    return new HttpProblem(503, "The dump is being made", "Ask again in a few seconds.")
        .withHeader("Retry-After", "5");
  }

  private static Reply file(String name, DumpShelf.Shelved shelved) throws IOException {
    Optional<Dump.DumpFile> listed =
        shelved.dump().files().stream().filter(file -> file.name().equals(name)).findFirst();
    if (listed.isEmpty() && !name.equals(SUMS) && !name.equals(VERSION)) {
      throw HttpProblem.notFound("There is no dump " + name + "; there are "
          + String.join(", ", shelved.dump().files().stream().filter(whole -> !whole.ofArticle())
              .map(Dump.DumpFile::name).toList())
          + ".");
    }
    Path file = shelved.folder().resolve(name);
    String tag = listed.map(found -> found.sha256().substring(0, 32))
        .orElseGet(() -> shelved.dump().version() + "-" + name.toLowerCase(Locale.ROOT));
    Reply reply = Reply.file(DumpTypes.mediaType(name), file).named(tag)
        .modified(Files.getLastModifiedTime(file).toInstant())
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .linking(ReplyRules.LICENCE, "license");
    return listed.map(found -> reply.with("Repr-Digest", "sha-256=:"
        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(found.sha256())) + ":"))
        .orElse(reply);
  }

  private Reply list(Exchange exchange, Optional<DumpShelf.Shelved> shelved) throws IOException {
    Form form = exchange.negotiation().bestOrRefuse(List.of(Form.HTML, Form.JSON));
    Optional<Instant> made = shelved.isEmpty() ? Optional.empty()
        : Optional.of(Files.getLastModifiedTime(shelved.get().folder().resolve(SUMS)).toInstant());
    Reply reply = form.equals(Form.HTML)
        ? pages.reply(pages.pages().downloads(pages.request(exchange), downloads(shelved, made)))
        : Reply.text(Form.JSON, Json.text(members(shelved, made))).with("Vary", "Accept")
            .with("Cache-Control", ReplyRules.REVALIDATE);
    return reply.linking(ReplyRules.LICENCE, "license");
  }

  private static Map<String, Object> members(Optional<DumpShelf.Shelved> shelved, Optional<Instant> made) {
    Map<String, Object> members = new LinkedHashMap<>();
    shelved.ifPresent(held -> {
      members.put("version", held.dump().version());
      members.put("triples", held.dump().triples());
    });
    made.ifPresent(when -> members.put("made", when.toString()));
    List<Object> files = new ArrayList<>();
    shelved.map(held -> held.dump().files()).orElse(List.of()).forEach(file -> {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", file.name());
      entry.put("bytes", file.bytes());
      entry.put("sha256", file.sha256());
      files.add(entry);
    });
    members.put("files", files);
    return members;
  }

  private Downloads downloads(Optional<DumpShelf.Shelved> shelved, Optional<Instant> made) {
    List<Downloads.File> files = new ArrayList<>();
    shelved.ifPresent(held -> held.dump().files().forEach(file -> files.add(
        new Downloads.File(file.name(), DumpTypes.inWords(file.name()), file.bytes(), file.sha256(),
            file.ofArticle()))));
    return new Downloads(shelf.offered(), shelved.map(held -> held.dump().version()).orElse(""),
        made.map(when -> when.truncatedTo(ChronoUnit.SECONDS).toString()).orElse(""), files);
  }
}
