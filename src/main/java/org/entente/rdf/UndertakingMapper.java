package org.entente.rdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.actor.Actor;
import org.entente.time.TimeInterval;
import org.entente.undertaking.Party;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Status;
import org.entente.undertaking.Undertaking;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/** One undertaking or proposal as triples: kind, roles, status, time, evidence. */
final class UndertakingMapper {

  /** As the parsers see it too, so that a graph equals what is read back from it. */
  private static final RDFDatatype EDTF = TypeMapper.getInstance().getSafeTypeByName(Terms.EDTF);

  private final Model model;
  private final IriScheme iris;
  private final String articleIri;
  private final ActorMapper actors;
  private final EvidenceMapper passages;
  private final Resource run;
  private final UndertakingLabels labels;
  private final Optional<LocalDate> issued;
  private final Holders holders;

  UndertakingMapper(
      Model model,
      IriScheme iris,
      String articleIri,
      ActorMapper actors,
      EvidenceMapper passages,
      Resource run,
      UndertakingLabels labels,
      Optional<LocalDate> issued,
      Holders holders) {
    this.model = model;
    this.iris = iris;
    this.articleIri = articleIri;
    this.actors = actors;
    this.passages = passages;
    this.run = run;
    this.labels = labels;
    this.issued = issued;
    this.holders = holders;
  }

  /** The IRI depends on article, passage, kind, parties and ordinal only. */
  Resource resource(Undertaking u) {
    String identity =
        String.join(
            "\n",
            articleIri,
            Integer.toString(u.evidence().getFirst().span().start()),
            u.kind().className(),
            codes(u),
            Integer.toString(u.ordinal()));
    return model.createResource(
        iris.undertaking(u.kind().className(), slugWords(u), identity));
  }

  private static String slugWords(Undertaking u) {
    return u.states().stream().map(Actor::name).collect(Collectors.joining(" ")) + " " + u.fields().getFirst();
  }

