package org.entente.publish.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.ContentSecurity;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.Form;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Json;
import org.entente.publish.http.Markup;
import org.entente.publish.http.Reply;
import org.entente.publish.http.Route;
import org.entente.vocab.Addresses;

/**
 * {@code /reconcile}: the Reconciliation Service API 0.2 of the W3C community group, as OpenRefine speaks it: names in,
 * things of the dataset out, with how well they match; suggestions while one types; and what else is known of those
 * found, to be added to a table.
 */
final class ReconcileRoute implements Route {

  private static final int USUAL = 5;
  private static final int MOST = 50;
  private static final int MOST_QUERIES = 100;
  private static final int MOST_EXTENDED = 500;
  /** From here on a name is the thing's own name or another name of it, word for word, in whatever order. */
  private static final int SURE = 93;
  private static final int BEST = 100;
  /** What a candidate loses that has another value of a property than the query gives. */
  private static final int CONTRADICTED = 30;

  private static final int PREVIEW_WIDTH = 400;
  private static final int PREVIEW_HEIGHT = 200;
  private static final int SHOWN_OF_EACH = 3;
  /** Clients show the preview in a frame on their own pages; it has neither scripts nor forms. */
  private static final String PREVIEW_STYLE = "body{font:14px/1.4 sans-serif;margin:.6em}h1{font-size:1.1em;margin:0}"
      + "dt{float:left;clear:left;margin-right:.4em;font-weight:bold}dt::after{content:\":\"}dd{margin:0}";

  private final PublishedDataset data;
  private final PerVersion<SearchIndex> index;
  private final ServerOptions options;
  private final Extension extension;

  ReconcileRoute(PublishedDataset data, PerVersion<SearchIndex> index, ServerOptions options, Extension extension) {
    this.data = data;
    this.index = index;
    this.options = options;
    this.extension = extension;
  }

  @Override
  public Reply answer(Exchange exchange) throws IOException {
    Map<String, List<String>> parameters = new LinkedHashMap<>(exchange.query());
    if (exchange.method().equals("POST")) {
      parameters.putAll(exchange.form(options.limits().requestBytes()));
    }
    return switch (exchange.path()) {
      case "/reconcile", "/reconcile/" -> first(parameters, "queries").map(this::reconcile)
          .or(() -> first(parameters, "extend").map(this::extend)).orElseGet(this::manifest);
      case "/reconcile/preview" -> preview(first(parameters, "id").orElse(""));
      case "/reconcile/suggest/entity" ->
          suggested(suggestEntities(first(parameters, "prefix").orElse("")), parameters);
      case "/reconcile/suggest/type" -> suggested(suggestTypes(first(parameters, "prefix").orElse("")), parameters);
      case "/reconcile/suggest/property" -> suggested(
          suggestProperties(first(parameters, "prefix").orElse("")), parameters);
      case "/reconcile/extend/propose" -> proposeProperties(
          first(parameters, "type").orElse(""), number(parameters, "limit", Integer.MAX_VALUE));
      default -> throw HttpProblem.notFound("The reconciliation service has no " + exchange.path() + ".");
    };
  }

  private static Optional<String> first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Suggestions from the one on that the client asks for. */
  private static Reply suggested(List<Object> all, Map<String, List<String>> parameters) {
    return json(Json.object("result", all.stream().skip(number(parameters, "cursor", 0)).toList()));
  }

