package org.entente.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.argument.Participants;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Ending;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;

/**
 * One undertaking as found in the text, before it is brought together with others.
 *
 * @param id tells it from the others of the article
 * @param fields local names of field concepts, the main one first
 * @param details what is said of it besides
 * @param told how it is told, which decides what it may be the same as and how sure it is
 * @param results ids of the findings that came out of it
 */
public record Finding(
    int id,
    Kind kind,
    Status status,
    Participants participants,
    List<String> fields,
    Details details,
    List<Stage> history,
    Optional<Actor> statedBy,
    List<Evidence> evidence,
    Span trigger,
    Told told,
    Set<Integer> results) {

  /** So far from the day on which it took place the day may be that is guessed for what a text tells of. */
  private static final int GUESSED_DAYS_OFF = 7;

  /** What is said of an undertaking besides who, what and whether. */
  public record Details(
      Optional<TimeInterval> when,
      Optional<String> dateText,
      List<Actor> places,
      Optional<String> item,
      Optional<Long> quantity,
      Optional<BigDecimal> amount,
      Optional<String> currency,
      Optional<String> instrument,
      Optional<String> name) {

    Details at(List<Actor> others) {
      return new Details(when, dateText, others, item, quantity, amount, currency, instrument, name);
    }

    /**
     * Whether both may be of one day. Where no words of the text say when, the day is a guess, mostly the article's own, and
     * may be some days off.
     */
    boolean datesAgree(Details other) {
      if (when.isEmpty() || other.when.isEmpty()) {
        return true;
      }
      int off = dateText.isPresent() && other.dateText.isPresent() ? 0 : GUESSED_DAYS_OFF;
      return when.get().overlaps(
          new TimeInterval(other.when.get().earliest().minusDays(off), other.when.get().latest().plusDays(off),
              other.when.get().meaning()));
    }

    /** What one says and, where it says nothing or only guesses, what the other says. */
    Details or(Details other) {
      boolean own = when.isPresent() && (dateText.isPresent() || other.dateText.isEmpty());
      Set<Actor> allPlaces = new LinkedHashSet<>(places);
      allPlaces.addAll(other.places);
      return new Details(
          own ? when : other.when.or(() -> when),
          own ? dateText : other.dateText,
          List.copyOf(allPlaces),
          item.or(other::item),
          quantity.or(other::quantity),
          amount.or(other::amount),
          amount.isPresent() ? currency : other.currency,
          instrument.or(other::instrument),
          name.or(other::name));
    }
  }

  /** Whether the words of a finding take up what may have been told before. */
  public enum Again {
    /** They do not, or say that it is another: "met again". */
    NEW,
    /** They name those who take part, and nothing that is known. */
    OPEN,
    /** They only refer to those who take part: "both ministers discussed". */
    SAME_SIDES,
    /** They tell of something known: "the visit", "they signed the accord". */
    SAME_THING
  }

  /**
   * How a finding is told.
   *
   * @param definite its noun takes up something known: "the visit"
   * @param again how it takes up what was told before
   * @param verbal a verb tells it
   * @param carried a word of which that is known carries its noun
   * @param verb index of the word that offers or announces it, within its sentence
   * @param asked it stands in a question
   * @param reported somebody is said to say so
   * @param proposed it is an item of a list of proposals
   * @param sentence number of its sentence in the article
   * @param likelihood how likely the learned reader takes it for right; empty where rules found it
   * @param ending how it came to its end
   * @param rationale how the reader came to it, in lines
   */
  public record Told(
      boolean definite, Again again, boolean verbal, boolean carried, int verb, boolean asked, boolean reported,
      boolean proposed,
      int sentence, OptionalDouble likelihood, Optional<Ending> ending, Optional<String> rationale) {

    Told likely(double share) {
      return new Told(
          definite, again, verbal, carried, verb, asked, reported, proposed, sentence, OptionalDouble.of(share),
          ending, rationale);
    }

    private Told ended(Optional<Ending> how) {
      return new Told(
          definite, again, verbal, carried, verb, asked, reported, proposed, sentence, likelihood, how, rationale);
    }
  }

  public Finding {
    fields = List.copyOf(fields);
    history = List.copyOf(history);
    evidence = List.copyOf(evidence);
    results = Set.copyOf(results);
  }

  public Set<String> states() {
    return participants.states();
  }

  /** The same, in the days of its occasion. */
  Finding inTheDaysOf(Finding occasion) {
    return dated(occasion.details.when, occasion.details.dateText);
  }

  /**
   * The same with this date.
   *
   * @param words that say so
   */
  public Finding dated(Optional<TimeInterval> days, Optional<String> words) {
    Details dated =
        new Details(
            days, words, details.places, details.item, details.quantity, details.amount, details.currency,
            details.instrument, details.name);
    return new Finding(
        id, kind, status, participants, fields, dated, history, statedBy, evidence, trigger, told, results);
  }

  /** The same, where some have other roles. */
  public Finding as(Map<Actor, Role> roles) {
    return new Finding(
        id, kind, status, participants.as(roles), fields, details, history, statedBy, evidence, trigger, told, results);
  }

  /** The same, chiefly about this field. */
  public Finding about(String field) {
    List<String> all = new ArrayList<>(List.of(field));
    fields.stream().filter(f -> !f.equals(field)).limit(2).forEach(all::add);
    return new Finding(
        id, kind, status, participants, all, details, history, statedBy, evidence, trigger, told, results);
  }

  /** The same at these places. */
  public Finding at(List<Actor> places) {
    return new Finding(
        id, kind, status, participants, fields, details.at(places), history, statedBy, evidence, trigger, told,
        results);
  }

  /** The same, found by the learned reader alone, which takes it for right with this likelihood. */
  public Finding likely(double likelihood) {
    return new Finding(
        id, kind, status, participants, fields, details, history, statedBy, evidence, trigger,
        told.likely(likelihood), results);
  }

  /** The same, of which somebody says that it is not so. */
  Finding denied() {
    return new Finding(
        id, kind, Status.ENDED, participants, fields, details, history, statedBy, evidence, trigger,
        told.ended(Optional.of(Ending.DENIED)), results);
  }

  Finding resultingIn(Finding result) {
    Set<Integer> all = new LinkedHashSet<>(results);
    all.add(result.id);
    return new Finding(
        id, kind, status, participants, fields, details, history, statedBy, evidence, trigger, told, all);
  }

  Finding restingOn(Evidence more) {
    return withEvidence(List.of(more));
  }

  private Finding withEvidence(List<Evidence> more) {
    return new Finding(
        id, kind, status, participants, fields, details, history, statedBy, joined(evidence, more), trigger, told,
        results);
  }

  /** The same with what another mention of the same undertaking adds. */
  public Finding absorbing(Finding other) {
    Participants cast = participants;
    for (var party : other.participants.roles().entrySet()) {
      boolean known = cast.roles().containsKey(party.getKey());
      if (!known
          && (party.getKey().state().isEmpty() || states().containsAll(party.getKey().state().stream().toList()))) {
        cast = new Participants(cast.states(), plus(cast, party), cast.body(), cast.ground());
      }
    }
    Set<Integer> outcomes = new LinkedHashSet<>(results);
    outcomes.addAll(other.results);
    return new Finding(
        id, kind, status, cast, fields, details.or(other.details), joined(history, other.history), statedBy,
        joined(evidence, other.evidence), trigger, told.ended(ending(other)), outcomes);
  }

  private Optional<Ending> ending(Finding other) {
    return status == Status.ENDED ? told.ending.or(() -> other.told.ending) : Optional.empty();
  }

  private static Map<Actor, Role> plus(Participants cast, Map.Entry<Actor, Role> party) {
    Map<Actor, Role> all = new LinkedHashMap<>(cast.roles());
    all.put(party.getKey(), party.getValue());
    return all;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    second.stream().filter(x -> !all.contains(x)).forEach(all::add);
    return all;
  }
}
