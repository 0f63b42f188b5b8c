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
import org.entente.load.LoadOutcome.PassedOver;
import org.entente.load.LoadOutcome.Rejected;
import org.entente.load.LoadOutcome.Unchanged;
import org.entente.publish.site.Intake;
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
    List<LoadOutcome> articles = outcomes.stream().filter(outcome -> !(outcome instanceof PassedOver)).toList();
    return articles.size() == 1 ? taken(articles.getFirst()) : several(name, outcomes);
  }

  @Override
  public Taken remove(String article, String why, String who) {
    Optional<String> graph = StoredArticle.graphOf(store, article);
    boolean removed =
        graph.filter(name -> loader.remove(name, GraphStore.reason(why, who))).isPresent();
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

  /** A file with several articles: each of them, and one status for all. */
  private static Taken several(String name, List<LoadOutcome> outcomes) {
    boolean rejected = outcomes.stream().allMatch(LoadOutcome.Rejected.class::isInstance);
    boolean loaded = outcomes.stream().anyMatch(Loaded.class::isInstance);
    List<Map<String, Object>> articles = outcomes.stream().map(StoreIntake::members).toList();
    return new Taken(
        loaded ? 201 : rejected ? 422 : 200, Map.of("source", name, "outcome", "several", "articles", articles));
  }

  private static Taken taken(LoadOutcome outcome) {
    int status = switch (outcome) {
      case Loaded loaded -> 201;
      case Unchanged same -> 200;
      case Rejected refused -> 422;
      case PassedOver other -> 200;
    };
    return new Taken(status, members(outcome));
  }

  private static Map<String, Object> members(LoadOutcome outcome) {
    Map<String, Object> members = new TreeMap<>(Map.of("source", outcome.source()));
    switch (outcome) {
      case Loaded loaded -> {
        members.putAll(Map.of("outcome", "loaded", "article", loaded.article(), "title", loaded.title(), "undertakings",
            loaded.undertakings(), "proposals", loaded.proposals(), "warnings", loaded.warnings()));
        loaded.issued().ifPresent(day -> members.put("issued", day.toString()));
        loaded.copyOf().ifPresent(other -> members.put("copyOf", other));
      }
      case Unchanged same -> {
        members.putAll(Map.of("outcome", "unchanged", "article", same.article(), "title", same.title()));
        same.issued().ifPresent(day -> members.put("issued", day.toString()));
      }
      case Rejected refused -> {
        members.putAll(Map.of("outcome", "rejected", "problem", refused.problem(), "findings", refused.findings()));
        refused.advice().ifPresent(advice -> members.put("advice", advice));
      }
      case PassedOver other -> members.putAll(Map.of("outcome", "passed over", "reason", other.reason()));
    }
    return members;
  }
}
