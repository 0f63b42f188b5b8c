package org.entente.extract;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Operator;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Token;
import org.entente.undertaking.Role;

/**
 * Says who takes part: the actors in the trigger's own phrase, in the clauses that state it, and, where one is still
 * missing, in the relative clause, in a destination, or known from the text before. Who is only talked about ("talks
 * <i>on Syria</i>", "according to <i>Moscow</i>") takes no part.
 */
final class PartyAssigner {

  private static final Set<String> PLACE_COUNTS =
      Set.of("Visit", "Deployment", "Transfer", "Training", "Project", "Coordination", "Exercise", "Statement");

  /** Kinds that are about something: "an agreement on Syria"; drills "on one another's territory" are not. */
  private static final Set<String> TALKED_ABOUT =
      Set.of("Agreement", "Meeting", "Statement", "Coordination", "Partnership", "JointBody");

  private static final Set<String> WEEKDAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Lexicon lexicon;
  private final Function<String, Optional<Actor>> stateByCode;

  PartyAssigner(Lexicon lexicon, Function<String, Optional<Actor>> stateByCode) {
    this.lexicon = lexicon;
    this.stateByCode = stateByCode;
  }

  Cast assign(Scene scene, Trigger trigger, Standing standing, Discourse discourse) {
    Syntax syntax = scene.syntax();
    Cast cast = new Cast();
    BitSet own = trigger.token().isVerb() ? syntax.clause(trigger.token()) : syntax.nounPhrase(trigger.token());
    if (trigger.kind().equals("Statement") && trigger.token().isVerb()) {
      // Who is asked or offered something stands in the verb's own slots; its complement is about other things.
      addressed(scene, trigger, cast);
      if (cast.complete()) {
        return cast;
      }
    }
    addFrom(scene, trigger, own, cast);
    for (int index : standing.clauses()) {
      Token verb = syntax.tokens().get(index);
      addFrom(scene, trigger, syntax.clause(verb), cast);
      syntax.subject(verb).ifPresent(s -> addFrom(scene, trigger, syntax.nounPhrase(s), cast));
    }
    if (!cast.complete()) {
      relativeClause(scene, trigger, cast);
    }
    if (!cast.complete() && PLACE_COUNTS.contains(trigger.kind())) {
      destination(scene, trigger, standing, cast);
    }
    if (!cast.complete() && counted(scene.syntax(), trigger)) {
      wholeSentence(scene, cast);
    }
    if (trigger.kind().equals("Accession") && !cast.body()) {
      discourse.body().filter(b -> !cast.states().isEmpty()).ifPresent(b -> cast.add(b, Role.JOINS));
    }
    if (!cast.complete() && standing.denied()) {
      denier(scene, trigger, cast);
    }
    boolean stated = trigger.token().isVerb() || standing.carried() || standing.view().isPresent();
    if (!cast.complete() && stated) {
      fromDiscourse(scene, trigger, discourse, cast);
    }
    return cast;
  }

  private void addressed(Scene scene, Trigger trigger, Cast cast) {
    Syntax syntax = scene.syntax();
    syntax.subject(trigger.token()).ifPresent(s -> addFrom(scene, trigger, syntax.nounPhrase(s), cast));
    for (Token c : syntax.children(trigger.token())) {
      boolean slot = Set.of("dobj", "dative", "agent", "nsubjpass").contains(c.relation())
          || c.relation().equals("prep") && Set.of("to", "by", "on").contains(c.lemma());
      if (slot) {
        addFrom(scene, trigger, syntax.nounPhrase(c), cast);
      }
    }
  }

  private void addFrom(Scene scene, Trigger trigger, BitSet region, Cast cast) {
    for (ActorMention mention : scene.mentionsIn(region)) {
      boolean place = mention.sense() == Sense.LOCATION;
      boolean known = mention.sense() == Sense.REFERENCE && cast.states().containsAll(mention.states());
      if (!place && !known && !topic(scene, mention, trigger)) {
        Role role = role(scene, mention, trigger);
        cast.add(mention, role);
        mention.states().stream().flatMap(c -> stateByCode.apply(c).stream()).forEach(s -> cast.addState(s, role));
        if (mention.sense() == Sense.REFERENCE) {
          cast.weaken(Cast.Ground.SENTENCE);
        }
      }
    }
  }

