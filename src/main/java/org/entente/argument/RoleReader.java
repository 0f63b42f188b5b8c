package org.entente.argument;

import static org.entente.syntax.Relation.*;

import java.util.Optional;
import java.util.stream.Stream;
import org.entente.event.Bodies;
import org.entente.event.EventMention;
import org.entente.lexicon.EventFrame;
import org.entente.lexicon.KindFrame;
import org.entente.lexicon.KindFrame.Trait;
import org.entente.lexicon.Lexicon;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Word;
import org.entente.undertaking.Kind;
import org.entente.undertaking.Role;

/** Which role a participant has: by its slot in the event's frame, else by what such a slot means for the kind. */
final class RoleReader {

  private final Lexicon lexicon;

  RoleReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Role role(EventMention event, ActorMention mention) {
    KindFrame kind = lexicon.kind(event.kind());
    if (kind.has(Trait.JOINED) && Bodies.isBody(mention)) {
      return Role.JOINS;
    }
    String slot = slot(event, event.sentence().headOf(mention.span()));
    return Optional.ofNullable(event.frame().slots().get(slot))
        .or(() -> Optional.ofNullable(kind.slots().get(slot)))
        .orElse(kind.role());
  }

  /** Whether a mention stands in a slot of the event's own frame: where it is a place, its state takes part. */
  boolean hasSlot(EventMention event, ActorMention mention) {
    if (isWhereOthersAre(event, mention)) {
      return false;
    }
    String slot = slot(event, event.sentence().headOf(mention.span()));
    boolean direction = lexicon.isA(slot, "Direction") && lexicon.kind(event.kind()).slots().containsKey(slot);
    return direction || event.frame().slots().containsKey(slot);
  }

  /** "met the Chinese <i>in Santiago</i>", "met his Nepalese counterpart at a hotel <i>in Lima</i>": where they are. */
  private static boolean isWhereOthersAre(EventMention event, ActorMention mention) {
    if (mention.sense() != Sense.LOCATION) {
      return false;
    }
    ClauseGraph graph = event.graph();
    Word at = event.sentence().headOf(mention.span());
    Optional<Word> over = graph.head(at).filter(h -> at.is(NMOD));
    while (over.isPresent() && over.get().index() != event.word().index()) {
      if (names(event, over.get())) {
        return true;
      }
      Word noun = over.get();
      over = graph.head(noun).filter(h -> noun.is(NMOD, OBL, OBJ, IOBJ, NSUBJ) && h.isNoun());
    }
    return false;
  }

  /** Whether a noun names who acts, by itself or by what stands before it. */
  private static boolean names(EventMention event, Word noun) {
    return Stream.concat(Stream.of(noun), event.graph().children(noun, POSS, COMPOUND, AMOD))
        .flatMap(w -> event.sentence().mentionAt(w).stream())
        .anyMatch(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty());
  }

  /** The role of a state of which only a place is named: "trained <i>in Kenya</i>", but "A trains soldiers <i>in Kenya</i>". */
  Role placeRole(EventMention event) {
    Role usual = lexicon.kind(event.kind()).slots().getOrDefault("place", Role.PARTICIPANT);
    ClauseGraph graph = event.graph();
    boolean taken = event.word().isVerb() && !graph.passive(event.word())
        && event.frame().slots().get(EventFrame.SUBJECT) == usual
        && graph.subject(event.word()).filter(event.sentence()::holdsStates).isPresent()
        && graph.objects(event.word()).stream().flatMap(o -> event.sentence().mentionsIn(graph.nounPhrase(o)).stream())
            .noneMatch(m -> m.sense() != Sense.LOCATION && !m.states().isEmpty());
    return taken ? usual.opposite().orElse(usual) : usual;
  }

  /** In which slot of the event a word stands: subject, object, dative, premodifier, or a preposition. */
  private String slot(EventMention event, Word word) {
    return event.word().is(COMPOUND, AMOD) && event.word().isVerb() ? besideAttribute(event, word)
        : onTheWay(event, word);
  }

  /** "met the <i>visiting</i> president": he is who does it, and who else is there is not. */
  private static String besideAttribute(EventMention event, Word word) {
    ClauseGraph graph = event.graph();
    return graph.subject(event.word()).filter(s -> graph.isUnder(word, s)).isPresent() ? EventFrame.SUBJECT
        : EventFrame.OBJECT;
  }

  /** The slot of the nearest word over it that the event or its clause governs. */
  private String onTheWay(EventMention event, Word word) {
    ClauseGraph graph = event.graph();
    String slot = "";
    for (Word at : graph.path(word)) {
      if (at.index() == event.word().index()) {
        return slot;
      }
      Word head = graph.head(at).orElse(at);
      if (at.is(OBL, NMOD, PCOMP) && !at.marker().isEmpty()) {
        slot = at.marker();
      }
      if (at.is(POSS) && isItsContent(graph, head, event.word())) {
        return EventFrame.SUBJECT;
      }
      if (head.isVerb() && isOtherClause(event, head)) {
        // "to receive jets under a contract awarded to a firm": what was awarded to whom says nothing of who receives.
        return isMadeFor(event, head, slot) ? slot : "";
      }
      if (head.index() == event.word().index() || head.isVerb()) {
        return isAskedFor(event, at, slot) ? slot : named(event, at, slot);
      }
    }
    return slot;
  }

  /** "the jets <i>ordered for</i> the air force were delivered": for whom a thing is made is who receives it. */
  private boolean isMadeFor(EventMention event, Word participle, String slot) {
    return participle.is(ACL) && lexicon.isA(participle.lemma(), "Acquiring") && lexicon.isA(slot, "Purpose")
        && lexicon.kind(event.kind()).has(Trait.OF_THINGS);
  }

  /** "bought ferries from Norway": the parser hangs on the thing what the verb asks for. */
  private boolean isAskedFor(EventMention event, Word at, String slot) {
    return at.is(OBJ, NSUBJ_PASS) && at.head() == event.word().index() && lexicon.isA(slot, "Direction")
        && event.frame().slots().containsKey(slot);
  }

  /** "its intention to buy": who has it is who does it. */
  private static boolean isItsContent(ClauseGraph graph, Word noun, Word verb) {
    return verb.is(ACL, XCOMP) && graph.head(verb).filter(h -> h.index() == noun.index()).isPresent();
  }

  private static boolean isOtherClause(EventMention event, Word verb) {
    return verb.index() != event.word().index() && verb.is(ACL, RELCL)
        && event.factuality().clauses().stream().noneMatch(c -> c.index() == verb.index());
  }

  private static String named(EventMention event, Word at, String slot) {
    ClauseGraph graph = event.graph();
    if (at.is(NSUBJ) && event.word().is(XCOMP) && graph.passive(event.word())) {
      // "hopes to be lent buses", "is to be admitted": who hopes is acted on.
      return graph.child(event.word(), OBJ).isPresent() ? EventFrame.DATIVE : EventFrame.OBJECT;
    }
    return switch (at.relation()) {
      case NSUBJ, AGENT -> EventFrame.SUBJECT;
      case NSUBJ_PASS, OBJ -> EventFrame.OBJECT;
      case IOBJ -> EventFrame.DATIVE;
      case POSS, COMPOUND, AMOD -> "premodifier";
      default -> slot;
    };
  }
}
