package org.entente.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.extract.Standing.View;
import org.entente.lexicon.EventNoun;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Operator;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.AmountMention;
import org.entente.mention.Mention.DateMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/** Reads the sentences of an article one block after the other and notes what they state as drafts. */
final class SceneReader {

  private static final Set<Kind> AGREED = Set.of(Kind.AGREEMENT, Kind.PARTNERSHIP, Kind.JOINT_BODY, Kind.ACCESSION);
  private static final Set<String> CONTAINERS =
      Set.of("Agreement", "Statement", "Partnership", "JointBody", "Accession", "Exchange", "Training");
  private static final Set<String> HABIT = Set.of("every", "annually", "regularly", "daily", "yearly", "weekly",
      "monthly", "usually", "often", "already", "now", "currently", "still");

  private static final Set<Status> AGREED_TO = Set.of(Status.CONCLUDED, Status.ENDED);

  /** How many characters a step's date may stand behind it. */
  private static final int BESIDE = 15;

  private static final Set<String> CLAIMS = Set.of("it", "this", "that", "claim", "report", "allegation", "accusation",
      "charge", "rumour", "rumor", "suggestion");

  private final Article article;
  private final Lexicon lexicon;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Discourse discourse;
  private final ProposalLists proposals;
  private final Drafts drafts;
  private final TriggerFinder triggers;
  private final PartyAssigner parties;
  private final FieldReader fields;
  private List<Draft> open = List.of();
  private Optional<String> lastSpeaker = Optional.empty();

  SceneReader(
      Article article,
      Lexicon lexicon,
      Function<String, Optional<Actor>> stateByCode,
      Discourse discourse,
      ProposalLists proposals,
      Drafts drafts) {
    this.article = article;
    this.lexicon = lexicon;
    this.stateByCode = stateByCode;
    this.discourse = discourse;
    this.proposals = proposals;
    this.drafts = drafts;
    this.triggers = new TriggerFinder(lexicon);
    this.parties = new PartyAssigner(lexicon, stateByCode);
    this.fields = new FieldReader(lexicon);
  }

  void read(Block block, List<Scene> scenes) {
    if (block.kind() == Block.Kind.TITLE || block.kind() == Block.Kind.HEADING) {
      scenes.forEach(this::take);
      return;
    }
    if (proposals.has(block)) {
      discourse.address(proposals.addressees(block));
      scenes.forEach(this::take);
      item(block, scenes);
      discourse.address(List.of());
      return;
    }
    boolean answers = block.speaker().isPresent() && !block.speaker().equals(lastSpeaker);
    boolean first = true;
    for (Scene scene : scenes) {
      take(scene);
      if (answers && first) {
        answer(scene);
      }
      first = false;
      open = sentence(scene, scenes);
    }
    lastSpeaker = block.speaker();
  }

  private void take(Scene scene) {
    discourse.resolve(scene);
    discourse.remember(scene);
  }

  /** "A paper claimed that X had shipped shells, and X denies it": the claim of this sentence or the one before is denied. */
  private void denyWhatWasSaid(Scene scene, List<Draft> here) {
    Syntax syntax = scene.syntax();
    for (Token t : syntax.tokens()) {
      boolean denies =
          t.isVerb() && lexicon.operators(t.lemma()).stream().anyMatch(o -> o.effect() == Operator.Effect.DENY);
      Optional<Token> object = syntax.child(t, "dobj");
      if (!denies || VerbGroup.of(syntax, t).negated() || object.filter(o -> CLAIMS.contains(o.lemma())).isEmpty()) {
        continue;
      }
      List<Draft> claims = here.stream().filter(d -> d.trigger.start() < t.span().start()).toList();
      (claims.isEmpty() ? open : claims).stream().filter(SceneReader::claimed).forEach(d -> d.status = Status.ENDED);
    }
  }

  /** Advice is nobody's claim: who denies what was said leaves it standing. */
  private static boolean claimed(Draft draft) {
    return draft.status != Status.PROPOSED;
  }

  /** "That is simply untrue." — what the other speaker asked or claimed last is denied. */
  private void answer(Scene scene) {
    boolean denial = denies(scene);
    for (Draft draft : open) {
      if (denial && claimed(draft)) {
        draft.status = Status.ENDED;
        draft.evidence.add(evidence(scene.block(), scene.span()));
        drafts.keep(draft);
      }
    }
  }

  private boolean denies(Scene scene) {
    List<Token> tokens = scene.syntax().tokens();
    boolean no = !tokens.isEmpty()
        && Set.of("no", "never").contains(tokens.getFirst().form().toLowerCase(java.util.Locale.ROOT));
    boolean neither = tokens.stream().anyMatch(t -> t.lemma().equals("neither") || t.lemma().equals("nor"));
    boolean untrue =
        tokens.stream()
            .flatMap(t -> lexicon.operators(t.lemma()).stream())
            .anyMatch(o -> o.effect() == Operator.Effect.DENY && o.particle().isEmpty());
    // "He did not.": a bare auxiliary with "not" repeats the question's verb.
    boolean didNot = tokens.size() <= 6 && tokens.stream().anyMatch(t -> t.relation().equals("neg"));
    return no || !neither && (untrue || didNot);
  }

  // ---- sentences that report

