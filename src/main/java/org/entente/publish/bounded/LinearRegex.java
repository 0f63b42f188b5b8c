package org.entente.publish.bounded;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * A regular expression whose matching takes time in proportion to the text, whatever the expression: RE2's automata in
 * place of back-tracking. Back-references and looking around, which no automaton can do, are refused in words.
 *
 * @see <a href="https://www.w3.org/TR/xpath-functions/#regex-syntax">XPath Functions, 5.6</a>
 */
final class LinearRegex {

  private static final int LONGEST = 4_000;

  private final Pattern pattern;

  private LinearRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @param flags any of {@code smixq}, as XPath has them
   * @throws QueryRefused when it is longer, or repeats more, than is matched here, or needs back-tracking
   * @throws ExprEvalException when it is no regular expression
   */
  static LinearRegex of(String text, String flags) {
    if (!flags.chars().allMatch(flag -> "smixq".indexOf(flag) >= 0)) {
      throw new ExprEvalException("only s, m, i, x and q are flags of a regular expression, not " + flags);
    }
    if (text.length() > LONGEST) {
      throw tooLong();
    }
    boolean literal = flags.contains("q");
    String plain = !literal && flags.contains("x") ? withoutSpaces(text) : text;
    if (!literal) {
      checkSize(plain);
    }
    int mask = (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
        | (flags.contains("s") ? Pattern.DOTALL : 0)
        | (flags.contains("m") ? Pattern.MULTILINE : 0);
    try {
      return new LinearRegex(Pattern.compile(literal ? Pattern.quote(plain) : plain, mask));
    } catch (PatternSyntaxException e) {
      if (isForBacktracking(plain)) {
        throw new QueryRefused("the regular expression \"" + text + "\" is not matched here (" + e.getMessage() + ")",
            "write it without references back, looking around and other forms that take unbounded time");
      }
      throw new ExprEvalException("no regular expression: " + e.getMessage());
    }
  }

  private static boolean isForBacktracking(String text) {
    try {
      java.util.regex.Pattern.compile(text);
      return true;
    } catch (java.util.regex.PatternSyntaxException e) {
      return false;
    }
  }

  private static QueryRefused tooLong() {
    return Bounds.tooLong("a regular expression is too long, or repeats too much");
  }

  /** The flag x: white space counts in classes only. */
  private static String withoutSpaces(String text) {
    StringBuilder kept = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\\' && i + 1 < text.length()) {
        kept.append(sign).append(text.charAt(++i));
      } else {
        inClass = sign == '[' || inClass && sign != ']';
        if (inClass || " \t\r\n".indexOf(sign) < 0) {
          kept.append(sign);
        }
      }
    }
    return kept.toString();
  }

  /** How large the automaton becomes: counted repetitions are written out in it, inside each other too. */
  private static void checkSize(String text) {
    Deque<Long> outer = new ArrayDeque<>();
    long size = 0;
    long last = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '(' -> {
          outer.push(size);
          size = 0;
          last = 0;
          if (outer.size() > Bounds.NESTING) {
            throw tooLong();
          }
        }
        case ')' -> {
          last = size + 1;
          size = last + (outer.isEmpty() ? 0 : outer.pop());
        }
        case '{' -> {
          int end = text.indexOf('}', i);
          long times = end < 0 ? 1 : most(text.substring(i + 1, end));
          size += last * Math.max(0, times - 1);
          i = end < 0 ? i : end;
        }
        case '\\' -> {
          i++;
          last = 1;
          size++;
        }
        default -> {
          last = 1;
          size++;
        }
      }
      if (size > Bounds.REGEX) {
        throw tooLong();
      }
    }
  }

  private static long most(String counts) {
    long most = 1;
    for (String count : counts.split(",")) {
      if (count.matches("\\d{1,9}")) {
        most = Math.max(most, Long.parseLong(count));
      }
    }
    return most;
  }

  boolean isFoundIn(String text, QueryWatch watch) {
    return pattern.matcher(new Watched(text, watch)).find();
  }

  /**
   * The text with every match replaced, or the same text when there is none.
   *
   * @param replacement with {@code $1} for groups
   */
  String replaced(String text, String replacement, QueryWatch watch) {
    Matcher matcher = pattern.matcher(new Watched(text, watch));
    StringBuilder out = new StringBuilder();
    boolean any = false;
    long groups = replacement.chars().filter(sign -> sign == '$').count();
    try {
      while (matcher.find()) {
        watch.step();
        // An empty match at the end of another one is none.
        if (!any || matcher.start() < matcher.end()) {
          any = true;
          long longest = out.length() + (long) replacement.length() + groups * (matcher.end() - matcher.start())
              + matcher.start();
          if (longest > 2L * Bounds.TEXT) {
            throw Bounds.tooLong("REPLACE makes a text of more than " + Bounds.TEXT + " characters");
          }
          matcher.appendReplacement(out, replacement);
        }
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("no replacement: " + replacement);
    }
    return any ? matcher.appendTail(out).toString() : text;
  }

  /** The text as the automaton reads it; each sign is a step. */
  private record Watched(String text, QueryWatch watch) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      watch.step();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
