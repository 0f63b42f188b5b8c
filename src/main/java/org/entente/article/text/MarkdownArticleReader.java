package org.entente.article.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterNode;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleReader;
import org.entente.article.Block;
import org.entente.article.BoundedInput;
import org.entente.article.Draft;
import org.entente.article.Metadata;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.RecordTable;
import org.entente.article.TableCells;
import org.entente.article.TextDecoding;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown (CommonMark) with YAML front matter. Emphasis, links and code give their words; images, raw HTML and
 * code blocks give nothing, tables the sentences in their cells, or their rows where they list undertakings.
 */
public final class MarkdownArticleReader implements ArticleReader {

  /** No author nests quotes and lists so deep; a line that does is an attack on the parser. */
  private static final Pattern TOO_DEEP =
      Pattern.compile("(?m)^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){60}");
  private static final int MOST_LETTERS = 2_000_000;
  private static final int LONGEST_LINE = 200_000;

  private final Parser parser =
      Parser.builder().extensions(List.of(YamlFrontMatterExtension.create(), TablesExtension.create())).build();

  @Override
  public Draft read(RawDocument document) {
    String text = TextDecoding.decode(document);
    BoundedInput.requireAtMost(MOST_LETTERS, text.length(), "letters", document.name());
    if (TOO_DEEP.matcher(text).find() || text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw new ArticleFormatException(
          document.name() + " nests quotes and lists, or runs on without a line break, as no article does",
          "look at the file; give the article as plain text");
    }
    Node root = parser.parse(text.stripLeading());
    List<Piece> pieces = new ArrayList<>();
    Metadata metadata = Metadata.NONE;
    int tables = 0;
    @Nullable Node read = null;
    for (Node node = root; node != null; node = next(node, node != read && descends(node))) {
      if (node instanceof YamlFrontMatterNode entry) {
        metadata = metadata.and(frontMatter(entry));
      }
      if (node instanceof TableBlock table) {
        Optional<List<Piece>> records = RecordTable.pieces(rows(table));
        records.ifPresent(pieces::addAll);
        read = records.isPresent() ? table : read;
        tables += records.isPresent() ? 0 : 1;
      }
      piece(node, pieces).ifPresent(pieces::add);
    }
    return new Draft(metadata, pieces, tables);
  }

  private static List<List<String>> rows(TableBlock table) {
    List<List<String>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(words(cell));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** The node that follows in the document; the walk goes back up through parents instead of a stack. */
  private static @Nullable Node next(Node node, boolean down) {
    if (down && node.getFirstChild() != null) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != null && at.getNext() == null) {
      at = at.getParent();
    }
    return at == null ? null : at.getNext();
  }

  private static boolean descends(Node node) {
    return !(node instanceof Paragraph || node instanceof Heading || node instanceof FencedCodeBlock
        || node instanceof TableCell);
  }

  private static Optional<Piece> piece(Node node, List<Piece> before) {
    if (node instanceof ThematicBreak) {
      return Optional.of(Piece.paragraph("*"));
    }
    if (node instanceof Heading heading) {
      boolean title = heading.getLevel() == 1 && before.stream().noneMatch(piece -> piece.is(Block.Kind.TITLE));
      return Optional.of(title ? Piece.title(words(node)) : Piece.heading(words(node), heading.getLevel()));
    }
    if (node instanceof TableCell) {
      return Optional.of(words(node)).filter(TableCells::isSentence).map(Piece::paragraph);
    }
    if (!(node instanceof Paragraph)) {
      return Optional.empty();
    }
    String words = words(node);
    int level = listLevel(node);
    if (level > 0) {
      return Optional.of(Piece.item(words, Math.min(level, 6)));
    }
    boolean bold = node.getFirstChild() instanceof StrongEmphasis strong && strong.getNext() == null;
    return Optional.of(bold && isHeading(words) ? Piece.heading(words, 3) : Piece.paragraph(words));
  }

  private static boolean isHeading(String words) {
    return words.length() <= 100 && !words.matches("(?s).*[.!;,]");
  }

  private static int listLevel(Node node) {
    int level = 0;
    boolean inItem = false;
    for (Node at = node; at != null && !(at instanceof Document); at = at.getParent()) {
      level += at instanceof BulletList || at instanceof OrderedList ? 1 : 0;
      inItem |= at instanceof ListItem;
      if (at instanceof BlockQuote && !inItem) {
        return 0;
      }
    }
    return level;
  }

  private static String words(Node block) {
    StringBuilder words = new StringBuilder();
    Node node = block.getFirstChild();
    while (node != null && node != block) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        words.append(' ');
      }
      node = nextWithin(block, node);
    }
    return words.toString();
  }

  private static Node nextWithin(Node block, Node node) {
    if (node.getFirstChild() != null && !(node instanceof Image)) {
      return node.getFirstChild();
    }
    Node at = node;
    while (at != block && at.getNext() == null) {
      at = at.getParent();
    }
    return at == block ? block : at.getNext();
  }

  private static Metadata frontMatter(YamlFrontMatterNode entry) {
    List<String> values = entry.getValues().stream().flatMap(value -> values(value).stream()).toList();
    if (values.isEmpty()) {
      return Metadata.NONE;
    }
    String first = String.join(" ", entry.getValues()).strip();
    return switch (entry.getKey().toLowerCase(Locale.ROOT)) {
      case "title", "headline" -> Metadata.NONE.withTitle(unquoted(first));
      case "author", "authors", "by", "byline" -> Metadata.NONE.withCreators(values);
      case "date", "published", "publishdate", "pubdate", "issued", "created" ->
          Metadata.NONE.withIssued(PublicationDate.dayIn(first));
      case "publisher", "institution", "publication", "outlet", "site", "newspaper", "journal", "organization",
          "organisation" -> Metadata.NONE.withPublisher(Optional.of(unquoted(first)));
      case "url", "canonical", "canonical_url", "link", "permalink", "source" -> source(unquoted(first));
      case "tags", "keywords", "categories", "topics", "region", "theme", "section" ->
          Metadata.NONE.withKeywords(values);
      default -> Metadata.NONE;
    };
  }

  private static Metadata source(String value) {
    Optional<URI> address = HeaderLine.address(value);
    boolean name = address.isEmpty() && !value.contains("/");
    return name ? Metadata.NONE.withPublisher(Optional.of(value)) : Metadata.NONE.withUrl(address);
  }

  /** A YAML scalar or a list in brackets. */
  private static List<String> values(String value) {
    String bare = value.strip();
    boolean listed = bare.startsWith("[") && bare.endsWith("]") && bare.length() > 1;
    String[] parts = listed ? bare.substring(1, bare.length() - 1).split(",") : new String[] {bare};
    return Arrays.stream(parts).map(MarkdownArticleReader::unquoted).filter(part -> !part.isEmpty()).toList();
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    boolean quoted = bare.length() > 1 && (bare.startsWith("\"") && bare.endsWith("\"")
        || bare.startsWith("'") && bare.endsWith("'"));
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
