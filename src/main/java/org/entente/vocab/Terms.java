package org.entente.vocab;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/** Terms of other vocabularies that Jena does not carry, as far as we use them. */
public final class Terms {

  /** What the IRIs of all our own terms begin with; each family of terms is a document below it. */
  public static final String ENTENTE = "https://w3id.org/entente/";

  public static final String PROV = "http://www.w3.org/ns/prov#";
  public static final String NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  public static final String SCHEMA = "https://schema.org/";
  public static final String WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#";
  public static final String GEO = "http://www.opengis.net/ont/geosparql#";
  public static final String VANN = "http://purl.org/vocab/vann/";

  /** Datatype of dates in Extended Date/Time Format. */
  public static final String EDTF = "http://id.loc.gov/datatypes/edtf";

  public static final Property wasGeneratedBy = property(PROV, "wasGeneratedBy");
  public static final Property generatedAtTime = property(PROV, "generatedAtTime");
  public static final Property invalidatedAtTime = property(PROV, "invalidatedAtTime");
  public static final Property wasInfluencedBy = property(PROV, "wasInfluencedBy");
  public static final Resource Activity = resource(PROV, "Activity");

  public static final Resource NifContext = resource(NIF, "Context");
  public static final Resource Rfc5147String = resource(NIF, "RFC5147String");
  public static final Property beginIndex = property(NIF, "beginIndex");
  public static final Property endIndex = property(NIF, "endIndex");
  public static final Property anchorOf = property(NIF, "anchorOf");
  public static final Property referenceContext = property(NIF, "referenceContext");

  public static final Resource SchemaArticle = resource(SCHEMA, "Article");
  public static final Resource SchemaCountry = resource(SCHEMA, "Country");
  public static final Resource SchemaPlace = resource(SCHEMA, "Place");
  public static final Property inLanguage = property(SCHEMA, "inLanguage");
  public static final Property schemaUrl = property(SCHEMA, "url");
  public static final Property keywords = property(SCHEMA, "keywords");

  private Terms() {}

  private static Resource resource(String namespace, String name) {
    return ResourceFactory.createResource(namespace + name);
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }
}
