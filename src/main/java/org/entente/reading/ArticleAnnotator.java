package org.entente.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.mention.AmountFinder;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.DateFinder;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.NameFinder;
import org.entente.syntax.ClauseGraphAdapter;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;
import org.entente.time.TimeGrammar;

/** Parses an article's blocks and finds whom, when and how much their sentences name. */
final class ArticleAnnotator {

  private final TextAnnotator annotator;
  private final NameFinder names;
  private final DateFinder dates;
  private final AmountFinder amounts = AmountFinder.bundled();

  ArticleAnnotator(TextAnnotator annotator, Gazetteer gazetteer) {
    this.annotator = annotator;
    TimeGrammar times = TimeGrammar.bundled();
    this.names = new NameFinder(gazetteer, times);
    this.dates = new DateFinder(times);
  }

  /** The sentences of each block, in order. */
  Map<Block, List<AnnotatedSentence>> annotate(Article article) {
    NameFinder.Reading nameReading = names.begin(article.text(), article.issued());
    DateFinder.Reading dateReading = dates.begin(article.issued(), article.text());
    Map<Block, List<AnnotatedSentence>> sentences = new LinkedHashMap<>();
    int number = 0;
    for (Block block : article.blocks()) {
      List<AnnotatedSentence> ofBlock = new ArrayList<>();
      Span whole = new Span(block.start(), block.end());
      Optional<Span> date = HeadingDate.in(article.text(), whole);
      Optional<DateMention> heading = date.flatMap(d -> headingDate(article, d, dateReading));
      Span rest = heading.isPresent() ? new Span(HeadingDate.after(article.text(), date.get()), block.end()) : whole;
      for (Sentence sentence : annotator.annotate(article.text(), rest)) {
        ofBlock.add(
            new AnnotatedSentence(
                block,
                number++,
                ClauseGraphAdapter.graph(sentence),
                nameReading.read(sentence),
                dateReading.read(sentence),
                amounts.find(sentence, article.text()),
                heading));
      }
      sentences.put(block, ofBlock);
    }
    return sentences;
  }

  private Optional<DateMention> headingDate(Article article, Span date, DateFinder.Reading reading) {
    return annotator.annotate(article.text(), date).stream().flatMap(s -> reading.read(s).stream()).findFirst();
  }
}
