package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.reading.Readers;
import org.entente.reading.RuleReader;
import org.entente.text.Nlp4jAnnotator;
import org.entente.undertaking.Extraction;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.Test;

class BoundedExtractorTest {

  private static final String VISIT = "On Tuesday, the president of Kenya visited Tanzania.";

  private static final int MOST_LETTERS = 3_000_000;

  private final BoundedExtractor extractor =
      new BoundedExtractor(Readers.READER::read, () -> Readers.ANNOTATOR, MOST_LETTERS, Duration.ofMinutes(3));

  @Test
  void readsWhatStandsBesideASentenceThatIsTooLong() {
    String endless = "The minister and the envoy saw " + "the port and the bridge and ".repeat(100_000) + "the sea.";
    Article article = Readers.article(VISIT + " " + endless + " " + VISIT.replace("Tanzania", "Malta"));
    Extraction found = extractor.extract(article);
    assertEquals(2, found.undertakings().size());
    List<String> warnings = extractor.warnings(article);
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().startsWith("1 sentence was too long to be read and passed over (\"The minister and"),
        warnings.getFirst());
  }

  @Test
  void warnsOfNothingWhereEverySentenceIsRead() {
    String longest =
        VISIT.replace(".", " and" + " the port and".repeat(Nlp4jAnnotator.LONGEST_SENTENCE / 4) + " more.");
    assertEquals(List.of(), extractor.warnings(Readers.article(longest)));
  }

  @Test
  void givesAnArticleUpWhenItsTimeIsOver() {
    CountDownLatch never = new CountDownLatch(1);
    Extractor waiting = article -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Extraction(List.of(), List.of(), List.of());
    };
    BoundedExtractor hasty = new BoundedExtractor(waiting, () -> Readers.ANNOTATOR, MOST_LETTERS, Duration.ofMillis(1));
    var refusal = assertThrows(ArticleFormatException.class, () -> hasty.extract(Readers.article(VISIT)));
    assertTrue(refusal.getMessage().contains("could not be read within"), refusal.getMessage());
  }

  @Test
  void saysOfABookThatItIsNoArticleAndDoesNotReadIt() {
    Extractor never = article -> {
      throw new AssertionError("it is read");
    };
    BoundedExtractor bounded =
        new BoundedExtractor(never, () -> Readers.ANNOTATOR, MOST_LETTERS, Duration.ofMinutes(3));
    Article book = Readers.article(VISIT + " " + "Nothing more was said. ".repeat(200_000));
    var refusal = assertThrows(ArticleFormatException.class, () -> bounded.extract(book));
    assertTrue(refusal.getMessage().contains("no article of more than 3,000,000 is read"), refusal.getMessage());
    assertTrue(refusal.advice().orElse("").contains("chapters"), refusal.getMessage());
  }

  @Test
  void readsLessOfAnArticleWhereTheLearnedReaderReadsItToo() {
    Article book = Readers.article(VISIT + " " + "Nothing more was said. ".repeat(25_000));
    Extractor both =
        Workbench.bundled(IriScheme.DEFAULT_BASE, List.of(), List.of(), ReaderChoice.both).extractor();
    var refusal = assertThrows(ArticleFormatException.class, () -> both.extract(book));
    assertTrue(refusal.getMessage().contains("no article of more than 500,000 is read"), refusal.getMessage());
    assertTrue(refusal.advice().orElse("").contains("chapters"), refusal.getMessage());
  }

  @Test
  void saysOfAListOfThousandsOfUndertakingsThatItIsNoArticle() {
    Article list = Readers.article("Kenya visited Malta. ".repeat(RuleReader.MOST_UNDERTAKINGS + 1).strip());
    var refusal = assertThrows(ArticleFormatException.class, () -> extractor.extract(list));
    assertTrue(refusal.getMessage().contains("tells of more than 5,000 undertakings"), refusal.getMessage());
    assertTrue(refusal.advice().orElse("").contains("parts"), refusal.getMessage());
  }

  @Test
  void refusesWhatTakesMoreMemoryThanThereIsAndReadsTheNext() {
    Extractor greedy = article -> {
      throw new OutOfMemoryError("Java heap space");
    };
    BoundedExtractor bounded =
        new BoundedExtractor(greedy, () -> Readers.ANNOTATOR, MOST_LETTERS, Duration.ofMinutes(3));
    var refusal = assertThrows(ArticleFormatException.class, () -> bounded.extract(Readers.article(VISIT)));
    assertTrue(refusal.getMessage().contains("takes more memory to read than Java has"), refusal.getMessage());
    assertTrue(refusal.advice().orElse("").contains("chapters"), refusal.getMessage());
  }

  @Test
  void leavesAMistakeAsItIs() {
    Extractor mistaken = article -> {
      throw new IllegalStateException("a mistake");
    };
    BoundedExtractor bounded =
        new BoundedExtractor(mistaken, () -> Readers.ANNOTATOR, MOST_LETTERS, Duration.ofMinutes(3));
    assertThrows(IllegalStateException.class, () -> bounded.extract(Readers.article(VISIT)));
  }
}
