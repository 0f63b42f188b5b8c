package org.entente.publish.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.publish.page.EntentePages;
import org.entente.publish.page.Page;
import org.entente.publish.page.PageRequest;
import org.entente.publish.page.TermNames;

/** Gives the pages' writer what it needs to know of a request, and names what it wrote for caches. */
final class PageDesk {

  private final PublishedDataset data;
  private final EntentePages pages;
  private final PerVersion<TermNames> terms;

  PageDesk(PublishedDataset data, EntentePages pages, PerVersion<Vocabulary> vocabulary) {
    this.data = data;
    this.pages = pages;
    this.terms = new PerVersion<>(data, () -> TermNames.of(vocabulary.get().statements()));
  }

  EntentePages pages() {
    return pages;
  }

  TermNames terms() {
    return terms.get();
  }

  PageRequest request(Exchange exchange) {
    return new PageRequest(exchange.path(), exchange.query(), data.base(), exchange.relativeRoot(), Optional.empty());
  }

  /** The page that is made from the data alone, where the path has one. */
  Optional<Page> fromData(PageRequest request) {
    return pages.page(request, terms(), data.graphs());
  }

  /** A page as a reply: named by its own bytes, for the templates may change while the data does not. */
  Reply reply(Page page) {
    byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
    return Reply.bytes(Form.HTML.contentType(), bytes).withStatus(page.status())
        .named(data.version() + "-" + Digests.shortSha256(bytes))
        .with("Cache-Control", ReplyRules.REVALIDATE)
        .with("Vary", "Accept");
  }
}
