package org.entente.publish.data;

import java.util.Map;
import java.util.TreeMap;
import org.entente.vocab.ENT;
import org.entente.vocab.Prefixes;

/** The prefixes of what is published, in alphabetical order: those of the data, and those that describe datasets. */
public final class Namespaces {

  public static final String ENT = org.entente.vocab.ENT.NS;

  private Namespaces() {}

  public static Map<String, String> all() {
    return new TreeMap<>(Prefixes.PUBLISHED.getNsPrefixMap());
  }

  /** The prologue of a SPARQL query. */
  public static String prologue() {
    StringBuilder prologue = new StringBuilder();
    all().forEach(
        (prefix, namespace) -> prologue.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
    return prologue.toString();
  }
}