  private StatusReader statusReader(Scene scene) {
    return new StatusReader(
        scene.syntax(),
        lexicon,
        t -> scene.mentionsIn(scene.syntax().nounPhrase(t)).stream().anyMatch(m -> !m.states().isEmpty()));
  }

  private List<Draft> sentence(Scene scene, List<Scene> block) {
    StatusReader status = statusReader(scene);
    List<Trigger> found = withoutNested(scene, triggers.find(scene));
    List<Draft> read = new ArrayList<>();
    for (Trigger trigger : found) {
      Standing standing = status.read(trigger.token(), trigger.kind());
      if (askedFor(trigger, standing, found)) {
        continue;
      }
      draft(scene, trigger, standing)
          .ifPresent(
              d -> {
                d.asked = status.question() && !presupposed(scene.syntax(), trigger.token());
                read.add(d);
                discourse.event(d.states, scene);
              });
    }
    advice(scene, found).ifPresent(read::add);
    List<Draft> merged = withoutIdleTalk(mergeWithin(read));
    for (Draft draft : merged) {
      if (!draft.asked) {
        drafts.add(draft);
      }
    }
    denyWhatWasSaid(scene, merged);
    connect(merged);
    drafts.connectToVisitBefore(scene, merged);
    return merged;
  }

  /** "asked B to send troops": the request is the undertaking, not what is asked for. */
  private static boolean askedFor(Trigger trigger, Standing standing, List<Trigger> all) {
    return standing.offerVerb().isPresent()
        && all.stream()
            .anyMatch(
                t -> t != trigger
                    && t.kind().equals("Statement")
                    && t.token().index() == standing.offerVerb().get().index());
  }

  /** Leaves out what only says what another undertaking is about: "an agreement on the <i>exchange</i> of students". */
  private List<Trigger> withoutNested(Scene scene, List<Trigger> all) {
    List<Trigger> kept = new ArrayList<>();
    for (Trigger trigger : all) {
      boolean nested = all.stream().anyMatch(other -> other != trigger && contains(scene, other, trigger));
      boolean talksOnIt = all.stream().anyMatch(other -> other != trigger && isAbout(scene, trigger, other));
      boolean twice = all.stream().anyMatch(other -> other != trigger && sameThing(scene, trigger, other));
      if (!nested && !talksOnIt && !twice) {
        kept.add(trigger);
      }
    }
    return kept;
  }

  private static boolean contains(Scene scene, Trigger outer, Trigger inner) {
    if (outer.noun().isEmpty() || !CONTAINERS.contains(outer.kind())) {
      return false;
    }
    Syntax syntax = scene.syntax();
    if (inner.noun().isPresent()) {
      return syntax.nounPhrase(outer.token()).get(inner.token().index())
          && inner.token().index() > outer.token().index()
          && !conjoined(syntax, inner.token(), outer.token());
    }
    boolean below = syntax.subtree(outer.token()).get(inner.token().index());
    VerbGroup group = VerbGroup.of(syntax, inner.token());
    boolean openEnded = !group.finite() || group.modal().isPresent() || group.tense() == VerbGroup.Tense.PRESENT;
    return below && openEnded;
  }

  /**
   * A verb and its object may both be triggers: "rebuild the base" is the verb's project, "offer a scholarship" the
   * noun's exchange, since the verb only says where it stands.
   */
  private static boolean sameThing(Scene scene, Trigger candidate, Trigger other) {
    Trigger verb = candidate.verb().isPresent() ? candidate : other;
    Trigger noun = candidate.verb().isPresent() ? other : candidate;
    if (verb.verb().isEmpty() || noun.noun().isEmpty()) {
      return false;
    }
    boolean participle = verb.token().head() == noun.token().index() && verb.token().relation().equals("acl");
    if (participle && verb.kind().equals(noun.kind())) {
      return candidate == verb;
    }
    if (noun.token().head() != verb.token().index()) {
      return false;
    }
    boolean object = Set.of("dobj", "nsubjpass").contains(noun.token().relation());
    boolean nounWins =
        Set.of("Statement", "Meeting", "Transfer").contains(verb.kind()) && !verb.kind().equals(noun.kind());
    return object && (nounWins ? candidate == verb : candidate == noun);
  }

  private static boolean conjoined(Syntax syntax, Token inner, Token outer) {
    Token at = inner;
    while (at.relation().equals("conj")) {
      at = syntax.head(at).orElse(at);
      if (at.index() == outer.index()) {
        return true;
      }
    }
    return false;
  }

  /** "talks on the sale of jets" is about the sale, not a meeting of its own. */
  private static boolean isAbout(Scene scene, Trigger talks, Trigger matter) {
    if (talks.noun().isEmpty() || matter.noun().isEmpty() || !talks.kind().equals("Meeting")) {
      return false;
    }
    Syntax syntax = scene.syntax();
    if (!Set.of("talk", "negotiation", "discussion").contains(talks.token().lemma())) {
      return false;
    }
    return syntax.preposition(matter.token())
        .filter(p -> Set.of("on", "over", "about", "for").contains(p.lemma()))
        .filter(p -> syntax.head(p).filter(h -> h.index() == talks.token().index()).isPresent())
        .isPresent();
  }

