package org.entente.load;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;
import org.entente.undertaking.Extraction;

/**
 * Gives every article a limited length and time, so that one strange file cannot hold up the others, and tells which sentences
 * were too long to be read.
 */
final class BoundedExtractor implements Extractor {

  private static final String IN_PARTS = "give its chapters or parts as files of their own";

  private final Extractor extractor;
  private final Supplier<? extends TextAnnotator> annotator;
  private final int mostLetters;
  private final Duration limit;

  /**
   * @param extractor reads the articles
   * @param annotator what it parses with
   * @param mostLetters of one article: more than it reads within the time, so that there is no need to try
   * @param limit what one article may take
   */
  BoundedExtractor(
      Extractor extractor, Supplier<? extends TextAnnotator> annotator, int mostLetters, Duration limit) {
    this.extractor = extractor;
    this.annotator = annotator;
    this.mostLetters = mostLetters;
    this.limit = limit;
  }

  @Override
  public Extraction extract(Article article) {
    if (article.text().length() > mostLetters) {
      throw new ArticleFormatException(
          String.format(Locale.ROOT, "\"%s\" has %,d letters, and no article of more than %,d is read", article.title(),
              article.text().length(), mostLetters),
          IN_PARTS);
    }
    Objects.requireNonNull(annotator.get());
    FutureTask<Extraction> reading = new FutureTask<>(() -> extractor.extract(article));
    Thread thread = Thread.ofPlatform().daemon().name("reading").start(reading);
    try {
      return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new ArticleFormatException(
          "\"" + article.title() + "\" could not be read within " + limit.toSeconds() + " seconds",
          IN_PARTS);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new ArticleFormatException("\"" + article.title() + "\" was broken off", "load it again");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new ArticleFormatException(
            "\"" + article.title() + "\" takes more memory to read than Java has",
            IN_PARTS + ", or Java more memory: ENTENTE_JAVA_OPTS=-Xmx3g");
      }
      throw asItWas(Objects.requireNonNull(e.getCause()));
    }
  }

  private static RuntimeException asItWas(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException mistake ? mistake : new IllegalStateException(cause);
  }

  @Override
  public List<String> warnings(Article article) {
    List<Span> passedOver =
        article.blocks().stream()
            .flatMap(b -> annotator.get().passedOver(article.text(), new Span(b.start(), b.end())).stream()).toList();
    if (passedOver.isEmpty()) {
      return List.of();
    }
    String opening =
        passedOver.getFirst().in(article.text()).codePoints().limit(40)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    return List.of(
        "%d %s too long to be read and passed over (\"%s…\")"
            .formatted(passedOver.size(), passedOver.size() == 1 ? "sentence was" : "sentences were", opening));
  }
}
