package org.entente.vocab;

import org.apache.jena.shared.PrefixMapping;

/** The prefix map of everything that we write: Turtle, pages, queries. */
public final class Prefixes {

  /** Fixed prefixes, without those of a publisher's own base. */
  public static final PrefixMapping ALL =
      PrefixMapping.Factory.create()
          .setNsPrefix("ent", ENT.NS)
          .setNsPrefix("field", "https://w3id.org/entente/field#")
          .setNsPrefix("status", "https://w3id.org/entente/status#")
          .setNsPrefix("stage", "https://w3id.org/entente/stage#")
          .setNsPrefix("instrument", "https://w3id.org/entente/instrument#")
          .setNsPrefix("kind", "https://w3id.org/entente/kind#")
          .setNsPrefix("dct", "http://purl.org/dc/terms/")
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("geo", Terms.GEO)
          .setNsPrefix("nif", Terms.NIF)
          .setNsPrefix("org", "http://www.w3.org/ns/org#")
          .setNsPrefix("owl", "http://www.w3.org/2002/07/owl#")
          .setNsPrefix("prov", Terms.PROV)
          .setNsPrefix("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
          .setNsPrefix("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .setNsPrefix("schema", Terms.SCHEMA)
          .setNsPrefix("skos", "http://www.w3.org/2004/02/skos/core#")
          .setNsPrefix("wgs84", Terms.WGS84)
          .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
          .lock();

  /** The same with those that describe datasets, for whatever is sent over the web. */
  public static final PrefixMapping PUBLISHED =
      PrefixMapping.Factory.create()
          .setNsPrefixes(ALL)
          .setNsPrefix("dcat", "http://www.w3.org/ns/dcat#")
          .setNsPrefix("dqv", "http://www.w3.org/ns/dqv#")
          .setNsPrefix("sd", "http://www.w3.org/ns/sparql-service-description#")
          .setNsPrefix("void", "http://rdfs.org/ns/void#")
          .lock();

  private Prefixes() {}
}
