package org.entente.article.html;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.header.PublicationDate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When a page says that its article was published: in JSON-LD, meta elements, microdata, {@code time} elements beside
 * the headline, its address. A day of another story, of an update or of an event in the text is none; where a source
 * gives several and nothing on the page tells which, it is not heeded.
 */
final class PageDates {

  private static final String[] META =
      {"article:published_time", "og:article:published_time", "article:published", "og:published_time",
        "datepublished", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dcterms.created",
        "citation_publication_date", "citation_online_date", "citation_date", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "publish_date", "article.published", "datecreated", "date"};
  private static final String ELSEWHERE =
      "aside, nav, footer, .related, .comments, #comments, .comment, [class*=related], [class*=recommend],"
          + " [class*=popular], [class*=teaser], [class*=sidebar], [class*=latest]";
  private static final Pattern DATED =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:date|timestamp|published|pubdate|posted|dateline|byline)(?:$|[\\s_-])");
  private static final Pattern UPDATED = Pattern.compile("(?i)updat|modifi|edited|revis|reviewed");
  private static final int TIMES_LOOKED_AT = 50;
  private static final int DATED_LOOKED_AT = 500;
  private static final int LABEL = 160;
  private static final int LABELLED = 80;
  /** Letters around a {@code time} element from which on it stands in a sentence. */
  private static final int SENTENCE = 60;

  private final PageMeta meta;
  private final Document page;
  private final Optional<LocalDate> inAddress;
  private final Set<LocalDate> shown = new LinkedHashSet<>();
  private final List<PageDate> moments = new ArrayList<>();

  private PageDates(PageMeta meta, Optional<LocalDate> inAddress) {
    this.meta = meta;
    this.inAddress = inAddress;
    this.page = meta.page();
  }

  static Optional<LocalDate> published(PageMeta meta, Optional<JsonObject> article, Optional<URI> address) {
    Optional<LocalDate> inAddress = address.flatMap(uri -> PageDate.inAddress(uri.getRawPath() + "/"));
    PageDates dates = new PageDates(meta, inAddress);
    inAddress.ifPresent(dates.shown::add);
    dates.gather(article);
    return dates.first(article).or(() -> inAddress);
  }

  /** What tells the page's clock and confirms a day: everything that readers see, and every moment of the article. */
  private void gather(Optional<JsonObject> article) {
    labels().flatMap(label -> PublicationDate.dayIn(label.text()).stream()).forEach(shown::add);
    times().flatMap(time -> PublicationDate.dayIn(time.text()).stream()).forEach(shown::add);
    Stream<String> json = article.stream().flatMap(
        object -> Stream.of("datePublished", "dateModified", "dateCreated")
            .flatMap(m -> PageJson.strings(object, m).stream()));
    Stream<String> metas =
        meta.values("article:published_time", "article:modified_time", "og:updated_time", "datemodified",
            "datepublished").stream();
    Stream.concat(json, metas).flatMap(value -> PageDate.of(value).stream()).forEach(moments::add);
  }

  private Optional<LocalDate> first(Optional<JsonObject> article) {
    return article.flatMap(object -> one(PageJson.strings(object, "datePublished")))
        .or(() -> Stream.of(META).map(name -> one(meta.values(name))).flatMap(Optional::stream).findFirst())
        .or(() -> one(values("[itemprop~=(?i)(?:^|\\s)datePublished(?:\\s|$)]")))
        .or(() -> article.flatMap(object -> one(PageJson.strings(object, "dateCreated"))))
        .or(() -> one(values("[itemprop~=(?i)(?:^|\\s)dateCreated(?:\\s|$)]")))
        .or(() -> one(
            values("time[pubdate], time.published, time.entry-date, .published[datetime], .published[title]")))
        .or(() -> times().flatMap(time -> value(time).stream()).findFirst().map(this::onTheClock))
        .or(this::labelled);
  }

  private LocalDate onTheClock(PageDate date) {
    return date.onThePagesClock(moments, shown, inAddress);
  }

  /** Several days from one source are one only where the page shows it. */
  private Optional<LocalDate> one(List<String> values) {
    List<LocalDate> days =
        values.stream().flatMap(value -> PageDate.of(value).stream()).map(this::onTheClock).distinct().toList();
    return days.size() < 2 ? days.stream().findFirst() : days.stream().filter(shown::contains).findFirst();
  }

  private List<String> values(String selector) {
    return page.select(selector).stream().limit(TIMES_LOOKED_AT).filter(element -> element.closest(ELSEWHERE) == null)
        .flatMap(element -> Stream
            .of(element.attr("datetime"), element.attr("content"), element.attr("title"), element.text())
            .filter(value -> PageDate.of(value).isPresent()).limit(1))
        .toList();
  }

  /** The {@code time} elements that may date the article: beside its headline, not in a sentence, not of an update. */
  private Stream<Element> times() {
    return page.select("time").stream().limit(TIMES_LOOKED_AT)
        .filter(time -> time.closest("article, main, header, [role=main]") != null && time.closest(ELSEWHERE) == null)
        .filter(time -> !isInSentence(time) && !isUpdate(time));
  }

  private static boolean isInSentence(Element time) {
    Element around = time.closest("p, li, blockquote, figcaption");
    return around != null && around.text().length() - time.text().length() > SENTENCE;
  }

  private static boolean isUpdate(Element element) {
    Element parent = element.parent();
    boolean named = UPDATED.matcher(element.className() + " " + element.attr("itemprop")).find();
    String around = parent == null || parent.text().length() > LABEL ? element.text() : parent.text();
    int at = around.indexOf(element.text());
    return named || UPDATED.matcher(around.substring(0, Math.max(0, at))).find();
  }

  private static Optional<PageDate> value(Element time) {
    return Stream.of(time.attr("datetime"), time.attr("content"), time.text()).flatMap(v -> PageDate.of(v).stream())
        .findFirst();
  }

  /** Short texts whose class says that they give a date. */
  private Stream<Element> labels() {
    return page.select("[class], [id]").stream()
        .filter(element -> DATED.matcher(element.className() + " " + element.id()).find()).limit(DATED_LOOKED_AT)
        .filter(element -> element.text().length() <= LABEL && element.closest(ELSEWHERE) == null);
  }

  /** The day that all labels of the page show: where they differ, some are of other stories. */
  private Optional<LocalDate> labelled() {
    List<LocalDate> days =
        labels()
            .filter(label -> label.text().length() <= LABELLED && !UPDATED.matcher(label.text()).find()
                && label.closest("a, li, table, p:not([class])") == null)
            .flatMap(label -> PublicationDate.dayIn(label.text()).stream()).distinct().toList();
    return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
  }
}
