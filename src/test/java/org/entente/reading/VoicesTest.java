package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.actor.Actor;
import org.entente.undertaking.Party;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** Whom "we", "the Community" and "the six" mean. */
class VoicesTest {

  @Test
  void inAnInterviewWeAreTheStateOfWhoAnswersAndNotTheOneNamedLast() {
    List<Undertaking> found = Readers.READER.read(Readers.text("""
        "We share the dock with everybody": an interview

        Montevideo, 24 February 2020

        Colonel Pedro Sosa heads Uruguay's polar institute. He spoke to this paper in his office.

        The Chileans helped for years. We signed an agreement with Bulgaria in January. Last month we met the Chinese in \
        Punta Arenas. Poland offered us two beds on its ship.
        """)).undertakings();
    assertEquals(
        List.of("Agreement BGR+URY concluded", "Meeting CHN+URY completed", "Statement POL+URY offered"),
        Readers.lines(found));
  }

  @Test
  void inAJointPressConferenceEachSpeakerSpeaksForHisOwnState() {
    List<Undertaking> found = Readers.READER.read(Readers.text("""
        Joint press conference of the foreign ministers of Oman and Peru

        Muscat, 12 June 2019

        OMANI FOREIGN MINISTER: Thank you all. Last week we signed an agreement with Kenya.

        PERUVIAN FOREIGN MINISTER: Thank you. In May we signed an agreement with Fiji.

        OMANI FOREIGN MINISTER: The coffee is outside.

        PERUVIAN FOREIGN MINISTER: I can smell it.
        """)).undertakings();
    assertEquals(List.of("Agreement KEN+OMN concluded", "Agreement FJI+PER concluded"), Readers.lines(found));
  }

  @Test
  void whoIsQuotedSpeaksForHisState() {
    List<Undertaking> found = Readers.READER.read(
        Readers.article(
            "Ghana was mentioned often. “We signed a treaty with Togo in May,” the Angolan foreign minister said."))
        .undertakings();
    assertEquals(List.of("Agreement AGO+TGO concluded"), Readers.lines(found));
  }

  @Test
  void aBodyIsMeantByTheHeadOfItsName() {
    List<Undertaking> found = Readers.READER.read(
        Readers.article(
            "The East African Community met its targets. On 3 September the Community and Norway signed a memorandum on fisheries. "
                + "Germany has lent the Community 20 million euros for clinics."))
        .undertakings();
    assertEquals(2, found.size(), () -> Readers.lines(found).toString());
    assertTrue(found.stream().allMatch(u -> u.parties().stream().map(Party::actor).map(Actor::name)
        .anyMatch("East African Community"::equals)));
  }

  @Test
  void theSixAreThoseWhoWereNamedTogether() {
    List<Undertaking> found = Readers.READER.read(
        Readers.article(
            "The basin has six states: Cameroon, Chad, Niger, Nigeria, Algeria and Libya. The rains were late.",
            "The defence ministers of the six met in Abuja on 3 March."))
        .undertakings();
    assertEquals(List.of("Meeting CMR+DZA+LBY+NER+NGA+TCD completed"), Readers.lines(found));
  }

  @Test
  void anObjectIsNotWhoActsInItsOwnClause() {
    assertEquals(List.of("Statement KEN+OMN offered"), Readers.lines(Readers.READER.read(
        Readers.article("Kenya said that Oman had invited it to talks in Muscat.")).undertakings()));
  }
}
