package org.entente.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AmountFinder;
import org.entente.mention.DateFinder;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.NameFinder;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;
import org.entente.undertaking.Extraction;

/**
 * Reads an article: parses its blocks, finds whom and when they name, and turns what the lexicon recognises into
 * undertakings and proposals. The steps, in order; each is a class of its own.
 */
public final class UndertakingExtractor {

  private final TextAnnotator annotator;
  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final NameFinder names;

  public UndertakingExtractor(TextAnnotator annotator, Gazetteer gazetteer, Lexicon lexicon) {
    this.annotator = annotator;
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
    this.names = new NameFinder(gazetteer);
  }

  /** Everything the article says about relations between states. */
  public Extraction extract(Article article) {
    Map<Block, List<Scene>> scenes = scenes(article);
    List<Scene> all = scenes.values().stream().flatMap(List::stream).toList();
    Frame frame = Frame.of(article, all);
    Discourse discourse = new Discourse(lexicon, frame, gazetteer::state, gazetteer::mayBeCalled, gazetteer::namesakes);
    ProposalLists proposals = new ProposalLists(article, scenes, frame);
    Drafts drafts = new Drafts();
    SceneReader reader = new SceneReader(article, lexicon, gazetteer::state, discourse, proposals, drafts);
    scenes.forEach(reader::read);
    return drafts.extraction(article, mentioned(all), gazetteer).naming(namings(all));
  }

  private Map<Block, List<Scene>> scenes(Article article) {
    NameFinder.Reading nameReading = names.begin(article.text(), article.issued());
    DateFinder.Reading dateReading = DateFinder.begin(article.issued(), article.text());
    Map<Block, List<Scene>> scenes = new LinkedHashMap<>();
    int number = 0;
    for (Block block : article.blocks()) {
      List<Scene> ofBlock = new ArrayList<>();
      Span whole = new Span(block.start(), block.end());
      Optional<Span> date = HeadingDate.in(article.text(), whole);
      Optional<DateMention> heading = date.flatMap(d -> headingDate(article, d, dateReading));
      Span rest = heading.isPresent() ? new Span(HeadingDate.after(article.text(), date.get()), block.end()) : whole;
      for (Sentence sentence : annotator.annotate(article.text(), rest)) {
        ofBlock.add(
            new Scene(
                block,
                number++,
                sentence,
                nameReading.read(sentence),
                dateReading.read(sentence),
                AmountFinder.find(sentence, article.text()),
                heading));
      }
      scenes.put(block, ofBlock);
    }
    return scenes;
  }

  private Optional<DateMention> headingDate(Article article, Span date, DateFinder.Reading reading) {
    return annotator.annotate(article.text(), date).stream()
        .flatMap(s -> reading.read(s).stream())
        .findFirst();
  }

  private static List<Extraction.Naming> namings(List<Scene> scenes) {
    return scenes.stream()
        .flatMap(s -> s.mentions().stream())
        .flatMap(m -> m.actors().stream().map(actor -> new Extraction.Naming(actor, m.span())))
        .toList();
  }

  private static List<Actor> mentioned(List<Scene> scenes) {
    Set<Actor> actors = new LinkedHashSet<>();
    scenes.forEach(s -> s.mentions().forEach((ActorMention m) -> actors.addAll(m.actors())));
    return List.copyOf(actors);
  }
}
