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
  void whoPublishesAnInterviewIsNotWhoAnswersInIt() {
    List<Undertaking> found = Readers.READER.read(Readers.text("""
        "A corridor is a promise"

        Helsinki, 27 June 2025

        The Nordic Letter spoke to Kazakhstan's ambassador to Finland in her office.

        What came of the visit in spring?

        More than people in Helsinki noticed. With France we have signed an accord on fuel.

        Will there be direct flights between the two countries?

        I would not buy a ticket in Finland yet. In May we met the Georgians in Tbilisi.

        And what will you do when your term ends?

        Sleep. The nights in Finland are long.
        """)).undertakings();
    assertEquals(
        List.of("Agreement FRA+KAZ concluded", "Meeting GEO+KAZ completed"),
        Readers.lines(found).stream().filter(line -> line.contains("KAZ")).toList());
    assertTrue(found.stream().noneMatch(u -> u.states().stream().anyMatch(s -> s.name().equals("Finland"))),
        found.toString());
  }

  @Test
  void theMinisterOfAReleaseIsTheOneOfWhoPublishesIt() {
    List<Undertaking> found = Readers.READER.read(Readers.text("""
        Read-out: Minister speaks with counterpart from Latvia

        December 4, 2024 - Ottawa, Ontario - Global Affairs Canada

        Today, the Minister of Foreign Affairs spoke by telephone with the Minister of Foreign Affairs of Latvia.
        """)).undertakings();
    assertEquals(List.of("Meeting CAN+LVA completed"), Readers.lines(found));
  }

  @Test
  void aJointBodyIsMeantByItsNoun() {
    List<Undertaking> found = Readers.READER.read(
        Readers.article(
            "In 2021 Togo and Ghana set up a joint border commission. Benin has a road of its own."
                + " The commission met in Lomé in February."))
        .undertakings();
    assertEquals(List.of("JointBody GHA+TGO concluded", "Meeting GHA+TGO completed"), Readers.lines(found));
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
