package org.entente.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Block;
import org.entente.text.Span;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Evidence;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;

/** Invented articles, rows and findings for the tests of this package. */
final class Samples {

  private Samples() {}

  static Article article(String text) {
    Block block = new Block(Block.Kind.PARAGRAPH, 0, text.length(), Optional.empty(), 1, 0, 0, Optional.empty());
    return new Article(
        "Invented", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), "en", Optional.empty(), List.of(),
        text, List.of(block));
  }

  static GoldRow row(String id, String states, Kind kind, Status status, String anchor) {
    return new GoldRow(
        id, kind, new TreeSet<>(Arrays.asList(states.split("\\+"))), List.of(), status, "trade", Optional.empty(),
        List.of(), anchor, List.of(), "");
  }

  static GoldRow dated(GoldRow row, TimeInterval when) {
    return new GoldRow(
        row.id(), row.kind(), row.states(), row.others(), row.status(), row.field(), Optional.of(when), row.places(),
        row.anchor(), row.roles(), row.trigger());
  }

  static GoldRow placed(GoldRow row, String... places) {
    return new GoldRow(
        row.id(), row.kind(), row.states(), row.others(), row.status(), row.field(), row.when(), List.of(places),
        row.anchor(), row.roles(), row.trigger());
  }

  static GoldRow withRoles(GoldRow row, String... roles) {
    return new GoldRow(
        row.id(), row.kind(), row.states(), row.others(), row.status(), row.field(), row.when(), row.places(),
        row.anchor(), List.of(roles), row.trigger());
  }

  static Undertaking withParties(Undertaking u, Party... parties) {
    return new Undertaking(
        u.ordinal(), u.kind(), u.states(), List.of(parties), u.status(), u.ending(), u.fields(), u.when(), u.dateText(),
        u.places(),
        u.item(), u.quantity(), u.amount(), u.currency(), u.instrument(), u.name(), u.history(), u.resultedIn(),
        u.partOf(), u.statedBy(), u.evidence(), u.trigger(), u.rationale(), u.confidence());
  }

  static Undertaking found(int ordinal, String states, Kind kind, Status status, String... passages) {
    return found(ordinal, states, kind, status, Optional.empty(), List.of(), passages);
  }

  static Undertaking found(
      int ordinal, String states, Kind kind, Status status, Optional<TimeInterval> when, List<String> places,
      String... passages) {
    List<Evidence> evidence = Arrays.stream(passages)
        .map(words -> new Evidence(new Span(0, words.length()), words, Optional.empty(), 1))
        .toList();
    return new Undertaking(
        ordinal, kind, Arrays.stream(states.split("\\+")).map(Samples::state).toList(), List.of(), status,
        Optional.empty(), List.of("trade"), when, Optional.empty(), places.stream().map(Samples::place).toList(),
        Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(),
        List.of(), Optional.empty(), evidence, Optional.empty(), Optional.empty(), BigDecimal.ONE);
  }

  static Reading reading(String text, Undertaking... undertakings) {
    return new Reading(article(text), new Extraction(List.of(undertakings), List.of(), List.of()));
  }

  static Actor state(String code) {
    return new Actor(Actor.Type.STATE, code.toLowerCase(java.util.Locale.ROOT), code, "State", Optional.of(code), true);
  }

  private static Actor place(String name) {
    return new Actor(Actor.Type.PLACE, "place", name, "Place", Optional.empty(), true);
  }
}
