package org.entente.publish.server;

import java.util.Map;
import java.util.TreeMap;
import org.entente.vocab.Prefixes;

/** The prefixes of what is published, in alphabetical order: those of the data, and those that describe datasets. */
final class Namespaces {

  static final String ENT = org.entente.vocab.ENT.NS;

  private Namespaces() {}

  static Map<String, String> all() {
    Map<String, String> prefixes = new TreeMap<>(Prefixes.ALL.getNsPrefixMap());
    prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
    prefixes.put("sd", "http://www.w3.org/ns/sparql-service-description#");
    prefixes.put("void", "http://rdfs.org/ns/void#");
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