  /** Whether the actor is only talked about: a preposition of topic stands between it and the trigger. */
  private boolean topic(Scene scene, ActorMention mention, Trigger trigger) {
    Syntax syntax = scene.syntax();
    Token at = scene.headOf(mention.span());
    for (int depth = 0; depth < 12 && at.head() >= 0; depth++) {
      if (at.index() == trigger.token().index()) {
        return false;
      }
      Token head = syntax.head(at).orElseThrow();
      boolean under = at.relation().equals("pobj") || at.relation().equals("pcomp");
      if (under && dated(syntax, at)) {
        return false;
      }
      if (under && head.lemma().equals("between") && trigger.kind().equals("Agreement") && peaceful(syntax, head)) {
        // "a memorandum on fisheries between A and B": whatever the topic, it is between these two.
        return false;
      }
      if (under && isTopic(head, trigger)) {
        return true;
      }
      at = head;
    }
    return false;
  }

  private boolean peaceful(Syntax syntax, Token preposition) {
    return syntax.head(preposition).filter(noun -> lexicon.isA(noun.lemma(), "Conflict")).isEmpty();
  }

  /** "On Friday Oman and India signed": the parser hangs the subject on the weekday's preposition. */
  private static boolean dated(Syntax syntax, Token object) {
    return syntax.children(object).stream()
        .anyMatch(c -> c.relation().equals("compound") && WEEKDAYS.contains(c.lemma()));
  }

  private boolean isTopic(Token preposition, Trigger trigger) {
    if (trigger.verb().filter(v -> v.roles().containsKey(preposition.lemma())).isPresent()) {
      return false;
    }
    if (preposition.lemma().equals("on")) {
      return TALKED_ABOUT.contains(trigger.kind());
    }
    return lexicon.isA(preposition.lemma(), "Topic")
        || lexicon.isA(preposition.form().toLowerCase(Locale.ROOT), "Topic")
        || preposition.lemma().equals("accord");
  }

  /** "a deal that lets Kenya teach Ugandan pilots". */
  private void relativeClause(Scene scene, Trigger trigger, Cast cast) {
    Syntax syntax = scene.syntax();
    for (Token c : syntax.children(trigger.token())) {
      if (c.relation().equals("relcl") || c.relation().equals("acl") || c.relation().equals("ccomp")) {
        addFrom(scene, trigger, syntax.subtree(c), cast);
        cast.weaken(Cast.Ground.SENTENCE);
      }
    }
  }

  /** A place in another state makes that state the host: "flew to Ankara", "a base in Agadez". */
  private void destination(Scene scene, Trigger trigger, Standing standing, Cast cast) {
    BitSet region = scene.syntax().subtree(trigger.token());
    standing.clauses().forEach(i -> region.or(scene.syntax().clause(scene.syntax().tokens().get(i))));
    for (ActorMention mention : scene.mentionsIn(region)) {
      if (mention.sense() == Sense.LOCATION && !cast.complete() && !topic(scene, mention, trigger)) {
        mention.states().stream()
            .flatMap(code -> stateByCode.apply(code).stream())
            .forEach(state -> cast.addState(state, hostRole(trigger.kind())));
        cast.weaken(Cast.Ground.SENTENCE);
      }
    }
  }

  private static Role hostRole(String kind) {
    return switch (kind) {
      case "Visit", "Deployment" -> Role.HOST;
      case "Transfer" -> Role.RECIPIENT;
      case "Training" -> Role.PROVIDER;
      default -> Role.PARTICIPANT;
    };
  }

  /** "the sale of four helicopters": counted things make a noun of transfer concrete. */
  static boolean counted(Syntax syntax, Trigger trigger) {
    return trigger.noun().isPresent()
        && trigger.kind().equals("Transfer")
        && syntax.children(trigger.token()).stream()
            .filter(p -> p.lemma().equals("of"))
            .flatMap(p -> syntax.children(p).stream())
            .anyMatch(o -> syntax.children(o).stream().anyMatch(n -> n.pos().equals("CD")));
  }

  private static List<String> namedIn(Scene scene) {
    Set<String> states = new LinkedHashSet<>();
    scene.mentions().stream().filter(m -> m.sense() != Sense.LOCATION).forEach(m -> states.addAll(m.states()));
    return List.copyOf(states);
  }

  private void wholeSentence(Scene scene, Cast cast) {
    List<String> states = namedIn(scene);
    if (states.size() == 2) {
      states.forEach(code -> stateByCode.apply(code).ifPresent(s -> cast.addState(s, Role.PARTICIPANT)));
      cast.weaken(Cast.Ground.SENTENCE);
    }
  }

