package org.entente.publish.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      return pages.reply(pages.pages().search(pages.request(exchange), pages.terms(), found(words)));
    }
    SearchIndex names = index.get();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("query", words);
    members.put("complete", names.complete());
    members.put("results", names.search(words, limit(exchange)).stream().map(this::members).toList());
    String body = Json.text(members);
    return Reply.text(Form.JSON, body)
        .named(data.version() + "-" + Digests.shortSha256(body.getBytes(StandardCharsets.UTF_8)))
        .with("Vary", "Accept").with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private static int limit(Exchange exchange) {
    String text = exchange.parameter("limit").orElse(String.valueOf(USUAL));
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw HttpProblem.badRequest("limit=" + text + " is not a number from 1 to " + MOST + ".");
    }
    return Math.min(MOST, Integer.parseInt(text));
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

  private Found found(String words) {
    SearchIndex names = index.get();
    List<SearchIndex.Hit> hits = names.search(words, USUAL + 1);
    return new Found(words, hits.stream().limit(USUAL)
        .map(hit -> new Found.Hit(hit.iri(), hit.label(), hit.type(), hit.matched())).toList(),
        hits.size() > USUAL, names.complete());
  }
}