  /** "Were you there when the minister came?" takes the visit for granted. */
  private static boolean presupposed(Syntax syntax, Token trigger) {
    Optional<Token> verb = syntax.verbOf(trigger);
    for (int depth = 0; verb.isPresent() && depth < 6; depth++) {
      if (Set.of("advcl", "relcl").contains(verb.get().relation())) {
        return true;
      }
      verb = syntax.head(verb.get()).flatMap(syntax::verbOf);
    }
    return false;
  }

  private Optional<Draft> draft(Scene scene, Trigger trigger, Standing standing) {
    if (standing.view().filter(v -> v == View.UNSTATED).isPresent() || conflict(scene, trigger)) {
      return Optional.empty();
    }
    Cast cast = parties.assign(scene, trigger, standing, discourse);
    boolean counted = PartyAssigner.counted(scene.syntax(), trigger);
    boolean stated = trigger.token().isVerb() || standing.carried() || standing.view().isPresent() || counted;
    boolean ownParties = partiesOfItsOwn(scene, trigger) || counted;
    if (summary(scene.syntax(), trigger) || background(scene, trigger, standing)) {
      return Optional.empty();
    }
    if (trigger.noun().isPresent() && !announced(scene, trigger, standing, ownParties)) {
      return Optional.empty();
    }
    if (!cast.complete() || !stated && !ownParties) {
      return Optional.empty();
    }
    Kind kind = kind(trigger.kind());
    Optional<Status> status = status(scene, trigger, standing, kind);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    if (status.get() == Status.OFFERED && kind != Kind.ACCESSION) {
      kind = Kind.STATEMENT;
    }
    return Optional.of(describe(scene, trigger, standing, cast, kind, status.get()));
  }

  /** "saw four visits": a count of undertakings that are told one by one. */
  private static boolean summary(Syntax syntax, Trigger trigger) {
    return Set.of("Visit", "Meeting").contains(trigger.kind())
        && trigger.token().pos().equals("NNS")
        && syntax.children(trigger.token()).stream()
            .anyMatch(c -> c.pos().equals("CD") && syntax.children(c).isEmpty());
  }

  private static Kind kind(String className) {
    for (Kind kind : Kind.values()) {
      if (kind.className().equals(className)) {
        return kind;
      }
    }
    throw new IllegalStateException("the lexicon announces " + className + ", which is no kind of undertaking");
  }

  private boolean conflict(Scene scene, Trigger trigger) {
    boolean sport = scene.syntax().tokens().stream()
        .anyMatch(t -> lexicon.isA(t.lemma(), "Sport") || lexicon.isA(t.form(), "Sport"));
    if (sport && Set.of("Meeting", "Visit").contains(trigger.kind())) {
      return true;
    }
    return scene.syntax().children(trigger.token()).stream()
        .anyMatch(c -> c.relation().equals("compound") && lexicon.isA(c.lemma(), "Conflict"));
  }

  /** Whether a noun has beside it what its lexicon entry asks for. */
  private boolean announced(Scene scene, Trigger trigger, Standing standing, boolean ownParties) {
    EventNoun noun = trigger.noun().orElseThrow();
    if (trigger.kind().equals("JointBody") && !standing.carried() && standing.view().isEmpty()) {
      // A body that exists and acts is no news; one that is set up, planned or dissolved is.
      return false;
    }
    if (noun.needs().isEmpty()) {
      return standing.carried() || standing.view().isPresent() || ownParties;
    }
    for (EventNoun.Need need : noun.needs()) {
      boolean shown =
          switch (need) {
            case JOINT -> modifiedBy(scene, trigger, "Joint") || carriedByTwo(scene, standing);
            case MILITARY -> modifiedBy(scene, trigger, "Military");
            case SUPPORT -> standing.carried();
            case PARTIES -> ownParties;
          };
      if (shown) {
        return true;
      }
    }
    boolean settled =
        standing.view()
            .filter(v -> Set.of(View.NEGOTIATING, View.PLANNED, View.OFFERED, View.ENDED, View.POSSIBLE).contains(v))
            .isPresent();
    return settled && noun.needs().contains(EventNoun.Need.SUPPORT);
  }

  /** "A and B inaugurated a centre": what two states set up together is joint, though nobody says so. */
  private static boolean carriedByTwo(Scene scene, Standing standing) {
    return standing.carried()
        && standing.clauses().stream()
            .flatMap(i -> scene.syntax().subject(scene.syntax().tokens().get(i)).stream())
            .anyMatch(
                subject -> scene.mentionsIn(scene.syntax().nounPhrase(subject)).stream()
                    .flatMap(m -> m.states().stream())
                    .distinct()
                    .count() >= 2);
  }

  private boolean modifiedBy(Scene scene, Trigger trigger, String wordClass) {
    List<Token> tokens = scene.syntax().tokens();
    BitSet phrase = scene.syntax().nounPhrase(trigger.token());
    for (int i = trigger.token().index() - 1; i >= 0 && i >= trigger.token().index() - 6 && phrase.get(i); i--) {
      if (lexicon.isA(tokens.get(i).lemma(), wordClass)
          || lexicon.isA(tokens.get(i).form().toLowerCase(java.util.Locale.ROOT), wordClass)) {
        return true;
      }
    }
    return wordClass.equals("Joint") && !trigger.kind().equals("Project") && premodifiers(scene, trigger).size() >= 2;
  }

