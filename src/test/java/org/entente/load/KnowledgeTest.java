package org.entente.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.entente.store.GraphStore;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final IriScheme IRIS = new IriScheme(IriScheme.DEFAULT_BASE);
  private static final String NAME = "<http://example.org/name>";
  private static final Graph PERU = turtle("<http://example.org/peru> " + NAME + " 'Peru' .");
  private static final Graph CHILE_TOO =
      turtle("<http://example.org/peru> " + NAME + " 'Peru' . <http://example.org/chile> " + NAME + " 'Chile' .");

  private static final Graph TERMS = turtle("<http://example.org/class> " + NAME + " 'Class' .");
  private static final Triple LINK = Triple.create(NodeFactory.createURI("http://example.org/one"),
      ENT.sameUndertaking.asNode(), NodeFactory.createURI("http://example.org/other"));

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
    return knowledge(new Software("1", build, additions), TERMS);
  }

  private Knowledge knowledge(Software software, Graph terms) {
    return Knowledge.of(
        IRIS,
        software,
        () -> {
          readings++;
          return PERU;
        },
        () -> CHILE_TOO,
        () -> terms);
  }

  private static Software build(String name, String linker) {
    return new Software("1", name, "", "", linker);
  }

  /** A link that no article gives, which is gone as soon as all links are made anew. */
  private void putALink() {
    store.amend(IRIS.graph("links"), Set.of(), Set.of(LINK), "test");
  }

  private boolean isLinkThere() {
    return store.graph(IRIS.graph("links")).contains(LINK);
  }

  @Test
  void leavesTheLinksAloneWhereAnotherBuildKnowsTheSameAndLinksTheSame() {
    knowledge(build("one", "linker"), TERMS).refresh(store);
    putALink();
    knowledge(build("other", "linker"), TERMS).refresh(store);
    assertEquals(2, readings);
    assertTrue(isLinkThere());
    assertFalse(store.isUnlinked());
  }

  @Test
  void makesTheLinksAnewWhereAnotherProgramLinksOrTheTermsAreOthers() {
    knowledge(build("one", "linker"), TERMS).refresh(store);
    putALink();
    knowledge(build("one", "other linker"), TERMS).refresh(store);
    assertFalse(isLinkThere());
    putALink();
    knowledge(build("two", "other linker"), turtle("""
        <http://example.org/Pact> <https://w3id.org/entente/ontology#kindConcept> <http://example.org/pact> ."""))
        .refresh(store);
    assertFalse(isLinkThere());
    assertFalse(store.isUnlinked());
  }

  private static Graph turtle(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).toGraph();
  }
}
