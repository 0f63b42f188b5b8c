package org.entente.publish.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes of what is published, in the order in which they are written. */
final class Namespaces {

  static final String ENT = "https://w3id.org/entente/ontology#";

  private Namespaces() {}

  static Map<String, String> all() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("ent", ENT);
    prefixes.put("field", "https://w3id.org/entente/field#");
    prefixes.put("status", "https://w3id.org/entente/status#");
    prefixes.put("stage", "https://w3id.org/entente/stage#");
    prefixes.put("instrument", "https://w3id.org/entente/instrument#");
    prefixes.put("kind", "https://w3id.org/entente/kind#");
    prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#");
    prefixes.put("org", "http://www.w3.org/ns/org#");
    prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
    prefixes.put("prov", "http://www.w3.org/ns/prov#");
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("schema", "https://schema.org/");
    prefixes.put("sd", "http://www.w3.org/ns/sparql-service-description#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("void", "http://rdfs.org/ns/void#");
    prefixes.put("wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return prefixes;
  }

  /** The prologue of a SPARQL query. */
  static String prologue() {
    StringBuilder prologue = new StringBuilder();
    all().forEach((prefix, namespace) ->
        prologue.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
    return prologue.toString();
  }
}
