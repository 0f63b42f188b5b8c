package org.entente.rdf;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.actor.WorldPlaces;
import org.entente.actor.WorldPlaces.Position;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/**
 * Names actors and places in an article's graph. Those of the gazetteer are described in the gazetteer's graph; a new
 * one is described here, once, with {@code ent:linked false}, so that a curator finds it by a query. A post or body of no known
 * state ("the prime minister", "the Ministry of Commerce") and a person without a first name are this article's: elsewhere
 * they may be others.
 */
final class ActorMapper {

  private static final Set<String> MINISTERIAL = Set.of("Ministry");

  private final Model model;
  private final IriScheme iris;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Predicate<String> isOfAnyState;
  private final String article;
  private final WorldPlaces places = WorldPlaces.bundled();
  private final Set<String> described = new HashSet<>();

  /**
   * @param isOfAnyState whether bodies of many states are called so
   * @param articleIri whose graph it is
   */
  ActorMapper(Model model, IriScheme iris, Function<String, Optional<Actor>> stateByCode,
      Predicate<String> isOfAnyState, String articleIri) {
    this.article = articleIri.substring(articleIri.lastIndexOf('/') + 1);
    this.model = model;
    this.iris = iris;
    this.stateByCode = stateByCode;
    this.isOfAnyState = isOfAnyState;
  }

  Resource resource(Actor actor) {
    Resource resource = model.createResource(iri(actor));
    if (!actor.linked() && described.add(resource.getURI())) {
      describe(actor, resource);
    }
    return resource;
  }

  private String iri(Actor actor) {
    String type = actor.type().name().toLowerCase(Locale.ROOT);
    return iris.entity(type, isThisArticles(actor) ? actor.slug() + "-in-" + article : actor.slug());
  }

  private boolean isThisArticles(Actor actor) {
    boolean vague =
        switch (actor.type()) {
          case POST -> actor.state().isEmpty();
          case PERSON -> !actor.name().contains(" ");
          case INSTITUTION -> actor.state().isEmpty() && isOfAnyState.test(actor.name());
          case STATE, PLACE -> false;
        };
    return vague && !actor.linked();
  }

  private void describe(Actor actor, Resource resource) {
    resource.addProperty(RDF.type, ResourceFactory.createResource(ENT.NS + actor.className()));
    resource.addProperty(RDFS.label, actor.name(), "en");
    resource.addLiteral(ENT.linked, false);
    actor.state().flatMap(stateByCode).ifPresent(s -> resource.addProperty(ENT.ofState, model.createResource(iri(s))));
    switch (actor.type()) {
      case PLACE -> {
        resource.addProperty(RDF.type, Terms.SchemaPlace);
        actor.state().flatMap(state -> places.position(actor.slug(), state)).ifPresent(p -> locate(resource, p));
      }
      case STATE -> resource.addProperty(RDF.type, ENT.Actor).addProperty(RDF.type, Terms.SchemaCountry);
      case INSTITUTION -> {
        resource.addProperty(RDF.type, ENT.Actor).addProperty(RDF.type, ENT.Institution);
        resource.addProperty(RDF.type, ORG.Organization);
        if (MINISTERIAL.contains(actor.className())) {
          resource.addProperty(RDF.type, ENT.Government);
        }
      }
      case PERSON -> resource.addProperty(RDF.type, ENT.Actor).addProperty(RDF.type, FOAF.Person);
      case POST -> resource.addProperty(RDF.type, ENT.Actor).addProperty(RDF.type, ORG.Post);
    }
  }

  /** In the forms that the gazetteer's places have them, of GeoSPARQL longitude first. */
  private void locate(Resource place, Position position) {
    place.addLiteral(model.createProperty(Terms.WGS84, "lat"), position.latitude());
    place.addLiteral(model.createProperty(Terms.WGS84, "long"), position.longitude());
    place.addProperty(model.createProperty(Terms.GEO, "asWKT"),
        model.createTypedLiteral(
            "POINT(" + position.longitude().toPlainString() + " " + position.latitude().toPlainString() + ")",
            Terms.GEO + "wktLiteral"));
  }
}