  /** "Niger denied that Turkey would open a base": who denies is the other party. */
  private void denier(Scene scene, Trigger trigger, Cast cast) {
    Syntax syntax = scene.syntax();
    Optional<Token> verb = syntax.verbOf(trigger.token());
    for (int depth = 0; verb.isPresent() && depth < 6; depth++) {
      boolean denies = lexicon.operators(verb.get().lemma()).stream().anyMatch(o -> o.effect() == Operator.Effect.DENY);
      if (denies) {
        syntax.subject(verb.get()).ifPresent(s -> addFrom(scene, trigger, syntax.nounPhrase(s), cast));
        cast.weaken(Cast.Ground.SENTENCE);
      }
      verb = syntax.head(verb.get()).flatMap(syntax::verbOf);
    }
  }

  /**
   * The missing party, known from the text before: the partner of the one that is named; the parties of the
   * undertaking that a definite or joint noun takes up ("the first instalment", "a joint power station").
   */
  private void fromDiscourse(Scene scene, Trigger trigger, Discourse discourse, Cast cast) {
    List<String> known;
    if (cast.states().size() == 1) {
      known = discourse.partnerOf(cast.states().iterator().next()).map(List::of).orElse(List.of());
    } else if (cast.states().isEmpty() && !cast.body() && takesUp(scene.syntax(), trigger)) {
      List<String> here = namedIn(scene);
      known = here.size() >= 2 && here.size() <= 4 ? here : discourse.pair(scene);
    } else {
      known = List.of();
    }
    for (String code : known) {
      stateByCode.apply(code).ifPresent(partner -> cast.addState(partner, Role.PARTICIPANT));
      cast.weaken(Cast.Ground.DISCOURSE);
    }
  }

  private boolean takesUp(Syntax syntax, Trigger trigger) {
    return trigger.noun().isPresent()
        && syntax.children(trigger.token()).stream()
            .anyMatch(
                c -> Set.of("the", "its", "their", "this").contains(c.lemma()) || lexicon.isA(c.lemma(), "Joint"));
  }

  // ---- roles

  private Role role(Scene scene, ActorMention mention, Trigger trigger) {
    String slot = slot(scene.syntax(), scene.headOf(mention.span()), trigger.token());
    Map<String, String> roles = trigger.verb().map(v -> v.roles()).orElse(Map.of());
    if (roles.containsKey(slot)) {
      return named(roles.get(slot));
    }
    return switch (trigger.kind()) {
      case "Agreement" -> Role.SIGNATORY;
      case "Visit" -> Set.of("to", "in", "object").contains(slot) ? Role.HOST : Role.VISITOR;
      case "Transfer", "Training" ->
          Set.of("to", "for", "dative").contains(slot) ? Role.RECIPIENT
              : Set.of("from", "by", "premodifier").contains(slot) ? Role.PROVIDER : Role.PARTICIPANT;
      case "Statement" -> slot.equals("subject") || slot.equals("by") ? Role.SPEAKER : Role.ADDRESSEE;
      case "JointBody" -> Role.MEMBER;
      case "Accession" -> TriggerFinder.isBody(mention) ? Role.JOINS : Role.PARTICIPANT;
      default -> Role.PARTICIPANT;
    };
  }

  private static Role named(String property) {
    for (Role role : Role.values()) {
      if (role.property().equals(property)) {
        return role;
      }
    }
    return Role.PARTICIPANT;
  }

  /** In which slot of the trigger a word stands: subject, object, dative, premodifier, or a preposition. */
  private static String slot(Syntax syntax, Token word, Token trigger) {
    Token at = word;
    String slot = "";
    for (int depth = 0; depth < 12 && at.head() >= 0; depth++) {
      Token head = syntax.head(at).orElseThrow();
      if (at.relation().equals("pobj") || at.relation().equals("pcomp")) {
        slot = head.lemma();
      } else if (head.index() == trigger.index() || head.isVerb()) {
        return switch (at.relation()) {
          case "nsubj" -> "subject";
          case "nsubjpass", "dobj" -> "object";
          case "agent" -> "subject";
          case "dative" -> "dative";
          case "poss", "compound", "nmod" -> "premodifier";
          default -> slot.toLowerCase(Locale.ROOT);
        };
      }
      at = head;
    }
    return slot;
  }

  /** The actors that proposals of a list are addressed to, unless an item names its own. */
  List<Actor> actors(List<String> codes) {
    return codes.stream().flatMap(c -> stateByCode.apply(c).stream()).toList();
  }
}
