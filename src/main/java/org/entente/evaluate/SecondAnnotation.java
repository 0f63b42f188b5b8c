package org.entente.evaluate;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.text.Span;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Undertaking;

/**
 * What a second annotator recorded of the same articles, seen as if a program had found it: F1 of one against the other
 * tells how far two people agree, and so how much a program can reach.
 */
public final class SecondAnnotation {

  private final Map<String, GoldArticle> articles;
  private final Function<GoldArticle, Article> reader;
  private final Function<String, Optional<Actor>> stateByCode;

  /**
   * @param folder tables of the same names as in the first annotator's folder, with the articles beside them or not
   * @param first the first annotator's articles
   * @param reader reads an article as the loader would
   * @param stateByCode from ISO alpha-3 code to state
   */
  public SecondAnnotation(
      Path folder, List<GoldArticle> first, Function<GoldArticle, Article> reader,
      Function<String, Optional<Actor>> stateByCode) {
    this.reader = reader;
    this.stateByCode = stateByCode;
    this.articles =
        first.stream()
            .filter(a -> Files.exists(table(folder, a)))
            .collect(Collectors.toMap(GoldArticle::name, a -> a.with(GoldFolder.rows(table(folder, a)))));
    if (articles.isEmpty()) {
      throw new GoldException(
          folder + " has no table of any of these articles", "A second annotation has tables of the same names.");
    }
  }

  private static Path table(Path folder, GoldArticle article) {
    return folder.resolve(article.name().replaceFirst("\\.[^.]*$", "") + ".tsv");
  }

  /** Whether an article was annotated a second time. */
  public boolean has(GoldArticle article) {
    return articles.containsKey(article.name());
  }

  /** What the second annotator recorded. */
  public Reading read(GoldArticle article) {
    Article text = reader.apply(article);
    List<Undertaking> undertakings = new ArrayList<>();
    for (GoldRow row : Objects.requireNonNull(articles.get(article.name())).rows()) {
      undertakings.add(undertaking(undertakings.size() + 1, row, sentence(text, row)));
    }
    return new Reading(text, new Extraction(undertakings, List.of(), List.of()));
  }

  /** The sentence that holds the anchor; the anchor alone where it spans several. */
  private static String sentence(Article article, GoldRow row) {
    String anchor = FoldedText.of(row.anchor());
    for (Block block : article.blocks()) {
      String words = new Span(block.start(), block.end()).in(article.text());
      if (FoldedText.of(words).contains(anchor)) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(words);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
          String sentence = FoldedText.of(words.substring(start, end));
          if (sentence.contains(anchor)) {
            return sentence;
          }
        }
        return FoldedText.of(words);
      }
    }
    return anchor;
  }

  private Undertaking undertaking(int ordinal, GoldRow row, String sentence) {
    Evidence evidence = new Evidence(new Span(0, sentence.length()), sentence, Optional.empty(), 1);
    List<Actor> states = row.states().stream().flatMap(c -> stateByCode.apply(c).stream()).toList();
    List<Actor> places =
        row.places().stream()
            .map(p -> new Actor(Actor.Type.PLACE, "place", p, "Place", Optional.empty(), false)).toList();
    return new Undertaking(
        ordinal, row.kind(), states, List.of(), row.status(), Optional.empty(), List.of(row.field()), row.when(),
        Optional.empty(),
        places, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), List.of(evidence), Optional.empty(),
        Optional.empty(), BigDecimal.ONE);
  }
}
