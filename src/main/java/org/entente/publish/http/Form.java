package org.entente.publish.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/**
 * A form that an answer can be sent in.
 *
 * @param name what it is called in an address: the suffix without its dot, or the value of {@code format=}
 * @param mediaType what is sent as Content-Type and matched first
 * @param aliases other media types that ask for it
 * @param lang how Jena calls it; empty for HTML
 * @param text whether it is text, sent with its charset, and worth compressing
 */
public record Form(String name, String mediaType, List<String> aliases, Optional<Lang> lang, boolean text) {

  public static final Form HTML =
      new Form("html", "text/html", List.of("application/xhtml+xml"), Optional.empty(), true);
  public static final Form TURTLE = rdf("ttl", "text/turtle", Lang.TURTLE, "application/x-turtle", "text/n3",
      "text/rdf+n3");
  public static final Form NTRIPLES = rdf("nt", "application/n-triples", Lang.NTRIPLES);
  public static final Form RDFXML = rdf("rdf", "application/rdf+xml", Lang.RDFXML, "application/xml", "text/xml");
  public static final Form JSONLD = rdf("jsonld", "application/ld+json", Lang.JSONLD, "application/json");
  public static final Form TRIG = rdf("trig", "application/trig", Lang.TRIG, "application/x-trig");
  public static final Form NQUADS = rdf("nq", "application/n-quads", Lang.NQUADS, "text/x-nquads");
  static final Form RDFJSON = rdf("rj", "application/rdf+json", Lang.RDFJSON);
  static final Form TRIX = rdf("trix", "application/trix", Lang.TRIX, "application/trix+xml");
  static final Form RDFTHRIFT = binary("rt", "application/rdf+thrift", Lang.RDFTHRIFT);
  static final Form RDFPROTO = binary("rpb", "application/rdf+protobuf", Lang.RDFPROTO);

  public static final Form RESULTS_JSON = rdf("json", "application/sparql-results+json", ResultSetLang.RS_JSON,
      "application/json", "text/json");
  public static final Form RESULTS_XML = rdf("xml", "application/sparql-results+xml", ResultSetLang.RS_XML,
      "application/xml", "text/xml");
  public static final Form RESULTS_CSV = rdf("csv", "text/csv", ResultSetLang.RS_CSV);
  public static final Form RESULTS_TSV = rdf("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV);
  public static final Form RESULTS_TEXT = rdf("text", "text/plain", ResultSetLang.RS_Text);
  static final Form RESULTS_THRIFT = binary("srt", "application/sparql-results+thrift", ResultSetLang.RS_Thrift);
  static final Form RESULTS_PROTO =
      binary("srp", "application/sparql-results+protobuf", ResultSetLang.RS_Protobuf);

  public static final Form JSON = new Form("json", "application/json", List.of(), Optional.empty(), true);

  /** The RDF forms that every resource has, in the order in which they are offered. */
  public static final List<Form> OF_RESOURCES = List.of(TURTLE, JSONLD, NTRIPLES, RDFXML, TRIG, NQUADS);

  /** The forms of a graph that a query constructs. */
  public static final List<Form> OF_GRAPHS =
      List.of(TURTLE, JSONLD, NTRIPLES, RDFXML, TRIG, NQUADS, RDFJSON, TRIX, RDFTHRIFT, RDFPROTO);

  /** The forms of graphs with their names. */
  public static final List<Form> OF_DATASETS = List.of(TRIG, NQUADS, JSONLD, TRIX, RDFTHRIFT, RDFPROTO);

  /** The forms of a table. */
  public static final List<Form> OF_RESULTS = List.of(RESULTS_JSON, RESULTS_XML, RESULTS_CSV, RESULTS_TSV, RESULTS_TEXT,
      RESULTS_THRIFT, RESULTS_PROTO);

  /** The forms of a yes or no: Jena's binary ones have no place for it. */
  public static final List<Form> OF_VERDICTS =
      List.of(RESULTS_JSON, RESULTS_XML, RESULTS_CSV, RESULTS_TSV, RESULTS_TEXT);

  public Form {
    aliases = List.copyOf(aliases);
  }

  private static Form rdf(String name, String mediaType, Lang lang, String... aliases) {
    return new Form(name, mediaType, List.of(aliases), Optional.of(lang), true);
  }

  private static Form binary(String name, String mediaType, Lang lang) {
    return new Form(name, mediaType, List.of(), Optional.of(lang), false);
  }

  /** What to send as Content-Type. */
  public String contentType() {
    return text ? mediaType + "; charset=utf-8" : mediaType;
  }

  /** The form of this name among some; names are matched as people write them in addresses. */
  public static Optional<Form> named(String name, List<Form> forms) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return forms.stream().filter(form -> form.answersTo(wanted)).findFirst();
  }

  private boolean answersTo(String wanted) {
    return name.equals(wanted) || mediaType.equals(wanted) || switch (wanted) {
      case "turtle" -> equals(TURTLE);
      case "ntriples", "n-triples" -> equals(NTRIPLES);
      case "rdfxml", "rdf/xml" -> equals(RDFXML);
      case "xml" -> equals(RDFXML) || equals(RESULTS_XML);
      case "json-ld" -> equals(JSONLD);
      case "n-quads", "nquads" -> equals(NQUADS);
      case "txt" -> equals(RESULTS_TEXT);
      case "rdf/json" -> equals(RDFJSON);
      default -> false;
    };
  }
}
