package org.entente.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.dboe.transaction.txn.TransactionListener;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A change fails behind the point of no return, as it does where the disk fails while the journal is written. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenOffChangeTest {

  @TempDir
  Path folder;

  private static void failNextCommit(GraphStore store) {
    TransactionCoordinator transactions = store.read(data -> store.storage().getTxnSystem().getTxnMgr());
    transactions.modifyConfigDirect(() -> transactions.addListener(new TransactionListener() {
      @Override
      public void notifyCommitStart(Transaction transaction) {
        if (transaction.isWriteTxn()) {
          throw new InternalError("a fault occurred in an unsafe memory access operation");
        }
      }
    }));
  }

  @Test
  void letsNobodyWaitForEverAndIsWholeWhenTheStoreIsOpenedAnew() {
    String version;
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(EndlessWriter.graph(1, 11));
      version = store.version();
      failNextCommit(store);
      StoreException first = assertThrows(StoreException.class, () -> store.replace(EndlessWriter.graph(2, 12)));
      assertTrue(first.getMessage().contains("broke off") && first.getMessage().contains("mapped file"),
          first.getMessage());
      StoreException next = CompletableFuture.supplyAsync(() -> assertThrows(StoreException.class,
          () -> store.remove(EndlessWriter.name(1)))).join();
      assertTrue(next.advice().orElse("").contains("again"), next.toString());
      assertFalse(store.isSound());
      assertFalse(store.compactNow());
      assertTrue(store.graph(EndlessWriter.name(1)).isIsomorphicWith(EndlessWriter.graph(1, 11).content()));
    }
    try (GraphStore store = GraphStore.open(folder)) {
      assertTrue(store.isSound());
      assertEquals(version, store.version());
      assertEquals(List.of(), StoreCheck.findings(store));
      store.replace(EndlessWriter.graph(2, 12));
      assertTrue(store.compactNow());
      assertEquals(List.of(), StoreCheck.findings(store));
    }
  }

  @Test
  void isNoneWhereMemoryRunsOutBeforeThatAndCompactionNeedNotWait() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(EndlessWriter.graph(1, 11));
      String version = store.version();
      assertThrows(OutOfMemoryError.class, () -> store.fill(data -> {
        data.add(Quad.defaultGraphIRI, RDF.type.asNode(), RDF.type.asNode(), RDF.type.asNode());
        throw new OutOfMemoryError("for this test");
      }));
      assertTrue(store.isSound());
      assertEquals(version, store.version());
      assertTrue(store.compactNow());
      store.replace(EndlessWriter.graph(2, 12));
    }
  }

  @Test
  void isNoneWhereItFailsBeforeThat() {
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.empty())) {
      store.replace(EndlessWriter.graph(1, 11));
      String version = store.version();
      Triple some = EndlessWriter.graph(2, 12).content().find().next();
      assertThrows(StoreException.class,
          () -> store.replace(StoredGraph.withoutText(EndlessWriter.name(2), new FailingGraph(some), "f")));
      assertTrue(store.isSound());
      assertEquals(version, store.version());
      assertTrue(store.compactNow());
    }
  }
}
