package org.entente.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.advice.ProposalLists;
import org.entente.argument.ArgumentFinder;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.event.Announcement;
import org.entente.event.EventDates;
import org.entente.event.EventReader;
import org.entente.learned.LearnedReader;
import org.entente.learned.LearnedReader.Part;
import org.entente.lexicon.Lexicon;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.AnnotatedSentence.Lead;
import org.entente.mention.PluralOffices;
import org.entente.mention.PostsOfStates;
import org.entente.merge.Finding;
import org.entente.merge.Findings;
import org.entente.merge.SentenceMerge;
import org.entente.reference.ArticleTopic;
import org.entente.reference.Discourse;
import org.entente.reference.Narrators;
import org.entente.reference.ReferenceResolver;
import org.entente.text.TextAnnotator;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;

/**
 * Reads by rules and lexicon, sentence by sentence: who is meant, which events, where they stand, who takes part, what
 * is said of them; then brings together what is one undertaking.
 */
public final class RuleReader implements Reader {

  /**
   * No article tells of more; a list that does takes more memory when it is described and checked than a server has to spare.
   */
  public static final int MOST_UNDERTAKINGS = 5_000;

  private final ArticleAnnotator annotator;
  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final Optional<LearnedReader> learned;
  private final boolean keepsRules;

  public RuleReader(TextAnnotator annotator, Gazetteer gazetteer, Lexicon lexicon) {
    this(new ArticleAnnotator(annotator, gazetteer, lexicon), gazetteer, lexicon, Optional.empty(), true);
  }

  private RuleReader(
      ArticleAnnotator annotator, Gazetteer gazetteer, Lexicon lexicon, Optional<LearnedReader> learned,
      boolean keepsRules) {
    this.annotator = annotator;
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
    this.learned = learned;
    this.keepsRules = keepsRules;
  }

  /**
   * The same beside a learned reader.
   *
   * @param keepsRules whether what the rules found stays
   */
  public RuleReader beside(LearnedReader reader, boolean keepsRules) {
    return new RuleReader(annotator, gazetteer, lexicon, Optional.of(reader), keepsRules);
  }

  @Override
  public Extraction read(Article article) {
    return pass(article, trace -> {}).read();
  }

  /** How each event of the article's prose was read, in text order: what was found, what was left out, and why. */
  public List<Trace> explain(Article article) {
    List<Trace> traces = new ArrayList<>();
    pass(article, traces::add).read();
    return traces;
  }

  /** Shows every sentence of prose, with whom its words mean and what the article said so far. */
  public void show(Article article, SentenceVisitor visitor) {
    Map<Block, List<AnnotatedSentence>> sentences = annotator.annotate(article);
    ArticlePass pass = new ArticlePass(article, sentences, trace -> {});
    visitor.begin(all(sentences), pass.topic, article.issued());
    pass.stage =
        (sentence, events, discourse, ids) -> {
          visitor.see(sentence, discourse, index -> pass.sentenceReader.byRule(sentence, index, events));
          return SentenceStage.ofRules(events);
        };
    pass.read();
  }

  /** All that are sentences; the cells of tables are none, and say nothing of what the article is about. */
  private static List<AnnotatedSentence> all(Map<Block, List<AnnotatedSentence>> sentences) {
    return sentences.entrySet().stream().filter(e -> e.getKey().kind() != Block.Kind.ROW)
        .flatMap(e -> e.getValue().stream()).toList();
  }

  private ArticlePass pass(Article article, Consumer<Trace> traces) {
    Map<Block, List<AnnotatedSentence>> sentences = annotator.annotate(article);
    ArticlePass pass = new ArticlePass(article, sentences, traces);
    learned.ifPresent(l -> pass.ask(l.begin(all(sentences), pass.topic, article.issued())));
    return pass;
  }

  /** One pass over one article. */
  private final class ArticlePass {

    private final Article article;
    private final Map<Block, List<AnnotatedSentence>> sentences;
    private final Map<Block, List<AnnotatedSentence>> resolved = new LinkedHashMap<>();
    /** What introduces lists, by the number of its sentence. */
    private final Map<Integer, Lead> leads = new LinkedHashMap<>();
    private final Discourse discourse;
    private final ReferenceResolver references;
    private final PostsOfStates posts;
    private final PluralOffices pluralOffices;
    private final ProposalLists proposals;
    private final ArticleTopic topic;
    private final EventReader events;
    private final ArgumentFinder arguments;
    private final StatusReader statuses;
    private final SentenceReader sentenceReader;
    private SentenceStage stage = SentenceStage.RULES;
    private final ItemReader itemReader;
    private final RowReader rowReader;
    private final Describer describer;
    private final Denials denials = new Denials(lexicon);
    private final Findings findings = new Findings(lexicon);
    private List<Finding> before = List.of();
    private Optional<String> lastSpeaker = Optional.empty();

