package org.entente.article.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.WordList;

/**
 * Tells English from other languages by the share of small words, and where these are too few by letters. Extraction knows English grammar only; from a text in
 * another language it would take names for statements. Texts of a few words pass, as names alone prove nothing, and
 * paragraphs in other languages are left out of an English article, with the few words between two of them.
 */
public final class LanguageProfile {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final int WORDS_LOOKED_AT = 2000;
  private static final int LETTERS_LOOKED_AT = 5000;
  private static final int TOO_FEW = 12;
  /** So many small words of a language do not stand in a text of another one by chance. */
  private static final int FEW = 3;
  /** A fourth of a page in English is its English part, and so are ten lines of it. */
  private static final int LEAST_SHARE = 4;
  private static final int ENOUGH = 1_000;
  private static final String LETTERS = " letters";
  private static final String ENGLISH = "English";
  /** What no list of small words knows and is no English. */
  private static final String ANOTHER = "another language";
  /** So many words in a row never do in English without a small one; telegrams and tickers go without for some twenty. */
  private static final int WORDS_OF_ENGLISH = 25;
  /** Of fewer words letters tell nothing. */
  private static final int FEWEST_WORDS = 4;

  private final List<Language> languages;
  private final LetterProfile letters;

  private record Language(String tag, String name, Set<String> words) {}

  LanguageProfile() {
    languages = WordList.read("stop-words.txt").stream().map(LanguageProfile::language).toList();
    letters = new LetterProfile(
        languages.stream().collect(Collectors.toMap(Language::tag, Language::name, (one, other) -> one)));
  }

  private static Language language(String line) {
    String[] fields = line.split("\\s*\\|\\s*");
    return new Language(fields[0], fields[1], Arrays.stream(fields[2].split(" ")).filter(LanguageProfile::isTelling)
        .collect(Collectors.toUnmodifiableSet()));
  }

  /** A Latin letter alone may be an initial or stand in a table; Cyrillic and Arabic ones are words. */
  private static boolean isTelling(String word) {
    return word.length() > 1 || Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN;
  }

  /**
   * What of an article is in English.
   *
   * @param pieces the pieces that are, or are too short to tell
   * @param others how many pieces are left out, by the language that they are in
   */
  record EnglishPart(List<Piece> pieces, SortedMap<String, Integer> others) {}

  /**
   * Leaves out paragraphs in other languages: a quotation in the original, the other half of a bilingual page.
   *
   * @throws ArticleFormatException when the text is clearly not English, or hardly any of it is
   */
  EnglishPart english(List<Piece> body, String name) {
    List<Optional<String>> told = body.stream().map(this::language).toList();
    List<Piece> english = new ArrayList<>();
    SortedMap<String, Integer> others = new TreeMap<>();
    int left = 0;
    for (int i = 0; i < body.size(); i++) {
      Piece piece = body.get(i);
      Optional<String> other =
          isToldAlone(piece) ? told.get(i).or(surrounding(told, i)).filter(found -> !found.equals(ENGLISH))
              : Optional.empty();
      other.ifPresentOrElse(language -> others.merge(language, 1, Integer::sum), () -> english.add(piece));
      left += other.isPresent() ? piece.text().length() : 0;
    }
    int kept = english.stream().filter(piece -> !piece.is(Block.Kind.TITLE)).mapToInt(p -> p.text().length()).sum();
    if (kept * LEAST_SHARE < kept + left && kept < ENOUGH) {
      throw notEnglish(name, others.isEmpty() ? Optional.empty() : Optional.of(mostOf(others)));
    }
    requireEnglish(english, name);
    return new EnglishPart(english, others);
  }

  /** A title stays, and so does a row, which is all names. */
  private static boolean isToldAlone(Piece piece) {
    return !piece.is(Block.Kind.TITLE) && !piece.is(Block.Kind.ROW);
  }

  /** The language of a piece, where its words tell. */
  private Optional<String> language(Piece piece) {
    if (!isToldAlone(piece)) {
      return Optional.empty();
    }
    return otherThanEnglish(piece.text()).or(() -> isEnglish(piece) ? Optional.of(ENGLISH) : Optional.empty());
  }

  private boolean isEnglish(Piece piece) {
    Map<Language, Integer> counts = new HashMap<>();
    count(List.of(piece), counts);
    return counts.getOrDefault(languages.getFirst(), 0) > 1 && likeliest(counts).equals(languages.getFirst());
  }

  /** A few words between two paragraphs are in the language of both, unless one of them is English. */
  private static Supplier<Optional<String>> surrounding(List<Optional<String>> told, int at) {
    return () -> {
      Optional<String> before =
          told.subList(0, at).reversed().stream().flatMap(Optional::stream).findFirst();
      Optional<String> after = told.subList(at, told.size()).stream().flatMap(Optional::stream).findFirst();
      boolean english = before.or(() -> after).equals(Optional.of(ENGLISH)) || after.equals(Optional.of(ENGLISH));
      return english ? Optional.empty() : before.or(() -> after);
    };
  }

