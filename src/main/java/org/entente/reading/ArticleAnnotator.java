package org.entente.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.article.TableRow;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AmountFinder;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.DateFinder;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.AmountMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.mention.NameFinder;
import org.entente.syntax.ClauseGraphAdapter;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.TextAnnotator;
import org.entente.time.TimeGrammar;

/** Parses an article's blocks and finds whom, when and how much their sentences name. */
final class ArticleAnnotator {

  /** "PHNOM PENH" in a dateline, "STATE OF QATAR" in a letterhead; "USA" is written so everywhere. */
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{4,}");

  private final TextAnnotator annotator;
  private final NameFinder names;
  private final DateFinder dates;
  private final AmountFinder amounts = AmountFinder.bundled();
  private final GovernmentDomains domains = GovernmentDomains.bundled();
  private final Gazetteer gazetteer;
  private final Leads leads;
  private final Reporters reporters;
  private final Guests guests;

  ArticleAnnotator(TextAnnotator annotator, Gazetteer gazetteer, Lexicon lexicon) {
    this.annotator = annotator;
    this.gazetteer = gazetteer;
    this.leads = new Leads(lexicon);
    this.reporters = new Reporters(lexicon, gazetteer);
    this.guests = new Guests(lexicon);
    TimeGrammar times = TimeGrammar.bundled();
    this.names = new NameFinder(gazetteer, times);
    this.dates = new DateFinder(times);
  }

  /** The sentences of each block, in order. */
  Map<Block, List<AnnotatedSentence>> annotate(Article article) {
    NameFinder.Reading nameReading = names.begin(article.text(), article.issued());
    DateFinder.Reading dateReading = dates.begin(article.issued(), article.text());
    SectionCalendar calendar = SectionCalendar.of(dates, article.issued());
    Map<Block, List<AnnotatedSentence>> sentences = new LinkedHashMap<>();
    int number = 0;
    for (Block block : article.blocks()) {
      List<AnnotatedSentence> ofBlock = new ArrayList<>();
      Span whole = new Span(block.start(), block.end());
      SectionCalendar next = calendar.under(whole.in(article.text()));
      if (!next.equals(calendar)) {
        calendar = next;
        dateReading = calendar.reading(article.text());
      }
      boolean row = block.kind() == Block.Kind.ROW;
      Optional<EntryDate> entry =
          row ? Optional.empty() : EntryDate.in(
              article.text(), whole, block.kind() == Block.Kind.LIST_ITEM, calendar, dateReading, annotator);
      for (Span part : row ? cells(article, block) : List.of(entry.map(EntryDate::entry).orElse(whole))) {
        for (Sentence parsed : annotator.annotate(article.text(), part)) {
          List<DateMention> when = dateReading.read(parsed);
          Sentence sentence = ClauseGraphAdapter.mended(parsed, when.stream().map(DateMention::span).toList());
          List<AmountMention> much = amounts.find(sentence, article.text());
          ofBlock.add(
              guests.seated(reporters.without(new AnnotatedSentence(
                  block,
                  number++,
                  ClauseGraphAdapter.graph(sentence),
                  outsideMoney(nameReading.read(sentence), much),
                  when,
                  much,
                  entry.map(EntryDate::date),
                  Optional.empty()))));
        }
      }
      sentences.put(block, ofBlock);
    }
    return leads.introduce(sentences);
  }

  /** "40 million US dollars" names no state. */
  private static List<ActorMention> outsideMoney(List<ActorMention> names, List<AmountMention> much) {
    return names.stream()
        .filter(n -> much.stream().noneMatch(a -> a.currency().isPresent() && a.span().overlaps(n.span()))).toList();
  }

  /** The states and places that what stood around the article's text names. */
  List<ActorMention> imprint(Article article) {
    List<ActorMention> mentions = new ArrayList<>();
    article.imprint().forEach(line -> mentions.addAll(named(line, article.issued())));
    // "Ministry of Defence" alone is whosever page this is, not the one of that name that the gazetteer happens to know.
    mentions.removeIf(m -> m.actors().stream().noneMatch(
        actor -> actor.type() == Actor.Type.STATE || actor.type() == Actor.Type.PLACE
            || !actor.linked() && actor.state().isPresent()));
    domains.states(article.imprint()).flatMap(code -> gazetteer.state(code).stream())
        .forEach(state -> mentions.addFirst(
            new ActorMention(new Span(0, 0), List.of(state), Sense.NAME, state.state().stream().toList())));
    return mentions;
  }

  /** The states that a line outside of the text names, such as the label of a speaker. */
  List<String> statesNamed(String line, Optional<LocalDate> issued) {
    return named(line, issued).stream().flatMap(m -> m.states().stream()).distinct().toList();
  }

  private List<ActorMention> named(String line, Optional<LocalDate> issued) {
    String words = CAPITALS.matcher(line).replaceAll(word -> capitalised(word.group()));
    NameFinder.Reading reading = names.begin(words, issued);
    return annotator.annotate(words, new Span(0, words.length())).stream().flatMap(s -> reading.read(s).stream())
        .toList();
  }

  private static String capitalised(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static List<Span> cells(Article article, Block row) {
    return TableRow.of(article, row).cells().stream().map(cell -> new Span(cell.start(), cell.end())).toList();
  }
}
