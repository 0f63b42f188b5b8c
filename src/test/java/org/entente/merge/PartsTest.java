package org.entente.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.entente.reading.Readers;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** What belongs to something larger that the same sentence tells of. */
class PartsTest {

  @Test
  void talksInTheSentenceOfAVisitWereOnIt() {
    List<Undertaking> read = read(
        "Pakistan's army chief flew to Moscow on Monday and held talks with his Russian counterpart.");
    assertEquals(List.of(only(Kind.VISIT, read).ordinal()), only(Kind.MEETING, read).partOf());
    assertEquals(List.of(), only(Kind.VISIT, read).partOf());
  }

  @Test
  void talksOfOthersInTheSentenceOfAVisitWereNot() {
    List<Undertaking> read = read(
        "Pakistan's army chief flew to Moscow on Monday, while the foreign ministers of Peru and Chile held talks in Lima.");
    assertEquals(List.of(), only(Kind.MEETING, read).partOf());
  }

  private static List<Undertaking> read(String text) {
    return Readers.READER.read(Readers.article(text)).undertakings();
  }

  private static Undertaking only(Kind kind, List<Undertaking> read) {
    List<Undertaking> ofKind = read.stream().filter(u -> u.kind() == kind).toList();
    assertEquals(1, ofKind.size(), read::toString);
    return ofKind.getFirst();
  }
}
