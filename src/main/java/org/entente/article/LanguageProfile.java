package org.entente.article;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells English from other languages by the share of small words. Extraction knows English grammar only; from a text in
 * another language it would take names for statements. Texts of a few words pass, as names alone prove nothing.
 */
final class LanguageProfile {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int WORDS_LOOKED_AT = 2000;
  private static final int LETTERS_LOOKED_AT = 5000;
  private static final int TOO_FEW = 12;

  private final List<Language> languages;

  private record Language(String name, Set<String> words) {}

  LanguageProfile() {
    languages = WordList.read("stop-words.txt").stream().map(LanguageProfile::language).toList();
  }

  private static Language language(String line) {
    String[] fields = line.split("\\s*\\|\\s*");
    return new Language(fields[1], Set.copyOf(Arrays.stream(fields[2].split(" ")).collect(Collectors.toSet())));
  }

  /**
   * @throws ArticleFormatException when the text is clearly not English
   */
  void requireEnglish(List<Piece> body, String name) {
    requireLatinLetters(body, name);
    Map<Language, Integer> counts = new HashMap<>();
    int total = count(body, counts);
    int english = counts.getOrDefault(languages.getFirst(), 0);
    Language likeliest =
        languages.stream().max(Comparator.comparing(language -> counts.getOrDefault(language, 0))).orElseThrow();
    int most = counts.getOrDefault(likeliest, 0);
    if (total >= TOO_FEW && english * 8 < total && (most > english || english * 25 < total)) {
      String looks = most > english ? "; it looks like " + likeliest.name() : "";
      throw notEnglish(name, looks);
    }
  }

  /** Chinese and Thai do not part their words, so letters are counted before words are. */
  private static void requireLatinLetters(List<Piece> body, String name) {
    Map<Character.UnicodeScript, Long> scripts =
        body.stream().flatMapToInt(piece -> piece.text().codePoints()).filter(Character::isLetter)
            .limit(LETTERS_LOOKED_AT).mapToObj(Character.UnicodeScript::of)
            .collect(Collectors.groupingBy(script -> script, () -> new EnumMap<>(Character.UnicodeScript.class),
                Collectors.counting()));
    long latin = scripts.getOrDefault(Character.UnicodeScript.LATIN, 0L);
    long all = scripts.values().stream().mapToLong(Long::longValue).sum();
    if (all >= TOO_FEW && latin * 2 < all) {
      String script = scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey().name();
      throw notEnglish(name, "; it is written in " + script.charAt(0)
          + script.substring(1).toLowerCase(Locale.ROOT) + " letters");
    }
  }

  private static ArticleFormatException notEnglish(String name, String found) {
    return new ArticleFormatException(
        name + " is not in English" + found, "only English articles can be read; give an English version");
  }

  private int count(List<Piece> body, Map<Language, Integer> counts) {
    int total = 0;
    for (Piece piece : body) {
      Matcher matcher = WORD.matcher(piece.text());
      while (total < WORDS_LOOKED_AT && matcher.find()) {
        String word = matcher.group().toLowerCase(Locale.ROOT);
        languages.stream().filter(l -> l.words().contains(word)).forEach(l -> counts.merge(l, 1, Integer::sum));
        total++;
      }
    }
    return total;
  }
}
