package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes an article of the pieces that a format's reader found: takes metadata out of the header and footer lines,
 * joins the rest to one normalised text and numbers its blocks. Each block is one line and a blank line parts it from
 * the next. Bullet marks are not in the text; speaker labels and datelines are, before the block's start.
 */
final class ArticleAssembler {

  /** Title, deck, byline, date, section, notes: a header has few lines, and none after the second long paragraph. */
  private static final int HEADER_PIECES = 12;
  private static final int LONG_PARAGRAPH = 200;
  private static final int MOST_BLOCKS = 20_000;
  private static final int DERIVED_TITLE = 100;

  private final HeaderLine header;
  private final DatelineCities cities;
  private final LanguageProfile languages;

  ArticleAssembler(HeaderLine header, DatelineCities cities, LanguageProfile languages) {
    this.header = header;
    this.cities = cities;
    this.languages = languages;
  }

  Article assemble(Draft draft, RawDocument document, MetadataOverrides given) {
    List<Piece> pieces = normalised(draft);
    Metadata metadata = overridden(given).or(draft.metadata());
    Header head = header(pieces);
    metadata = metadata.or(head.metadata());
    Footer footer = Footer.cutFrom(head.rest(), metadata.creators());
    metadata = metadata.or(footer.metadata());
    metadata = metadata.or(dateline(footer.body()));
    requireContent(footer.body(), document);
    String title = title(given, footer.body(), metadata);
    return article(title, footer.body(), metadata.withUrl(metadata.url().or(document::address)));
  }

  private static List<Piece> normalised(Draft draft) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : draft.pieces()) {
      String text = NormalForm.of(piece.text());
      if (!text.isEmpty()) {
        pieces.add(piece.withText(text));
      }
    }
    boolean titled = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE));
    if (!titled) {
      draft.metadata().title().map(NormalForm::of).filter(t -> !t.isEmpty())
          .ifPresent(title -> pieces.addFirst(Piece.title(title)));
    }
    return pieces;
  }

  private static Metadata overridden(MetadataOverrides given) {
    return Metadata.NONE.withPublisher(given.publisher()).withIssued(given.date()).withUrl(given.source())
        .withCreators(given.author().map(List::of).orElse(List.of()));
  }

  private record Header(Metadata metadata, List<Piece> rest) {}

  private Header header(List<Piece> pieces) {
    Metadata metadata = Metadata.NONE;
    List<Piece> rest = new ArrayList<>();
    boolean inHeader = true;
    int longOnes = 0;
    boolean chronology = pieces.stream().filter(piece -> HeaderLine.isBareDate(piece.text())).count() > 2;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      longOnes += piece.is(Block.Kind.PARAGRAPH) && piece.text().length() > LONG_PARAGRAPH ? 1 : 0;
      inHeader &= i <= HEADER_PIECES && longOnes < 2;
      boolean candidate = inHeader && !piece.is(Block.Kind.TITLE) && !piece.is(Block.Kind.LIST_ITEM)
          && !(chronology && HeaderLine.isBareDate(piece.text()));
      Optional<Metadata> line = candidate ? header.read(piece.text()) : Optional.empty();
      line.ifPresentOrElse(found -> {}, () -> rest.add(piece));
      metadata = metadata.and(line.orElse(Metadata.NONE));
    }
    return new Header(metadata, rest);
  }

  private Metadata dateline(List<Piece> body) {
    return body.stream().filter(piece -> piece.is(Block.Kind.PARAGRAPH)).findFirst()
        .flatMap(piece -> Dateline.of(piece.text(), cities))
        .map(line -> Metadata.NONE.withPublisher(line.agency()).withIssued(line.day()))
        .orElse(Metadata.NONE);
  }

  private void requireContent(List<Piece> body, RawDocument document) {
    boolean hasText = body.stream()
        .anyMatch(piece -> !piece.is(Block.Kind.TITLE) && !piece.is(Block.Kind.HEADING)
            && piece.text().chars().anyMatch(Character::isLetter));
    if (!hasText) {
      throw new ArticleFormatException(
          document.name() + " has no article text in it",
          "give a file that holds the article itself: a title and at least one sentence");
    }
    if (body.size() > MOST_BLOCKS) {
      throw new ArticleFormatException(
          document.name() + " has " + body.size() + " paragraphs, more than any article", "give each article alone");
    }
    languages.requireEnglish(body, document.name());
  }

  private Article article(String title, List<Piece> body, Metadata metadata) {
    TextBuilder builder = new TextBuilder(Dialogue.in(
        body.stream().filter(piece -> piece.is(Block.Kind.PARAGRAPH)).map(Piece::text)));
    boolean first = true;
    for (Piece piece : body) {
      boolean opens = first && piece.is(Block.Kind.PARAGRAPH);
      first &= !opens;
      builder.add(piece, opens ? Dateline.of(piece.text(), cities).map(Dateline::end).orElse(0) : 0);
    }
    return new Article(
        title,
        metadata.creators().stream().map(NormalForm::of).filter(name -> !name.isEmpty()).distinct().toList(),
        metadata.publisher().map(NormalForm::of).filter(name -> !name.isEmpty()),
        metadata.firstPublishedBy().map(NormalForm::of).filter(name -> !name.isEmpty()),
        metadata.issued(),
        "en",
        metadata.url(),
        metadata.keywords().stream().map(NormalForm::of).filter(word -> !word.isEmpty()).distinct().toList(),
        builder.text(),
        builder.blocks());
  }

  /** The headline as it stands over the text is trusted more than a title that is made for search engines. */
  private static String title(MetadataOverrides given, List<Piece> body, Metadata metadata) {
    Optional<String> headline =
        body.stream().filter(piece -> piece.is(Block.Kind.TITLE)).map(Piece::text).findFirst();
    return given.title().or(() -> headline).or(metadata::title).map(NormalForm::of).filter(title -> !title.isEmpty())
        .orElseGet(() -> derivedTitle(body));
  }

  /** A text without a headline is called by its first words. */
  private static String derivedTitle(List<Piece> body) {
    String text = body.getFirst().text();
    if (text.length() <= DERIVED_TITLE) {
      return text;
    }
    int end = text.lastIndexOf(' ', DERIVED_TITLE);
    return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, DERIVED_TITLE / 2)) + "…";
  }
}
