package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.article.Block;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.AnnotatedSentence.Lead;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;

/**
 * Finds what introduces the lists of an article: the sentence before them that breaks off in a colon. Its verb governs
 * their items as it would govern a clause or an object of its own.
 */
final class Leads {

  private static final String COLON = ":";

  private final Lexicon lexicon;

  Leads(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The same sentences, those of list items with what introduces them. */
  Map<Block, List<AnnotatedSentence>> introduce(Map<Block, List<AnnotatedSentence>> sentences) {
    Map<Block, List<AnnotatedSentence>> introduced = new LinkedHashMap<>();
    Optional<Lead> lead = Optional.empty();
    for (Map.Entry<Block, List<AnnotatedSentence>> e : sentences.entrySet()) {
      if (e.getKey().kind() != Block.Kind.LIST_ITEM) {
        lead = Optional.of(e.getValue()).filter(s -> !s.isEmpty() && e.getKey().kind() == Block.Kind.PARAGRAPH)
            .flatMap(s -> lead(s.getLast()));
      }
      Optional<Lead> of = lead.filter(l -> e.getKey().kind() == Block.Kind.LIST_ITEM);
      introduced.put(e.getKey(), of.map(l -> e.getValue().stream().map(s -> s.under(l)).toList()).orElse(e.getValue()));
    }
    return introduced;
  }

  private Optional<Lead> lead(AnnotatedSentence sentence) {
    List<Word> words = sentence.graph().words().stream().filter(w -> !w.token().isPunctuation()).toList();
    boolean breaksOff = sentence.graph().words().getLast().form().equals(COLON);
    if (!breaksOff || words.isEmpty()) {
      return Optional.empty();
    }
    Word last = words.getLast();
    if (last.isModal()) {
      return Optional.of(new Lead(sentence, last, "", true));
    }
    return listing(sentence.graph()).or(() -> Optional.of(last).filter(w -> w.isNoun() && !sentence.named(w)))
        .map(noun -> new Lead(sentence, noun, "", false))
        .or(() -> verb(sentence.graph()).map(verb -> ofVerb(sentence, verb, last)));
  }

  /** "the following documents" wherever they stand in the sentence. */
  private Optional<Word> listing(ClauseGraph graph) {
    return graph.words().stream().filter(w -> lexicon.isA(w.form(), "Listing"))
        .map(w -> w.isNoun() ? w : graph.head(w).filter(Word::isNoun).orElse(w)).filter(Word::isNoun).findFirst();
  }

  /** The last verb that is not in a clause beside the main one. */
  private static Optional<Word> verb(ClauseGraph graph) {
    return graph.words().reversed().stream().filter(w -> w.isVerb() && !w.isAuxiliary())
        .filter(w -> graph.path(w).stream().noneMatch(above -> above.is(RELCL, ACL, ADVCL))).findFirst();
  }

  private Lead ofVerb(AnnotatedSentence sentence, Word verb, Word last) {
    boolean open = last.index() == verb.index() || lexicon.isA(last.form(), "Complementiser");
    return new Lead(sentence, verb, last.index() == verb.index() ? "" : last.form(), open);
  }
}
