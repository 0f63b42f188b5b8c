package org.entente.vocab;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * The terms of our ontology, {@code ontology/entente.ttl}: one constant for each, mirrored in both directions by a
 * test. Classes are written as in the ontology, properties in lower camel case.
 */
public final class ENT {

  public static final String NS = "https://w3id.org/entente/ontology#";

  public static final Resource Actor = resource("Actor");
  public static final Resource State = resource("State");
  public static final Resource Institution = resource("Institution");
  public static final Resource Government = resource("Government");
  public static final Resource Ministry = resource("Ministry");
  public static final Resource ArmedForce = resource("ArmedForce");
  public static final Resource Legislature = resource("Legislature");
  public static final Resource InternationalOrganization = resource("InternationalOrganization");
  public static final Resource Bank = resource("Bank");
  public static final Resource Company = resource("Company");
  public static final Resource ThinkTank = resource("ThinkTank");
  public static final Resource University = resource("University");
  public static final Resource MediaOutlet = resource("MediaOutlet");
  public static final Resource ArmedGroup = resource("ArmedGroup");
  public static final Resource Programme = resource("Programme");
  public static final Resource Treaty = resource("Treaty");
  public static final Resource Person = resource("Person");
  public static final Resource Post = resource("Post");
  public static final Resource Place = resource("Place");
  public static final Resource Undertaking = resource("Undertaking");
  public static final Resource Agreement = resource("Agreement");
  public static final Resource Partnership = resource("Partnership");
  public static final Resource Visit = resource("Visit");
  public static final Resource Meeting = resource("Meeting");
  public static final Resource Exercise = resource("Exercise");
  public static final Resource Deployment = resource("Deployment");
  public static final Resource Transfer = resource("Transfer");
  public static final Resource Project = resource("Project");
  public static final Resource Training = resource("Training");
  public static final Resource Exchange = resource("Exchange");
  public static final Resource JointBody = resource("JointBody");
  public static final Resource Accession = resource("Accession");
  public static final Resource Statement = resource("Statement");
  public static final Resource Coordination = resource("Coordination");
  public static final Resource Proposal = resource("Proposal");
  public static final Resource Stage = resource("Stage");
  public static final Resource Tenure = resource("Tenure");
  public static final Resource CodePeriod = resource("CodePeriod");
  public static final Resource NamePeriod = resource("NamePeriod");
  public static final Resource Article = resource("Article");
  public static final Resource Passage = resource("Passage");
  public static final Resource ExtractionRun = resource("ExtractionRun");
  public static final Resource Decision = resource("Decision");

  public static final Property involves = property("involves");
  public static final Property party = property("party");
  public static final Property visitor = property("visitor");
  public static final Property host = property("host");
  public static final Property provider = property("provider");
  public static final Property recipient = property("recipient");
  public static final Property signatory = property("signatory");
  public static final Property speaker = property("speaker");
  public static final Property addressee = property("addressee");
  public static final Property member = property("member");
  public static final Property joins = property("joins");
  public static final Property sponsor = property("sponsor");
  public static final Property mediator = property("mediator");
  public static final Property deployer = property("deployer");
  public static final Property participant = property("participant");
  public static final Property inferredHolder = property("inferredHolder");
  public static final Property field = property("field");
  public static final Property mainField = property("mainField");
  public static final Property status = property("status");
  public static final Property ending = property("ending");
  public static final Property history = property("history");
  public static final Property stage = property("stage");
  public static final Property instrument = property("instrument");
  public static final Property earliest = property("earliest");
  public static final Property latest = property("latest");
  public static final Property when = property("when");
  public static final Property reportedOn = property("reportedOn");
  public static final Property verdict = property("verdict");
  public static final Property about = property("about");
  public static final Property corrected = property("corrected");
  public static final Property before = property("before");
  public static final Property after = property("after");
  public static final Property textBefore = property("textBefore");
  public static final Property textAfter = property("textAfter");
  public static final Property decidedBy = property("decidedBy");
  public static final Property dateText = property("dateText");
  public static final Property place = property("place");
  public static final Property item = property("item");
  public static final Property quantity = property("quantity");
  public static final Property amount = property("amount");
  public static final Property currency = property("currency");
  public static final Property name = property("name");
  public static final Property partOf = property("partOf");
  public static final Property resultedIn = property("resultedIn");
  public static final Property sameUndertaking = property("sameUndertaking");
  public static final Property statedBy = property("statedBy");
  public static final Property evidence = property("evidence");
  public static final Property trigger = property("trigger");
  public static final Property rationale = property("rationale");
  public static final Property confidence = property("confidence");
  public static final Property proposes = property("proposes");
  public static final Property proposedBy = property("proposedBy");
  public static final Property addressedTo = property("addressedTo");
  public static final Property front = property("front");
  public static final Property position = property("position");
  public static final Property copyOf = property("copyOf");
  public static final Property firstPublishedBy = property("firstPublishedBy");
  public static final Property mentions = property("mentions");
  public static final Property states = property("states");
  public static final Property textDigest = property("textDigest");
  public static final Property section = property("section");
  public static final Property paragraph = property("paragraph");
  public static final Property iso2 = property("iso2");
  public static final Property iso3 = property("iso3");
  public static final Property m49 = property("m49");
  public static final Property cowCode = property("cowCode");
  public static final Property cowNumber = property("cowNumber");
  public static final Property gwNumber = property("gwNumber");
  public static final Property codePeriod = property("codePeriod");
  public static final Property namePeriod = property("namePeriod");
  public static final Property followedBy = property("followedBy");
  public static final Property demonym = property("demonym");
  public static final Property demonymPrefix = property("demonymPrefix");
  public static final Property metonym = property("metonym");
  public static final Property ambiguousName = property("ambiguousName");
  public static final Property tableName = property("tableName");
  public static final Property descriptor = property("descriptor");
  public static final Property region = property("region");
  public static final Property borders = property("borders");
  public static final Property capital = property("capital");
  public static final Property ofState = property("ofState");
  public static final Property linked = property("linked");
  public static final Property holder = property("holder");
  public static final Property post = property("post");
  public static final Property from = property("from");
  public static final Property until = property("until");
  public static final Property asOf = property("asOf");
  public static final Property kindConcept = property("kindConcept");
  public static final Property attributive = property("attributive");
  public static final Property softwareVersion = property("softwareVersion");

  public static final Resource Iso3166Alpha2 = resource("Iso3166Alpha2");
  public static final Resource Iso3166Alpha3 = resource("Iso3166Alpha3");
  public static final Resource Iso3166Part3 = resource("Iso3166Part3");
  public static final Resource M49 = resource("M49");
  public static final Resource CowCode = resource("CowCode");
  public static final Resource CowNumber = resource("CowNumber");
  public static final Resource GwNumber = resource("GwNumber");
  public static final Resource CameoActor = resource("CameoActor");
  public static final Resource CameoEvent = resource("CameoEvent");
  public static final Resource PloverEvent = resource("PloverEvent");
  public static final Resource DcadIssueArea = resource("DcadIssueArea");

  private ENT() {}

  private static Resource resource(String name) {
    return ResourceFactory.createResource(NS + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(NS, name);
  }
}