    ArticlePass(Article article, Map<Block, List<AnnotatedSentence>> sentences, Consumer<Trace> traces) {
      this.article = article;
      this.sentences = sentences;
      sentences.values().stream().flatMap(List::stream).flatMap(s -> s.lead().stream())
          .forEach(lead -> leads.put(lead.sentence().number(), lead));
      this.topic = ArticleTopic.of(article, all(sentences), annotator.imprint(article), lexicon);
      EventDates dates = new EventDates(lexicon);
      this.events = new EventReader(lexicon);
      Announcement announcement = new Announcement(lexicon);
      this.arguments = new ArgumentFinder(lexicon, gazetteer::state);
      FieldReader fields = new FieldReader(lexicon);
      this.describer = new Describer(article, lexicon, dates);
      this.discourse = new Discourse(topic, arguments.joinable());
      this.references =
          new ReferenceResolver(
              lexicon,
              discourse,
              new Narrators(all(sentences), topic, lexicon, label -> annotator.statesNamed(label, article.issued())),
              gazetteer::state,
              gazetteer::mayBeCalled,
              gazetteer::namesakes,
              gazetteer.offices()::usualOwner,
              name -> gazetteer.groups().members(name, article.issued()));
      this.posts = new PostsOfStates(gazetteer, all(sentences));
      this.pluralOffices = new PluralOffices(gazetteer);
      this.proposals = new ProposalLists(article, sentences, topic, lexicon);
      this.statuses = new StatusReader(lexicon, dates, article.issued());
      this.sentenceReader =
          new SentenceReader(lexicon, events, announcement, arguments, statuses, fields, describer, traces);
      this.rowReader = new RowReader(article, lexicon, events, fields, gazetteer::state);
      this.itemReader = new ItemReader(lexicon, events, announcement, arguments, fields, describer, dates);
    }

    void ask(LearnedReader.ArticleReading reading) {
      LearnedStage weighing =
          new LearnedStage(reading, keepsRules, sentenceReader, new Supposed(lexicon, events, arguments), statuses);
      stage = (sentence, byRule, said, ids) -> reading.timed(
          Part.WEIGH, () -> weighing.findings(sentence, byRule, said, ids));
    }

    Extraction read() {
      sentences.forEach(this::block);
      List<AnnotatedSentence> all = resolved.values().stream().flatMap(List::stream).toList();
      return findings.extraction(article, mentioned(all), gazetteer::state).naming(namings(all));
    }

    private void block(Block block, List<AnnotatedSentence> unresolved) {
      resolved.put(block, new ArrayList<>());
      if (block.kind() == Block.Kind.TITLE || block.kind() == Block.Kind.HEADING) {
        unresolved.forEach(this::resolve);
      } else if (block.kind() == Block.Kind.ROW) {
        row(block, unresolved);
      } else if (proposals.has(block)) {
        item(block, unresolved);
      } else {
        prose(block, unresolved);
      }
      if (findings.size() > MOST_UNDERTAKINGS) {
        throw new ArticleFormatException(
            String.format(Locale.ROOT, "\"%s\" tells of more than %,d undertakings, and no article of so many is read",
                article.title(), MOST_UNDERTAKINGS),
            "give its chapters or parts as files of their own");
      }
    }

    private AnnotatedSentence resolve(AnnotatedSentence unresolved) {
      AnnotatedSentence sentence = references.resolve(unresolved);
      discourse.remember(sentence);
      AnnotatedSentence withPosts = pluralOffices.in(posts.in(sentence));
      resolvedOf(sentence.block()).add(withPosts);
      return withPosts;
    }

    private List<AnnotatedSentence> resolvedOf(Block block) {
      return Objects.requireNonNull(resolved.get(block));
    }

    private void item(Block block, List<AnnotatedSentence> unresolved) {
      List<String> addressees = proposals.addressees(block);
      discourse.address(addressees);
      unresolved.forEach(this::resolve);
      List<AnnotatedSentence> item = List.copyOf(resolvedOf(block));
      if (!proposesSomething(item)) {
        itemReader.read(block, item, addressees, discourse, findings);
      }
      discourse.address(List.of());
    }

