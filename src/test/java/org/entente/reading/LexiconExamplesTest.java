package org.entente.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.LexiconReader;
import org.entente.lexicon.Signature;
import org.entente.lexicon.Signature.Says;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.junit.jupiter.api.Test;

/** The sentences that lexicon entries show: what they accept is read, what they refuse is not. */
class LexiconExamplesTest {

  private static final Lexicon LEXICON = LexiconReader.bundled();
  private static final Set<Status> DONE = Set.of(Status.COMPLETED, Status.CONCLUDED, Status.ONGOING);

  @Test
  void readsWhatAnEntryAccepts() {
    Set<String> missed = new TreeSet<>();
    entries(f -> f.accepts().isPresent())
        .forEach(
            f -> {
              List<Undertaking> found = read(f.accepts().orElseThrow());
              // What one side offers or asks for is its statement, whatever the entry announces.
              if (found.stream().noneMatch(u -> u.kind() == f.kind() || u.status() == Status.OFFERED)) {
                missed.add(f.name() + ": " + f.accepts().orElseThrow());
              }
            });
    assertEquals(Set.of(), missed);
  }

  @Test
  void refusesOtherSensesOfTheSameWords() {
    Set<String> wrong = new TreeSet<>();
    entries(f -> f.refuses().isPresent())
        .forEach(
            f -> {
              List<Undertaking> found = read(f.refuses().orElseThrow());
              if (found.stream().anyMatch(u -> u.kind() == f.kind() && DONE.contains(u.status()))) {
                wrong.add(f.name() + ": " + f.refuses().orElseThrow());
              }
            });
    assertEquals(Set.of(), wrong);
  }

  @Test
  void assertsNoMoreThanASignatureSays() {
    Set<String> differing = new TreeSet<>();
    List<Signature> shown = LEXICON.signatures().stream().filter(s -> !s.example().isEmpty()).toList();
    assertTrue(shown.size() > 1000, "most entries show a sentence");
    for (Signature s : shown) {
      boolean holds = s.affirmed() == Says.FACT || s.affirmed() == Says.ONGOING;
      if (holds != read(s.example()).stream().anyMatch(u -> DONE.contains(u.status()))) {
        differing.add(s.words() + " " + s.governs() + ": " + s.example());
      }
    }
    assertEquals(Set.of(), differing);
  }

  /** One frame for each entry, though it lists many forms. */
  private static List<EventFrame> entries(Predicate<EventFrame> which) {
    Set<String> seen = new HashSet<>();
    return LEXICON.frames().stream().filter(which).filter(f -> seen.add(f.name())).toList();
  }

  private static List<Undertaking> read(String sentence) {
    return Readers.READER.read(Readers.article(sentence)).undertakings();
  }
}
