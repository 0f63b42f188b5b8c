package org.entente.article.intake;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.article.ArticleFormatException;
import org.entente.article.RawDocument;

/**
 * Fetches pages that a list names as a well-behaved robot: what a site's {@code robots.txt} asks programs to leave alone
 * (<a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>) is left alone, one page of a site is fetched at a
 * time, with a pause after it, or the longer one that the site asks for. Several sites are fetched side by side.
 */
final class PoliteFetcher {

  /** How long a site is left alone between two pages. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final String ROBOT = "entente";

  private final PageFetcher pages;
  private final Duration pause;
  private final Map<String, Site> sites = new ConcurrentHashMap<>();

  PoliteFetcher(PageFetcher pages, Duration pause) {
    this.pages = pages;
    this.pause = pause;
  }

  private static final class Site {

    private final ReentrantLock lock = new ReentrantLock(true);
    private Optional<BaseRobotRules> rules = Optional.empty();
    private long free = System.nanoTime();
  }

  RawDocument fetch(URI address) {
    if (address.getHost() == null) {
      return pages.fetch(address);
    }
    Site site = sites.computeIfAbsent(root(address).toString().toLowerCase(Locale.ROOT), root -> new Site());
    site.lock.lock();
    try {
      if (site.rules.isEmpty()) {
        site.rules = Optional.of(rules(root(address)));
      }
      BaseRobotRules rules = site.rules.get();
      requireAllowed(address, rules);
      await(site, address);
      try {
        return pages.fetch(address);
      } finally {
        site.free = System.nanoTime() + pause(rules).toNanos();
      }
    } finally {
      site.lock.unlock();
    }
  }

  private static URI root(URI address) {
    return address.resolve("/");
  }

  /** A site without the file asks for nothing; one that cannot say what it asks for is left alone. */
  private BaseRobotRules rules(URI root) {
    URI file = root.resolve("/robots.txt");
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    try {
      var response = pages.answer(file).response();
      return response.statusCode() == 200
          ? parser.parseContent(file.toString(), response.body().bytes(), "text/plain", List.of(ROBOT))
          : parser.failedFetch(response.statusCode());
    } catch (ArticleFormatException e) {
      return parser.failedFetch(503);
    }
  }

  private static void requireAllowed(URI address, BaseRobotRules rules) {
    if (rules.isAllowAll() || !rules.isDeferVisits() && rules.isAllowed(address.toString())) {
      return;
    }
    throw rules.isDeferVisits()
        ? new ArticleFormatException(
            address + " was not fetched: its site does not say what programs may fetch (robots.txt)", "try again later")
        : new ArticleFormatException(
            address + " was not fetched: its site asks programs not to (robots.txt)",
            "save the page from the browser and give the file");
  }

  private Duration pause(BaseRobotRules rules) {
    Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  private static void await(Site site, URI address) {
    long left = site.free - System.nanoTime();
    try {
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ArticleFormatException("fetching " + address + " was interrupted", "try again", e);
    }
  }
}
