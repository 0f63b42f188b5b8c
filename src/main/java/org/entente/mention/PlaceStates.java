package org.entente.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Name;
import org.entente.actor.NameWords;
import org.entente.actor.WorldPlaces;
import org.entente.actor.WorldPlaces.Place;
import org.entente.actor.WorldPlaces.Sort;
import org.entente.text.Token;

/**
 * In which state a place lies that the gazetteer does not have: the one that the text says behind a comma ("Cordoba,
 * Argentina"), else the one that the article is about, else that of a city that everybody knows. Of a small place that
 * the article gives no hint of, and where two states would fit, it says nothing.
 */
final class PlaceStates {

  /** In thousands: a city that is known without its state. */
  private static final int KNOWN = 100;

  /** A place that is so many times smaller than its namesake elsewhere is not meant just because its state is named. */
  private static final int OBSCURE = 10;

  /** Shorter names are too often something else to be known without the state. */
  private static final int SHORTEST_KNOWN = 5;

  private static final String COMMA = ",";

  private final Gazetteer gazetteer;
  private final StateCounts states;
  private final String text;
  private final WorldPlaces places = WorldPlaces.bundled();

  PlaceStates(Gazetteer gazetteer, StateCounts states, String text) {
    this.gazetteer = gazetteer;
    this.states = states;
    this.text = text;
  }

  /**
   * The state's code.
   *
   * @param name as it stands
   * @param end the token behind it
   */
  Optional<String> of(String name, SentenceTokens sentence, int end) {
    List<Place> candidates = isAbbreviation(name) ? List.of() : candidates(name);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Optional<Place> said = behindComma(sentence, end, candidates);
    boolean elsewhere = said.isEmpty() && isInOtherRegion(sentence, end);
    return elsewhere ? Optional.empty()
        : said.or(() -> ofArticle(name, candidates)).map(Place::state)
            .filter(code -> gazetteer.state(code).isPresent());
  }

  /** Whether a name means a place of that state in every article, so that it may be said of the place itself. */
  boolean isAlways(String name, String state) {
    return places.foremost(listed(name)).filter(place -> place.state().equals(state)).isPresent();
  }

  /** "GAO" is an office, "Gao" a town. */
  private static boolean isAbbreviation(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }

  private List<Place> candidates(String name) {
    return places.named(listed(name));
  }

  /** "Lobito airport" lies where Lobito lies. */
  private String listed(String name) {
    int last = name.lastIndexOf(' ');
    boolean site = last > 0 && places.named(name).isEmpty()
        && gazetteer.isA(name.substring(last + 1).toLowerCase(Locale.ROOT), NameWords.SITE);
    return site ? name.substring(0, last) : name;
  }

  // ---- what the text says

  private Optional<Place> behindComma(SentenceTokens sentence, int end, List<Place> candidates) {
    if (!isComma(sentence, end)) {
      return Optional.empty();
    }
    List<String> said = stateAt(sentence.token(end + 1)).or(() -> region(sentence, end).map(this::statesOf))
        .orElse(List.of());
    return candidates.stream().filter(place -> said.contains(place.state())).findFirst();
  }

  /** "Birmingham, Alabama": not the one that everybody means. */
  private boolean isInOtherRegion(SentenceTokens sentence, int end) {
    return isComma(sentence, end) && region(sentence, end).isPresent();
  }

  private static boolean isComma(SentenceTokens sentence, int end) {
    return end + 1 < sentence.size() && sentence.token(end).form().equals(COMMA);
  }

  private Optional<List<String>> stateAt(Token token) {
    return gazetteer.namesAt(text, token.span().start()).stream()
        .filter(name -> name.actor().type() == Actor.Type.STATE && name.sense() == Name.Sense.PROPER)
        .findFirst()
        .map(name -> name.actor().state().stream().toList());
  }

  /** The first division of a state that is named behind the comma. */
  private Optional<String> region(SentenceTokens sentence, int comma) {
    int end = comma + 1;
    while (end < sentence.size() && sentence.token(end).isProperNoun()) {
      end++;
    }
    if (end == comma + 1) {
      return Optional.empty();
    }
    String name = sentence.token(comma + 1).span().cover(sentence.token(end - 1).span()).in(text);
    return Optional.of(name).filter(n -> candidates(n).stream().anyMatch(place -> place.sort() == Sort.REGION));
  }

  private List<String> statesOf(String region) {
    return candidates(region).stream().filter(place -> place.sort() == Sort.REGION).map(Place::state).toList();
  }

  // ---- what the article is about

  private Optional<Place> ofArticle(String name, List<Place> candidates) {
    List<Place> named = candidates.stream().filter(place -> states.isNamed(place.state())).toList();
    if (named.size() == 1) {
      return named.stream().filter(place -> candidates.stream().noneMatch(other -> isObscureBeside(place, other)))
          .findFirst();
    }
    if (named.isEmpty() && name.length() < SHORTEST_KNOWN) {
      return Optional.empty();
    }
    return (named.isEmpty() ? candidates : named).stream()
        .filter(place -> place.thousands() >= KNOWN)
        .filter(place -> candidates.stream().allMatch(other -> other == place || place.dwarfs(other)))
        .findFirst();
  }

  private static boolean isObscureBeside(Place place, Place other) {
    return place.sort() != Sort.REGION && other.thousands() > OBSCURE * place.thousands();
  }
}
