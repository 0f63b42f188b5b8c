package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.article.Article;
import org.entente.load.Training;
import org.entente.reading.Readers;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Status;
import org.junit.jupiter.api.Test;

/** A model learns on only from what it has names for. */
class TrainingFurtherTest {

  private static final LearnedModel BUNDLED = LearnedModel.bundled();

  private static String refusal(LearnedModel model, int sentences, String field) {
    Article article = Readers.article("The president of Peru visited Chile. ".repeat(sentences).strip());
    AnnotatedRow row = new AnnotatedRow(Kind.VISIT, Status.COMPLETED, field, Set.of("PER", "CHL"), List.of(),
        Optional.empty(), List.of(), "visited Chile", "visited");
    Training training = new Training(Readers.READER, Readers.GAZETTEER::state, line -> {});
    LearnedException refused = assertThrows(LearnedException.class,
        () -> training.trainFurther(model, List.of(new Training.Annotated(article, List.of(row)))));
    return refused.getMessage() + ": " + refused.advice().orElse("");
  }

  /** The bundled model before there were visits. */
  private static LearnedModel withoutVisits() {
    List<Head> heads = new ArrayList<>(BUNDLED.heads());
    Head kinds = heads.getFirst();
    heads.set(0, new Head(kinds.labels().stream().map(kind -> kind.equals("Visit") ? "Call" : kind).toList(),
        kinds.weights(), kinds.bias()));
    return BUNDLED.tunedTo(new Tuner.Tuned(BUNDLED.dense(), BUNDLED.vectors(), heads));
  }

  @Test
  void refusesAFieldThatTheModelDoesNotKnow() {
    assertEquals("the model does not know the field cheese: Train it anew, without --further.",
        refusal(BUNDLED, TrainingSet.FEWEST, "cheese"));
  }

  @Test
  void refusesAKindThatTheModelDoesNotKnow() {
    assertEquals("the model does not know the kind Visit: Train it anew, without --further.",
        refusal(withoutVisits(), TrainingSet.FEWEST, "trade"));
  }

  @Test
  void refusesToLearnOnFromNextToNothing() {
    assertEquals(
        "3 annotated undertakings are too few to learn from: It takes at least 200, in articles of many kinds.",
        refusal(BUNDLED, 3, "trade"));
  }
}
