package org.entente.learned;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts words into the pieces of the encoder's vocabulary, as BERT does without regard to case and accents (Devlin et
 * al., 2019): punctuation stands alone, then the longest piece that is in the vocabulary, again and again. The library
 * that usually does this calls home when it starts, which a program that keeps to itself cannot have.
 */
final class WordPieces {

  /** Longer words are unknown. */
  private static final int LONGEST_WORD = 100;

  private static final String OPENS = "[CLS]";
  private static final String CLOSES = "[SEP]";
  private static final String UNKNOWN = "[UNK]";
  private static final String CONTINUES = "##";
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

  private final Map<String, Integer> vocabulary = new HashMap<>();

  /** @param tokenizer the description of a tokenizer in JSON, whose model has a vocabulary */
  WordPieces(InputStream tokenizer) {
    JsonObject description =
        JsonParser.parseReader(new InputStreamReader(tokenizer, StandardCharsets.UTF_8)).getAsJsonObject();
    description.getAsJsonObject("model").getAsJsonObject("vocab").entrySet()
        .forEach(e -> vocabulary.put(e.getKey(), e.getValue().getAsInt()));
  }

  /** The mark before everything. */
  long opening() {
    return id(OPENS);
  }

  /** The mark behind a text. */
  long closing() {
    return id(CLOSES);
  }

  /** The pieces of each word. */
  List<List<Long>> cut(List<String> words) {
    return words.stream().map(w -> parts(w).stream().flatMap(p -> spell(p).stream()).toList()).toList();
  }

  private long id(String piece) {
    return vocabulary.get(piece);
  }

  /** Runs of letters and digits, and each mark of punctuation or ideograph by itself. */
  private static List<String> parts(String word) {
    String plain =
        ACCENT.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
    List<String> parts = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int c : plain.codePoints().toArray()) {
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      boolean dropped = c == 0 || c == 0xfffd || !space && isControl(c);
      boolean alone = isPunctuation(c) || Character.isIdeographic(c);
      if (space || alone) {
        end(run, parts);
      }
      if (alone) {
        parts.add(Character.toString(c));
      } else if (!space && !dropped) {
        run.appendCodePoint(c);
      }
    }
    end(run, parts);
    return parts;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE
        || type == Character.SURROGATE || type == Character.UNASSIGNED;
  }

  private static boolean isPunctuation(int c) {
    boolean ascii = c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126;
    return ascii || switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
          Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION -> true;
      default -> false;
    };
  }

  private static void end(StringBuilder run, List<String> parts) {
    if (!run.isEmpty()) {
      parts.add(run.toString());
      run.setLength(0);
    }
  }

  private List<Long> spell(String part) {
    List<Long> pieces = new ArrayList<>();
    int start = 0;
    while (start < part.length()) {
      int end = part.length();
      while (end > start && !vocabulary.containsKey(piece(part, start, end))) {
        end--;
      }
      if (end == start || part.codePointCount(0, part.length()) > LONGEST_WORD) {
        return List.of(id(UNKNOWN));
      }
      pieces.add(id(piece(part, start, end)));
      start = end;
    }
    return pieces;
  }

  private static String piece(String part, int start, int end) {
    return (start == 0 ? "" : CONTINUES) + part.substring(start, end);
  }
}
