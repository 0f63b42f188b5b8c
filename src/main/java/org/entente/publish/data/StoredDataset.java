package org.entente.publish.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.entente.publish.dump.Dump;
import org.entente.publish.dump.DumpWriter;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoreBackup;

/** A store of ours as published data, read-only. What is loaded into it meanwhile shows with the next request. */
public final class StoredDataset implements PublishedDataset {

  private final GraphStore store;
  private final DatasetGraph graphs;
  private final Instant started = Instant.now();

  public StoredDataset(GraphStore store) {
    this.store = store;
    this.graphs = new DatasetGraphReadOnly(store.dataset());
  }

  @Override
  public String base() {
    return store.base();
  }

  @Override
  public String version() {
    return store.version();
  }

  @Override
  public Optional<String> knownVersion() {
    return Optional.of(store.latestVersion());
  }

  @Override
  public Instant modified() {
    return store.modified().orElse(started);
  }

  @Override
  public DatasetGraph graphs() {
    return graphs;
  }

  @Override
  public Optional<String> text(String digest) {
    return store.text(digest);
  }

  @Override
  public boolean isSound() {
    return store.isSound();
  }

  @Override
  public boolean backup(Path file) {
    StoreBackup.write(store, file);
    return true;
  }

  @Override
  public Optional<Dump> dump(Path folder) {
    return Optional.of(new DumpWriter(Namespaces.all()).write(store, folder, false));
  }

  @Override
  public boolean isMeasured() {
    return true;
  }

  @Override
  public Optional<Size> size() {
    List<CatalogEntry> entries = store.entries();
    return Optional.of(
        new Size(entries.size(), entries.stream().mapToLong(CatalogEntry::triples).sum(), store.bytes()));
  }
}
