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
  private static final int MOST_TAGS = 300_000;
  /** Browsers stop at 512. */
  private static final int DEEPEST = 1000;

  private final PageClutter clutter = new PageClutter();

  @Override
  public Draft read(RawDocument document) {
    String source = TextDecoding.decodePage(document);
    BoundedInput.requireAtMost(MOST_TAGS, source.chars().filter(c -> c == '<').count(), "tags", document.name());
    Document page = Jsoup.parse(source, document.address().map(Object::toString).orElse(""));
    Metadata metadata = PageMetadata.of(page);
    clutter.removeFrom(page, measured(page, document));
    Element root = articleElement(page, PageMeasure.of(page)).orElseThrow(() -> noArticle(document));
    List<Piece> pieces = MarkedParagraphs.asItems(titled(new PageBlocks().read(root), page, metadata));
    requireProse(pieces, document);
    return new Draft(metadata, pieces);
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

  /** The element that is marked as the article's body, else the one whose own paragraphs say most. */
  private static Optional<Element> articleElement(Document page, PageMeasure measure) {
    return largest(page, "article", measure).or(() -> largest(page, "[itemprop=articleBody]", measure))
        .or(() -> largest(page, "main, [role=main]", measure)).or(() -> scored(page, measure));
  }

  /** Of several, one has to stand out or hold the other: a page of ten teasers has no article. */
  private static Optional<Element> largest(Document page, String selector, PageMeasure measure) {
    List<Element> found =
        page.select(selector).stream()
            .sorted(Comparator.<Element>comparingInt(measure::prose).reversed()).limit(2).toList();
    if (found.isEmpty() || measure.prose(found.getFirst()) < LEAST_PROSE) {
      return Optional.empty();
    }
    Element first = found.getFirst();
    boolean standsOut = found.size() == 1 || found.getLast().parents().contains(first)
        || measure.prose(first) > 2 * measure.prose(found.getLast());
    return standsOut ? Optional.of(first) : Optional.empty();
  }

  /** Paragraphs speak for their parent, and half as much for its parent: the old and proven way of Readability. */
  private static Optional<Element> scored(Document page, PageMeasure measure) {
    Map<Element, Double> scores = new HashMap<>();
    for (Element paragraph : page.select("p, li, blockquote, td, div")) {
      int length = paragraph.ownText().length();
      if (length < 25 || measure.isLinks(paragraph)) {
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

  /** What stands above the headline is no article; where the headline stands outside, it is put in front. */
  private static List<Piece> titled(List<Piece> pieces, Document page, Metadata metadata) {
    int title = indexOfTitle(pieces, metadata);
    if (title >= 0) {
      List<Piece> titled = new ArrayList<>(pieces.subList(title, pieces.size()));
      titled.set(0, Piece.title(titled.getFirst().text()));
      return titled;
    }
    boolean headed = page.select("h1").isEmpty() && !pieces.isEmpty() && pieces.getFirst().is(Block.Kind.HEADING);
    if (headed) {
      List<Piece> titled = new ArrayList<>(pieces);
      titled.set(0, Piece.title(pieces.getFirst().text()));
      return titled;
    }
    List<Piece> titled = new ArrayList<>();
    page.select("h1").stream().map(Element::text).filter(text -> !text.isBlank()).findFirst()
        .or(metadata::title).ifPresent(text -> titled.add(Piece.title(text)));
    titled.addAll(pieces);
    return titled;
  }

  /** A heading that says what the page declares as its headline; else the first of the first level. */
  private static int indexOfTitle(List<Piece> pieces, Metadata metadata) {
    int first = -1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean heading = piece.is(Block.Kind.TITLE) || piece.is(Block.Kind.HEADING);
      boolean declared = metadata.title().filter(t -> NormalForm.of(t).equalsIgnoreCase(piece.text())).isPresent();
      if (heading && declared) {
        return i;
      }
      first = first < 0 && piece.is(Block.Kind.TITLE) ? i : first;
    }
    return first;
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
