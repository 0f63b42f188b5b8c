package org.entente.article.html;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.Metadata;
import org.entente.article.NormalForm;
import org.entente.article.header.HeaderLine;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page declares about its article, most trusted first: JSON-LD, Open Graph and {@code article:*}, Dublin Core
 * and its relatives, microdata and class names, the canonical link, the title element ("Headline | Site").
 *
 * @param metadata what was found; the title is the most trusted of the declared ones
 * @param titles all declared titles, by which the headline is known
 */
record PageMetadata(Metadata metadata, PageTitles titles) {

  private static final List<String> TITLES =
      List.of("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title", "title");
  private static final List<String> AUTHORS =
      List.of("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl",
          "sailthru.author", "og:article:author");
  private static final List<String> PUBLISHERS =
      List.of("og:site_name", "dc.publisher", "dcterms.publisher", "publisher",
          "citation_journal_title");
  private static final Pattern BYLINE =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:byline|author|writer)s?(?:[_-]*(?:name|link|title|text|txt)){0,2}(?:$|\\s)");
  private static final Pattern LEAD =
      Pattern.compile("^[\\s|·•–—-]*(?:by|authors?|written by|posted by)\\b:?\\s+", Pattern.CASE_INSENSITIVE);
  private static final String ELSEWHERE =
      "aside, nav, footer, .related, .comments, #comments, .comment, [class*=related], [class*=recommend]";
  private static final Pattern NOBODY =
      Pattern.compile("(?i)(?:by )?(?:admin|administrator|staff|editor|web ?master|guest|no author|unknown|anonymous)");
  private static final int LONGEST_NAMES = 100;

  static PageMetadata of(Document page, HeaderLine header) {
    PageMeta meta = new PageMeta(page);
    PageJson json = PageJson.of(page);
    List<String> sites = new ArrayList<>(meta.values("og:site_name"));
    PageTitles.siteIn(page).ifPresent(sites::add);
    List<String> declared =
        new ArrayList<>(TITLES.stream().flatMap(name -> meta.values(name).stream().limit(1)).toList());
    Optional<URI> address =
        canonical(page).or(() -> address(meta.values("og:url")));
    Optional<JsonObject> article = json.article(address, PageTitles.of(page, headed(page, declared), sites));
    article.flatMap(object -> PageJson.first(object, "headline")).ifPresent(declared::addFirst);
    PageTitles titles = PageTitles.of(page, declared, sites);
    Metadata found =
        article.map(object -> described(object, json)).orElse(Metadata.NONE).and(declared(meta))
            .or(Metadata.NONE.withPublisher(PageTitles.siteIn(page)).withUrl(address));
    Optional<JsonObject> dated = article.or(() -> json.page(address));
    Metadata issued =
        found.withCreators(creators(found.creators(), sites, () -> bylines(page, header)))
            .withIssued(PageDates.published(meta, dated, found.url()));
    return new PageMetadata(titles.first().map(issued::withTitle).orElse(issued), titles);
  }

  /** A site that declares itself as the author of everything tells less than a name over the text. */
  private static List<String> creators(List<String> declared, List<String> sites, Supplier<List<String>> bylines) {
    boolean people = declared.stream().anyMatch(name -> sites.stream().noneMatch(name::equalsIgnoreCase));
    List<String> named = people ? declared : bylines.get();
    return named.isEmpty() ? declared : named;
  }

  /** What an article of the page may be called: what is declared, and its headings of the first level. */
  private static List<String> headed(Document page, List<String> declared) {
    return Stream.concat(declared.stream(), page.select("h1").stream().limit(10).map(Element::text)).toList();
  }

  private static Metadata described(JsonObject article, PageJson json) {
    return Metadata.NONE
        .withCreators(people(json.named(article, "author")))
        .withPublisher(json.named(article, "publisher").stream().filter(name -> !name.isBlank()).findFirst())
        .withUrl(address(PageJson.strings(article, "url"))
            .or(() -> address(PageJson.strings(article, "mainEntityOfPage"))))
        .withKeywords(keywords(PageJson.strings(article, "articleSection"), PageJson.strings(article, "keywords")));
  }

  private static Metadata declared(PageMeta meta) {
    List<String> tags = new ArrayList<>(meta.values("article:tag"));
    Stream.of("keywords", "news_keywords", "dc.subject", "dcterms.subject").forEach(n -> tags.addAll(meta.values(n)));
    return Metadata.NONE
        .withCreators(AUTHORS.stream().map(name -> people(meta.values(name))).filter(names -> !names.isEmpty())
            .findFirst().orElse(List.of()))
        .withPublisher(PUBLISHERS.stream().flatMap(name -> meta.values(name).stream()).findFirst())
        .withUrl(canonical(meta.page()).or(() -> address(meta.values("og:url"))))
        .withKeywords(keywords(meta.values("article:section"), tags));
  }

  private static Optional<URI> canonical(Document page) {
    return page.select("link[rel=canonical]").stream().map(link -> link.absUrl("href"))
        .flatMap(href -> HeaderLine.address(href).stream()).findFirst();
  }

  /** Names that the page marks as the author's, where they read as names: the first that does. */
  private static List<String> bylines(Document page, HeaderLine header) {
    Stream<Element> marked =
        page.select(
            "[rel~=(?i)\\bauthor\\b], [itemprop~=(?i)\\bauthor\\b] [itemprop~=(?i)\\bname\\b], [itemprop~=(?i)\\bauthor\\b]")
            .stream();
    Stream<Element> named =
        page.select("[class], [id]").stream()
            .filter(element -> BYLINE.matcher(element.className() + " " + element.id()).find());
    Stream<Element> linked = page.select("a[href*=/author/], a[href*=/authors/], address, time").stream();
    return Stream.of(marked, named, linked).flatMap(elements -> elements)
        .filter(element -> element.closest(ELSEWHERE) == null).map(Element::text)
        .map(NormalForm::of).filter(text -> !text.isEmpty() && text.length() <= LONGEST_NAMES)
        .map(text -> header.authors(LEAD.matcher(text).replaceFirst("").replaceFirst("[\\s|·•–—-]+$", "")))
        .map(PageMetadata::people).filter(names -> !names.isEmpty()).findFirst().orElse(List.of());
  }

  private static List<String> people(List<String> names) {
    return names.stream().map(name -> name.replaceFirst("(?i)^by\\s+", "").strip())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAMES && HeaderLine.address(name).isEmpty()
            && !NOBODY.matcher(name).matches())
        .distinct().limit(20).toList();
  }

  private static List<String> keywords(List<String> sections, List<String> tags) {
    List<String> words = new ArrayList<>(sections);
    tags.forEach(tag -> words.addAll(Arrays.asList(tag.split("\\s*[,;]\\s*"))));
    return words.stream().filter(word -> !word.isBlank() && word.length() <= 80).distinct().limit(50).toList();
  }

  private static Optional<URI> address(List<String> values) {
    return values.stream().flatMap(value -> HeaderLine.address(value).stream()).findFirst();
  }
}
