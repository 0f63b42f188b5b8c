package org.entente.actor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of words by which names are recognised; what belongs in each stands in {@code words.ttl}. */
public enum NameWords {
  OFFICE_HEAD,
  OFFICE_MODIFIER,
  OFFICE_TAIL,
  PORTFOLIO,
  EVERYDAY_OFFICE,
  FORMERLY,
  ENVOY,
  PERSON_TITLE,
  PERSON_NOUN,
  FAMILY_NAME_FIRST,
  NAME_LINK,
  INSTITUTION_HEAD,
  INTERNATIONAL_HEAD,
  INTERNATIONAL_WORD,
  JOINT_NAME,
  JOINT_BEGINS,
  MINISTRY_NAME,
  ARMED_FORCE_NAME,
  UNIVERSITY_NAME,
  LEGISLATURE_NAME,
  PLACE_HEAD,
  EXERCISE_NOUN,
  NOT_A_STATE,
  ANY_STATES,
  INSIDE_NAME,
  OPENS_NAME,
  COORDINATOR,
  ARTICLE,
  GENITIVE,
  GENITIVE_PLURAL,
  FEAST,
  INSIDE,
  TOWARDS,
  TOWARDS_VERB,
  GOAL,
  ORIGIN,
  MOVEMENT,
  GONE_TO,
  HELD,
  BASED,
  PLACE_NOUN,
  PLACE_NAME_NOUN,
  SITE,
  PLACE_OF,
  AFTER_PLACE,
  LINE,
  MASTHEAD,
  CONTINENT,
  SPOKEN,
  PLURAL_DEMONYM,
  SINGULAR_DEMONYM,
  PLURAL_ENDING;

  private final String localName =
      Arrays.stream(name().split("_"))
          .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
          .collect(Collectors.joining());

  /** Its name in the file. */
  public String localName() {
    return localName;
  }

  /** The list of that name in the file. */
  static Optional<NameWords> named(String localName) {
    return Arrays.stream(values()).filter(list -> list.localName.equals(localName)).findFirst();
  }
}
