package org.entente.rdf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.BaseDatatype;
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
import org.entente.undertaking.Kind;
import org.entente.undertaking.Party;
import org.entente.undertaking.Proposal;
import org.entente.undertaking.Role;
import org.entente.undertaking.Stage;
import org.entente.undertaking.Undertaking;
import org.entente.vocab.ENT;
import org.entente.vocab.IriScheme;
import org.entente.vocab.Terms;

/** One undertaking or proposal as triples: kind, roles, status, time, evidence. */
final class UndertakingMapper {

  private final Model model;
  private final IriScheme iris;
  private final String articleIri;
  private final ActorMapper actors;
  private final EvidenceMapper passages;
  private final Resource run;

  UndertakingMapper(
      Model model, IriScheme iris, String articleIri, ActorMapper actors, EvidenceMapper passages, Resource run) {
    this.model = model;
    this.iris = iris;
    this.articleIri = articleIri;
    this.actors = actors;
    this.passages = passages;
    this.run = run;
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
        iris.undertaking(u.kind().className(), names(u.states(), " ") + " " + u.fields().getFirst(), identity));
  }

  private static String codes(Undertaking u) {
    return u.states().stream().flatMap(s -> s.state().stream()).collect(Collectors.joining("+"));
  }

  void map(Undertaking u, Resource resource, List<Resource> all, Resource statedBy) {
    resource.addProperty(RDF.type, ENT.Undertaking);
    resource.addProperty(RDF.type, ResourceFactory.createResource(ENT.NS + u.kind().className()));
    resource.addProperty(RDFS.label, label(u), "en");
    for (Actor state : u.states()) {
      resource.addProperty(ENT.party, actors.resource(state)).addProperty(ENT.involves, actors.resource(state));
    }
    for (Party party : u.parties()) {
      Property role = ResourceFactory.createProperty(ENT.NS, party.role().property());
      resource.addProperty(role, actors.resource(party.actor()));
      resource.addProperty(ENT.involves, actors.resource(party.actor()));
    }
    resource.addProperty(ENT.status, concept("status", u.status().conceptName()));
    u.fields().forEach(f -> resource.addProperty(ENT.field, concept("field", f)));
    resource.addProperty(ENT.mainField, concept("field", u.fields().getFirst()));
    u.when().ifPresent(w -> when(resource, w));
    u.dateText().ifPresent(t -> resource.addProperty(ENT.dateText, t));
    u.places().forEach(p -> resource.addProperty(ENT.place, actors.resource(p)));
    u.item().ifPresent(i -> resource.addProperty(ENT.item, i));
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
    resource.addProperty(ENT.confidence, u.confidence().toPlainString(), XSDDatatype.XSDdecimal);
    resource.addProperty(Terms.wasGeneratedBy, run);
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

  private void when(Resource resource, TimeInterval interval) {
    resource.addProperty(ENT.earliest, interval.earliest().toString(), XSDDatatype.XSDdate);
    resource.addProperty(ENT.latest, interval.latest().toString(), XSDDatatype.XSDdate);
    resource.addProperty(ENT.when, model.createTypedLiteral(interval.edtf(), edtf()));
  }

  private static RDFDatatype edtf() {
    RDFDatatype known = TypeMapper.getInstance().getTypeByName(Terms.EDTF);
    return known == null ? new BaseDatatype(Terms.EDTF) : known;
  }

  Resource map(Proposal proposal, List<Resource> all, List<Undertaking> undertakings, Resource by) {
    List<Undertaking> proposed = proposal.proposes().stream().map(n -> undertakings.get(n - 1)).toList();
    Undertaking first = proposed.getFirst();
    String identity = articleIri + "\n" + proposal.evidence().getFirst().span().start() + "\n" + proposal.position();
    String label = "Proposal: " + label(first);
    Resource resource = model.createResource(iris.undertaking("Proposal", label(first), identity));
    resource.addProperty(RDF.type, ENT.Proposal).addProperty(RDFS.label, label, "en");
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
    return ResourceFactory.createResource("https://w3id.org/entente/" + scheme + "#" + name);
  }

  /** Says what it is without the article at hand: "Naval agreement between Pakistan and Russia, 2018". */
  static String label(Undertaking u) {
    String kind = IriScheme.kebab(u.kind().className()).replace('-', ' ');
    String field = u.fields().getFirst().replace('-', ' ');
    String what = capital(field + " " + kind);
    String who =
        directed(u)
            .orElseGet(
                () ->
                    u.states().isEmpty()
                        ? ""
                        : (u.states().size() == 1 ? " of " : between(u.kind())) + names(u.states(), ", "));
    String body =
        u.states().size() > 1
            ? ""
            : u.parties().stream()
                .map(Party::actor)
                .filter(a -> a.type() == Actor.Type.INSTITUTION && a.state().isEmpty())
                .findFirst()
                .map(a -> " with " + a.name())
                .orElse("");
    String when = u.when().map(UndertakingMapper::years).orElse("");
    return what + who + body + when + " (" + u.status().conceptName() + ")";
  }

  /** "of A to B" for visits, "from A to B" for transfers, where the roles of the states tell the direction. */
  private static Optional<String> directed(Undertaking u) {
    return switch (u.kind()) {
      case VISIT -> direction(u, " of ", Role.VISITOR, Role.HOST);
      case TRANSFER -> direction(u, " from ", Role.PROVIDER, Role.RECIPIENT);
      default -> Optional.empty();
    };
  }

  private static Optional<String> direction(Undertaking u, String preposition, Role from, Role to) {
    List<Actor> givers = statesAs(u, from);
    List<Actor> takers = statesAs(u, to);
    boolean all = givers.size() + takers.size() == u.states().size();
    return all && !givers.isEmpty() && !takers.isEmpty()
        ? Optional.of(preposition + names(givers, ", ") + " to " + names(takers, ", "))
        : Optional.empty();
  }

  private static List<Actor> statesAs(Undertaking u, Role role) {
    return u.states().stream().filter(s -> u.parties().contains(new Party(s, role))).toList();
  }

  private static String between(Kind kind) {
    return kind == Kind.STATEMENT || kind == Kind.ACCESSION ? " concerning " : " between ";
  }

  private static String years(TimeInterval when) {
    int from = when.earliest().getYear();
    int to = when.latest().getYear();
    return from == to ? ", " + from : ", " + from + "–" + to;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String names(List<Actor> states, String separator) {
    List<String> names = states.stream().map(Actor::name).toList();
    if (separator.equals(" ") || names.size() < 2) {
      return String.join(" ", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
