package org.entente.article.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.article.Block;
import org.entente.article.MarkedParagraphs;
import org.entente.article.NormalForm;
import org.entente.article.Piece;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Walks the element that holds an article and cuts it into blocks where a browser would: at headings, paragraphs, list
 * items, captions, cells and double line breaks. The walk is not recursive, so that no depth of nesting can break it.
 */
final class PageBlocks implements NodeVisitor {

  private static final Set<String> BLOCKS =
      Set.of("address", "article", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
          "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p",
          PageTables.ROW, "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");
  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Pattern CAPTION_CLASS = Pattern.compile("(?i)(?:^|[^a-z])caption(?:[^a-z]|$)|Caption(?![a-z])");
  private static final Pattern CREDIT =
      Pattern.compile("\\s*(?:\\((?:file )?(?:photos?|images?|pictures?|credit|©)\\b[^()]{0,100}\\)"
          + "|(?:photos?|photographs?|images?|pictures?|credits?|source|file photo|copyright|©)\\b"
          + " ?(?:[:/©]|by\\b|courtesy\\b).{0,100})$", Pattern.CASE_INSENSITIVE);

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final List<String> open = new ArrayList<>();
  private int bold;
  private int boldWords;
  private int links;
  private int linkedWords;
  private int allWords;
  private int items;
  private int lists;
  private boolean lineBroken;
  private @Nullable Element last;
  private boolean ended;

  /** Everything from the headline to the end of the body; what stands after it is no article. */
  List<Piece> read(ArticleElement article) {
    last = article.body();
    NodeTraversor.traverse(this, article.whole());
    flush();
    return List.copyOf(pieces);
  }

  @Override
  public void head(Node node, int depth) {
    if (ended) {
      return;
    }
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    } else if (node instanceof Element element) {
      enter(name(element));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (ended) {
      return;
    }
    if (node instanceof Element element) {
      leave(name(element));
      ended = element.equals(last);
    }
  }

  /** Many pages have captions in a paragraph or a span of that class. */
  private static String name(Element element) {
    boolean caption = element.hasAttr("class") && element.className().length() < 200
        && CAPTION_CLASS.matcher(element.className()).find();
    return caption && !element.nameIs("figure") ? "figcaption" : element.normalName();
  }

  private void add(String text) {
    if (!text.isBlank()) {
      if (lineBroken && MarkedParagraphs.isMarked(text.strip())) {
        flush();
      }
      lineBroken = false;
      allWords += text.strip().length();
      boldWords += bold > 0 ? text.strip().length() : 0;
      linkedWords += links > 0 ? text.strip().length() : 0;
    }
    words.append(text);
  }

  private void enter(String name) {
    if (name.equals("br")) {
      breakLine();
      return;
    }
    bold += BOLD.contains(name) ? 1 : 0;
    links += name.equals("a") ? 1 : 0;
    if (!BLOCKS.contains(name)) {
      return;
    }
    flush();
    if (name.equals("hr")) {
      pieces.add(Piece.paragraph("*"));
    }
    open.add(name);
    items += name.equals("li") ? 1 : 0;
    lists += name.equals("ul") || name.equals("ol") ? 1 : 0;
  }

  /** A line break ends a block after another one, after a sentence and after a line in bold; else it is a space. */
  private void breakLine() {
    boolean closed = words.length() > 0 && ".!?:;".indexOf(lastLetter()) >= 0;
    if (lineBroken || closed || boldWords > 0 && boldWords == allWords) {
      flush();
    }
    words.append(' ');
    lineBroken = true;
  }

  private char lastLetter() {
    int end = words.length() - 1;
    while (end > 0 && Character.isWhitespace(words.charAt(end))) {
      end--;
    }
    return words.charAt(end);
  }

  private void leave(String name) {
    bold -= BOLD.contains(name) ? 1 : 0;
    links -= name.equals("a") ? 1 : 0;
    if (!BLOCKS.contains(name)) {
      return;
    }
    flush();
    open.removeLast();
    items -= name.equals("li") ? 1 : 0;
    lists -= name.equals("ul") || name.equals("ol") ? 1 : 0;
  }

  private void flush() {
    String text = NormalForm.of(words.toString());
    boolean allBold = boldWords > 0 && boldWords == allWords;
    boolean allLink = linkedWords > 0 && linkedWords == allWords;
    words.setLength(0);
    boldWords = 0;
    linkedWords = 0;
    allWords = 0;
    lineBroken = false;
    if (!text.isEmpty()) {
      piece(text, allBold, allLink);
    }
  }

  private void piece(String text, boolean allBold, boolean allLink) {
    String block = block();
    if (block.equals(PageTables.ROW)) {
      pieces.add(Piece.row(text));
    } else if (block.matches("h[1-6]")) {
      int level = block.charAt(1) - '0';
      boolean title = level == 1 && pieces.stream().noneMatch(piece -> piece.is(Block.Kind.TITLE));
      pieces.add(title ? Piece.title(text) : Piece.heading(text, level));
    } else if (allLink && !text.matches(".*[.!?][\"”’')]*")) {
      return; // the headline of another story
    } else if (block.equals("figcaption") || block.equals("caption")) {
      addCaption(text); // also in a gallery, which is a list
    } else if (items > 0) {
      pieces.add(Piece.item(text, Math.clamp(lists, 1, 6)));
    } else if (allBold && isHeading(text)) {
      pieces.add(Piece.heading(text, 3));
    } else {
      pieces.add(Piece.paragraph(text));
    }
  }

  /** The innermost element that says what its words are: a paragraph in a caption is a caption. */
  private String block() {
    for (int i = open.size() - 1; i >= 0 && i >= open.size() - 8; i--) {
      String name = open.get(i);
      if (name.matches("h[1-6]|figcaption|caption|" + PageTables.ROW)) {
        return name;
      }
    }
    return "p";
  }

  private void addCaption(String text) {
    String described = CREDIT.matcher(text).replaceFirst("").strip();
    if (!described.isEmpty()) {
      pieces.add(Piece.caption(described));
    }
  }

  /** Many editors make headings of short bold paragraphs; bold questions and speakers are an interview's. */
  private static boolean isHeading(String text) {
    return text.length() <= 100 && text.split(" ").length <= 14 && !text.matches(".*[.!?;,][\"”’')]*")
        && !text.contains(": ")
        && text.chars().anyMatch(Character::isLetter);
  }
}
