package org.entente.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.store.GraphStore;
import org.entente.store.StoredGraph;

/** A store with one invented article on two states. */
final class TwoStates {

  private TwoStates() {}

  /** Makes it in a folder, and gives its path. */
  static String storedIn(Path folder) {
    Path store = folder.resolve("store");
    Dataset two = DatasetFactory.create();
    RDFDataMgr.read(two, "src/test/resources/server/two-states.trig");
    try (GraphStore opened = GraphStore.openOrCreate(store, Optional.of("https://data.example.org/"))) {
      two.listNames().forEachRemaining(name -> {
        if (!name.endsWith("graph/catalog")) {
          opened.replace(StoredGraph.withoutText(name, two.getNamedModel(name).getGraph(), "test"));
        }
      });
    }
    return store.toString();
  }
}
