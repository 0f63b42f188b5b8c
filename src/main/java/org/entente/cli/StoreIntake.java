package org.entente.cli;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.article.ArticleSource;
import org.entente.article.MetadataOverrides;
import org.entente.load.ArticleLoader;
import org.entente.load.LoadOutcome;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.load.SameUndertakings;
import org.entente.publish.server.Intake;
import org.entente.store.GraphStore;

/** Articles that are sent to a running server go the same way as those that are loaded from files. */
final class StoreIntake implements Intake {

  private final ArticleLoader loader;
  private final GraphStore store;

  StoreIntake(ArticleLoader loader, GraphStore store) {
    this.loader = loader;
    this.store = store;
  }

  @Override
  public Taken take(String name, byte[] content, Map<String, String> metadata) {
    MetadataOverrides overrides;
    try {
      overrides = overrides(metadata);
    } catch (DateTimeParseException e) {
      return rejected(name, "date=" + metadata.get("date") + " is no date", "write it as 2018-08-10");
    } catch (IllegalArgumentException e) {
      return rejected(name, "source=" + metadata.get("source") + " is no address", "begin it with https://");
    }
    List<LoadOutcome> outcomes = new ArrayList<>();
    ArticleSource source = new ArticleSource.Sent(name, new ByteArrayInputStream(content));
    loader.loadAll(List.of(source), overrides, outcomes::add);
    return taken(outcomes.getFirst());
  }

  @Override
  public Taken remove(String article, String why) {
    Optional<String> graph = StoredArticle.in(store).stream().filter(stored -> stored.article().equals(article))
        .map(StoredArticle::graph).findFirst();
    boolean removed = graph.filter(name -> store.remove(name, why.isBlank() ? GraphStore.TAKEN_OUT : why)).isPresent();
    if (removed) {
      new SameUndertakings(store).link();
    }
    return new Taken(removed ? 200 : 404,
        Map.of("article", article, "outcome", removed ? "removed" : "not found"));
  }

  private static Taken rejected(String name, String problem, String advice) {
    return taken(new Rejected(name, problem, Optional.of(advice), List.of()));
  }

  private static MetadataOverrides overrides(Map<String, String> metadata) {
    return new MetadataOverrides(
        Optional.ofNullable(metadata.get("title")),
        Optional.ofNullable(metadata.get("author")),
        Optional.ofNullable(metadata.get("date")).map(LocalDate::parse),
        Optional.ofNullable(metadata.get("publisher")),
        Optional.ofNullable(metadata.get("source")).map(WebAddress::of));
  }

  private static Taken taken(LoadOutcome outcome) {
    Map<String, Object> members = new TreeMap<>(Map.of("source", outcome.source()));
    return switch (outcome) {
      case Loaded loaded -> {
        members.putAll(Map.of("outcome", "loaded", "article", loaded.article(), "undertakings", loaded.undertakings(),
            "proposals", loaded.proposals(), "warnings", loaded.warnings()));
        yield new Taken(201, members);
      }
      case Unchanged same -> {
        members.putAll(Map.of("outcome", "unchanged", "article", same.article()));
        yield new Taken(200, members);
      }
      case Rejected refused -> {
        members.putAll(Map.of("outcome", "rejected", "problem", refused.problem(), "findings", refused.findings()));
        refused.advice().ifPresent(advice -> members.put("advice", advice));
        yield new Taken(422, members);
      }
    };
  }
}
