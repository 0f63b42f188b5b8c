package org.entente.rdf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.undertaking.Extraction;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Undertaking;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Prefixes;
import org.entente.vocab.Terms;

/**
 * Everything one article gives, as one graph: the article itself, its passages, undertakings and proposals, and the
 * actors that the gazetteer does not have. It depends on the text, its metadata, the settings and the software's
 * version only; no clock time stands in it, and no blank node.
 */
public final class ArticleGraph {

  private final IriScheme iris;
  private final Function<String, Optional<Actor>> stateByCode;
  private final Function<String, Optional<Actor>> actorByName;
  private final Predicate<String> isOfAnyState;
  private final Holders holders;
  private final String softwareVersion;
  private final UndertakingLabels labels = UndertakingLabels.bundled();

  /**
   * @param stateByCode from ISO alpha-3 code to state
   * @param actorByName authors and publishers that the gazetteer knows
   * @param isOfAnyState whether bodies of many states are called so: "Ministry of Commerce"
   * @param holders who held a post by the table of tenures
   * @param softwareVersion version and settings that the graph depends on
   */
  public ArticleGraph(
      IriScheme iris,
      Function<String, Optional<Actor>> stateByCode,
      Function<String, Optional<Actor>> actorByName,
      Predicate<String> isOfAnyState,
      Holders holders,
      String softwareVersion) {
    this.iris = iris;
    this.stateByCode = stateByCode;
    this.actorByName = actorByName;
    this.isOfAnyState = isOfAnyState;
    this.holders = holders;
    this.softwareVersion = softwareVersion;
  }

  /** By address, else by publisher, date and title, else by the text itself. */
  public String articleIri(Article article) {
    String date = article.issued().map(LocalDate::toString).orElse("");
    String identity =
        article.url().map(Object::toString)
            .or(
                () -> article.publisher()
                    .filter(p -> !date.isEmpty())
                    .map(p -> p + "\n" + date + "\n" + article.title()))
            .orElseGet(article::textDigest);
    return iris.article(date, article.title(), identity);
  }

  public String graphName(Article article) {
    return iris.articleGraph(articleIri(article));
  }

  public Graph of(Article article, Extraction extraction) {
    Model model = ModelFactory.createDefaultModel();
    model.setNsPrefixes(Prefixes.ALL);
    ActorMapper actors = new ActorMapper(model, iris, stateByCode, isOfAnyState, articleIri(article));
    Resource resource = model.createResource(articleIri(article));
    Resource run = run(model);
    List<Resource> creators = describe(article, resource, actors);
    EvidenceMapper passages = new EvidenceMapper(model, iris, article, resource, actors, extraction.namings());
    UndertakingMapper mapper =
        new UndertakingMapper(model, iris, resource.getURI(), actors, passages, run, labels,
            article.issued(), holders);
    Resource source = creators.isEmpty() ? actors.resource(unnamedAuthor(article)) : creators.getFirst();
    List<Resource> all = new ArrayList<>();
    extraction.undertakings().forEach(u -> all.add(mapper.resource(u)));
    for (Undertaking u : extraction.undertakings()) {
      mapper.map(u, all.get(u.ordinal() - 1), all, source);
      resource.addProperty(ENT.states, all.get(u.ordinal() - 1));
    }
    for (Proposal p : extraction.proposals()) {
      resource.addProperty(ENT.states, mapper.map(p, all, extraction.undertakings(), source));
    }
    extraction.mentioned().forEach(a -> resource.addProperty(ENT.mentions, actors.resource(a)));
    return model.getGraph();
  }

  /** Who says something in an article that names neither author nor publisher: somebody else in each article. */
  private Actor unnamedAuthor(Article article) {
    String iri = articleIri(article);
    String slug = "author-of-" + iri.substring(iri.lastIndexOf('/') + 1);
    String name = "Author of “" + article.title() + "”";
    return new Actor(Actor.Type.PERSON, slug, name, "Person", Optional.empty(), false);
  }

  private Resource run(Model model) {
    Resource run = model.createResource(iris.run(softwareVersion));
    run.addProperty(RDF.type, ENT.ExtractionRun).addProperty(RDF.type, Terms.Activity);
    run.addProperty(RDFS.label, "Entente " + softwareVersion, "en");
    run.addProperty(ENT.softwareVersion, softwareVersion);
    return run;
  }

  /** The article's own description; returns who speaks in it: its authors, else its publisher. */
  private List<Resource> describe(Article article, Resource resource, ActorMapper actors) {
    resource.addProperty(RDF.type, ENT.Article);
    resource.addProperty(RDF.type, Terms.SchemaArticle).addProperty(RDF.type, Terms.NifContext);
    resource.addProperty(RDFS.label, article.title(), article.language());
    resource.addProperty(DCTerms.title, article.title(), article.language());
    List<Resource> speakers = new ArrayList<>();
    for (String creator : article.creators()) {
      Resource author = actors.resource(actor(creator, Actor.Type.PERSON, "Person"));
      resource.addProperty(DCTerms.creator, author);
      speakers.add(author);
    }
    article.publisher().ifPresent(
        p -> {
          Resource publisher = actors.resource(actor(p, Actor.Type.INSTITUTION, "MediaOutlet"));
          resource.addProperty(DCTerms.publisher, publisher);
          if (speakers.isEmpty()) {
            speakers.add(publisher);
          }
        });
    article.firstPublishedBy().ifPresent(
        p -> resource.addProperty(
            ENT.firstPublishedBy, actors.resource(actor(p, Actor.Type.INSTITUTION, "MediaOutlet"))));
    article.issued().ifPresent(d -> resource.addProperty(DCTerms.issued, d.toString(), XSDDatatype.XSDdate));
    resource.addProperty(Terms.inLanguage, article.language());
    article.url().ifPresent(
        u -> resource.addProperty(Terms.schemaUrl, u.toString())
            .addProperty(DCTerms.source, resource.getModel().createResource(u.toString())));
    article.keywords().forEach(k -> resource.addProperty(Terms.keywords, k));
    resource.addProperty(ENT.textDigest, article.textDigest());
    return speakers;
  }

  private Actor actor(String name, Actor.Type type, String className) {
    return actorByName.apply(name)
        .filter(a -> a.type() == type)
        .orElseGet(() -> new Actor(type, IriScheme.nameSlug(name), name, className, Optional.empty(), false));
  }
}
