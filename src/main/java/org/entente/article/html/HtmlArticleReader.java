package org.entente.article.html;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.BoundedInput;
import org.entente.article.Draft;
import org.entente.article.MarkedParagraphs;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.header.HeaderLine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads a web page: parses it as browsers do, takes what it declares about itself, removes what surrounds the article
 * and reads the element that holds the most prose. Scripts are never run and nothing the page names is fetched.
 */
public final class HtmlArticleReader implements ArticleReader {

  private static final int MOST_TAGS = 300_000;
  /** Browsers stop at 512. */
  private static final int DEEPEST = 1000;

  /** What browsers and their extensions write over a page that they save, and save no day of publication with it. */
  private static final Pattern SAVED_FROM =
      Pattern.compile("(?is)<!--\\s*(?:saved from url=\\(\\d+\\)|page saved with .{0,60}?\\s+url:\\s+)(https?:\\S+)");

  private final PageClutter clutter = new PageClutter();
  private final HeaderLine header;

  public HtmlArticleReader(HeaderLine header) {
    this.header = header;
  }

  @Override
  public Draft read(RawDocument document) {
    String source = TextDecoding.decodePage(document);
    BoundedInput.requireAtMost(MOST_TAGS, source.chars().filter(c -> c == '<').count(), "tags", document.name());
    Optional<URI> address = document.address().or(() -> savedFrom(source));
    Document page = Jsoup.parse(source, address.map(Object::toString).orElse(""));
    SiteHeadings.demoteIn(page);
    PageMetadata metadata = PageMetadata.of(page, header);
    List<String> imprint = PageImprint.of(page);
    clutter.removeFrom(page, measured(page, document));
    ArticleElement article = ArticleElement.of(page, PageMeasure.of(page)).orElseThrow(() -> noArticle(document));
    int tables = PageTables.removeFrom(article.whole());
    List<Piece> pieces = MarkedParagraphs.asItems(
        PageRemains.removedFrom(new Headline(metadata.titles()).over(new PageBlocks().read(article), page)));
    requireProse(pieces, document);
    return new Draft(metadata.metadata().withUrl(metadata.metadata().url().or(() -> address)), pieces, tables, imprint);
  }

  private static Optional<URI> savedFrom(String source) {
    Matcher matcher = SAVED_FROM.matcher(source.substring(0, Math.min(source.length(), 4096)));
    return matcher.find() ? HeaderLine.address(matcher.group(1)) : Optional.empty();
  }

  private static PageMeasure measured(Document page, RawDocument document) {
    PageMeasure measure = PageMeasure.of(page);
    if (measure.depth() > DEEPEST) {
      throw new ArticleFormatException(
          document.name() + " nests its elements " + measure.depth() + " deep, as no sound page does",
          "save the page from the browser, or give its text");
    }
    return measure;
  }

  private static void requireProse(List<Piece> pieces, RawDocument document) {
    int prose = pieces.stream().filter(p -> p.is(Block.Kind.PARAGRAPH) || p.is(Block.Kind.LIST_ITEM))
        .mapToInt(p -> p.text().length()).sum();
    if (prose < ArticleElement.LEAST_PROSE / 2) {
      throw noArticle(document);
    }
    if (pieces.stream().anyMatch(p -> p.text().indexOf('\uFFFD') >= 0)) {
      throw new ArticleFormatException(
          document.name() + " has characters that do not fit the encoding it declares",
          "save the page from the browser as UTF-8 and give that file");
    }
  }

  private static ArticleFormatException noArticle(RawDocument document) {
    return new ArticleFormatException(
        document.name() + " is a web page without an article that can be told from its menus and links",
        "give the address of the article itself; if a script puts its text there, save the page from the browser");
  }
}
