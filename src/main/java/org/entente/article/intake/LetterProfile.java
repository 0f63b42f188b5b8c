package org.entente.article.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a few words, too few for small words, by which letters follow each other in them: OpenNLP's
 * detector. Names of places pull it this way and that, so another language must be clearly likelier than English.
 */
final class LetterProfile {

  private static final String MODEL = "/langdetect-183.bin";
  private static final String ENGLISH = "eng";
  /** By so much another language is likelier than English where the words are not English. */
  private static final double CLEARLY = 2;

  private final Map<String, String> names;

  /** The model is large, and most articles never ask for it. */
  private static final class Detector {

    private static final LanguageDetectorME LOADED = read();

    private static LanguageDetectorME read() {
      try (InputStream in = Objects.requireNonNull(LetterProfile.class.getResourceAsStream(MODEL))) {
        return new LanguageDetectorME(new LanguageDetectorModel(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The likeliest first. */
    private static synchronized Language[] languages(String text) {
      return LOADED.predictLanguages(text);
    }
  }

  /** @param names of the languages that may be named, by their tags of two letters or three */
  LetterProfile(Map<String, String> names) {
    this.names = names.entrySet().stream().collect(Collectors.toUnmodifiableMap(
        entry -> Locale.of(entry.getKey()).getISO3Language(), Map.Entry::getValue, (one, other) -> one));
  }

  /**
   * The language of a text that is not English, as far as letters tell.
   *
   * @param unknown stands for a language that has no name here
   */
  Optional<String> otherThanEnglish(String text, String unknown) {
    Language[] languages = Detector.languages(text);
    double likeliest = languages[0].getConfidence();
    double english = Arrays.stream(languages).filter(language -> language.getLang().equals(ENGLISH))
        .mapToDouble(Language::getConfidence).findFirst().orElse(0);
    if (english * CLEARLY >= likeliest) {
      return Optional.empty();
    }
    return Arrays.stream(languages).filter(language -> language.getConfidence() * CLEARLY >= likeliest)
        .flatMap(language -> Optional.ofNullable(names.get(language.getLang())).stream()).findFirst()
        .or(() -> Optional.of(unknown));
  }
}