  private static int number(Map<String, List<String>> parameters, String name, int usual) {
    return first(parameters, name).filter(text -> text.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(usual);
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
    manifest.put("preview", Json.object("url", service + "/preview?id={{id}}", "width", PREVIEW_WIDTH,
        "height", PREVIEW_HEIGHT));
    manifest.put("defaultTypes", index.get().allTypes().stream()
        .filter(Set.of("State", "Institution", "Person")::contains).map(ReconcileRoute::type).toList());
    Map<String, Object> suggest = new LinkedHashMap<>();
    suggest.put("entity", Json.object("service_url", service, "service_path", "/suggest/entity"));
    suggest.put("type", Json.object("service_url", service, "service_path", "/suggest/type"));
    suggest.put("property", Json.object("service_url", service, "service_path", "/suggest/property"));
    manifest.put("suggest", suggest);
    manifest.put("extend", Json.object(
        "propose_properties", Json.object("service_url", service, "service_path", "/extend/propose"),
        "property_settings", List.of(Json.object("name", "limit", "label", "At most", "type", "number", "default", 0,
            "help_text", "How many values of one thing; 0 for all"))));
    return json(manifest);
  }

  /** What a thing is, in a small page that a client shows in a frame of its own. */
  private Reply preview(String id) {
    String iri = data.base() + "id/" + id;
    String type = index.get().type(iri);
    if (type.isEmpty() || !isThing(iri)) {
      throw HttpProblem.notFound("There is no " + id + " to show.");
    }
    List<String> facts = new ArrayList<>();
    extension.properties().stream().filter(property -> family(type).stream().anyMatch(property::isOf)).forEach(
        property -> extension.values(property, Set.of(iri)).getOrDefault(iri, List.of()).stream().limit(SHOWN_OF_EACH)
            .map(value -> shown(property, value)).reduce((one, other) -> one + ", " + other)
            .ifPresent(values -> facts.add("<dt>" + Markup.escape(property.name()) + "</dt><dd>" + values + "</dd>")));
    String name = Markup.escape(index.get().label(iri));
    String page = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
        <style>%5$s</style></head>
        <body><h1><a href="%2$s" target="_blank" rel="noopener">%1$s</a></h1><p>%3$s</p><dl>%4$s</dl></body></html>
        """.formatted(name, Markup.escape(Addresses.inAscii(iri)), Markup.escape(type), String.join("\n", facts),
        PREVIEW_STYLE);
    return Reply.text(Form.HTML, page).with("Cache-Control", "no-cache")
        .with(ContentSecurity.HEADER, ContentSecurity.framedAnywhere(PREVIEW_STYLE));
  }

  private String shown(Extension.Property property, Node value) {
    boolean ours = value.isURI() && value.getURI().startsWith(data.base() + "id/");
    return Markup.escape(ours ? index.get().label(value.getURI()) : text(property, value));
  }

  private static Map<String, Object> type(String name) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", name);
    type.put("name", name);
    return type;
  }

  private Reply reconcile(String queries) {
    JsonObject batch = parsed(queries, "queries");
    if (batch.keySet().size() > MOST_QUERIES) {
      throw HttpProblem.badRequest("There are " + batch.keySet().size() + " names in one request; at most "
          + MOST_QUERIES + " are looked up.");
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    batch.forEach((name, query) -> answers.put(name, Json.object("result", candidates(query))));
    return json(answers);
  }

  private static JsonObject parsed(String text, String parameter) {
    try {
      return JSON.parse(text);
    } catch (RuntimeException e) {
      // Besides its own exceptions the parser lets others out, a NullPointerException where the text breaks off.
      throw HttpProblem.badRequest("The parameter \"" + parameter + "\" is not a JSON object.");
    }
  }

  private List<Object> candidates(JsonValue asked) {
    if (!asked.isObject() || !hasName(asked.getAsObject()) && given(asked.getAsObject()).isEmpty()) {
      throw HttpProblem.badRequest("Each query is an object with a text as its member \"query\", or with an array "
          + "\"properties\" to go by.");
    }
    JsonObject query = asked.getAsObject();
    int limit = query.hasKey("limit") && query.get("limit").isNumber()
        ? Math.clamp(query.get("limit").getAsNumber().value().longValue(), 1, MOST) : USUAL;
    if (!hasName(query)) {
      return holders(query).stream().limit(limit).toList();
    }
    String name = query.getString("query");
    List<SearchIndex.Hit> hits = index.get().search(name, Math.max(limit, MOST), ofTypes(query));
    Support support = support(query, hits);
    List<SearchIndex.Hit> sure = hits.stream().filter(hit -> hit.score() >= SURE)
        .filter(hit -> !support.contradicted().contains(hit.iri()))
        .filter(hit -> !index.get().isAmbiguous(name) || support.confirmed().contains(hit.iri())).toList();
    List<Candidate> candidates = new ArrayList<>();
    for (SearchIndex.Hit hit : hits) {
      boolean against = support.contradicted().contains(hit.iri());
      int score = Math.max(1, hit.score() - (against ? CONTRADICTED : 0));
      candidates.add(new Candidate(hit, score, sure.equals(List.of(hit))));
    }
    return candidates.stream().sorted(Comparator.comparingInt(Candidate::score).reversed()).limit(limit)
        .<Object>map(this::members).toList();
  }

  private static boolean hasName(JsonObject query) {
    return query.hasKey("query") && query.get("query").isString();
  }

  /** Those that have all the values that a query gives in place of a name; the only one is sure. */
  private List<Object> holders(JsonObject query) {
    Optional<Set<String>> all = given(query).stream()
        .map(given -> extension.holders(given.property(), forms(given))).reduce((one, other) -> {
          Set<String> both = new TreeSet<>(one);
          both.retainAll(other);
          return both;
        });
    List<String> found = all.orElseGet(Set::of).stream().filter(ofTypes(query)).toList();
    return found.stream().map(iri -> new SearchIndex.Hit(iri, index.get().label(iri), index.get().type(iri), "", BEST))
        .<Object>map(hit -> members(new Candidate(hit, BEST, found.size() == 1))).toList();
  }

  /** What values may look like in the data: as they are, or as the end of an IRI. */
  private Set<String> forms(Given given) {
    return given.values().stream()
        .flatMap(value -> Stream.of(value, given.property().beginning() + value, data.base() + "id/" + value))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Given(Extension.Property property, Set<String> values) {}

  /** The properties of ours that a query gives, with what they are to be. */
  private List<Given> given(JsonObject query) {
    List<Given> all = new ArrayList<>();
    if (query.hasKey("properties") && query.get("properties").isArray()) {
      for (JsonValue one : query.get("properties").getAsArray()) {
        member(one, "pid").flatMap(extension::named).filter(property -> one.getAsObject().hasKey("v"))
            .ifPresent(property -> all.add(new Given(property, texts(one.getAsObject().get("v")))));
      }
    }
    return all;
  }

  private record Candidate(SearchIndex.Hit hit, int score, boolean match) {}

  private Map<String, Object> members(Candidate candidate) {
    Map<String, Object> members = new LinkedHashMap<>(entity(candidate.hit()));
    members.put("score", candidate.score());
    members.put("match", candidate.match());
    members.put("type", index.get().types(candidate.hit().iri()).stream().map(ReconcileRoute::type).toList());
    return members;
  }

  /**
   * What the properties that a query gives say of its hits.
   *
   * @param confirmed those that have one of these values
   * @param contradicted those that have other values; who has none is in neither
   */
  private record Support(Set<String> confirmed, Set<String> contradicted) {}

  private Support support(JsonObject query, List<SearchIndex.Hit> hits) {
    Support support = new Support(new HashSet<>(), new HashSet<>());
    Set<String> iris = hits.stream().map(SearchIndex.Hit::iri).collect(Collectors.toSet());
    for (Given given : given(query)) {
      extension.values(given.property(), iris).forEach((iri, values) -> {
        boolean agrees =
            values.stream().map(value -> text(given.property(), value)).anyMatch(given.values()::contains);
        (agrees ? support.confirmed() : support.contradicted()).add(iri);
      });
    }
    return support;
  }

  private static Optional<String> member(JsonValue object, String name) {
    return object.isObject() && object.getAsObject().hasKey(name) && object.getAsObject().get(name).isString()
        ? Optional.of(object.getAsObject().getString(name)) : Optional.empty();
  }

  /** A value of a property as people write it: a text, a number, the identifier of an entity, or several of these. */
  private static Set<String> texts(JsonValue value) {
    if (value.isArray()) {
      return value.getAsArray().stream().flatMap(one -> texts(one).stream()).collect(Collectors.toSet());
    }
    if (value.isObject()) {
      return member(value, "id").map(Set::of).orElse(Set.of());
    }
    return Set.of(value.isString() ? value.getAsString().value() : value.toString());
  }

  private String text(Extension.Property property, Node value) {
    String text = Nodes.text(value);
    return text.startsWith(data.base() + "id/") ? text.substring(data.base().length() + 3)
        : text.startsWith(property.beginning()) ? text.substring(property.beginning().length()) : text;
  }

  /** What is known of things that were found. */
  private Reply extend(String request) {
    JsonObject asked = parsed(request, "extend");
    if (!asked.hasKey("ids") || !asked.get("ids").isArray() || !asked.hasKey("properties")
        || !asked.get("properties").isArray()) {
      throw HttpProblem.badRequest("What is to be extended is an object with the arrays \"ids\" and \"properties\".");
    }
    List<String> ids = asked.get("ids").getAsArray().stream().filter(JsonValue::isString)
        .map(id -> id.getAsString().value()).distinct().toList();
    if (ids.size() > MOST_EXTENDED) {
      throw HttpProblem.badRequest("There are " + ids.size() + " things in one request; at most " + MOST_EXTENDED
          + " are extended.");
    }
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    ids.forEach(id -> rows.put(id, new LinkedHashMap<>()));
    List<Object> meta = new ArrayList<>();
    for (JsonValue wanted : asked.get("properties").getAsArray()) {
      String id = member(wanted, "id").orElse("");
      Extension.Property property = extension.named(id).orElseThrow(() -> HttpProblem.badRequest(
          "There is no property \"" + id + "\"; /reconcile/extend/propose lists them."));
      meta.add(property.members());
      Map<String, List<Node>> values = extension.values(property,
          ids.stream().map(thing -> data.base() + "id/" + thing).collect(Collectors.toSet()));
      long limit = limit(wanted.getAsObject());
      ids.forEach(thing -> rows.getOrDefault(thing, new LinkedHashMap<>()).put(id,
          values.getOrDefault(data.base() + "id/" + thing, List.of()).stream()
              .limit(limit).map(value -> cell(property, value)).toList()));
    }
    return json(Json.object("meta", meta, "rows", rows));
  }

  private static long limit(JsonObject property) {
    if (!property.hasKey("settings") || !property.get("settings").isObject()
        || !property.getObj("settings").hasKey("limit")) {
      return Long.MAX_VALUE;
    }
    String limit = texts(property.getObj("settings").get("limit")).stream().findFirst().orElse("0");
    return limit.matches("[1-9][0-9]{0,5}") ? Long.parseLong(limit) : Long.MAX_VALUE;
  }

  private Map<String, Object> cell(Extension.Property property, Node value) {
    String text = text(property, value);
    if (value.isURI()) {
      return value.getURI().startsWith(data.base() + "id/")
          ? Json.object("id", text, "name", index.get().label(value.getURI())) : Json.object("str", text);
    }
    String type = value.getLiteralDatatypeURI();
    if (type.equals(XSD.integer.getURI())) {
      return Json.object("int", Long.parseLong(text));
    }
    if (type.equals(XSD.decimal.getURI()) || type.equals(XSD.xdouble.getURI())) {
      return Json.object("float", Double.parseDouble(text));
    }
    // The specification has no days, only the beginning of one.
    return type.equals(XSD.date.getURI()) ? Json.object("date", text + "T00:00:00Z") : Json.object("str", text);
  }

  private List<Object> suggestProperties(String prefix) {
    String wanted = FoldedText.of(prefix);
    return extension.properties().stream()
        .filter(property -> FoldedText.of(property.id() + " " + property.name()).contains(wanted))
        .<Object>map(Extension.Property::members).toList();
  }

  /** The properties that things of a type have; those that every thing has for a type that is not told. */
  private Reply proposeProperties(String type, int limit) {
    List<Object> properties = extension.properties().stream()
        .filter(property -> type.isEmpty() || family(type).stream().anyMatch(property::isOf))
        .limit(limit).<Object>map(Extension.Property::members).toList();
    return json(Json.object("type", type, "properties", properties));
  }

  /** The type and those that all of its things have as well. */
  private Set<String> family(String type) {
    return index.get().typesWith(type);
  }

  private Map<String, Object> entity(SearchIndex.Hit hit) {
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("id", hit.iri().substring(data.base().length() + 3));
    entity.put("name", hit.label());
    return entity;
  }

  /** Things of the dataset, of one or all of the types where the query names some. */
  private Predicate<String> ofTypes(JsonObject query) {
    List<String> wanted = Stream.of(query)
        .filter(object -> object.hasKey("type")).map(object -> object.get("type"))
        .flatMap(type -> type.isArray() ? type.getAsArray().stream() : Stream.of(type))
        .map(type -> type.isObject() ? type.getAsObject().get("id") : type)
        .filter(id -> id != null && id.isString()).map(id -> id.getAsString().value()).toList();
    String strictness = member(query, "type_strict").orElse("any");
    return iri -> isThing(iri) && (wanted.isEmpty() || strictness.equals("should") || (strictness.equals("all")
        ? index.get().types(iri).containsAll(wanted) : wanted.stream().anyMatch(index.get().types(iri)::contains)));
  }

  private boolean isThing(String iri) {
    return iri.startsWith(data.base() + "id/") && iri.indexOf('#') < 0;
  }

  private List<Object> suggestEntities(String prefix) {
    List<Object> found = new ArrayList<>();
    for (SearchIndex.Hit hit : index.get().search(prefix, USUAL * 2, this::isThing)) {
      Map<String, Object> entity = new LinkedHashMap<>(entity(hit));
      entity.put("notable", List.of(type(hit.type())));
      found.add(entity);
    }
    return found;
  }

  private List<Object> suggestTypes(String prefix) {
    String wanted = FoldedText.of(prefix);
    return index.get().allTypes().stream().filter(type -> FoldedText.of(type).startsWith(wanted))
        .<Object>map(ReconcileRoute::type).toList();
  }
}
