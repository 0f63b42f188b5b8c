package org.entente.publish.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.publish.http.Form;
import org.entente.publish.http.Json;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.page.Gallery;

/**
 * The questions of a gallery as an OpenAPI 3.1 document: one path for each, its parameters, the forms of its answer.
 */
record OpenApi(String base, Gallery gallery) {

  private static final List<Form> ANSWERS = Stream.of(Form.RESULTS_JSON, Form.RESULTS_CSV, Form.RESULTS_TSV,
      Form.RESULTS_XML, Form.TURTLE, Form.JSONLD, Form.NTRIPLES).toList();

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "Entente: questions that are ready to ask");
    info.put("description", "Each path runs one SPARQL query with its parameters filled in.");
    info.put("version", SiteRoutes.softwareVersion());
    info.put("license", Json.object("name", "CC BY 4.0", "url", ReplyRules.LICENCE));
    document.put("info", info);
    document.put("servers", List.of(Json.object("url", base)));
    Map<String, Object> paths = new LinkedHashMap<>();
    gallery.questions()
        .forEach(question -> paths.put("/queries/" + question.name(), Json.object("get", get(question))));
    document.put("paths", paths);
    return document;
  }

  private Map<String, Object> get(Gallery.Question question) {
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", question.name());
    get.put("summary", question.title());
    get.put("description", question.description());
    get.put("parameters", Stream.concat(question.parameters().stream().map(OpenApi::parameter),
        Stream.of(format())).toList());
    Map<String, Object> content = new LinkedHashMap<>();
    ANSWERS.forEach(form -> content.put(form.mediaType(), Json.object()));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", Json.object("description", "The answer", "content", content));
    responses.put("default", Json.object("description", "What went wrong",
        "content", Json.object("application/problem+json", Json.object())));
    get.put("responses", responses);
    return get;
  }

  private static Map<String, Object> parameter(Gallery.Parameter parameter) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("name", parameter.name());
    member.put("in", "query");
    member.put("required", parameter.usual().isEmpty());
    member.put("description", parameter.description());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", parameter.type().equals("integer") ? "integer" : "string");
    switch (parameter.type()) {
      case "iri" -> schema.put("format", "iri-reference");
      case "date" -> schema.put("format", "date");
      default -> schema.put("description", parameter.type());
    }
    parameter.usual().ifPresent(usual -> schema.put("default", usual));
    if (!parameter.choices().isEmpty()) {
      schema.put("enum", parameter.choices());
    }
    member.put("schema", schema);
    return member;
  }

  private static Map<String, Object> format() {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("name", "format");
    member.put("in", "query");
    member.put("required", false);
    member.put("description", "The form of the answer, over the Accept header");
    member.put("schema", Json.object("type", "string", "enum", ANSWERS.stream().map(Form::name).toList()));
    return member;
  }
}
