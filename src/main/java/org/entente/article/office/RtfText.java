package org.entente.article.office;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.Piece;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;

/** The paragraphs and tables of an RTF file in order; notes, pictures, headers and hidden text are not. */
public final class RtfText extends RtfListenerAdaptor {

  private static final int MOST_PARAGRAPHS = 100_000;
  private static final int DEEPEST = 1_000;
  /** Destinations whose words stand in the text. */
  private static final Set<Command> SHOWN = Set.of(Command.rtf, Command.fldrslt, Command.pntext, Command.shptxt);

  private final RawDocument document;
  private final boolean flat;
  private final OfficeTables<Piece> found = new OfficeTables<>(Piece::text, Function.identity());
  private final RtfRow row = new RtfRow();
  private final StringBuilder words = new StringBuilder();
  private final Deque<Boolean> shown = new ArrayDeque<>();
  private boolean inTable;

  /** @param flat whether the cells of tables are paragraphs as any */
  private RtfText(RawDocument document, boolean flat) {
    this.document = document;
    this.flat = flat;
  }

  public static boolean isOne(RawDocument document) {
    return TextDecoding.startsWith(document.bytes(), '{', '\\', 'r', 't', 'f');
  }

  /** All paragraphs, the cells of tables too. */
  public static List<String> paragraphs(RawDocument document) {
    return read(document, true).pieces().stream().map(Piece::text).toList();
  }

  static RtfText read(RawDocument document) {
    return read(document, false);
  }

  private static RtfText read(RawDocument document, boolean flat) {
    try {
      return parsed(document, RtfGroups.withoutIgnorable(document.bytes()), flat);
    } catch (ArticleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Braces within letters of two bytes: the parser, which knows the code page, gets all of it.
      return parsedWhole(document, flat);
    }
  }

  private static RtfText parsedWhole(RawDocument document, boolean flat) {
    try {
      return parsed(document, document.bytes(), flat);
    } catch (ArticleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return parsedMended(document, flat);
    }
  }

  private static RtfText parsedMended(RawDocument document, boolean flat) {
    try {
      return parsed(document, RtfGroups.balanced(document.bytes()), flat);
    } catch (ArticleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ArticleFormatException(
          document.name() + " is a damaged RTF file", "open it in a word processor and save it as DOCX", e);
    }
  }

  private static RtfText parsed(RawDocument document, byte[] rtf, boolean flat) throws IOException {
    RtfText text = new RtfText(document, flat);
    new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(rtf)), text);
    text.inTable = false;
    text.finish();
    text.row.rest().forEach(text.found::add);
    return text;
  }

  List<Piece> pieces() {
    return flat ? found.paragraphs() : found.paragraphs().stream().filter(piece -> !piece.text().isEmpty()).toList();
  }

  int tablesLeftOut() {
    return found.leftOut();
  }

  @Override
  public void processGroupStart() {
    if (shown.size() > DEEPEST) {
      throw new ArticleFormatException(
          document.name() + " nests its groups more than " + DEEPEST + " deep, as no word processor does",
          "open it in a word processor and save it as DOCX");
    }
    shown.push(isShown());
  }

  @Override
  public void processGroupEnd() {
    if (!shown.isEmpty()) {
      shown.pop();
    }
  }

  private boolean isShown() {
    return shown.isEmpty() || shown.peek();
  }

  private void show(boolean show) {
    if (!shown.isEmpty()) {
      shown.pop();
    }
    shown.push(show);
  }

  @Override
  public void processString(String string) {
    if (isShown()) {
      words.append(string);
    }
  }

  @Override
  public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
    if (command.getCommandType() == CommandType.Destination) {
      show(isShown() && SHOWN.contains(command));
    } else if (command == Command.v && (!hasParameter || parameter != 0)) {
      show(false);
    } else if (isShown()) {
      inText(command);
    }
  }

  private void inText(Command command) {
    switch (command) {
      case par, sect, page -> finish();
      case cell -> endCell();
      case row -> endRow();
      case nestcell, nestrow -> finish();
      case pard -> inTable = false;
      case intbl -> inTable = true;
      case trowd -> row.define();
      case clvmrg -> row.continuesAbove();
      case clmrg -> row.continuesBefore();
      case cellx -> row.edge();
      case line, tab -> words.append(' ');
      default -> {
        // Fonts, colours and margins say nothing.
      }
    }
  }

  private void endCell() {
    inTable = true;
    finish();
    if (!flat) {
      row.endCell();
    }
  }

  private void endRow() {
    finish();
    if (!flat) {
      if (!found.areOpen()) {
        found.begin();
      }
      found.tell(row::end);
    }
    inTable = false;
  }

  private void endTable() {
    if (found.areOpen()) {
      found.end();
    }
  }

  private void finish() {
    BoundedInput.requireAtMost(MOST_PARAGRAPHS, found.size(), "paragraphs", document.name());
    String text = words.toString().strip();
    words.setLength(0);
    if (flat) {
      found.add(Piece.paragraph(text));
    } else if (inTable) {
      if (!text.isEmpty()) {
        row.add(Piece.paragraph(text));
      }
    } else {
      endTable();
      found.add(Piece.paragraph(text));
    }
  }
}
