package org.entente.article.intake;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.article.ArticleFormatException;

/** Tells the source code of programs from articles: most of its lines are no language that people speak. */
final class ProgramCode {

  private static final Pattern SCRIPT = Pattern.compile("^#!\\s?/.*");
  /** Assignments, calls, blocks, comments, and words of programming languages with the marks that close their lines. */
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:#(?:include|define|if|endif)\\b.*|//.*|[{}()\\[\\]]+[;,]*"
          + "|(?:import|package|using) [\\w.*:]+;?|from [\\w.]+ import .*|[\\w.\\[\\]'\"$]+ ?[+:-]?= ?\\S.*"
          + "|(?:@?\\w+ ){0,6}[\\w.$]+\\([^)]*.*[;{:)]"
          + "|(?:def|class|if|elif|else|for|while|try|except|catch|switch|return|end)\\b[^.!?]*[;{:)])\\s*");
  /** "* A bridge was built" outside of one is an item of a list. */
  private static final Pattern COMMENT = Pattern.compile("(?s)^\\s*/\\*.*?\\*/", Pattern.MULTILINE);
  private static final int LINES_LOOKED_AT = 400;
  private static final int FEWEST_LINES = 8;

  private ProgramCode() {}

  /**
   * @throws ArticleFormatException where a text is source code
   */
  static void refuse(String text, String name) {
    List<String> lines =
        COMMENT.matcher(text).replaceAll("").lines().filter(line -> !line.isBlank()).limit(LINES_LOOKED_AT).toList();
    long code = lines.stream().filter(line -> line.length() < LINES_LOOKED_AT && LINE.matcher(line).matches()).count();
    boolean script = !lines.isEmpty() && SCRIPT.matcher(lines.getFirst()).matches();
    if (script || code >= FEWEST_LINES && code * 2 > lines.size()) {
      throw new ArticleFormatException(
          name + " is program code, not an article", "give a file with an article in it");
    }
  }
}