    /** Whether what an item says beside its imperative proposes something, read like any other sentences. */
    private boolean proposesSomething(List<AnnotatedSentence> item) {
      boolean proposes = false;
      for (AnnotatedSentence sentence : ItemReader.besideTheImperative(item)) {
        before = report(sentence);
        proposes |= before.stream().anyMatch(f -> f.status() == Status.PROPOSED);
      }
      return proposes;
    }

    /** The cells of a row refer to nothing before, and nothing after refers to them. */
    private void row(Block block, List<AnnotatedSentence> cells) {
      resolvedOf(block).addAll(cells);
      rowReader.read(block, cells, findings.newId()).ifPresent(findings::add);
    }

    private void prose(Block block, List<AnnotatedSentence> unresolved) {
      discourse.address(introducing(unresolved));
      boolean answers = block.speaker().isPresent() && !block.speaker().equals(lastSpeaker);
      for (AnnotatedSentence next : unresolved) {
        AnnotatedSentence sentence = resolve(next);
        if (answers) {
          denials.byAnswer(sentence, before, describer.evidence(sentence), findings);
        }
        answers = false;
        before = report(sentence);
      }
      lastSpeaker = block.speaker();
      discourse.address(List.of());
    }

    /** "The ministers of A and B agreed to:": whoever an item does not name is one of those who act there. */
    private List<String> introducing(List<AnnotatedSentence> item) {
      return item.stream().flatMap(s -> s.lead().stream()).limit(1)
          .flatMap(lead -> AnnotatedSentence.acting(resolved(lead.sentence()).actors()))
          .flatMap(m -> m.states().stream()).distinct().toList();
    }

    /** "The following documents were signed:" announces what the items of the list tell one by one. */
    private boolean announcesItems(AnnotatedSentence sentence, Finding finding) {
      Optional<Lead> lead = Optional.ofNullable(leads.get(sentence.number())).filter(Lead::standsForItems);
      return lead.filter(l -> finding.trigger().overlaps(l.word().span())
          || sentence.graph().verbOf(l.word()).filter(v -> finding.trigger().overlaps(v.span())).isPresent())
          .isPresent();
    }

    private AnnotatedSentence resolved(AnnotatedSentence unresolved) {
      return resolvedOf(unresolved.block()).stream().filter(s -> s.number() == unresolved.number()).findFirst()
          .orElse(unresolved);
    }

    /** A joint body is referred to by its noun afterwards. */
    private void founded(AnnotatedSentence sentence, Finding finding) {
      if (finding.kind() == Kind.JOINT_BODY && finding.status() != Status.ENDED && finding.states().size() > 1) {
        Word word = sentence.wordsOf(finding.trigger()).getLast();
        Optional<Word> noun = word.isNoun() ? Optional.of(word)
            : sentence.graph().child(word, Relation.OBJ, Relation.NSUBJ_PASS).filter(Word::isNoun);
        noun.ifPresent(n -> discourse.founded(n.lemma(), finding.states()));
      }
    }

    private List<Finding> report(AnnotatedSentence sentence) {
      List<EventReading> events = sentenceReader.read(sentence, discourse, findings::newId);
      List<Finding> read =
          stage.findings(sentence, events, discourse, findings::newId).stream()
              .filter(f -> !announcesItems(sentence, f)).toList();
      List<Finding> here = NearestPlaces.settled(SentenceMerge.merge(read, lexicon), sentence);
      here.stream().filter(f -> !f.told().asked()).forEach(findings::add);
      here.forEach(f -> founded(sentence, f));
      denials.withinText(sentence, here, before, findings);
      denials.byAWord(sentence, here, findings);
      findings.connect(here);
      if (sentence.graph().words().stream().anyMatch(w -> lexicon.isA(w.lemma(), "Consequence"))) {
        findings.connectToVisitBefore(sentence.number(), here);
      }
      return here;
    }
  }

  private static List<Extraction.Naming> namings(List<AnnotatedSentence> sentences) {
    return sentences.stream()
        .flatMap(s -> s.actors().stream())
        .flatMap(m -> m.actors().stream().map(actor -> new Extraction.Naming(actor, m.span())))
        .toList();
  }

  private static List<Actor> mentioned(List<AnnotatedSentence> sentences) {
    Set<Actor> actors = new LinkedHashSet<>();
    sentences.forEach(s -> s.actors().forEach(m -> actors.addAll(m.actors())));
    return List.copyOf(actors);
  }
}
