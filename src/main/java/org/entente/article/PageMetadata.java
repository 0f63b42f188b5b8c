package org.entente.article;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page declares about its article, most trusted first: JSON-LD, Open Graph and {@code article:*}, Dublin Core
 * and its relatives, {@code time} elements, the canonical link, the title element ("Headline | Site").
 */
final class PageMetadata {

  private static final Set<String> TYPES =
      Set.of("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
          "BackgroundNewsArticle", "ReviewNewsArticle", "Article", "BlogPosting", "Report", "ScholarlyArticle");
  private static final int NODES_LOOKED_AT = 10_000;
  private static final int TIMES_LOOKED_AT = 50;

  private final Document page;
  private final Map<String, String> names = new HashMap<>();

  private PageMetadata(Document page) {
    this.page = page;
  }

  static Metadata of(Document page) {
    PageMetadata reader = new PageMetadata(page);
    return reader.jsonLd().and(reader.metaElements()).or(reader.timeElements()).or(reader.titleElement());
  }

  private Metadata jsonLd() {
    List<JsonObject> articles = new ArrayList<>();
    page.select("script[type=application/ld+json]").forEach(script -> collect(script.data(), articles));
    return articles.stream().map(this::ofJson).reduce(Metadata.NONE, Metadata::or);
  }

  /** Finds the articles, and the names of things that other things point to by their {@code @id}. */
  private void collect(String json, List<JsonObject> articles) {
    Deque<JsonElement> open = new ArrayDeque<>();
    try {
      open.add(JsonParser.parseString(json));
    } catch (JsonParseException e) {
      return;
    }
    for (int seen = 0; !open.isEmpty() && seen < NODES_LOOKED_AT; seen++) {
      JsonElement next = open.removeFirst();
      if (next instanceof JsonArray array) {
        array.forEach(open::add);
      } else if (next instanceof JsonObject object) {
        if (strings(object, "@type").stream().anyMatch(TYPES::contains)) {
          articles.add(object);
        }
        first(strings(object, "name")).ifPresent(
            name -> strings(object, "@id").forEach(id -> names.putIfAbsent(id, name)));
        Optional.ofNullable(object.get("@graph")).ifPresent(open::add);
        Optional.ofNullable(object.get("mainEntity")).ifPresent(open::add);
      }
    }
  }

  private List<String> named(JsonObject object, String member) {
    return strings(object, member).stream().map(value -> names.getOrDefault(value, value))
        .filter(value -> !value.contains("://")).toList();
  }

  private Metadata ofJson(JsonObject article) {
    Metadata found =
        Metadata.NONE
            .withCreators(people(named(article, "author")))
            .withPublisher(first(named(article, "publisher")))
            .withIssued(day(strings(article, "datePublished")))
            .withUrl(address(strings(article, "url")).or(() -> address(strings(article, "mainEntityOfPage"))))
            .withKeywords(keywords(strings(article, "articleSection"), strings(article, "keywords")));
    return first(strings(article, "headline")).map(found::withTitle).orElse(found);
  }

  /** The words of a member: text, a list of texts, or things known by their name or address. */
  private static List<String> strings(JsonObject object, String member) {
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

  private Metadata metaElements() {
    List<String> tags = new ArrayList<>(meta("article:tag"));
    tags.addAll(meta("keywords"));
    tags.addAll(meta("news_keywords"));
    tags.addAll(meta("dc.subject", "dcterms.subject"));
    Metadata found =
        Metadata.NONE
            .withCreators(people(meta("article:author", "author", "dc.creator", "dcterms.creator", "citation_author",
                "parsely-author", "byl", "sailthru.author")))
            .withPublisher(first(meta("og:site_name", "dc.publisher", "dcterms.publisher", "publisher",
                "application-name", "citation_journal_title")))
            .withIssued(day(meta("article:published_time", "og:article:published_time", "datepublished", "dc.date",
                "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created", "citation_publication_date",
                "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
                "publish_date", "date")))
            .withUrl(canonical().or(() -> address(meta("og:url"))))
            .withKeywords(keywords(meta("article:section"), tags));
    return first(meta("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"))
        .map(found::withTitle).orElse(found);
  }

  /** Contents of all meta elements of the first name that has any. */
  private List<String> meta(String... names) {
    for (String name : names) {
      List<String> found =
          page.select("meta[content]").stream()
              .filter(m -> m.attr("property").equalsIgnoreCase(name) || m.attr("name").equalsIgnoreCase(name)
                  || m.attr("itemprop").equalsIgnoreCase(name))
              .map(m -> NormalForm.of(m.attr("content"))).filter(content -> !content.isEmpty()).toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private Optional<URI> canonical() {
    return page.select("link[rel=canonical]").stream().map(link -> link.absUrl("href"))
        .flatMap(href -> HeaderLine.address(href).stream()).findFirst();
  }

  /** The day as it is written there: the publisher's own, not that of a time zone of ours. */
  private Metadata timeElements() {
    Optional<LocalDate> day =
        page.select("time, [itemprop=datePublished]").stream().limit(TIMES_LOOKED_AT)
            .filter(PageMetadata::datesTheArticle)
            .flatMap(time -> day(List.of(time.attr("datetime"), time.attr("content"), time.text())).stream())
            .findFirst();
    List<String> authors =
        page.select("[rel=author], [itemprop=author] [itemprop=name], [itemprop=author]").stream()
            .map(Element::text).limit(1).toList();
    return Metadata.NONE.withIssued(day).withCreators(people(authors));
  }

  private static boolean datesTheArticle(Element time) {
    boolean declared = time.hasAttr("itemprop") || time.hasAttr("pubdate") || time.hasClass("published")
        || time.hasClass("entry-date");
    return (declared || time.closest("article, main, header") != null)
        && time.closest("aside, nav, footer, .related, .comments, #comments") == null;
  }

  private Metadata titleElement() {
    String title = NormalForm.of(page.title());
    if (title.isEmpty()) {
      return Metadata.NONE;
    }
    String[] parts = title.split("\\s+[|·•–—»:-]+\\s+(?=[^|·•–—»]*$)");
    boolean two = parts.length == 2 && parts[1].length() <= 60;
    if (two && isHeading(parts[0])) {
      return Metadata.NONE.withTitle(parts[0]).withPublisher(Optional.of(parts[1]));
    }
    return Metadata.NONE.withTitle(two && parts[0].length() >= parts[1].length() / 2 ? parts[0] : title);
  }

  /** "Headline | Site" names the site only where the page's heading confirms that the first part is the headline. */
  private boolean isHeading(String headline) {
    return page.select("h1").stream().anyMatch(h -> NormalForm.of(h.text()).equalsIgnoreCase(headline));
  }

  private static List<String> people(List<String> names) {
    return names.stream().map(name -> name.replaceFirst("(?i)^by\\s+", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= 100 && HeaderLine.address(name).isEmpty())
        .distinct().limit(20).toList();
  }

  private static List<String> keywords(List<String> sections, List<String> tags) {
    List<String> words = new ArrayList<>(sections);
    tags.forEach(tag -> words.addAll(Arrays.asList(tag.split("\\s*[,;]\\s*"))));
    return words.stream().filter(word -> !word.isBlank() && word.length() <= 80).distinct().limit(50).toList();
  }

  private static Optional<String> first(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  private static Optional<LocalDate> day(List<String> values) {
    return values.stream().flatMap(value -> PublicationDate.dayIn(value).stream()).findFirst();
  }

  private static Optional<URI> address(List<String> values) {
    return values.stream().flatMap(value -> HeaderLine.address(value).stream()).findFirst();
  }
}
