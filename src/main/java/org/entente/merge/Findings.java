package org.entente.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Role;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;

/** The findings of one article: brings together those that are one undertaking and numbers the rest. */
public final class Findings {

  /** A definite noun ("the visit") takes up something said at most this many sentences before. */
  private static final int TAKEN_UP = 6;
  /** The class of what states do together: a corridor, a pipeline, an initiative. */
  private static final String PROGRAMME = "Programme";

  private record Advice(List<Integer> proposes, Optional<String> front, List<Actor> addressees, Evidence evidence) {}

  private final Lexicon lexicon;
  private final Map<Integer, Finding> all = new LinkedHashMap<>();
  private final List<Advice> advice = new ArrayList<>();
  private int next;

  public Findings(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** An id that no finding has yet. */
  public int newId() {
    return next++;
  }

  /** How many undertakings were found so far. */
  public int size() {
    return all.size();
  }

  /** Adds a finding of a sentence that reports, or what it adds to one that was told before. */
  public void add(Finding finding) {
    for (Finding earlier : List.copyOf(all.values()).reversed()) {
      if (isSame(earlier, finding)) {
        put(earlier.absorbing(finding));
        return;
      }
    }
    put(finding);
    if (finding.status() == Status.PROPOSED) {
      Evidence evidence = finding.evidence().getFirst();
      advice.add(new Advice(new ArrayList<>(List.of(finding.id())), evidence.section(), List.of(), evidence));
    }
  }

  private void put(Finding finding) {
    all.put(finding.id(), finding);
  }

  /** Adds an item of advice with what it proposes. */
  public void propose(Finding finding, Optional<String> front, List<Actor> addressees) {
    put(finding);
    advice.add(new Advice(new ArrayList<>(List.of(finding.id())), front, addressees, finding.evidence().getFirst()));
  }

  public void addToLastProposal(Finding finding) {
    put(finding);
    advice.getLast().proposes().add(finding.id());
  }

  /** Somebody says that what was claimed is not so. Advice is nobody's claim, and stands. */
  public void deny(List<Integer> claims, Optional<Evidence> denial, List<Finding> asked) {
    asked.stream().filter(f -> claims.contains(f.id())).filter(f -> !all.containsKey(f.id())).forEach(this::put);
    claims.stream()
        .filter(id -> all.containsKey(id) && all.get(id).status() != Status.PROPOSED)
        .forEach(id -> change(id, f -> denial.map(f::restingOn).orElse(f).denied()));
  }

  private void change(int id, UnaryOperator<Finding> change) {
    all.computeIfPresent(id, (k, f) -> change.apply(f));
  }

  /** "went to Islamabad and signed an agreement": what came out of a visit or meeting told in the same sentence. */
  public void connect(List<Finding> sentence) {
    for (Finding occasion : sentence) {
      if (!lexicon.kind(occasion.kind()).has(Trait.OCCASION) || occasion.status() != Status.COMPLETED) {
        continue;
      }
      sentence.stream()
          .filter(r -> lexicon.kind(r.kind()).has(Trait.RESULT) && r.status() == Status.CONCLUDED)
          .filter(r -> r.states().equals(occasion.states()))
          .forEach(r -> change(occasion.id(), f -> f.resultingIn(r)));
    }
  }

  /** "Consequently they sealed a deal": it came out of the visit told in the sentence before. */
  public void connectToVisitBefore(int sentence, List<Finding> results) {
    for (Finding result : results) {
      if (lexicon.kind(result.kind()).has(Trait.SIGNED) && result.status() == Status.CONCLUDED) {
        List.copyOf(all.values()).stream()
            .filter(v -> lexicon.kind(v.kind()).has(Trait.TRIP) && v.status() == Status.COMPLETED
                && v.states().equals(result.states()))
            .filter(v -> v.told().sentence() == sentence - 1)
            .forEach(v -> change(v.id(), f -> f.resultingIn(result)));
      }
    }
  }

  private boolean isSame(Finding earlier, Finding later) {
    boolean alike =
        !earlier.told().proposed() && later.status() != Status.PROPOSED && earlier.kind() == later.kind()
            && earlier.states().equals(later.states());
    boolean sameGroup = earlier.status().group() == later.status().group();
    if (!alike || lexicon.kind(later.kind()).has(Trait.ONE_FOR_A_PAIR)) {
      return alike && sameGroup;
    }
    boolean near = later.told().sentence() - earlier.told().sentence() <= TAKEN_UP;
    return near && (sameGroup || isMentioned(later) || isOccasion(later) && isOccasion(earlier))
        && takesUp(earlier, later) && earlier.details().datesAgree(later.details());
  }

  /** "The trip comes at a crowded moment": a thing taken up again is no new one, whatever the tense. */
  private static boolean isMentioned(Finding later) {
    return later.told().definite() && !later.told().verbal()
        && (later.status().group() == Status.Group.DONE || later.status().group() == Status.Group.ONGOING);
  }

  /**
   * "The visit", "signed the accord" take up what was told before. Of visits and meetings it is enough that those who
   * take part are only referred to, or that no other person is named: "the president laid a wreath".
   */
  private boolean takesUp(Finding earlier, Finding later) {
    Finding.Again again = later.told().again();
    boolean occasion = isOccasion(later) && isOccasion(earlier);
    Set<Actor> persons = persons(later);
    boolean samePersons = !persons.isEmpty() && persons(earlier).containsAll(persons);
    return again == Finding.Again.SAME_THING
        || occasion && (again == Finding.Again.SAME_SIDES || again == Finding.Again.OPEN && samePersons);
  }

  private static Set<Actor> persons(Finding finding) {
    return finding.participants().roles().keySet().stream().filter(a -> a.type() == Actor.Type.PERSON)
        .collect(Collectors.toSet());
  }

  /** A visit or meeting that is under way or over: "arrived on Tuesday", "is on a visit". */
  private boolean isOccasion(Finding finding) {
    return lexicon.kind(finding.kind()).has(Trait.OCCASION)
        && (finding.status() == Status.COMPLETED || finding.status() == Status.ONGOING);
  }

  // ---- the result

  /** All undertakings and proposals in text order. */
  public Extraction extraction(Article article, List<Actor> mentioned, Function<String, Optional<Actor>> stateByCode) {
    List<Finding> ordered =
        Occasions.dated(
            all.values().stream()
                .sorted(
                    Comparator.comparing((Finding f) -> f.evidence().getFirst().span())
                        .thenComparing(Finding::trigger).thenComparing(Finding::id))
                .toList());
    Map<Integer, Integer> ordinals = new HashMap<>();
    ordered.forEach(f -> ordinals.put(f.id(), ordinals.size() + 1));
    List<Undertaking> undertakings = ordered.stream().map(f -> undertaking(f, ordinals, article, stateByCode)).toList();
    return new Extraction(undertakings, proposals(ordinals, undertakings), mentioned);
  }

  private List<Proposal> proposals(Map<Integer, Integer> ordinals, List<Undertaking> undertakings) {
    List<Proposal> proposals = new ArrayList<>();
    for (Advice a : advice.stream().sorted(Comparator.comparing((Advice x) -> x.evidence().span())).toList()) {
      List<Integer> proposed = a.proposes().stream().map(ordinals::get).sorted().toList();
      Undertaking first = undertakings.get(proposed.getFirst() - 1);
      List<Actor> addressees = a.addressees().isEmpty() ? first.states() : a.addressees();
      proposals.add(
          new Proposal(proposed, first.statedBy(), addressees, a.front(), proposals.size() + 1, List.of(a.evidence())));
    }
    return proposals;
  }

  /** What is told as done was done by the article's day: "signed this year" is no date to come. */
  private static Optional<TimeInterval> when(Finding finding, Article article) {
    Optional<TimeInterval> when = finding.details().when();
    boolean done = finding.status().group() == Status.Group.DONE;
    return done && article.issued().isPresent() ? when.map(w -> w.upTo(article.issued().get())) : when;
  }

  /** "flew to Moscow and held talks": what took place on the one visit of the same sides that the sentence tells of. */
  private List<Integer> wholes(Finding part, Map<Integer, Integer> ordinals) {
    List<Integer> trips = all.values().stream()
        .filter(trip -> lexicon.kind(trip.kind()).has(Trait.TRIP) && trip.told().sentence() == part.told().sentence()
            && trip.states().equals(part.states()) && trip.status() == part.status())
        .map(trip -> Objects.requireNonNull(ordinals.get(trip.id()))).toList();
    boolean occasion = lexicon.kind(part.kind()).has(Trait.OCCASION) && !lexicon.kind(part.kind()).has(Trait.TRIP);
    return occasion && trips.size() == 1 ? trips : List.of();
  }

  private Undertaking undertaking(
      Finding f, Map<Integer, Integer> ordinals, Article article, Function<String, Optional<Actor>> stateByCode) {
    List<Actor> states = f.states().stream().sorted().flatMap(c -> stateByCode.apply(c).stream()).toList();
    Evidence first = f.evidence().getFirst();
    Evidence trigger = new Evidence(f.trigger(), f.trigger().in(article.text()), first.section(), first.paragraph());
    List<Integer> results = f.results().stream().map(ordinals::get).filter(Objects::nonNull).sorted().toList();
    Finding.Details d = f.details();
    return new Undertaking(
        Objects.requireNonNull(ordinals.get(f.id())), f.kind(), states, parties(f), f.status(), f.told().ending(),
        f.fields(),
        when(f, article),
        d.dateText(),
        d.places(), d.item(), d.quantity(), d.amount(), d.currency(), d.instrument(), d.name(), f.history(), results,
        wholes(f, ordinals), f.statedBy(), f.evidence(), Optional.of(trigger), f.told().rationale(), Confidence.of(f));
  }

  /** A programme is what states do together or join, not one of those who do it. */
  private static List<Party> parties(Finding f) {
    boolean withoutIt = f.states().size() > 1 && f.kind() != Kind.ACCESSION;
    return f.participants().beside().parties().stream()
        .filter(p -> !withoutIt || p.role() != Role.PARTICIPANT || !p.actor().className().equals(PROGRAMME)).toList();
  }
}
