package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.entente.article.Article;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice is told from advice against, in prose and in lists; who is to act is who a sentence names. */
class AdviceTest {

  static Stream<Arguments> advice() {
    return Stream.of(
        arguments("It would be wise for Ghana to sell gas to Togo.", "Transfer GHA+TGO proposed"),
        arguments("It would make sense for Ghana to sell gas to Togo.", "Transfer GHA+TGO proposed"),
        arguments("Ghana would do well to sell gas to Togo.", "Transfer GHA+TGO proposed"),
        arguments("It is time for Ghana to sell gas to Togo.", "Transfer GHA+TGO proposed"),
        arguments("A joint commission of Ghana and Togo on cables is overdue.", "JointBody GHA+TGO proposed"),
        arguments("A free trade treaty between Ghana and Togo would be useful.", "Agreement GHA+TGO proposed"),
        arguments("There is room for a joint fund of Ghana and Togo.", "JointBody GHA+TGO proposed"));
  }

  @ParameterizedTest
  @MethodSource("advice")
  void whatIsCommendedIsProposed(String sentence, String proposed) {
    assertEquals(List.of(proposed), Readers.lines(read(Readers.READER, Readers.article(sentence))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It would be unwise for Ghana to sell gas to Togo.",
        "It would make no sense for Ghana to sell gas to Togo.",
        "Selling gas to Togo would be a mistake for Ghana.",
        "Ghana would be ill advised to sell gas to Togo.",
        "There is no reason for Ghana to sell gas to Togo.",
        "Ghana has no business selling gas to Togo.",
        "A defence pact between Ghana and Togo would be a mistake.",
        "Ghana and Togo should not sign a defence pact."})
  void whatIsAdvisedAgainstIsNotTold(String sentence) {
    Article article = Readers.article(sentence);
    assertEquals(List.of(), Readers.lines(read(Readers.READER, article)), "by the rules");
    assertEquals(List.of(), Readers.lines(read(Readers.BOTH, article)), "by both readers");
  }

  @Test
  void aJudgementOfWhatWasDoneIsNoAdvice() {
    assertEquals(
        List.of(),
        read(Readers.READER, Readers.article("It was wise of Ghana to sell gas to Togo.")).stream()
            .filter(u -> u.status() == Status.PROPOSED).toList());
  }

  @Test
  void eachSentenceOfAPointThatNamesWhoShouldActIsAProposalOfItsOwn() {
    assertEquals(
        List.of(
            "Coordination GHA+TGO proposed", "Transfer BEN+FRA proposed", "JointBody BEN+GHA+TGO proposed"),
        Readers.lines(brief(Readers.READER, """
            1. Share the picture. Ghana and Togo should exchange intelligence on ships. France should give Benin two \
            radars.

            2. Guard the cables. A standing working group on cables, made up of Benin, Ghana and Togo, is overdue.
            """)));
  }

  @Test
  void aPointThatAdvisesAgainstSomethingProposesNothing() {
    assertEquals(
        List.of("Agreement GHA+TGO proposed", "Exercise GHA+TGO proposed"),
        Readers.lines(brief(Readers.READER, """
            1. Sign an agreement on fish. Ghana and Togo have waited long enough.

            2. Hold a joint rescue exercise. The navies of Ghana and Togo know each other.

            3. Do not build a base. Ghana and Togo would gain nothing by one.

            4. Ghana and Togo should not sign a defence pact.
            """)));
  }

  private static List<Undertaking> brief(Reader reader, String points) {
    return read(reader, Readers.text("""
        Ports and cables: an agenda

        Lomé, 12 March 2024

        The coast has changed, and policy should change with it.

        """ + points));
  }

  private static List<Undertaking> read(Reader reader, Article article) {
    return reader.read(article).undertakings();
  }
}
