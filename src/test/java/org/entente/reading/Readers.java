package org.entente.reading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.MetadataOverrides;
import org.entente.article.intake.ArticleReaders;
import org.entente.learned.LearnedModel;
import org.entente.learned.LearnedReader;
import org.entente.lexicon.LexiconReader;
import org.entente.text.Nlp4jAnnotator;
import org.entente.text.TextAnnotator;
import org.entente.undertaking.Undertaking;

/** The parser, gazetteer and extractor that all tests of reading share, since the model takes seconds to load. */
public final class Readers {

  /** Thursday: what the sentences in the test data count their relative dates from. */
  public static final LocalDate PUBLISHED = LocalDate.of(2024, 3, 14);

  public static final TextAnnotator ANNOTATOR = Nlp4jAnnotator.load();
  public static final Gazetteer GAZETTEER = GazetteerReader.bundled("http://localhost:3030/");
  public static final RuleReader READER =
      new RuleReader(ANNOTATOR, GAZETTEER, LexiconReader.bundled());

  /** As the command line reads: the learned reader beside the rules. */
  public static final RuleReader BOTH =
      READER.beside(new LearnedReader(LearnedModel.bundled(), GAZETTEER::state), true);

  private Readers() {}

  /** An article without a headline, one paragraph for each text. */
  public static Article article(String... paragraphs) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : paragraphs) {
      int start = text.length();
      text.append(paragraph);
      blocks.add(
          new Block(
              Block.Kind.PARAGRAPH, start, text.length(), Optional.empty(), blocks.size() + 1, 0, 0, Optional.empty()));
      text.append("\n\n");
    }
    return new Article(
        "News", List.of(), Optional.empty(), Optional.empty(), Optional.of(PUBLISHED), "en", Optional.empty(),
        List.of(),
        text.toString().strip(), blocks);
  }

  /** An article as it stands in a text file. */
  public static Article text(String text) {
    return new ArticleReaders()
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "article.txt", MetadataOverrides.none());
  }

  /** Kind, states and status of each. */
  public static List<String> lines(List<Undertaking> found) {
    return found.stream()
        .map(u -> u.kind().className() + " "
            + u.states().stream().map(s -> s.state().orElseThrow()).sorted().collect(Collectors.joining("+")) + " "
            + u.status().conceptName())
        .toList();
  }
}
