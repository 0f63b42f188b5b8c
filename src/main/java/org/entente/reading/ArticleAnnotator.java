package org.entente.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.TableRow;
import org.entente.mention.AmountFinder;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.DateFinder;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.NameFinder;
import org.entente.syntax.ClauseGraphAdapter;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;

/** Parses an article's blocks and finds whom, when and how much their sentences name. */
final class ArticleAnnotator {

  private final TextAnnotator annotator;
  private final NameFinder names;

  ArticleAnnotator(TextAnnotator annotator, Gazetteer gazetteer) {
    this.annotator = annotator;
    this.names = new NameFinder(gazetteer);
  }

  /** The sentences of each block, in order. */
  Map<Block, List<AnnotatedSentence>> annotate(Article article) {
    NameFinder.Reading nameReading = names.begin(article.text(), article.issued());
    DateFinder.Reading dateReading = DateFinder.begin(article.issued(), article.text());
    Map<Block, List<AnnotatedSentence>> sentences = new LinkedHashMap<>();
    int number = 0;
    for (Block block : article.blocks()) {
      List<AnnotatedSentence> ofBlock = new ArrayList<>();
      Span whole = new Span(block.start(), block.end());
      boolean row = block.kind() == Block.Kind.ROW;
      Optional<Span> date = row ? Optional.empty() : HeadingDate.in(article.text(), whole);
      Optional<DateMention> heading = date.flatMap(d -> headingDate(article, d, dateReading));
      Span rest = heading.isPresent() ? new Span(HeadingDate.after(article.text(), date.get()), block.end()) : whole;
      for (Span part : row ? cells(article, block) : List.of(rest)) {
        for (Sentence sentence : annotator.annotate(article.text(), part)) {
          ofBlock.add(annotated(block, number++, sentence, nameReading, dateReading, article, heading));
        }
      }
      sentences.put(block, ofBlock);
    }
    return sentences;
  }

  private static List<Span> cells(Article article, Block row) {
    return TableRow.of(article, row).cells().stream().map(cell -> new Span(cell.start(), cell.end())).toList();
  }

  private static AnnotatedSentence annotated(
      Block block, int number, Sentence sentence, NameFinder.Reading names, DateFinder.Reading dates, Article article,
      Optional<DateMention> heading) {
    return new AnnotatedSentence(
        block,
        number,
        ClauseGraphAdapter.graph(sentence),
        names.read(sentence),
        dates.read(sentence),
        AmountFinder.find(sentence, article.text()),
        heading);
  }

  private Optional<DateMention> headingDate(Article article, Span date, DateFinder.Reading reading) {
    return annotator.annotate(article.text(), date).stream().flatMap(s -> reading.read(s).stream()).findFirst();
  }
}
