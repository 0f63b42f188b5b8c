package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.article.Article;
import org.entente.text.Span;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;

/** The drafts of one article: brings together those that are one undertaking and numbers the rest. */
final class Drafts {

  /** A definite noun ("the visit") takes up something said at most this many sentences before. */
  private static final int TAKEN_UP = 6;

  private record Advice(List<Draft> proposes, Optional<String> front, List<Actor> addressees, Evidence evidence) {}

  private final List<Draft> all = new ArrayList<>();
  private final List<Advice> advice = new ArrayList<>();

  void add(Draft draft) {
    for (Draft earlier : all.reversed()) {
      if (isSame(earlier, draft)) {
        earlier.absorb(draft);
        return;
      }
    }
    all.add(draft);
    if (draft.status == Status.PROPOSED) {
      advice.add(new Advice(new ArrayList<>(List.of(draft)), draft.evidence.getFirst().section(), List.of(),
          draft.evidence.getFirst()));
    }
  }

  private static final Set<String> CONSEQUENCE =
      Set.of("consequently", "thereby", "result", "subsequently", "there", "occasion");

  /** "Consequently they sealed a deal": it came out of the visit told in the sentence before. */
  void connectToVisitBefore(Scene scene, List<Draft> results) {
    boolean consequence = scene.syntax().tokens().stream().anyMatch(t -> CONSEQUENCE.contains(t.lemma()));
    for (Draft result : results) {
      if (!consequence || result.kind != Kind.AGREEMENT || result.status != Status.CONCLUDED) {
        continue;
      }
      all.stream()
          .filter(v -> v.kind == Kind.VISIT && v.status == Status.COMPLETED && v.states.equals(result.states))
          .filter(v -> v.sentence == scene.number() - 1)
          .forEach(v -> v.resultedIn.add(result));
    }
  }

  /** Makes sure that a draft is among those that count. */
  void keep(Draft draft) {
    if (!all.contains(draft)) {
      all.add(draft);
    }
  }

  void propose(List<Draft> drafts, Optional<String> front, List<Actor> addressees, Evidence evidence) {
    all.addAll(drafts);
    advice.add(new Advice(new ArrayList<>(drafts), front, addressees, evidence));
  }

  void addToLastProposal(Draft draft) {
    all.add(draft);
    advice.getLast().proposes().add(draft);
  }

  private static boolean isSame(Draft earlier, Draft later) {
    if (earlier.proposal || later.status == Status.PROPOSED || earlier.kind != later.kind) {
      return false;
    }
    boolean sameStates = earlier.states.equals(later.states);
    if (later.kind == Kind.PARTNERSHIP) {
      // Two states have one partnership, however often an article speaks of it.
      return sameStates && earlier.status.group() == later.status.group();
    }
    boolean near = later.sentence - earlier.sentence <= TAKEN_UP;
    boolean datesAgree =
        earlier.when.isEmpty() || later.when.isEmpty() || earlier.when.get().overlaps(later.when.get());
    boolean fieldsAgree = earlier.fields.getFirst().equals(later.fields.getFirst()) || later.definite;
    return sameStates && near && later.definite && !later.verbal && datesAgree && fieldsAgree
        && earlier.status.group() == later.status.group();
  }

  Extraction extraction(Article article, List<Actor> mentioned, Gazetteer gazetteer) {
    all.sort(Comparator.comparing((Draft d) -> d.evidence.getFirst().span()).thenComparing(d -> d.trigger));
    Map<Draft, Integer> ordinals = new IdentityHashMap<>();
    all.forEach(d -> ordinals.put(d, ordinals.size() + 1));
    List<Undertaking> undertakings = all.stream().map(d -> undertaking(d, ordinals, article, gazetteer)).toList();
    List<Proposal> proposals = new ArrayList<>();
    advice.sort(Comparator.comparing(a -> a.evidence().span()));
    for (Advice a : advice) {
      List<Integer> proposed = a.proposes().stream().map(ordinals::get).sorted().toList();
      Optional<Actor> by = a.proposes().getFirst().statedBy;
      List<Actor> addressees =
          a.addressees().isEmpty() ? undertakings.get(proposed.getFirst() - 1).states() : a.addressees();
      proposals.add(new Proposal(proposed, by, addressees, a.front(), proposals.size() + 1, List.of(a.evidence())));
    }
    return new Extraction(undertakings, proposals, mentioned);
  }

  private static Undertaking undertaking(Draft d, Map<Draft, Integer> ordinals, Article article, Gazetteer gazetteer) {
    List<Actor> states = d.states.stream().sorted().flatMap(c -> gazetteer.state(c).stream()).toList();
    Evidence first = d.evidence.getFirst();
    Evidence trigger = new Evidence(d.trigger, within(d.trigger, article), first.section(), first.paragraph());
    return new Undertaking(
        ordinals.get(d),
        d.kind,
        states,
        d.parties,
        d.status,
        d.fields,
        d.when,
        d.dateText,
        d.places,
        d.item,
        d.quantity,
        d.amount,
        d.currency,
        d.instrument,
        d.name,
        d.history,
        d.resultedIn.stream().map(ordinals::get).filter(java.util.Objects::nonNull).sorted().toList(),
        List.of(),
        d.statedBy,
        d.evidence,
        Optional.of(trigger),
        Confidence.of(d));
  }

  private static String within(Span span, Article article) {
    return span.in(article.text());
  }
}
