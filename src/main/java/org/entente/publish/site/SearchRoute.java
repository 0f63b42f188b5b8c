package org.entente.publish.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Digests;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.page.Found;
import org.entente.vocab.Addresses;

/** {@code /search?q=}: things by their names and by the passages that speak of them, as JSON or as a page. */
final class SearchRoute implements Route {

  private static final int MOST = 100;
  private static final int USUAL = 20;
  private static final int MOST_PAGES = 500;

  private final PublishedDataset data;
  private final PerVersion<SearchIndex> index;
  private final PageDesk pages;

  SearchRoute(PublishedDataset data, PerVersion<SearchIndex> index, PageDesk pages) {
    this.data = data;
    this.index = index;
    this.pages = pages;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Form form = exchange.parameter("format").filter("json"::equals).map(name -> Form.JSON)
        .orElseGet(() -> exchange.negotiation().bestOrRefuse(List.of(Form.HTML, Form.JSON)));
    String words = exchange.parameter("q").orElse("");
    if (words.length() > 200) {
      throw HttpProblem.badRequest("The search has " + words.length() + " signs; at most 200 are searched for.");
    }
    if (form.equals(Form.HTML)) {
      return pages.reply(pages.pages().search(pages.request(exchange), pages.terms(),
          found(words, number(exchange, "page", 1, MOST_PAGES))));
    }
    SearchIndex names = index.get();
    int limit = number(exchange, "limit", USUAL, MOST);
    int page = number(exchange, "page", 1, MOST_PAGES);
    List<SearchIndex.Hit> hits = hits(words, page, limit);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("query", words);
    members.put("complete", names.complete());
    members.put("results", hits.stream().limit(limit).map(this::members).toList());
    if (hits.size() > limit) {
      members.put("next", "search?format=json&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&limit=" + limit
          + "&page=" + (page + 1));
    }
    String body = Json.text(members);
    return Reply.text(Form.JSON, body)
        .named(data.version() + "-" + Digests.shortSha256(body.getBytes(StandardCharsets.UTF_8)))
        .with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private static int number(Exchange exchange, String name, int usual, int most) {
    String text = exchange.parameter(name).orElse(String.valueOf(usual));
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw HttpProblem.badRequest(name + "=" + text + " is not a number from 1 to " + most + ".");
    }
    return Math.min(most, Integer.parseInt(text));
  }

  /** Those of one page, and one more where there is a next one. The pair of states that the words name stands first. */
  private List<SearchIndex.Hit> hits(String words, int page, int limit) {
    SearchIndex names = index.get();
    return Stream.concat(names.pair(words, data.base()).stream(), names.search(words, page * limit + 1).stream())
        .skip((page - 1L) * limit).limit(limit + 1L).toList();
  }

  private Map<String, Object> members(SearchIndex.Hit hit) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("iri", hit.iri());
    members.put("label", hit.label());
    members.put("type", hit.type());
    members.put("matched", hit.matched());
    members.put("score", hit.score());
    new Addresses(data.base()).pageOf(hit.iri()).ifPresent(address -> members.put("page", address));
    return members;
  }

  private Found found(String words, int page) {
    List<SearchIndex.Hit> hits = hits(words, page, USUAL);
    return new Found(words, page, hits.stream().limit(USUAL)
        .map(hit -> new Found.Hit(hit.iri(), hit.label(), hit.type(), hit.matched())).toList(),
        hits.size() > USUAL, index.get().complete());
  }
}