  private static Set<String> premodifiers(Scene scene, Trigger trigger) {
    BitSet phrase = scene.syntax().nounPhrase(trigger.token());
    return scene.mentionsIn(phrase).stream()
        .filter(m -> m.span().start() < trigger.token().span().start())
        .flatMap(m -> m.states().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean partiesOfItsOwn(Scene scene, Trigger trigger) {
    BitSet phrase = scene.syntax().nounPhrase(trigger.token());
    Set<String> states = new LinkedHashSet<>();
    boolean body = false;
    for (ActorMention m : scene.mentionsIn(phrase)) {
      boolean destination = m.sense() == Sense.LOCATION && Set.of("Visit", "Project").contains(trigger.kind());
      if (m.sense() != Sense.LOCATION || destination) {
        states.addAll(m.states());
        body |= TriggerFinder.isBody(m);
      }
    }
    return states.size() >= 2 || !states.isEmpty() && body;
  }

  private Optional<Status> status(Scene scene, Trigger trigger, Standing standing, Kind kind) {
    Status done = AGREED.contains(kind) ? Status.CONCLUDED : Status.COMPLETED;
    if (scene.block().kind() == Block.Kind.CAPTION
        && standing.view().filter(v -> v == View.PRESENT || v == View.ONGOING).isPresent()) {
      // A caption speaks of the moment of the picture in the present tense.
      return Optional.of(done);
    }
    Optional<Status> own = trigger.status().map(s -> Status.valueOf(s.toUpperCase(java.util.Locale.ROOT)));
    View view = standing.view().orElse(View.DONE);
    return Optional.of(
        switch (view) {
          case DONE -> own.orElse(done);
          case ONGOING -> kind == Kind.STATEMENT ? Status.OFFERED : kind == Kind.AGREEMENT ? Status.CONCLUDED
              : own.filter(s -> s == Status.OFFERED).orElse(Status.ONGOING);
          case PRESENT ->
              own.filter(s -> s == Status.OFFERED || s == Status.ENDED).orElseGet(() -> present(scene, standing, done));
          case NEGOTIATING -> Status.NEGOTIATING;
          case PLANNED -> Status.PLANNED;
          case OFFERED -> Status.OFFERED;
          case PROPOSED -> Status.PROPOSED;
          case POSSIBLE -> Status.POSSIBLE;
          case ENDED -> Status.ENDED;
          case UNSTATED -> throw new IllegalStateException("unstated triggers are dropped before");
        });
  }

  /** The present tense is a timetable with a future date, a chronicle or headline with a past one, else a habit. */
  private Status present(Scene scene, Standing standing, Status done) {
    Optional<TimeInterval> when = date(scene, standing.finiteVerb()).flatMap(DateMention::interval);
    boolean habit =
        scene.syntax().tokens().stream().anyMatch(t -> HABIT.contains(t.form().toLowerCase(java.util.Locale.ROOT)));
    if (habit && done == Status.COMPLETED) {
      return Status.ONGOING;
    }
    if (when.isPresent() && article.issued().isPresent()) {
      return when.get().earliest().isAfter(article.issued().get()) ? Status.PLANNED
          : when.get().latest().isBefore(article.issued().get()) ? done
          : done == Status.CONCLUDED ? done : Status.ONGOING;
    }
    return done == Status.CONCLUDED ? done : Status.ONGOING;
  }

  /** "every rifle that they import": a transfer in the plain present is background, unless a date or habit says more. */
  private boolean background(Scene scene, Trigger trigger, Standing standing) {
    return trigger.kind().equals("Transfer")
        && trigger.token().isVerb()
        && standing.view().filter(v -> v == View.PRESENT).isPresent()
        && date(scene, Optional.of(trigger.token())).isEmpty();
  }

  // ---- filling a draft

  private Draft describe(Scene scene, Trigger trigger, Standing standing, Cast cast, Kind kind, Status status) {
    Syntax syntax = scene.syntax();
    Draft draft = new Draft(kind, status, cast, trigger.span());
    BitSet phrase = syntax.nounPhrase(trigger.token());
    if (trigger.token().isVerb()) {
      phrase = syntax.clause(trigger.token());
    } else if (kind == Kind.AGREEMENT) {
      // "an agreement that allows A to train B's soldiers" says in its clause what it is about.
      phrase = syntax.subtree(trigger.token());
    }
    BitSet clause = new BitSet();
    clause.or(phrase);
    standing.clauses().forEach(i -> clause.or(syntax.clause(syntax.tokens().get(i))));
    draft.fields = fields.read(scene, trigger, phrase, clause);
    date(scene, Optional.of(trigger.token())).ifPresent(
        d -> {
          draft.when = d.interval();
          draft.dateText = Optional.of(d.text());
        });
    places(scene, clause).forEach(draft.places::add);
    draft.instrument = kind == Kind.AGREEMENT ? trigger.noun().flatMap(EventNoun::instrument) : Optional.empty();
    draft.evidence.add(evidence(scene.block(), scene.block().kind() == Block.Kind.CAPTION
        ? new Span(scene.block().start(), scene.block().end()) : scene.span()));
    draft.name = ownName(scene, trigger);
    draft.definite = definite(syntax, trigger.token());
    draft.verbal = trigger.token().isVerb();
    draft.carried = standing.carried();
    draft.verb = standing.offerVerb().map(Token::index).orElse(trigger.token().index());
    draft.sentence = scene.number();
    draft.block = scene.block().start();
    amounts(scene, clause, draft);
    if (kind == Kind.AGREEMENT && AGREED_TO.contains(status)) {
      draft.history.addAll(history(scene, draft.evidence.getFirst()));
    }
    draft.statedBy = speaker(scene, trigger);
    return draft;
  }

  /** "signed in 2016, ratified in May, in force since June": each step of an agreement with the date beside it. */
  private List<Stage> history(Scene scene, Evidence evidence) {
    List<Stage> steps = new ArrayList<>();
    for (Token token : scene.syntax().tokens()) {
      boolean negated = token.isVerb() && VerbGroup.of(scene.syntax(), token).negated();
      Optional<String> step =
          lexicon.operators(token.lemma()).stream()
              .filter(o -> o.particle().isEmpty() && (token.isVerb() || o.takes().contains("stage")))
              .flatMap(o -> o.stage().stream())
              .findFirst();
      if (step.isPresent() && !negated && steps.stream().noneMatch(s -> s.step().equals(step.get()))) {
        Optional<DateMention> date =
            scene.dates().stream()
                .filter(d -> d.span().start() >= token.span().end() && d.span().start() - token.span().end() <= BESIDE)
                .findFirst()
                .or(() -> ownDate(scene, Optional.of(token)));
        steps.add(new Stage(step.get(), date.flatMap(DateMention::interval), date.map(DateMention::text), evidence));
      }
    }
    return steps;
  }

  /** The name behind the noun: "the exercise <i>Talisman Sabre</i>", "a pipeline, <i>Nabucco</i>,". */
  private Optional<String> ownName(Scene scene, Trigger trigger) {
    List<Token> tokens = scene.syntax().tokens();
    int from = trigger.token().index() + 1;
    while (from < tokens.size() && tokens.get(from).isPunctuation() && !tokens.get(from).form().equals(".")) {
      from++;
    }
    int to = from;
    while (to < tokens.size() && tokens.get(to).isProperNoun() && !scene.named(tokens.get(to)) && to - from < 4
        && scene.dates().stream().noneMatch(dated(tokens.get(to)))) {
      to++;
    }
    boolean named = trigger.noun().isPresent() && Set.of("Exercise", "Project").contains(trigger.kind()) && to > from;
    return named
        ? Optional.of(tokens.get(from).span().cover(tokens.get(to - 1).span()).in(article.text()))
        : Optional.empty();
  }

  private static java.util.function.Predicate<DateMention> dated(Token token) {
    return d -> d.span().overlaps(token.span());
  }

  private static boolean definite(Syntax syntax, Token token) {
    return token.isNoun()
        && syntax.children(token).stream()
            .anyMatch(
                c -> c.relation().equals("det") && Set.of("the", "this", "that", "these", "those").contains(c.lemma())
                    || c.relation().equals("poss"));
  }

  private void amounts(Scene scene, BitSet clause, Draft draft) {
    for (AmountMention amount : scene.amounts()) {
      if (!clause.get(scene.headOf(amount.span()).index())) {
        continue;
      }
      if (amount.currency().isPresent() && draft.amount.isEmpty()) {
        draft.amount = Optional.of(amount.value());
        draft.currency = amount.currency();
      } else if (amount.currency().isEmpty() && draft.quantity.isEmpty() && draft.kind == Kind.TRANSFER
          || draft.kind == Kind.AGREEMENT) {
        if (amount.unit().isPresent() && draft.item.isEmpty()) {
          draft.item = amount.unit();
          draft.quantity = whole(amount);
        }
      }
    }
  }

  private static Optional<Long> whole(AmountMention amount) {
    try {
      return Optional.of(amount.value().longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** The date that belongs to a word: one in its own clause, else one in a clause above, else that of the list item. */
  private Optional<DateMention> date(Scene scene, Optional<Token> word) {
    return ownDate(scene, word).or(scene::heading);
  }

  private Optional<DateMention> ownDate(Scene scene, Optional<Token> word) {
    if (scene.dates().isEmpty()) {
      return Optional.empty();
    }
    if (word.isPresent()) {
      Optional<Token> verb = scene.syntax().verbOf(word.get());
      for (int depth = 0; verb.isPresent() && depth < 6; depth++) {
        BitSet clause = scene.syntax().clause(verb.get());
        Token at = word.get();
        Optional<DateMention> near =
            scene.dates().stream()
                .filter(d -> clause.get(scene.headOf(d.span()).index()))
                .min(
                    Comparator.comparing((DateMention d) -> premodifies(scene, d, at))
                        .thenComparingInt(d -> Math.abs(scene.headOf(d.span()).index() - at.index())));
        if (near.isPresent()) {
          return near;
        }
        if (verb.get().relation().equals("conj")
            && scene.syntax().child(verb.get(), "nsubj", "nsubjpass").isPresent()) {
          // A coordinated clause with a subject of its own has its own time.
          return Optional.empty();
        }
        verb = scene.syntax().head(verb.get()).flatMap(scene.syntax()::verbOf).filter(v -> !reports(v));
      }
      boolean saidThen = scene.dates().stream()
          .allMatch(d -> scene.syntax().verbOf(scene.headOf(d.span())).filter(this::reports).isPresent());
      if (saidThen) {
        return Optional.empty();
      }
    }
    boolean leading = scene.dates().getFirst().span().start() <= scene.span().start() + 2;
    return leading || scene.dates().size() == 1 ? Optional.of(scene.dates().getFirst()) : Optional.empty();
  }

  /** "its 2016 pact": the year tells which pact, not when something became of it. */
  private static boolean premodifies(Scene scene, DateMention date, Token noun) {
    Token head = scene.headOf(date.span());
    return noun.isNoun() && head.head() == noun.index() && head.index() < noun.index();
  }

  /** The date of a verb of saying is when it was said. */
  private boolean reports(Token verb) {
    return Set.of("say", "tell", "report", "add", "state", "write").contains(verb.lemma());
  }

  private static List<Actor> places(Scene scene, BitSet clause) {
    Set<Actor> places = new LinkedHashSet<>();
    for (ActorMention m : scene.mentionsIn(clause)) {
      if (m.sense() == Sense.LOCATION) {
        m.actors().stream().filter(a -> a.type() == Actor.Type.PLACE).forEach(places::add);
      }
    }
    return List.copyOf(places);
  }

  private Evidence evidence(Block block, Span span) {
    return new Evidence(span, span.in(article.text()), block.section(), block.paragraph());
  }

  /** Who says it: the subject of a verb of saying over the trigger's clause, where that is a person or an office. */
  private Optional<Actor> speaker(Scene scene, Trigger trigger) {
    Syntax syntax = scene.syntax();
    Optional<Token> verb = syntax.verbOf(trigger.token());
    for (int depth = 0; verb.isPresent() && depth < 6; depth++) {
      Token at = verb.get();
      Optional<Token> head = syntax.head(at);
      boolean reported = at.relation().equals("ccomp") || at.relation().equals("parataxis");
      if (reported && head.isPresent()
          && Set.of("say", "tell", "state", "add", "announce", "confirm").contains(head.get().lemma())) {
        return syntax.subject(head.get())
            .flatMap(scene::mentionAt)
            .filter(m -> m.sense() != Sense.REFERENCE)
            .flatMap(m -> m.actors().stream().findFirst());
      }
      verb = head.flatMap(syntax::verbOf);
    }
    return Optional.empty();
  }

  // ---- advice in prose

  /** "A and B ought to keep a common register": advice to act jointly for which no word of the lexicon stands. */
  private Optional<Draft> advice(Scene scene, List<Trigger> found) {
    for (Token token : scene.syntax().tokens()) {
      if (!token.isVerb() || token.relation().startsWith("aux")) {
        continue;
      }
      VerbGroup group = VerbGroup.of(scene.syntax(), token);
      boolean urged = group.modal().filter(m -> Set.of("should", "ought", "must", "need").contains(m)).isPresent();
      BitSet clause = scene.syntax().clause(token);
      boolean known = found.stream().anyMatch(t -> clause.get(t.token().index()));
      boolean jointly =
          clause.stream().mapToObj(scene.syntax().tokens()::get).anyMatch(t -> lexicon.isA(t.lemma(), "Joint"));
      if (urged && !known && jointly && !group.negated()) {
        Trigger trigger = new Trigger(token, token.span(), "Coordination", Optional.empty(), Optional.empty());
        Standing standing = statusReader(scene).read(token, "Coordination");
        Optional<Draft> draft = draft(scene, trigger, standing);
        if (draft.isPresent() && draft.get().status == Status.PROPOSED) {
          return draft;
        }
      }
    }
    return Optional.empty();
  }

  // ---- proposals in lists

  private void item(Block block, List<Scene> scenes) {
    List<Candidate> candidates = new ArrayList<>();
    for (Scene scene : scenes) {
      StatusReader status = statusReader(scene);
      triggers.imperative(scene).ifPresent(t -> candidates.add(new Candidate(scene, t, new Standing(), 0)));
      for (Trigger trigger : withoutNested(scene, triggers.find(scene))) {
        Standing standing = status.read(trigger.token(), trigger.kind());
        boolean objectOfAdvice = depth(scene, trigger) <= 2;
        boolean shown =
            trigger.noun().isEmpty()
                || objectOfAdvice
                || announced(scene, trigger, standing, partiesOfItsOwn(scene, trigger));
        if (shown && central(scene.syntax(), trigger.token())) {
          candidates.add(new Candidate(scene, trigger, standing, depth(scene, trigger)));
        }
      }
    }
    if (candidates.isEmpty()) {
      asides(scenes, candidates);
    }
    candidates.sort(Comparator.comparingInt(Candidate::rank).thenComparing(c -> c.trigger().span()));
    Scene main = scenes.getLast();
    Set<String> states = new LinkedHashSet<>();
    boolean named = false;
    for (Scene scene : scenes) {
      named |= !ProposalLists.imperative(scene) && actsItself(scene);
    }
    Cast all = new Cast();
    for (Scene scene : scenes) {
      for (ActorMention m : scene.mentions()) {
        boolean body = TriggerFinder.isBody(m);
        if (body || (m.sense() != Sense.LOCATION || goneTo(scene, m)) && !onlyTalkedAbout(scene, m)) {
          all.add(m, Role.PARTICIPANT);
        }
      }
    }
    Optional<Cast> own =
        named && !candidates.isEmpty()
            ? Optional.of(candidates.getFirst())
                .map(c -> parties.assign(c.scene(), c.trigger(), c.standing(), discourse)).filter(Cast::complete)
            : Optional.empty();
    Cast cast = own.orElse(all);
    boolean enough = named && cast.complete();
    List<Actor> addressees = parties.actors(proposals.addressees(block));
    if (!enough) {
      addressees.forEach(a -> cast.addState(a, Role.PARTICIPANT));
    }
    states.addAll(cast.states());
    if (states.isEmpty()) {
      return;
    }
    Draft first = proposal(block, scenes, candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.getFirst()),
        cast, main);
    drafts.propose(List.of(first), block.section(), enough
        ? cast.parties().stream().map(p -> p.actor()).filter(a -> a.type() == Actor.Type.STATE).toList() : addressees,
        first.evidence.getFirst());
    accessions(scenes).forEach(drafts::addToLastProposal);
    candidates.stream()
        .skip(1)
        .filter(c -> c.second(candidates.getFirst()))
        .findFirst()
        .ifPresent(c -> drafts.addToLastProposal(proposal(block, scenes, Optional.of(c), cast, main)));
    discourse.event(states, main);
  }

  /** "..., helped by B's proposed membership in the bank": a membership with its own parties, beside the advice itself. */
  private List<Draft> accessions(List<Scene> scenes) {
    List<Draft> found = new ArrayList<>();
    for (Scene scene : scenes) {
      for (Trigger trigger : triggers.find(scene)) {
        boolean beside = trigger.kind().equals("Accession") && trigger.noun().isPresent()
            && !central(scene.syntax(), trigger.token());
        if (beside && partiesOfItsOwn(scene, trigger)) {
          Standing standing = statusReader(scene).read(trigger.token(), trigger.kind());
          Cast cast = parties.assign(scene, trigger, standing, discourse);
          Candidate candidate = new Candidate(scene, trigger, standing, 0);
          found.add(proposal(scene.block(), scenes, Optional.of(candidate), cast, scene));
        }
      }
    }
    return found;
  }

  /** "Think about the gains that a sale of missiles would bring": what is named aside is better than nothing. */
  private void asides(List<Scene> scenes, List<Candidate> candidates) {
    for (Scene scene : scenes) {
      for (Trigger trigger : withoutNested(scene, triggers.find(scene))) {
        if (trigger.noun().isPresent() && Set.of("Transfer", "Agreement").contains(trigger.kind())) {
          candidates.add(new Candidate(scene, trigger, statusReader(scene).read(trigger.token(), trigger.kind()),
              depth(scene, trigger)));
        }
      }
    }
  }

  /** Whether a trigger says what is proposed, and not how or why: it is in no participle or purpose clause of a noun. */
  private static boolean central(Syntax syntax, Token trigger) {
    Token at = trigger;
    for (int depth = 0; depth < 15 && at.head() >= 0; depth++) {
      boolean aside = at.relation().equals("relcl")
          || at.relation().equals("acl") && !at.pos().equals("VB") && !at.pos().equals("VBG");
      boolean purpose = at.relation().equals("advcl") && syntax.children(at).stream()
          .anyMatch(c -> Set.of("to", "so").contains(c.lemma()) && !c.relation().equals("prep"));
      if (aside || purpose) {
        return false;
      }
      at = syntax.head(at).orElseThrow();
    }
    return true;
  }

  /** A trigger of an item, with how far it stands from the root of its sentence. */
  private record Candidate(Scene scene, Trigger trigger, Standing standing, int depth) {

    int rank() {
      boolean plain = trigger.noun().map(n -> n.needs().isEmpty()).orElse(true);
      return depth * 2 + (standing.carried() || plain ? 0 : 1);
    }

    /** A coordinated verb of its own makes a second undertaking of another kind. */
    boolean second(Candidate first) {
      if (!first.scene.equals(scene) || first.trigger.kind().equals(trigger.kind()) || !standing.carried()) {
        return false;
      }
      Optional<Token> mine = scene.syntax().verbOf(trigger.token());
      Optional<Token> theirs = scene.syntax().verbOf(first.trigger.token());
      return mine.isPresent() && theirs.isPresent() && mine.get().index() != theirs.get().index()
          && coordinated(scene.syntax(), mine.get());
    }

    private static boolean coordinated(Syntax syntax, Token verb) {
      Token at = verb;
      for (int i = 0; i < 4; i++) {
        if (at.relation().equals("conj")) {
          return true;
        }
        Optional<Token> head = syntax.head(at);
        if (head.isEmpty() || !at.relation().equals("xcomp")) {
          return false;
        }
        at = head.get();
      }
      return false;
    }
  }

  private static int depth(Scene scene, Trigger trigger) {
    int depth = 0;
    Token at = trigger.token();
    while (at.head() >= 0 && depth < 30) {
      at = scene.syntax().head(at).orElseThrow();
      depth++;
    }
    return depth;
  }

  private static boolean actsItself(Scene scene) {
    return scene.mentions().stream()
        .filter(m -> !m.states().isEmpty())
        .anyMatch(m -> Discourse.isSubject(scene, m) && scene.headOf(m.span()).head() >= 0
            && scene.syntax().verbOf(scene.headOf(m.span())).map(v -> v.head() < 0 || v.relation().equals("conj"))
                .orElse(false));
  }

  /** "on tour to Fiji and Samoa": states that are gone to take part, cities are only places. */
  private static boolean goneTo(Scene scene, ActorMention m) {
    return m.actors().getFirst().type() == Actor.Type.STATE
        && scene.syntax().preposition(scene.headOf(m.span()))
            .filter(p -> Set.of("to", "through", "via", "across").contains(p.lemma())).isPresent();
  }

  /** In a topic, under a word of conflict, or in a remark in brackets. */
  private boolean onlyTalkedAbout(Scene scene, ActorMention mention) {
    Syntax syntax = scene.syntax();
    Token at = scene.headOf(mention.span());
    for (int depth = 0; depth < 15 && at.head() >= 0; depth++) {
      Token head = syntax.head(at).orElseThrow();
      boolean underPreposition = at.relation().equals("pobj") || at.relation().equals("pcomp");
      boolean topic =
          lexicon.isA(head.lemma(), "Topic") || lexicon.isA(head.form().toLowerCase(java.util.Locale.ROOT), "Topic");
      if (topic && (underPreposition || head.pos().equals("VBG"))) {
        return true;
      }
      if (lexicon.isA(head.lemma(), "Conflict") || lexicon.isA(at.lemma(), "Conflict")) {
        return true;
      }
      if (at.relation().equals("acl") && at.pos().equals("VBN")) {
        return true;
      }
      at = head;
    }
    return false;
  }

  private Draft proposal(Block block, List<Scene> scenes, Optional<Candidate> candidate, Cast cast, Scene main) {
    Kind kind = candidate.map(c -> kind(c.trigger().kind())).orElse(Kind.COORDINATION);
    Span span = new Span(block.start(), block.end());
    Draft draft = new Draft(kind, Status.PROPOSED, cast, candidate.map(c -> c.trigger().span()).orElse(span));
    Scene scene = candidate.map(Candidate::scene).orElse(main);
    BitSet all = new BitSet();
    all.set(0, scene.syntax().tokens().size());
    BitSet phrase =
        candidate.map(c -> c.trigger().token().isVerb() ? scene.syntax().clause(c.trigger().token())
            : scene.syntax().nounPhrase(c.trigger().token())).orElse(all);
    draft.fields =
        candidate
            .map(c -> fields.read(scene, c.trigger(), phrase, all))
            .orElseGet(() -> List.of(fields.main(scene).orElse("diplomacy")));
    Optional<DateMention> date = date(scene, candidate.map(c -> c.trigger().token()));
    draft.when = date.flatMap(DateMention::interval);
    draft.dateText = date.map(DateMention::text);
    scenes.forEach(s -> places(s, full(s)).stream().filter(p -> !draft.places.contains(p)).forEach(draft.places::add));
    draft.instrument = kind == Kind.AGREEMENT
        ? candidate.flatMap(c -> c.trigger().noun()).flatMap(EventNoun::instrument) : Optional.empty();
    draft.evidence.add(evidence(block, span));
    draft.sentence = scene.number();
    draft.block = block.start();
    draft.proposal = true;
    amounts(scene, all, draft);
    return draft;
  }

  private static BitSet full(Scene scene) {
    BitSet all = new BitSet();
    all.set(0, scene.syntax().tokens().size());
    return all;
  }

  // ---- one and the same

  /** Within a sentence the verb and the noun may announce one thing twice: "met for talks". */
  private static List<Draft> mergeWithin(List<Draft> read) {
    List<Draft> merged = new ArrayList<>();
    for (Draft draft : read) {
      Optional<Draft> same =
          merged.stream()
              .filter(d -> d.kind == draft.kind)
              .filter(d -> d.states.containsAll(draft.states) || draft.states.containsAll(d.states))
              .filter(d -> d.status.group() == draft.status.group())
              .filter(d -> d.kind != Kind.STATEMENT || d.verb == draft.verb
                  || d.fields.getFirst().equals(draft.fields.getFirst()))
              .findFirst();
      if (same.isEmpty()) {
        merged.add(draft);
      } else if (draft.states.size() > same.get().states.size()) {
        draft.absorb(same.get());
        merged.set(merged.indexOf(same.get()), draft);
      } else {
        same.get().absorb(draft);
      }
    }
    return merged;
  }

  /** "There are talks that they discuss a sale": the talks are no meeting beside the matter that they are about. */
  private static List<Draft> withoutIdleTalk(List<Draft> drafts) {
    return drafts.stream()
        .filter(
            d -> d.kind != Kind.MEETING
                || d.verbal
                || d.carried
                || drafts.stream().noneMatch(o -> o.status == Status.NEGOTIATING && o.states.equals(d.states)))
        .toList();
  }

  /** "went to Islamabad and signed an agreement": the visit resulted in it. */
  private static void connect(List<Draft> drafts) {
    for (Draft visit : drafts) {
      if (visit.kind != Kind.VISIT && visit.kind != Kind.MEETING || visit.status != Status.COMPLETED) {
        continue;
      }
      for (Draft result : drafts) {
        boolean outcome = AGREED.contains(result.kind) && result.status == Status.CONCLUDED;
        if (outcome && result.states.equals(visit.states)) {
          visit.resultedIn.add(result);
        }
      }
    }
  }
}
