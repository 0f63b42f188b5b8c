package org.entente.publish.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * {@code /reconcile}: the Reconciliation Service API 0.2 of the W3C community group, as OpenRefine speaks it: names in,
 * things of the dataset out, with how well they match; and suggestions while one types.
 */
final class ReconcileRoute implements Route {

  private static final int USUAL = 5;
  private static final int MOST = 50;
  private static final int MOST_QUERIES = 100;
  /** From here on a name is the thing's own name or another name of it, word for word. */
  private static final int SURE = 95;

  private final PublishedDataset data;
  private final PerVersion<SearchIndex> index;
  private final ServerOptions options;

  ReconcileRoute(PublishedDataset data, PerVersion<SearchIndex> index, ServerOptions options) {
    this.data = data;
    this.index = index;
    this.options = options;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(exchange.query());
    if (exchange.method().equals("POST")) {
      parameters.putAll(exchange.form(options.maxRequestBytes()));
    }
    return switch (exchange.path()) {
      case "/reconcile", "/reconcile/" -> first(parameters, "queries").map(this::reconcile).orElseGet(this::manifest);
      case "/reconcile/suggest/entity" -> suggestEntities(first(parameters, "prefix").orElse(""));
      case "/reconcile/suggest/type" -> suggestTypes(first(parameters, "prefix").orElse(""));
      default -> throw HttpProblem.notFound("The reconciliation service has no " + exchange.path() + ".");
    };
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  private static Reply json(Object members) {
    return Reply.text(Form.JSON, Json.text(members)).with("Cache-Control", "no-cache");
  }

  private Reply manifest() {
    String service = data.base() + "reconcile";
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("versions", List.of("0.2"));
    manifest.put("name", "Entente");
    manifest.put("identifierSpace", data.base() + "id/");
    manifest.put("schemaSpace", Namespaces.ENT);
    manifest.put("view", Json.object("url", data.base() + "id/{{id}}"));
    manifest.put("defaultTypes", index.get().allTypes().stream()
        .filter(Set.of("State", "Institution", "Person")::contains).map(ReconcileRoute::type).toList());
    Map<String, Object> suggest = new LinkedHashMap<>();
    suggest.put("entity", Json.object("service_url", service, "service_path", "/suggest/entity"));
    suggest.put("type", Json.object("service_url", service, "service_path", "/suggest/type"));
    manifest.put("suggest", suggest);
    return json(manifest);
  }

  private static Map<String, Object> type(String name) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", name);
    type.put("name", name);
    return type;
  }

  private Reply reconcile(String queries) {
    JsonObject batch = parsed(queries);
    if (batch.keySet().size() > MOST_QUERIES) {
      throw HttpProblem.badRequest("There are " + batch.keySet().size() + " names in one request; at most "
          + MOST_QUERIES + " are looked up.");
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    batch.forEach((name, query) -> answers.put(name, Json.object("result", candidates(query))));
    return json(answers);
  }

  private static JsonObject parsed(String queries) {
    try {
      return JSON.parse(queries);
    } catch (RuntimeException e) {
      // Besides its own exceptions the parser lets others out, a NullPointerException where the text breaks off.
      throw HttpProblem.badRequest("The parameter \"queries\" is not a JSON object of queries.");
    }
  }

  private List<Object> candidates(JsonValue asked) {
    if (!asked.isObject() || !asked.getAsObject().hasKey("query") || !asked.getAsObject().get("query").isString()) {
      throw HttpProblem.badRequest("Each query is an object with a text as its member \"query\".");
    }
    JsonObject query = asked.getAsObject();
    int limit = query.hasKey("limit") && query.get("limit").isNumber()
        ? Math.clamp(query.get("limit").getAsNumber().value().longValue(), 1, MOST) : USUAL;
    List<SearchIndex.Hit> hits = index.get().search(query.getString("query"), limit, ofTypes(query));
    boolean oneIsSure = hits.stream().filter(hit -> hit.score() >= SURE).count() == 1;
    List<Object> candidates = new ArrayList<>();
    for (SearchIndex.Hit hit : hits) {
      Map<String, Object> candidate = new LinkedHashMap<>(entity(hit));
      candidate.put("score", hit.score());
      candidate.put("match", oneIsSure && hit.score() >= SURE);
      candidate.put("type", index.get().types(hit.iri()).stream().map(ReconcileRoute::type).toList());
      candidates.add(candidate);
    }
    return candidates;
  }

  private Map<String, Object> entity(SearchIndex.Hit hit) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", hit.iri().substring(data.base().length() + 3));
    entity.put("name", hit.label());
    return entity;
  }

  /** Things of the dataset, of one of the types where the query names some. */
  private Predicate<String> ofTypes(JsonObject query) {
    List<String> wanted = Stream.of(query)
        .filter(object -> object.hasKey("type")).map(object -> object.get("type"))
        .flatMap(type -> type.isArray() ? type.getAsArray().stream() : Stream.of(type))
        .map(type -> type.isObject() ? type.getAsObject().get("id") : type)
        .filter(id -> id != null && id.isString()).map(id -> id.getAsString().value()).toList();
    return iri -> isThing(iri) && (wanted.isEmpty() || wanted.stream().anyMatch(index.get().types(iri)::contains));
  }

  private boolean isThing(String iri) {
    return iri.startsWith(data.base() + "id/") && iri.indexOf('#') < 0;
  }

  private Reply suggestEntities(String prefix) {
    List<Object> found = new ArrayList<>();
    for (SearchIndex.Hit hit : index.get().search(prefix, USUAL * 2, this::isThing)) {
      Map<String, Object> entity = new LinkedHashMap<>(entity(hit));
      entity.put("notable", List.of(type(hit.type())));
      found.add(entity);
    }
    return json(Json.object("result", found));
  }

  private Reply suggestTypes(String prefix) {
    String wanted = SearchIndex.folded(prefix);
    return json(Json.object("result", index.get().allTypes().stream()
        .filter(type -> SearchIndex.folded(type).startsWith(wanted)).map(ReconcileRoute::type).toList()));
  }
}
