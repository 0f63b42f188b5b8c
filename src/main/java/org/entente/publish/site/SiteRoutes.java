package org.entente.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Markup;
import org.entente.publish.http.Metrics;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.sparql.AnswerDesk;
import org.entente.publish.sparql.QueryDesk;
import org.entente.vocab.Addresses;

/** What crawlers and operators ask for: site map, robots, health, metrics. */
final class SiteRoutes {

  private static final int MOST_IN_ONE_MAP = 50_000;
  private static final int MOST_PLACES = 5_000_000;

  private final PublishedDataset data;
  private final QueryDesk desk;
  private final AnswerDesk answers;
  private final Metrics metrics;
  private final Addresses addresses;
  private final PerVersion<List<Map.Entry<String, Instant>>> places;

  SiteRoutes(PublishedDataset data, QueryDesk desk, AnswerDesk answers, Metrics metrics) {
    this.data = data;
    this.answers = answers;
    this.desk = desk;
    this.metrics = metrics;
    this.addresses = new Addresses(data.base());
    this.places = new PerVersion<>(data, this::findPlaces);
    if (data.isMeasured()) {
      PerVersion<PublishedDataset.Size> size = new PerVersion<>(data, () -> data.size().orElseThrow());
      metrics.gauge("entente_store_graphs", "Named graphs in the store.", () -> size.get().graphs());
      metrics.gauge("entente_store_statements", "Statements in the store.", () -> size.get().statements());
      metrics.gauge("entente_store_bytes", "What the database takes on the disk.", () -> size.get().bytes());
    }
  }

  /** The version of this software; empty folders of classes have none. */
  static String softwareVersion() {
    return Optional.ofNullable(SiteRoutes.class.getPackage().getImplementationVersion()).orElse("development");
  }

  Reply robots(Exchange exchange) {
    return Reply.text("text/plain; charset=utf-8", """
        User-agent: *
        Disallow: /sparql?
        Disallow: /search?
        Disallow: /reconcile
        Sitemap: %ssitemap.xml
        """.formatted(data.base())).with("Cache-Control", "public, max-age=86400");
  }

  /** What is here, for language models that read the site. */
  Reply assistants(Exchange exchange) {
    try (InputStream in = SiteRoutes.class.getResourceAsStream("llms.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Reply.text("text/markdown; charset=utf-8", text.replace("{base}", data.base()))
          .with("Cache-Control", "public, max-age=86400");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether it serves: it fails when queries hang that should have stopped, or a change of the data broke off, so that
   * somebody starts it anew.
   */
  Reply health(Exchange exchange) {
    boolean ready = answers.isReady() && data.isSound();
    return Reply.text("application/health+json",
        Json.text(Json.object("status", ready ? "pass" : "fail", "version",
            data.knownVersion().orElseGet(data::version))))
        .withStatus(ready ? 200 : 503).with("Cache-Control", "no-store");
  }

  Reply metrics(Exchange exchange) {
    return Reply.text("text/plain; version=0.0.4; charset=utf-8", metrics.text(data.version(), softwareVersion()))
        .with("Cache-Control", "no-store");
  }

  /** {@code /sitemap.xml}, and {@code /sitemap-2.xml} and so on where one cannot hold everything. */
  Reply siteMap(Exchange exchange) {
    List<Map.Entry<String, Instant>> all = places.get();
    int maps = Math.max(1, (all.size() + MOST_IN_ONE_MAP - 1) / MOST_IN_ONE_MAP);
    String number = exchange.path().replaceAll("\\D", "");
    if (number.isEmpty() && maps > 1) {
      return xml(index(maps));
    }
    int map = number.isEmpty() ? 1 : Integer.parseInt(number.substring(0, Math.min(6, number.length())));
    if (map < 1 || map > maps) {
      throw HttpProblem.notFound("There are " + maps + " site maps, not " + map + ".");
    }
    return xml(map(all.subList((map - 1) * MOST_IN_ONE_MAP, Math.min(all.size(), map * MOST_IN_ONE_MAP))));
  }

  private Reply xml(String text) {
    return Reply.text("application/xml; charset=utf-8", text)
        .named(data.version() + "-map").modified(data.modified()).with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private String index(int maps) {
    StringBuilder out = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        """);
    for (int map = 1; map <= maps; map++) {
      out.append("<sitemap><loc>").append(Markup.escape(data.base())).append("sitemap-").append(map)
          .append(".xml</loc></sitemap>\n");
    }
    return out.append("</sitemapindex>\n").toString();
  }

  private static String map(List<Map.Entry<String, Instant>> places) {
    StringBuilder out = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        """);
    places.forEach(place -> out.append("<url><loc>").append(Markup.escape(place.getKey())).append("</loc><lastmod>")
        .append(place.getValue()).append("</lastmod></url>\n"));
    return out.append("</urlset>\n").toString();
  }

  private List<Map.Entry<String, Instant>> findPlaces() {
    Map<String, Instant> modified = graphDates();
    Map<String, Instant> found = new TreeMap<>();
    for (String path : List.of("", "sparql", "ontology", "queries", "export/", "dump/", "graph/", "changes")) {
      found.put(data.base() + path, data.modified());
    }
    for (Binding row : desk.selectAll("""
        SELECT DISTINCT ?g ?s { GRAPH ?g { ?s a ?type }
          FILTER(STRSTARTS(STR(?s), "%sid/") && !CONTAINS(STR(?s), "#")) }""".formatted(data.base()), MOST_PLACES)) {
      Instant when = modified.getOrDefault(Nodes.text(row, "g"), data.modified());
      addresses.pageOf(Nodes.text(row, "s")).ifPresent(
          address -> found.merge(data.base() + address, when, (one, other) -> one.isAfter(other) ? one : other));
    }
    return List.copyOf(found.entrySet());
  }

  private Map<String, Instant> graphDates() {
    Map<String, Instant> dates = new HashMap<>();
    for (Binding row : desk.selectAll("SELECT ?g ?when { GRAPH <%sgraph/catalog> { ?g dct:modified ?when } }"
        .formatted(data.base()), MOST_PLACES)) {
      try {
        dates.put(Nodes.text(row, "g"), Instant.parse(Nodes.text(row, "when")));
      } catch (DateTimeParseException e) {
        // A catalogue written by other means may have dates without a time; the data's own date stands in.
        dates.remove(Nodes.text(row, "g"));
      }
    }
    return dates;
  }
}
