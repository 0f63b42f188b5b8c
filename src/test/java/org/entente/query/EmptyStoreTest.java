package org.entente.query;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.store.GraphStore;
import org.entente.vocab.IriScheme;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every bundled query can be asked of a store that holds nothing. */
class EmptyStoreTest {

  @TestFactory
  Stream<DynamicTest> answersOverNothing() {
    GraphStore store = GraphStore.inMemory(IriScheme.DEFAULT_BASE);
    return QueryCatalogue.bundled().queries().stream()
        .map(
            q -> DynamicTest.dynamicTest(
                q.name(),
                () -> assertDoesNotThrow(
                    () -> store.read(
                        data -> {
                          try (QueryExec e = QueryExec.dataset(data).query(q.fill(Map.of())).build()) {
                            e.select().forEachRemaining(b -> {});
                            return null;
                          }
                        }))));
  }
}
