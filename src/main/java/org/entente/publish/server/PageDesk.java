package org.entente.publish.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.publish.page.PageRequest;
import org.entente.publish.page.Pages;

/** Gets the page for a request from {@link Pages}, or a plain one, and names it for caches. */
final class PageDesk {

  private final PublishedDataset data;
  private final Pages pages;

  PageDesk(PublishedDataset data, Pages pages) {
    this.data = data;
    this.pages = pages;
  }

  /** The page, with the plain one where there is no other. */
  Reply reply(Exchange exchange, Supplier<String> plain) {
    return reply(page(exchange, exchange.path()).orElseGet(plain));
  }

  /** The page of a path, where there is one. */
  Optional<String> page(Exchange exchange, String path) {
    PageRequest request =
        new PageRequest(path, exchange.query(), data.base(), exchange.relativeRoot());
    return pages.html(request, data.graphs());
  }

  /** A page as a reply: named by its own bytes, for the templates may change while the data does not. */
  Reply reply(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return Reply.bytes(Form.HTML.contentType(), bytes)
        .named(data.version() + "-" + Digests.shortSha256(bytes))
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .with("Vary", "Accept");
  }
}