  private static String codes(Undertaking u) {
    return u.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.joining("+"));
  }

  void map(Undertaking u, Resource resource, List<Resource> all, Resource statedBy) {
    resource.addProperty(RDF.type, ENT.Undertaking);
    resource.addProperty(RDF.type, ResourceFactory.createResource(ENT.NS + u.kind().className()));
    resource.addProperty(RDFS.label, labels.of(u), "en");
    for (Actor state : u.states()) {
      resource.addProperty(ENT.party, actors.resource(state)).addProperty(ENT.involves, actors.resource(state));
    }
    for (Party party : u.parties()) {
      Property role = ResourceFactory.createProperty(ENT.NS, party.role().property());
      resource.addProperty(role, actors.resource(party.actor()));
      resource.addProperty(ENT.involves, actors.resource(party.actor()));
    }
    u.parties().forEach(party -> holder(u, party)
        .ifPresent(person -> resource.addProperty(ENT.inferredHolder, actors.resource(person))));
    resource.addProperty(ENT.status, concept("status", u.status().conceptName()));
    u.ending().ifPresent(e -> resource.addProperty(ENT.ending, concept("status", e.conceptName())));
    u.fields().forEach(f -> resource.addProperty(ENT.field, concept("field", f)));
    resource.addProperty(ENT.mainField, concept("field", u.fields().getFirst()));
    issued.ifPresent(day -> resource.addProperty(ENT.reportedOn, day.toString(), XSDDatatype.XSDdate));
    u.when().ifPresentOrElse(w -> when(resource, w), () -> bound(u, resource));
    u.dateText().ifPresent(t -> resource.addProperty(ENT.dateText, t));
    u.places().forEach(p -> resource.addProperty(ENT.place, actors.resource(p)));
    UndertakingLabels.item(u).ifPresent(i -> resource.addProperty(ENT.item, i));
    u.quantity().ifPresent(n -> resource.addProperty(ENT.quantity, Long.toString(n), XSDDatatype.XSDinteger));
    u.amount().ifPresent(a -> resource.addProperty(ENT.amount, a.toPlainString(), XSDDatatype.XSDdecimal));
    u.currency().ifPresent(c -> resource.addProperty(ENT.currency, c));
    u.instrument().ifPresent(i -> resource.addProperty(ENT.instrument, concept("instrument", i)));
    u.name().ifPresent(n -> resource.addProperty(ENT.name, n));
    u.evidence().forEach(e -> resource.addProperty(ENT.evidence, passages.passage(e)));
    u.trigger().ifPresent(t -> resource.addProperty(ENT.trigger, passages.passage(t)));
    stages(u, resource);
    u.resultedIn().forEach(n -> resource.addProperty(ENT.resultedIn, all.get(n - 1)));
    u.partOf().forEach(n -> resource.addProperty(ENT.partOf, all.get(n - 1)));
    resource.addProperty(ENT.statedBy, u.statedBy().map(actors::resource).orElse(statedBy));
    u.rationale().ifPresent(r -> resource.addProperty(ENT.rationale, r));
    resource.addProperty(ENT.confidence, u.confidence().toPlainString(), XSDDatatype.XSDdecimal);
    resource.addProperty(Terms.wasGeneratedBy, run);
  }

  /** Who held a post when the undertaking took place, else when it was reported; whom the text names it names better. */
  private Optional<Actor> holder(Undertaking u, Party party) {
    Actor post = party.actor();
    boolean named = u.parties().stream()
        .anyMatch(p -> p.actor().type() == Actor.Type.PERSON && p.actor().state().equals(post.state()));
    if (post.type() != Actor.Type.POST || named) {
      return Optional.empty();
    }
    return u.when().map(w -> holders.of(post, w.earliest(), w.latest()))
        .orElseGet(() -> issued.flatMap(day -> holders.of(post, day, day)));
  }

  private void stages(Undertaking u, Resource resource) {
    int number = 1;
    for (Stage s : u.history()) {
      Resource stage = model.createResource(iris.stage(resource.getURI(), number++));
      stage.addProperty(RDF.type, ENT.Stage).addProperty(RDFS.label, s.step().replace('-', ' '), "en");
      stage.addProperty(ENT.stage, concept("stage", s.step()));
      s.when().ifPresent(w -> when(stage, w));
      s.dateText().ifPresent(t -> stage.addProperty(ENT.dateText, t));
      stage.addProperty(ENT.evidence, passages.passage(s.evidence()));
      resource.addProperty(ENT.history, stage);
    }
  }

  /** What an article says was done is not later than the article: a bound, which has no earliest date. */
  private void bound(Undertaking u, Resource resource) {
    if (u.status().group() == Status.Group.DONE) {
      issued.ifPresent(day -> {
        resource.addProperty(ENT.latest, day.toString(), XSDDatatype.XSDdate);
        resource.addProperty(ENT.when, model.createTypedLiteral("[.." + day + "]", EDTF));
      });
    }
  }

  private void when(Resource resource, TimeInterval interval) {
    resource.addProperty(ENT.earliest, interval.earliest().toString(), XSDDatatype.XSDdate);
    resource.addProperty(ENT.latest, interval.latest().toString(), XSDDatatype.XSDdate);
    resource.addProperty(ENT.when, model.createTypedLiteral(interval.edtf(), EDTF));
  }

  Resource map(Proposal proposal, List<Resource> all, List<Undertaking> undertakings, Resource by) {
    List<Undertaking> proposed = proposal.proposes().stream().map(n -> undertakings.get(n - 1)).toList();
    Undertaking first = proposed.getFirst();
    String identity = articleIri + "\n" + proposal.evidence().getFirst().span().start() + "\n" + proposal.position();
    String words = IriScheme.kebab(first.kind().className()) + " " + slugWords(first);
    Resource resource = model.createResource(iris.undertaking("Proposal", words, identity));
    resource.addProperty(RDF.type, ENT.Proposal).addProperty(RDFS.label, labels.of(proposed), "en");
    proposal.proposes().forEach(n -> resource.addProperty(ENT.proposes, all.get(n - 1)));
    resource.addProperty(ENT.proposedBy, proposal.proposedBy().map(actors::resource).orElse(by));
    proposal.addressedTo().forEach(a -> resource.addProperty(ENT.addressedTo, actors.resource(a)));
    proposal.front().ifPresent(f -> resource.addProperty(ENT.front, f));
    resource.addProperty(ENT.position, Integer.toString(proposal.position()), XSDDatatype.XSDinteger);
    proposal.evidence().forEach(e -> resource.addProperty(ENT.evidence, passages.passage(e)));
    resource.addProperty(Terms.wasGeneratedBy, run);
    return resource;
  }

  private static Resource concept(String scheme, String name) {
    return ResourceFactory.createResource(Terms.ENTENTE + scheme + "#" + name);
  }
}
