package org.entente.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a web page: parses it as browsers do, takes what it declares about itself, removes what surrounds the article
 * and reads the element that holds the most prose. Scripts are never run and nothing the page names is fetched.
 */
final class HtmlArticleReader implements ArticleReader {

  /** Shorter than any news item: a page with less prose is a front page, a login or an application. */
  private static final int LEAST_PROSE = 120;

  private final PageClutter clutter = new PageClutter();

  @Override
  public Draft read(RawDocument document) {
    String source = TextDecoding.decodePage(document);
    Document page = Jsoup.parse(source, document.address().map(Object::toString).orElse(""));
    Metadata metadata = PageMetadata.of(page);
    clutter.removeFrom(page);
    Element root = articleElement(page).orElseThrow(() -> noArticle(document));
    List<Piece> pieces = MarkedParagraphs.asItems(titled(new PageBlocks().read(root), page, metadata));
    requireProse(pieces, document);
    return new Draft(metadata, pieces);
  }

  /** The element that is marked as the article's body, else the one whose own paragraphs say most. */
  private static Optional<Element> articleElement(Document page) {
    return largest(page, "article").or(() -> largest(page, "[itemprop=articleBody]"))
        .or(() -> largest(page, "main, [role=main]")).or(() -> scored(page));
  }

  /** Of several, one has to stand out: a page of ten teasers has no article. */
  private static Optional<Element> largest(Document page, String selector) {
    List<Element> found =
        page.select(selector).stream()
            .sorted(Comparator.comparingInt(HtmlArticleReader::prose).reversed()).limit(2).toList();
    if (found.isEmpty() || prose(found.getFirst()) < LEAST_PROSE) {
      return Optional.empty();
    }
    boolean alone = found.size() == 1 || found.getLast().closest(selector) != found.getLast()
        || found.getFirst().getAllElements().contains(found.getLast())
        || prose(found.getFirst()) > 2 * prose(found.getLast());
    return alone ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static int prose(Element element) {
    return element.select("p, li, blockquote").stream().filter(e -> !isLinks(e)).mapToInt(e -> e.ownText().length()).sum();
  }

  /** Paragraphs speak for their parent, and half as much for its parent: the old and proven way of Readability. */
  private static Optional<Element> scored(Document page) {
    Map<Element, Double> scores = new HashMap<>();
    for (Element paragraph : page.select("p, li, blockquote, td, div")) {
      int length = paragraph.ownText().length();
      if (length < 25 || isLinks(paragraph)) {
        continue;
      }
      double score = 1 + paragraph.ownText().chars().filter(c -> c == ',').count() + Math.min(length / 100, 3);
      boolean block = paragraph.nameIs("div") || paragraph.nameIs("td");
      Element parent = block ? paragraph : paragraph.parent();
      for (double share = 1; parent != null && share > 0.2; share /= 2) {
        scores.merge(parent, score * share, Double::sum);
        parent = parent.parent();
      }
    }
    return scores.entrySet().stream()
        .max(Map.Entry.<Element, Double>comparingByValue().thenComparing(e -> -e.getKey().siblingIndex()))
        .map(Map.Entry::getKey);
  }

  /** Whether most of the element's words are links, as in menus and lists of related stories. */
  private static boolean isLinks(Element element) {
    int linked = element.select("a").stream().mapToInt(a -> a.text().length()).sum();
    return linked * 2 > element.text().length();
  }

  /** What stands above the headline is no article; where the headline stands outside, it is put in front. */
  private static List<Piece> titled(List<Piece> pieces, Document page, Metadata metadata) {
    int title = indexOfTitle(pieces);
    if (title >= 0) {
      return pieces.subList(title, pieces.size());
    }
    List<Piece> titled = new ArrayList<>();
    page.select("h1").stream().map(Element::text).filter(text -> !text.isBlank()).findFirst()
        .or(metadata::title).ifPresent(text -> titled.add(Piece.title(text)));
    titled.addAll(pieces);
    return titled;
  }

  private static int indexOfTitle(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).is(Block.Kind.TITLE)) {
        return i;
      }
    }
    return -1;
  }

  private static void requireProse(List<Piece> pieces, RawDocument document) {
    int prose = pieces.stream().filter(p -> p.is(Block.Kind.PARAGRAPH) || p.is(Block.Kind.LIST_ITEM))
        .mapToInt(p -> p.text().length()).sum();
    if (prose < LEAST_PROSE / 2) {
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
