package org.entente.publish.site;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Digests;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.page.EntentePages;
import org.entente.publish.page.Page;
import org.entente.publish.page.part.ArticleTexts;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.TermNames;
import org.entente.publish.page.term.TermPages;

/** Gives the pages' writer what it needs to know of a request, and names what it wrote for caches. */
final class PageDesk {

  private final PublishedDataset data;
  private final EntentePages pages;
  private final ArticleTexts texts;
  private final PerVersion<TermNames> terms;
  private final PerVersion<TermPages> documentation;

  PageDesk(PublishedDataset data, ServerOptions options, EntentePages pages, PerVersion<Vocabulary> vocabulary,
      PerVersion<DatasetProfile> profile) {
    this.data = data;
    this.texts = new Texts(data, options.wholeTexts());
    this.pages = pages;
    this.documentation = new PerVersion<>(data,
        () -> new TermPages(vocabulary.get().statements(), profile.get().termCounts()));
    this.terms = new PerVersion<>(data, () -> TermNames.of(vocabulary.get().statements()));
  }

  private record Texts(PublishedDataset data, boolean whole) implements ArticleTexts {
    @Override
    public Optional<String> text(String digest) {
      return digest.isEmpty() ? Optional.empty() : data.text(digest);
    }
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
    return pages.page(request, terms(), data.graphs(), texts);
  }

  /** The page that documents a term or a list of terms. */
  Optional<Page> ofTerm(Exchange exchange, String iri) {
    return pages.term(request(exchange), terms(), documentation.get(), iri, data.graphs());
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
