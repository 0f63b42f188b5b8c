package org.entente.article.archive;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;

/**
 * JSON records with a text among their members, one a line (however many) or all in one array of the size of an
 * article's file: {@code {"title": …, "date": …, "text": …}}.
 */
public final class JsonContainer implements Unpacker.Container {

  @Override
  public boolean isOne(Content content) throws IOException {
    String head = new String(content.head(), StandardCharsets.UTF_8);
    String start = (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
    boolean records = start.matches("(?s)(?:\\[\\s*)?\\{\\s*\".*");
    return records && !start.contains("\"@context\"") && !start.contains("\"@graph\"")
        && RecordFields.haveText(firstMembers(start));
  }

  /** Names of the first record's members, as far as they stand at the beginning. */
  private static List<String> firstMembers(String start) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonReader reader = new JsonReader(new StringReader(start))) {
      if (reader.peek() == JsonToken.BEGIN_ARRAY) {
        reader.beginArray();
      }
      reader.beginObject();
      while (reader.hasNext()) {
        names.add(reader.nextName());
        reader.skipValue();
      }
      return names;
    } catch (IOException | IllegalStateException e) {
      // The head ends within the record, or it is no JSON; the names that were there tell.
      return names;
    }
  }

  @Override
  public void unpack(Content content, Unpacker unpacker, DocumentSink sink) throws IOException {
    String line = line(content, 1).orElse("");
    if (!line.strip().endsWith("}") || element(line).isEmpty()) {
      whole(line, content, sink);
      return;
    }
    int number = 1;
    for (Optional<String> next = Optional.of(line); next.isPresent(); next = line(content, number)) {
      String name = content.name() + "#" + number++;
      if (!next.get().isBlank()) {
        element(next.get()).ifPresentOrElse(record -> take(record, name, sink),
            () -> sink.refused(name, unsound(name)));
      }
    }
  }

  private static void whole(String start, Content content, DocumentSink sink) {
    String all = start + "\n" + new String(BoundedInput.read(content.in(), content.name()), StandardCharsets.UTF_8);
    JsonElement root = element(all).orElseThrow(() -> unsound(content.name()));
    if (!(root instanceof JsonArray records)) {
      take(root, content.name(), sink);
      return;
    }
    int number = 1;
    for (JsonElement record : records) {
      take(record, content.name() + "#" + number++, sink);
    }
  }

  /** The next line without its end, however the lines end; none after the last. */
  private static Optional<String> line(Content content, int number) throws IOException {
    InputStream in = content.in();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = in.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
      if (line.size() > BoundedInput.LIMIT) {
        throw BoundedInput.tooLarge(content.name() + "#" + number);
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Optional<JsonElement> element(String text) {
    try {
      return Optional.of(JsonParser.parseString(text));
    } catch (JsonParseException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static ArticleFormatException unsound(String name) {
    return new ArticleFormatException(name + " is no sound JSON", "check it, or give the article as text");
  }

  private static void take(JsonElement element, String name, DocumentSink sink) {
    Map<String, String> members = new LinkedHashMap<>();
    if (element instanceof JsonObject object) {
      object.entrySet().forEach(member -> text(member.getValue()).ifPresent(v -> members.put(member.getKey(), v)));
    }
    RecordFields fields = new RecordFields(members);
    fields.text().ifPresentOrElse(
        text -> sink.document(fields.document(name, text)), () -> sink.passedOver(name, "a record without a text"));
  }

  /** Names may stand in a list ({@code "authors": ["Ana Kos", "Bo Li"]}), names and days in parts, as CSL has them. */
  private static Optional<String> text(JsonElement value) {
    return switch (value) {
      case JsonPrimitive primitive -> Optional.of(primitive.getAsString());
      case JsonArray list -> Optional.of(StreamSupport.stream(list.spliterator(), false)
          .flatMap(element -> text(element).stream()).collect(Collectors.joining("; ")));
      case JsonObject object when object.get("date-parts") instanceof JsonArray dates -> day(dates);
      case JsonObject object -> name(object);
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(JsonObject object) {
    String parts = Stream.of("given", "non-dropping-particle", "family").flatMap(part -> text(object, part).stream())
        .collect(Collectors.joining(" "));
    return Stream.of("name", "literal", "raw").flatMap(whole -> text(object, whole).stream()).findFirst()
        .or(() -> Optional.of(parts)).filter(name -> !name.isEmpty());
  }

  /** Of {@code [[2020, 5, 6]]}; a month or a year alone is no day. */
  private static Optional<String> day(JsonArray dates) {
    List<String> parts = dates.isEmpty() || !(dates.get(0) instanceof JsonArray date) ? List.of()
        : StreamSupport.stream(date.spliterator(), false).flatMap(part -> text(part).stream()).toList();
    return parts.size() < 3 ? Optional.empty() : Optional.of(parts.stream()
        .map(part -> part.length() == 1 ? "0" + part : part).collect(Collectors.joining("-")));
  }

  private static Optional<String> text(JsonObject object, String member) {
    return object.get(member) instanceof JsonPrimitive value ? Optional.of(value.getAsString()) : Optional.empty();
  }
}
