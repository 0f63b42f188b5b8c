package org.entente.publish.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.site.EntenteServer;
import org.entente.publish.site.ServerOptions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The whole site as files: what the server answers is asked for once, from the start page and the map of the site on, and
 * written down; then the links are made to lead to the files. The same store gives the same bytes. Search, SPARQL and
 * whatever else asks a program are left out, and said to be.
 */
public final class StaticSite {

  private static final String PAGE = "text/html";
  private static final List<String> SEEDS = List.of("", "sitemap.xml", "robots.txt", "llms.txt", "void.ttl",
      "changes.ttl", "dump/", "dump/SHA256SUMS", "dump/VERSION", "assets/icon.svg", "queries/openapi.json");
  private static final List<String> FORMS = List.of("ttl", "nt", "rdf", "jsonld", "trig", "nq");
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"(?:; type=\"([^\"]*)\")?");
  private static final Set<String> FOLLOWED = Set.of("alternate", "describedby", "next");
  private static final Pattern PLACE = Pattern.compile("<loc>([^<]*)</loc>");

  private final PublishedDataset data;
  private final SiteFolder folder;
  private final Map<SiteAddress, Found> found = new TreeMap<>(
      Comparator.comparing(SiteAddress::path).thenComparing(SiteAddress::query));
  private final List<String> leftOut = new ArrayList<>();

  /** What an address gave: its file, and the links of its head. */
  private record Found(String file, boolean page, List<String> links) {}

  /**
   * What was written.
   *
   * @param leftOut addresses that gave no answer, with the reason
   */
  public record Written(int pages, int files, long bytes, List<String> leftOut) {}

  private StaticSite(PublishedDataset data, SiteFolder folder) {
    this.data = data;
    this.folder = folder;
  }

  /**
   * Writes the site.
   *
   * @param output a new or empty folder
   * @throws SiteException when it is neither, or cannot be written
   */
  public static Written write(PublishedDataset data, ServerOptions options, Path output) {
    try (SiteFolder folder = SiteFolder.create(output, data.modified());
        EntenteServer server = EntenteServer.start(new SettledDataset(data), options)) {
      server.settle();
      StaticSite site = new StaticSite(data, folder);
      site.gather("http://localhost:" + server.port());
      site.finish();
      int pages = (int) site.found.values().stream().filter(Found::page).count();
      folder.publish();
      return new Written(pages, folder.files(), folder.bytes(), List.copyOf(site.leftOut));
    }
  }

  private void gather(String server) {
    Deque<SiteAddress> open = new ArrayDeque<>(SEEDS.stream().map(path -> new SiteAddress(path, "")).toList());
    Set<SiteAddress> seen = new HashSet<>(open);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!open.isEmpty()) {
        SiteAddress address = open.poll();
        ask(client, server, address).stream().filter(next -> !next.asksAProgram()).filter(seen::add)
            .forEach(open::add);
      }
    }
  }

  /** Writes down what an address gives, and tells where it leads. */
  private List<SiteAddress> ask(HttpClient client, String server, SiteAddress address) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server + address.asked()))
        .header("Accept", "text/html,*/*;q=0.1").build();
    try {
      HttpResponse<InputStream> reply = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = reply.body()) {
        if (reply.statusCode() != 200) {
          leftOut.add(address.asked() + ": status " + reply.statusCode());
          return List.of();
        }
        reply.headers().firstValue("Entente-Cut-Off")
            .ifPresent(cut -> leftOut.add(address.asked() + ": cut off, " + cut));
        boolean page = reply.headers().firstValue("Content-Type").orElse("").startsWith(PAGE);
        Found written = new Found(address.file(page), page, reply.headers().allValues("Link"));
        folder.write(written.file(), body);
        found.put(address, written);
        return next(address, written);
      }
    } catch (IOException e) {
      throw new SiteException("the answer to " + address.asked() + " broke off (" + e.getMessage() + ")",
          "Run it again with --debug to see why.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SiteException("the work was interrupted", "Run it again.", e);
    }
  }

  private List<SiteAddress> next(SiteAddress address, Found written) {
    Stream<String> head = written.links().stream().flatMap(header -> LINK.matcher(header).results())
        .filter(link -> FOLLOWED.contains(link.group(2))).map(link -> link.group(1));
    return Stream.concat(head, inside(address, written))
        .flatMap(link -> SiteAddress.of(link, address, data.base()).stream())
        .distinct().toList();
  }

  private Stream<String> inside(SiteAddress address, Found written) {
    if (written.page()) {
      return Jsoup.parse(folder.read(written.file())).select("a[href], link[href], script[src], img[src]").stream()
          .map(StaticSite::target).filter(link -> !link.startsWith("#"));
    }
    if (address.path().matches("sitemap(-[0-9]+)?\\.xml")) {
      return PLACE.matcher(folder.read(written.file())).results().map(place -> place.group(1).replace("&amp;", "&"));
    }
    if (address.path().equals("changes.ttl")) {
      return Pattern.compile(Pattern.quote(data.base()) + "changes/[0-9-]{10}").matcher(folder.read(written.file()))
          .results().map(day -> day.group()).distinct()
          .flatMap(day -> FORMS.stream().map(form -> day + "." + form));
    }
    return Stream.empty();
  }

  private static String target(Element element) {
    return element.hasAttr("href") ? element.attr("href") : element.attr("src");
  }

  private void finish() {
    found.forEach((address, written) -> {
      if (written.page()) {
        folder.write(written.file(), rewritten(address, written));
      } else if (address.path().matches("sitemap(-[0-9]+)?\\.xml")) {
        folder.write(written.file(), mapped(folder.read(written.file())));
      }
    });
    StaticExtras extras = new StaticExtras(data.base(), folder);
    extras.write();
    found.forEach((address, written) -> {
      if (written.page() && address.path().startsWith("page/") && isOfAThing(written)) {
        extras.signpost(address.path().substring("page/".length()), data.base() + "id/");
      }
    });
  }

  private boolean isOfAThing(Found written) {
    return written.links().stream().flatMap(header -> LINK.matcher(header).results())
        .anyMatch(link -> link.group(2).equals("cite-as") && link.group(1).startsWith(data.base() + "id/"));
  }

  private String rewritten(SiteAddress address, Found written) {
    SitePage page = new SitePage(address, written.file(), folder.read(written.file()), data.base());
    for (String header : written.links()) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        page.link(link.group(1), link.group(2), Optional.ofNullable(link.group(3)).orElse(""));
      }
    }
    return page.html(target -> Optional.ofNullable(found.get(target)).map(Found::file));
  }

  /** The map of the site names files, which every host sends as they are. */
  private String mapped(String map) {
    return PLACE.matcher(map).replaceAll(place -> Matcher.quoteReplacement(
        SiteAddress.of(place.group(1).replace("&amp;", "&"), SiteAddress.ROOT, data.base())
            .flatMap(address -> Optional.ofNullable(found.get(address)))
            .map(written -> "<loc>" + data.base() + SitePage.way("", written.file()).replaceFirst("^\\./$", "")
                .replace("&", "&amp;") + "</loc>")
            .orElse("<loc>" + data.base() + SitePage.NOT_HERE + "</loc>")));
  }
}
