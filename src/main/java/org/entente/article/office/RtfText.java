package org.entente.article.office;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.entente.article.ArticleFormatException;
import org.entente.article.BoundedInput;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;

/** The paragraphs of an RTF file in order, cells of tables too; notes, pictures, headers and hidden text are not. */
public final class RtfText extends RtfListenerAdaptor {

  private static final int MOST_PARAGRAPHS = 100_000;
  private static final int DEEPEST = 1_000;
  /** Destinations whose words stand in the text. */
  private static final Set<Command> SHOWN = Set.of(Command.rtf, Command.fldrslt, Command.pntext, Command.shptxt);

  private final RawDocument document;
  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final Deque<Boolean> shown = new ArrayDeque<>();

  private RtfText(RawDocument document) {
    this.document = document;
  }

  public static boolean isOne(RawDocument document) {
    return TextDecoding.startsWith(document.bytes(), '{', '\\', 'r', 't', 'f');
  }

  public static List<String> paragraphs(RawDocument document) {
    try {
      return parsed(document, RtfGroups.withoutIgnorable(document.bytes()));
    } catch (ArticleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Braces within letters of two bytes: the parser, which knows the code page, gets all of it.
      return parsedWhole(document);
    }
  }

  private static List<String> parsedWhole(RawDocument document) {
    try {
      return parsed(document, document.bytes());
    } catch (ArticleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ArticleFormatException(
          document.name() + " is a damaged RTF file", "open it in a word processor and save it as DOCX", e);
    }
  }

  private static List<String> parsed(RawDocument document, byte[] rtf) throws IOException {
    RtfText text = new RtfText(document);
    new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(rtf)), text);
    text.finish();
    return List.copyOf(text.paragraphs);
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
      case par, sect, page, cell, row -> finish();
      case line, tab -> words.append(' ');
      default -> {
        // Fonts, colours and margins say nothing.
      }
    }
  }

  private void finish() {
    BoundedInput.requireAtMost(MOST_PARAGRAPHS, paragraphs.size(), "paragraphs", document.name());
    paragraphs.add(words.toString().strip());
    words.setLength(0);
  }
}
