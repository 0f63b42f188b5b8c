package org.entente.article.intake;

import java.time.LocalDate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.BoundedInput;
import org.entente.article.Draft;
import org.entente.article.Metadata;
import org.entente.article.MetadataOverrides;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.header.Dateline;
import org.entente.article.header.DatelineCities;
import org.entente.article.header.HeaderLine;
import org.entente.article.text.Dialogue;

/**
 * Makes an article of the pieces that a format's reader found: takes metadata out of the header and footer lines,
 * joins the rest to one normalised text and numbers its blocks. Each block is one line and a blank line parts it from
 * the next. Bullet marks are not in the text; speaker labels and datelines are, before the block's start.
 */
final class ArticleAssembler {

  /** Title, deck, byline, date, section, notes: a header has few lines, and none after the second long paragraph. */
  private static final int HEADER_PIECES = 12;
  private static final int LONG_PARAGRAPH = 200;
  private static final Pattern UPDATE =
      Pattern.compile("\\b(?:updated|modified|published|posted|issued)\\b", Pattern.CASE_INSENSITIVE);
  private static final int OPENING_PIECES = 4;
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
    List<Piece> pieces = normalised(draft, document.known());
    Metadata metadata = overridden(given).or(document.known()).or(draft.metadata());
    Header head = header(pieces);
    metadata = metadata.or(head.metadata());
    Footer footer = Footer.cutFrom(head.rest(), metadata.creators());
    metadata = metadata.or(footer.metadata());
    metadata = metadata.or(dateline(footer.body()).map(opening -> metadata(opening.line())).orElse(Metadata.NONE));
    Header end = closing(footer.body(), metadata);
    metadata = metadata.or(end.metadata());
    requireContent(end.rest(), document);
    LanguageProfile.EnglishPart english = languages.english(end.rest(), document.name());
    List<Piece> body = english.pieces();
    String title = title(given, body, metadata);
    List<String> imprint = new ArrayList<>(draft.imprint());
    imprint.addAll(head.lines());
    imprint.addAll(end.lines());
    return article(title, body, metadata.withUrl(metadata.url().or(document::address)), draft.tables(),
        english.others(), imprint);
  }

  private static List<Piece> normalised(Draft draft, Metadata known) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : draft.pieces()) {
      String text = NormalForm.of(piece.text());
      if (!text.isEmpty()) {
        pieces.add(piece.withText(text));
      }
    }
    boolean titled = pieces.stream().anyMatch(piece -> piece.is(Block.Kind.TITLE));
    if (!titled) {
      known.title().or(() -> draft.metadata().title()).map(NormalForm::of).filter(t -> !t.isEmpty())
          .ifPresent(title -> pieces.addFirst(Piece.title(title)));
    }
    return pieces;
  }

  private static Metadata overridden(MetadataOverrides given) {
    return Metadata.NONE.withPublisher(given.publisher()).withIssued(given.date()).withUrl(given.source())
        .withCreators(given.author().map(names -> List.of(names.split("\\s*;\\s*| and "))).orElse(List.of()));
  }

  /**
   * Header lines and what remains without them.
   *
   * @param lines the header lines themselves
   */
  private record Header(Metadata metadata, List<Piece> rest, List<String> lines) {}

  private Header header(List<Piece> pieces) {
    Metadata metadata = Metadata.NONE;
    List<Piece> rest = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean inHeader = true;
    int longOnes = 0;
    boolean chronology = pieces.stream().filter(piece -> HeaderLine.isBareDate(piece.text())).count() > 2;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      longOnes += piece.text().length() > LONG_PARAGRAPH ? 1 : 0;
      inHeader &= i <= HEADER_PIECES && longOnes < 2 && !piece.is(Block.Kind.LIST_ITEM) && !piece.is(Block.Kind.ROW);
      boolean candidate = inHeader && !piece.is(Block.Kind.TITLE)
          && !(chronology && HeaderLine.isBareDate(piece.text()));
      Optional<LocalDate> issued = metadata.issued();
      Optional<Piece> next = pieces.stream().skip(i + 1L).findFirst();
      Optional<Metadata> line = candidate
          ? line(piece, rest).filter(found -> !isEvent(piece, found, issued)).or(() -> letterhead(piece, next))
          : Optional.empty();
      if (line.isEmpty()) {
        rest.add(piece);
      } else if (!line.get().equals(Metadata.NONE)) {
        metadata = metadata.and(line.get());
        lines.add(piece.text());
        rest.replaceAll(ArticleAssembler::withoutHeading);
      }
    }
    return new Header(metadata, rest, lines);
  }

  /** Once the day of publication is known, a line with another day tells of an event, unless it says "updated". */
  private static boolean isEvent(Piece piece, Metadata found, Optional<LocalDate> issued) {
    boolean otherDay = issued.isPresent() && found.issued().isPresent() && !found.issued().equals(issued);
    return otherDay && !UPDATE.matcher(piece.text()).find();
  }

  /** What a header line says; over the headline the paper's name may stand. */
  private Optional<Metadata> line(Piece piece, List<Piece> before) {
    boolean overTitle = before.isEmpty() && HeaderLine.isMasthead(piece.text());
    return overTitle ? Optional.of(Metadata.NONE.withPublisher(Optional.of(piece.text()))) : header.read(piece.text());
  }

  /** The name of a public body over the place and date of what it issues. */
  private Optional<Metadata> letterhead(Piece piece, Optional<Piece> next) {
    boolean dated = next.flatMap(n -> header.read(n.text())).flatMap(Metadata::issued).isPresent();
    return dated && HeaderLine.isLetterhead(piece.text())
        ? Optional.of(Metadata.NONE.withPublisher(Optional.of(piece.text()))) : Optional.empty();
  }

  /** A line between headline and byline heads nothing: it is the deck. */
  private static Piece withoutHeading(Piece piece) {
    return piece.is(Block.Kind.HEADING) ? Piece.paragraph(piece.text()) : piece;
  }

  /** Communiqués and columns may be dated at their end: "Done at Apia, 5 May 2022". */
  private Header closing(List<Piece> body, Metadata known) {
    for (int i = body.size() - 1; known.issued().isEmpty() && i > 0 && i >= body.size() - 3; i--) {
      boolean mayDate = body.get(i).is(Block.Kind.PARAGRAPH) || body.get(i).is(Block.Kind.CAPTION);
      Optional<Metadata> line = mayDate ? header.read(body.get(i).text()) : Optional.empty();
      if (line.isPresent() && line.get().issued().isPresent()) {
        List<Piece> rest = new ArrayList<>(body);
        rest.remove(i);
        return new Header(line.get(), rest, List.of(body.get(i).text()));
      }
    }
    return new Header(Metadata.NONE, body, List.of());
  }

  private record Opening(int piece, Dateline line) {}

  /** The dateline opens the first paragraph, or a later one where a deck or a caption stands before it. */
  private Optional<Opening> dateline(List<Piece> body) {
    for (int i = 0; i < Math.min(OPENING_PIECES, body.size()); i++) {
      Optional<Dateline> line =
          body.get(i).is(Block.Kind.PARAGRAPH) ? Dateline.of(body.get(i).text(), cities) : Optional.empty();
      if (line.isPresent()) {
        return Optional.of(new Opening(i, line.get()));
      }
    }
    return Optional.empty();
  }

  private static Metadata metadata(Dateline line) {
    return Metadata.NONE.withPublisher(line.agency()).withIssued(line.day());
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
    BoundedInput.requireAtMost(MOST_BLOCKS, body.size(), "paragraphs", document.name());
  }

  private Article article(String title, List<Piece> body, Metadata metadata, int tables,
      SortedMap<String, Integer> others, List<String> imprint) {
    TextBuilder builder = new TextBuilder(Dialogue.in(
        body.stream().filter(piece -> piece.is(Block.Kind.PARAGRAPH)).map(Piece::text)));
    Optional<Opening> opening = dateline(body);
    List<String> around = new ArrayList<>(imprint);
    metadata.publisher().ifPresent(around::addFirst);
    opening.map(found -> body.get(found.piece()).text().substring(0, found.line().end())).ifPresent(around::add);
    metadata.url().map(URI::getHost).ifPresent(around::add);
    for (int i = 0; i < body.size(); i++) {
      int at = i;
      builder.add(body.get(i), opening.filter(found -> found.piece() == at).map(found -> found.line().end()).orElse(0));
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
        builder.blocks(),
        tables,
        others,
        around.stream().map(NormalForm::of).filter(line -> !line.isEmpty()).distinct().toList());
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
    String sentence = text.split("(?<=[.!?]) (?=\\p{Lu})", 2)[0];
    if (sentence.length() <= DERIVED_TITLE) {
      return sentence;
    }
    int end = text.lastIndexOf(' ', DERIVED_TITLE);
    return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, DERIVED_TITLE / 2)) + "…";
  }
}
