package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.entente.mention.AnnotatedSentence;
import org.entente.reading.Readers;
import org.entente.syntax.Word;
import org.junit.jupiter.api.Test;

/** That the quick way to score who takes part gives what the head gives for the whole vector. */
class PartyScoresTest {

  private final Random random = new Random(5);
  private final List<AnnotatedSentence> article =
      ArticleSentences.of("Peru is at the sea. The Peruvian minister flew to Quito, Ecuador, on 5 March 2024.");
  private final Window window =
      Window.of(article, List.of(new Window.Listed("ECU", "Ecuador"), new Window.Listed("CHL", "Chile")),
          LearnedModel.wordPieces()).getFirst();
  private final Encodings.Encoded encoded =
      new Encodings.Encoded(window.sentences().getLast(), window.cast(), states(window.ids().length));
  private final Head head = new Head(List.of("takes part"), numbers(Place.PARTY_SIZE), numbers(1));

  @Test
  void scoresWhoeverIsNamedHereBeforeInTheListOrNowhereAsTheHeadDoes() {
    PartyScores scores = new PartyScores(encoded, head);
    for (Word word : Predicates.of(encoded.read().sentence())) {
      for (String code : List.of("PER", "ECU", "CHL", "KEN")) {
        Candidate candidate = new Candidate(Readers.GAZETTEER.state(code).orElseThrow(), List.of());
        float[] whole = encoded.place(word).vector(encoded.states(), encoded.naming(candidate));
        assertEquals(head.scores(whole)[0], scores.score(word, candidate), 1e-9, () -> word.form() + " " + code);
      }
    }
  }

  private float[][] states(int pieces) {
    float[][] states = new float[pieces][];
    for (int i = 0; i < pieces; i++) {
      states[i] = numbers(Encoder.SIZE);
    }
    return states;
  }

  private float[] numbers(int size) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = random.nextFloat() - .5f;
    }
    return numbers;
  }
}
