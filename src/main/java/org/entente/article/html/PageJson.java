package org.entente.article.html;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.article.header.HeaderLine;
import org.jsoup.nodes.Document;

/**
 * What a page says of articles in JSON-LD with the terms of schema.org. Pages describe other stories there as well, so
 * that an article is asked for by address and title.
 */
final class PageJson {

  private static final Set<String> ARTICLES = Set.of("Report", "Review", "CreativeWork");
  private static final Set<String> PAGES = Set.of("WebPage", "ItemPage");
  private static final int NODES_LOOKED_AT = 10_000;

  private final List<JsonObject> articles = new ArrayList<>();
  private final List<JsonObject> pages = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private PageJson() {}

  static PageJson of(Document page) {
    PageJson json = new PageJson();
    page.select("script[type=application/ld+json]").forEach(script -> json.collect(script.data()));
    return json;
  }

  /** Finds the articles, and the names of things that other things point to by their {@code @id}. */
  private void collect(String script) {
    Deque<JsonElement> open = new ArrayDeque<>();
    try {
      open.add(JsonParser.parseString(withoutMarks(script)));
    } catch (JsonParseException e) {
      return;
    }
    for (int seen = 0; !open.isEmpty() && seen < NODES_LOOKED_AT; seen++) {
      JsonElement next = open.removeFirst();
      if (next instanceof JsonArray array) {
        array.forEach(open::add);
      } else if (next instanceof JsonObject object) {
        take(object);
        Optional.ofNullable(object.get("@graph")).ifPresent(open::add);
        Optional.ofNullable(object.get("mainEntity")).ifPresent(open::add);
      }
    }
  }

  /** Pages that are also XML wrap their scripts. */
  private static String withoutMarks(String script) {
    return script.replaceFirst("^\\s*(?://|/\\*)?\\s*<!\\[CDATA\\[(?:\\s*\\*/)?", "")
        .replaceFirst("(?://|/\\*)?\\s*]]>(?:\\s*\\*/)?\\s*$", "");
  }

  private void take(JsonObject object) {
    List<String> types = strings(object, "@type");
    if (types.stream().anyMatch(t -> t.endsWith("Article") || t.endsWith("Posting") || ARTICLES.contains(t))) {
      articles.add(object);
    } else if (types.stream().anyMatch(PAGES::contains)) {
      pages.add(object);
    }
    first(object, "name").ifPresent(name -> strings(object, "@id").forEach(id -> names.putIfAbsent(id, name)));
  }

  /**
   * The article that the page is about.
   *
   * @param address the page's own, where it says so
   * @param titles what the page declares elsewhere
   */
  Optional<JsonObject> article(Optional<URI> address, PageTitles titles) {
    return articles.stream().filter(article -> isAt(article, address)).findFirst()
        .or(() -> articles.stream().filter(article -> first(article, "headline").filter(titles::say).isPresent())
            .findFirst())
        .or(() -> articles.size() == 1
            ? articles.stream().filter(article -> mayBe(article, address, titles)).findFirst()
            : Optional.empty());
  }

  private boolean mayBe(JsonObject article, Optional<URI> address, PageTitles titles) {
    boolean named = addresses(article).stream().anyMatch(other -> other.contains("://"));
    boolean titled = first(article, "headline").isPresent() && !titles.titles().isEmpty();
    // A page that was saved often does not say where it was; then its subject tells whether this is its article.
    boolean other =
        address.isPresent() || Stream.of("headline", "name").flatMap(member -> first(article, member).stream())
            .allMatch(titles::haveNothingOf);
    return !(named && titled && other);
  }

  /** What the page says of itself as a page, for what the article does not say. */
  Optional<JsonObject> page(Optional<URI> address) {
    return pages.stream().filter(page -> isAt(page, address)).findFirst();
  }

  private boolean isAt(JsonObject object, Optional<URI> address) {
    return address.map(PageJson::place)
        .filter(place -> addresses(object).stream().flatMap(other -> HeaderLine.address(other).stream())
            .map(PageJson::place).anyMatch(place::equals))
        .isPresent();
  }

  private static List<String> addresses(JsonObject object) {
    List<String> addresses = new ArrayList<>(strings(object, "url"));
    addresses.addAll(strings(object, "mainEntityOfPage"));
    if (object.get("mainEntityOfPage") instanceof JsonObject page) {
      addresses.addAll(strings(page, "@id"));
    }
    addresses.addAll(strings(object, "@id"));
    return addresses;
  }

  /** An address without scheme, query and the slash at its end, as copies of it differ in these. */
  private static String place(URI address) {
    return address.getHost() + (address.getPath() == null ? "" : address.getPath().replaceFirst("/$", ""));
  }

  /** The names of what a member holds, looked up where it only points. */
  List<String> named(JsonObject object, String member) {
    return strings(object, member).stream().map(value -> names.getOrDefault(value, value))
        .filter(value -> !value.contains("://")).toList();
  }

  static Optional<String> first(JsonObject object, String member) {
    return strings(object, member).stream().filter(value -> !value.isBlank()).findFirst();
  }

  /** The words of a member: text, a list of texts, or things known by their name or address. */
  static List<String> strings(JsonObject object, String member) {
    List<String> found = new ArrayList<>();
    JsonElement value = object.get(member);
    List<JsonElement> single = value == null ? List.of() : List.of(value);
    for (JsonElement one : value instanceof JsonArray array ? array.asList() : single) {
      JsonElement named = one instanceof JsonObject thing
          ? Optional.ofNullable(thing.get("name")).orElse(thing.get("@id")) : one;
      if (named != null && named.isJsonPrimitive()) {
        found.add(named.getAsString());
      }
    }
    return found;
  }
}