  private static String mostOf(SortedMap<String, Integer> others) {
    return others.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** The language of a paragraph that is clearly not English; names and a few words prove nothing. */
  Optional<String> otherThanEnglish(String text) {
    Optional<String> script = otherScript(List.of(Piece.paragraph(text)));
    if (script.isPresent()) {
      return script;
    }
    Map<Language, Integer> counts = new HashMap<>();
    int total = count(List.of(Piece.paragraph(text)), counts);
    Language likeliest = likeliest(counts);
    List<String> words = WORD.matcher(text).results().limit(WORDS_LOOKED_AT).map(MatchResult::group).toList();
    // "Santa Cruz de la Sierra, San Juan del Sur" is a list of names and no Spanish.
    boolean prose = words.stream().filter(word -> Character.isLowerCase(word.codePointAt(0))).count() * 2 >= total;
    // Small words that both have ("in", "a") speak for neither.
    int english = own(languages.getFirst(), likeliest, words).size();
    List<String> own = own(likeliest, languages.getFirst(), words);
    boolean several = own.size() >= FEW || english == 0 && Set.copyOf(own).size() > 1;
    if (prose && several && own.size() > 2 * english && own.size() * 7 >= total) {
      return Optional.of(likeliest.name());
    }
    return prose ? byLetters(text, total, counts.getOrDefault(languages.getFirst(), 0)) : Optional.empty();
  }

  /** The language of prose that no small words of another one tell, and hardly any English ones. */
  private Optional<String> byLetters(String text, int words, int english) {
    Optional<String> told =
        words >= FEWEST_WORDS && english < 2 ? letters.otherThanEnglish(text, ANOTHER) : Optional.empty();
    return told.or(() -> words >= WORDS_OF_ENGLISH && english == 0 ? Optional.of(ANOTHER) : Optional.empty());
  }

  /** The small words of one language that another one has not. */
  private static List<String> own(Language language, Language other, List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> language.words().contains(word) && !other.words().contains(word)).toList();
  }

  private Language likeliest(Map<Language, Integer> counts) {
    return languages.stream().max(Comparator.comparing(language -> counts.getOrDefault(language, 0))).orElseThrow();
  }

  private void requireEnglish(List<Piece> body, String name) {
    Optional<String> script = otherScript(body);
    if (script.isPresent()) {
      throw notEnglish(name, script);
    }
    Map<Language, Integer> counts = new HashMap<>();
    int total = count(body, counts);
    int english = counts.getOrDefault(languages.getFirst(), 0);
    Language likeliest = likeliest(counts);
    int most = counts.getOrDefault(likeliest, 0);
    boolean clear = total >= TOO_FEW && english * 8 < total && (most > english || english * 25 < total);
    boolean few = total < TOO_FEW && english == 0 && most >= FEW;
    if (clear || few && letters.otherThanEnglish(words(body), ANOTHER).isPresent()) {
      throw notEnglish(name, most > english && most * 8 >= total ? Optional.of(likeliest.name()) : Optional.empty());
    }
  }

  private static String words(List<Piece> body) {
    return body.stream().map(Piece::text).collect(Collectors.joining(" "));
  }

  /** The language, or else the letters; Chinese and Thai do not part their words, so letters are counted first. */
  private Optional<String> otherScript(List<Piece> body) {
    Map<Character.UnicodeScript, Long> scripts =
        body.stream().flatMapToInt(piece -> piece.text().codePoints()).filter(Character::isLetter)
            .limit(LETTERS_LOOKED_AT).mapToObj(Character.UnicodeScript::of)
            .collect(Collectors.groupingBy(script -> script, () -> new EnumMap<>(Character.UnicodeScript.class),
                Collectors.counting()));
    scripts.keySet().removeAll(List.of(Character.UnicodeScript.COMMON, Character.UnicodeScript.INHERITED));
    long latin = scripts.getOrDefault(Character.UnicodeScript.LATIN, 0L);
    long all = scripts.values().stream().mapToLong(Long::longValue).sum();
    if (all < TOO_FEW || latin * 2 >= all) {
      return Optional.empty();
    }
    Map<Language, Integer> counts = new HashMap<>();
    count(body, counts);
    Language likeliest = likeliest(counts);
    // Japanese is written in three, each of which may be less than the Latin names in it.
    scripts.remove(Character.UnicodeScript.LATIN);
    String script = scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey().name();
    return Optional.of(counts.getOrDefault(likeliest, 0) > 1 && !likeliest.equals(languages.getFirst()) ? likeliest.name()
        : script.charAt(0) + script.substring(1).toLowerCase(Locale.ROOT) + LETTERS);
  }

  private static ArticleFormatException notEnglish(String name, Optional<String> found) {
    String looks = found.filter(language -> !language.equals(ANOTHER))
        .map(language -> language.endsWith(LETTERS) ? "; it is written in " + language
            : "; it looks like " + language)
        .orElse("");
    return new ArticleFormatException(
        name + " is not in English" + looks, "only English articles can be read; give an English version");
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
