package org.entente.publish.data;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.publish.http.Digests;

/**
 * Named graphs in memory that do not change while they are published. Their version is a digest of their content, so
 * the same graphs have the same one wherever they are published.
 */
public final class MemoryDataset implements PublishedDataset {

  private final DatasetGraph graphs;
  private final String base;
  private final String version;
  private final Instant modified;

  public MemoryDataset(DatasetGraph named, String base) {
    this.graphs = new UnionDataset(named);
    this.base = base;
    this.version = digestOf(named);
    this.modified = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String digestOf(DatasetGraph named) {
    List<String> lines = new ArrayList<>();
    named.find().forEachRemaining(quad -> lines.add(NodeFmtLib.str(quad)));
    lines.sort(null);
    return Digests.shortSha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String base() {
    return base;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<String> knownVersion() {
    return Optional.of(version);
  }

  @Override
  public Instant modified() {
    return modified;
  }

  @Override
  public DatasetGraph graphs() {
    return graphs;
  }
}
