package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final IriScheme IRIS = new IriScheme(IriScheme.DEFAULT_BASE);
  private static final String NAME = "<http://example.org/name>";
  private static final Graph PERU = turtle("<http://example.org/peru> " + NAME + " 'Peru' .");
  private static final Graph CHILE_TOO =
      turtle("<http://example.org/peru> " + NAME + " 'Peru' . <http://example.org/chile> " + NAME + " 'Chile' .");

  private final GraphStore store = GraphStore.inMemory(IriScheme.DEFAULT_BASE);
  private int readings;

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isReadOnlyWhenTheStoreHasAnother() {
    knowledge("build-1", "").refresh(store);
    knowledge("build-1", "").refresh(store);
    assertEquals(1, readings);
    knowledge("build-2", "").refresh(store);
    assertEquals(2, readings);
  }

  @Test
  void keepsAnOperatorsOwnNamesWhenTheyAreNotGivenAgain() {
    knowledge("build-1", "own").refresh(store);
    knowledge("build-1", "").refresh(store);
    assertEquals(1, store.graph(IRIS.graph("gazetteer")).size());
    assertEquals(1, store.graph(IRIS.graph("gazetteer-additions")).size());
  }

  private Knowledge knowledge(String build, String additions) {
    return Knowledge.of(
        IRIS,
        new Software("1", build, additions),
        () -> {
          readings++;
          return PERU;
        },
        () -> CHILE_TOO,
        () -> turtle("<http://example.org/class> " + NAME + " 'Class' ."));
  }

  private static Graph turtle(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).toGraph();
  }
}
