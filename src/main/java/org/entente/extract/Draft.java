package org.entente.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/** An undertaking in the making; the extractor fills it and merges those that are one and the same. */
final class Draft {

  Kind kind;
  Status status;
  final Cast cast;
  final Set<String> states = new LinkedHashSet<>();
  final List<Party> parties = new ArrayList<>();
  List<String> fields = List.of();
  Optional<TimeInterval> when = Optional.empty();
  Optional<String> dateText = Optional.empty();
  final List<Actor> places = new ArrayList<>();
  Optional<String> item = Optional.empty();
  Optional<Long> quantity = Optional.empty();
  Optional<BigDecimal> amount = Optional.empty();
  Optional<String> currency = Optional.empty();
  Optional<String> instrument = Optional.empty();
  Optional<String> name = Optional.empty();
  final List<Stage> history = new ArrayList<>();
  Optional<Actor> statedBy = Optional.empty();
  final List<Evidence> evidence = new ArrayList<>();
  Span trigger;
  boolean definite;
  boolean verbal;
  boolean carried;
  int verb;
  boolean asked;
  int sentence;
  int block;
  boolean proposal;
  final Set<Draft> resultedIn = new LinkedHashSet<>();

  Draft(Kind kind, Status status, Cast cast, Span trigger) {
    this.kind = kind;
    this.status = status;
    this.cast = cast;
    this.trigger = trigger;
    this.states.addAll(cast.states());
    this.parties.addAll(cast.parties());
  }

  /** Takes over what another mention of the same undertaking adds. */
  void absorb(Draft other) {
    other.evidence.stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
    other.parties.stream()
        .filter(p -> parties.stream().noneMatch(mine -> mine.actor().equals(p.actor())))
        .forEach(parties::add);
    if (when.isEmpty()) {
      when = other.when;
      dateText = other.dateText;
    }
    other.places.stream().filter(p -> !places.contains(p)).forEach(places::add);
    other.history.stream().filter(s -> !history.contains(s)).forEach(history::add);
    item = item.or(() -> other.item);
    quantity = quantity.or(() -> other.quantity);
    if (amount.isEmpty()) {
      amount = other.amount;
      currency = other.currency;
    }
    instrument = instrument.or(() -> other.instrument);
    name = name.or(() -> other.name);
    resultedIn.addAll(other.resultedIn);
  }
}
