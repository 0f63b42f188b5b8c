package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.lexicon.EventNoun;
import org.entente.lexicon.EventVerb;
import org.entente.lexicon.Lexicon;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Span;
import org.entente.text.Token;

/** Finds the words of a sentence that the lexicon knows as announcing an undertaking. */
final class TriggerFinder {

  private static final Set<String> PERSONAL = Set.of("he", "she", "him", "her");
  private static final Set<String> INTERNATIONAL = Set.of("Bank", "ArmedGroup", "Programme");

  private final Lexicon lexicon;

  TriggerFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Trigger> find(Scene scene) {
    List<Trigger> triggers = new ArrayList<>();
    for (Token token : scene.syntax().tokens()) {
      if (token.isVerb()) {
        verb(scene, token).ifPresent(triggers::add);
      } else if (token.isNoun() || token.pos().equals("JJ")) {
        noun(scene, token).ifPresent(triggers::add);
      }
    }
    return triggers;
  }

  /**
   * An imperative at the head of a sentence that the tagger took for a noun: "Swap thirty teachers", "Supply B with
   * boats". Only where a list of proposals makes an imperative likely.
   */
  Optional<Trigger> imperative(Scene scene) {
    List<Token> tokens = scene.syntax().tokens();
    Token first = tokens.getFirst();
    if (first.isVerb() || !first.isNoun() && !first.pos().startsWith("JJ") || scene.named(first)) {
      return Optional.empty();
    }
    List<Token> behind = tokens.stream().skip(1).limit(8).filter(Token::isNoun).toList();
    return lexicon.verbs(first.form().toLowerCase(java.util.Locale.ROOT)).stream()
        .filter(v -> !v.object().isEmpty() && behind.stream().anyMatch(o -> isOf(scene, o, v.object())))
        .findFirst()
        .map(v -> Trigger.of(first, first.span(), v));
  }

  // ---- nouns

  private Optional<Trigger> noun(Scene scene, Token token) {
    Syntax syntax = scene.syntax();
    boolean insideName = scene.mentionAt(token).filter(m -> m.sense() != Sense.REFERENCE).isPresent();
    if (insideName || modifiesNoun(syntax, token)) {
      return Optional.empty();
    }
    for (EventNoun entry : lexicon.nouns(token.lemma())) {
      Optional<Span> span = words(syntax.tokens(), token, entry);
      if (span.isPresent()) {
        return Optional.of(Trigger.of(token, span.get(), entry));
      }
    }
    return Optional.empty();
  }

  /** "visit programme", "treaty obligations": the noun only tells what sort of thing another noun is. */
  private static boolean modifiesNoun(Syntax syntax, Token token) {
    List<Token> tokens = syntax.tokens();
    boolean beforeNoun = token.index() + 1 < tokens.size() && tokens.get(token.index() + 1).isNoun()
        && !tokens.get(token.index() + 1).isProperNoun();
    boolean compound = token.relation().equals("compound") || token.relation().equals("nmod") || beforeNoun;
    return beforeNoun
        || compound && syntax.head(token).filter(h -> h.isNoun() && h.index() > token.index()).isPresent();
  }

  private static Optional<Span> words(List<Token> tokens, Token head, EventNoun entry) {
    int first = head.index() - entry.head();
    if (first < 0 || first + entry.words().size() > tokens.size()) {
      return hyphenated(tokens, head, entry);
    }
    for (int i = 0; i < entry.words().size(); i++) {
      Token t = tokens.get(first + i);
      String word = entry.words().get(i);
      if (!t.lemma().equals(word) && !t.form().equalsIgnoreCase(word)) {
        return hyphenated(tokens, head, entry);
      }
    }
    return Optional.of(tokens.get(first).span().cover(tokens.get(first + entry.words().size() - 1).span()));
  }

  /** "air-defence exercise" is one word or three to the tokenizer; compare what is written. */
  private static Optional<Span> hyphenated(List<Token> tokens, Token head, EventNoun entry) {
    String wanted = String.join(" ", entry.words()).replace("-", " ");
    if (entry.head() != entry.words().size() - 1 || wanted.indexOf(' ') < 0) {
      return Optional.empty();
    }
    StringBuilder found = new StringBuilder(head.lemma());
    for (int i = head.index() - 1; i >= 0 && found.length() < wanted.length(); i--) {
      String form = tokens.get(i).form();
      if (!form.equals("-")) {
        found.insert(0, form.toLowerCase(java.util.Locale.ROOT).replace('-', ' ') + " ");
      }
      if (found.toString().equals(wanted)) {
        return Optional.of(tokens.get(i).span().cover(head.span()));
      }
    }
    return Optional.empty();
  }

  // ---- verbs

  private Optional<Trigger> verb(Scene scene, Token token) {
    Syntax syntax = scene.syntax();
    if (token.relation().startsWith("aux") || token.relation().equals("nmod") || token.relation().equals("compound")) {
      return Optional.empty();
    }
    for (EventVerb entry : lexicon.verbs(token.lemma())) {
      Optional<Token> beside = entry.particle().flatMap(p -> beside(syntax, token, p));
      if (entry.particle().isPresent() && beside.isEmpty()) {
        continue;
      }
      if (fits(scene, token, entry)) {
        Span span = beside.map(b -> token.span().cover(b.span())).orElse(token.span());
        return Optional.of(Trigger.of(token, span, entry));
      }
    }
    return Optional.empty();
  }

  private static Optional<Token> beside(Syntax syntax, Token verb, String word) {
    return syntax.children(verb).stream()
        .filter(c -> c.lemma().equals(word) && c.index() > verb.index() && c.index() - verb.index() <= 6)
        .findFirst();
  }

  private boolean fits(Scene scene, Token verb, EventVerb entry) {
    if (!entry.object().isEmpty() && objects(scene, verb).stream().noneMatch(o -> isOf(scene, o, entry.object()))) {
      return false;
    }
    if (!entry.subject().isEmpty()
        && scene.syntax().subject(verb).filter(s -> isOf(scene, s, entry.subject())).isEmpty()) {
      return false;
    }
    if (!entry.complement().isEmpty() && !complemented(scene.syntax(), verb, entry.complement())) {
      return false;
    }
    return entry.needs().stream().allMatch(n -> present(scene, verb, n));
  }

  private static boolean complemented(Syntax syntax, Token verb, List<String> complements) {
    return syntax.children(verb).stream()
        .anyMatch(
            c -> complements.contains(c.lemma())
                || syntax.children(c).stream()
                    .anyMatch(g -> g.relation().equals("prep") && complements.contains(g.lemma())));
  }

  /** What the verb acts on: direct and understood objects, the subject of a passive, the noun before a participle. */
  private List<Token> objects(Scene scene, Token verb) {
    Syntax syntax = scene.syntax();
    List<Token> objects = new ArrayList<>();
    for (Token c : syntax.children(verb)) {
      boolean object = Set.of("dobj", "nsubjpass", "dative", "oprd", "attr").contains(c.relation());
      boolean misread = c.relation().equals("npadvmod") && c.index() > verb.index();
      if (object || misread) {
        objects.add(c);
        objects.addAll(syntax.children(c).stream().filter(k -> k.relation().equals("conj") && k.isNoun()).toList());
      }
      // "take delivery of 92 tanks", "the first of thirty helicopters": the goods stand behind "of".
      // The parser may take the particle of "hand over" for a preposition.
      if (c.relation().equals("prep")
          && lexicon.verbs(verb.lemma()).stream().anyMatch(v -> v.particle().filter(c.lemma()::equals).isPresent())) {
        syntax.child(c, "pobj").ifPresent(objects::add);
        syntax.child(c, "pobj").ifPresent(o -> objects.addAll(behindOf(syntax, o)));
      }
      if (object && Set.of("delivery", "first", "batch", "shipment", "consignment", "set", "number", "part", "dozens")
          .contains(c.form().toLowerCase(java.util.Locale.ROOT))) {
        objects.addAll(behindOf(syntax, c));
      }
    }
    if (verb.relation().equals("acl") && verb.pos().equals("VBN")) {
      syntax.head(verb).ifPresent(objects::add);
    }
    if (verb.relation().equals("relcl")) {
      boolean relativeSubject =
          syntax.child(verb, "nsubj").filter(s -> s.pos().startsWith("W")).isPresent();
      if (!relativeSubject) {
        syntax.head(verb).ifPresent(objects::add);
      }
    }
    if (verb.relation().equals("conj") && objects.isEmpty() && syntax.passive(verb)) {
      syntax.subject(verb).ifPresent(objects::add);
    }
    return objects;
  }

  private static List<Token> behindOf(Syntax syntax, Token noun) {
    return syntax.children(noun).stream()
        .filter(p -> p.relation().equals("prep") && p.lemma().equals("of"))
        .flatMap(p -> syntax.children(p).stream())
        .toList();
  }

  private boolean isOf(Scene scene, Token object, Set<String> classes) {
    Optional<ActorMention> mention = scene.mentionAt(object);
    for (String name : classes) {
      boolean is =
          switch (name) {
            case "Actor" -> mention.filter(m -> !m.states().isEmpty()).isPresent();
            case "Body" -> mention.filter(TriggerFinder::isBody).isPresent();
            case "Officials" ->
                isOfficial(mention) || PERSONAL.contains(object.lemma()) || lexicon.isA(object.lemma(), name);
            case "Goods" -> mention.isEmpty() && (isGoods(scene, object) || lexicon.isA(object.lemma(), name));
            default ->
                mention.filter(m -> m.sense() != Sense.REFERENCE).isEmpty() && memberOrCompound(scene, object, name);
          };
      if (is) {
        return true;
      }
    }
    return false;
  }

  private boolean memberOrCompound(Scene scene, Token object, String name) {
    return lexicon.isA(object.lemma(), name)
        || lexicon.isA(object.form().toLowerCase(java.util.Locale.ROOT), name)
        || object.pos().equals("CD") && name.equals("Money")
        || scene.syntax().children(object).stream().anyMatch(c -> c.lemma().equals("$") && name.equals("Money"));
  }

  /** An institution that acts beside states and is none of theirs: an international organisation, a known armed group. */
  static boolean isBody(ActorMention mention) {
    return mention.states().isEmpty()
        && mention.actors().stream()
            .anyMatch(
                a -> a.type() == Actor.Type.INSTITUTION
                    && (a.className().equals("InternationalOrganization")
                        || a.linked() && INTERNATIONAL.contains(a.className())));
  }

  private static boolean isOfficial(Optional<ActorMention> mention) {
    return mention
        .filter(
            m -> m.sense() == Sense.OFFICE
                || m.actors().stream()
                    .anyMatch(a -> a.type() == Actor.Type.PERSON || a.type() == Actor.Type.POST))
        .isPresent();
  }

  /** A counted proper noun that names nobody is a product: "eighteen Rafales", "30 Abrams". */
  private static boolean isGoods(Scene scene, Token object) {
    return object.isProperNoun()
        && scene.syntax().children(object).stream().anyMatch(c -> c.pos().equals("CD"))
        && !scene.named(object);
  }

  private boolean present(Scene scene, Token verb, String need) {
    Syntax syntax = scene.syntax();
    return switch (need) {
      case "subject" -> syntax.subject(verb).filter(s -> holdsStates(scene, s)).isPresent()
          || agent(syntax, verb).filter(s -> holdsStates(scene, s)).isPresent();
      case "object" -> objects(scene, verb).stream().anyMatch(o -> holdsStates(scene, o));
      case "either" -> present(scene, verb, "subject") || present(scene, verb, "object");
      case "official" ->
          syntax.subject(verb).flatMap(scene::mentionAt).filter(m -> isOfficial(Optional.of(m))).isPresent();
      case "both" -> (present(scene, verb, "subject") || syntax.subject(verb).isPresent())
          && (present(scene, verb, "object") || inPhrase(scene, verb, Set.of("to", "with", "on", "from")));
      case "no-object" -> syntax.child(verb, "dobj").isEmpty();
      case "pair" ->
          syntax.subject(verb).map(s -> scene.mentionsIn(syntax.nounPhrase(s))).orElse(List.of()).stream()
              .flatMap(m -> m.states().stream())
              .distinct()
              .count() >= 2;
      case "no-observer" ->
          syntax.subject(verb).filter(s -> !scene.named(s) && lexicon.isA(s.lemma(), "Observer")).isEmpty();
      case "infinitive" -> infinitive(syntax, verb);
      case "no-infinitive" -> !infinitive(syntax, verb);
      case "recipient" -> inPhrase(scene, verb, Set.of("to"))
          || syntax.children(verb).stream().anyMatch(c -> c.relation().equals("dative") && holdsStates(scene, c))
          || objects(scene, verb).stream().anyMatch(o -> holdsStates(scene, o));
      case "destination" -> destination(scene, verb)
          && syntax.subject(verb).map(s -> lexicon.isA(s.lemma(), "Vessels") || !isThing(s)).orElse(true);
      case "persons" -> objects(scene, verb).stream()
          .anyMatch(o -> isOfficial(scene.mentionAt(o)) || lexicon.isA(o.lemma(), "Officials"));
      case "goods" -> syntax.subject(verb).filter(s -> !scene.named(s))
          .filter(s -> lexicon.isA(s.lemma(), "Goods") || isGoods(scene, s)).isPresent();
      case "partners" -> partners(scene, verb);
      case "body" -> scene.mentionsIn(syntax.clause(verb)).stream().anyMatch(TriggerFinder::isBody);
      default -> true;
    };
  }

  /** A cargo or a train arrives, and visits nobody. */
  private boolean isThing(Token noun) {
    return lexicon.isA(noun.lemma(), "Goods") || lexicon.isA(noun.lemma(), "Things");
  }

  /** "called on B to sign": an infinitive says what is asked. */
  private static boolean infinitive(Syntax syntax, Token verb) {
    return syntax.tokens().stream()
        .filter(v -> v.isVerb() && v.index() > verb.index())
        .filter(v -> v.head() == verb.index()
            || syntax.head(v).filter(h -> h.head() == verb.index() && h.isNoun()).isPresent())
        .anyMatch(v -> syntax.children(v).stream().anyMatch(c -> c.pos().equals("TO")));
  }

  private boolean partners(Scene scene, Token verb) {
    Syntax syntax = scene.syntax();
    boolean together =
        syntax.children(verb).stream()
            .flatMap(c -> java.util.stream.Stream.concat(java.util.stream.Stream.of(c), syntax.children(c).stream()))
            .anyMatch(c -> Set.of("together", "jointly", "alongside", "with").contains(c.lemma()));
    long states =
        java.util.stream.Stream.concat(
            syntax.subject(verb).map(s -> scene.mentionsIn(syntax.nounPhrase(s))).orElse(List.of()).stream(),
            scene.mentionsIn(syntax.clause(verb)).stream().filter(m -> m.sense() != Sense.LOCATION))
            .flatMap(m -> m.states().stream())
            .distinct()
            .count();
    return together || states >= 2;
  }

  private boolean destination(Scene scene, Token verb) {
    Syntax syntax = scene.syntax();
    return syntax.children(verb).stream()
        .filter(p -> p.relation().equals("prep") && Set.of("to", "into", "in", "at", "on", "for").contains(p.lemma()))
        .flatMap(p -> syntax.children(p).stream())
        .filter(o -> o.relation().equals("pobj"))
        .anyMatch(o -> scene.mentionAt(o).filter(m -> isPlaceOrState(m)).isPresent() || homeward(o));
  }

  private static boolean homeward(Token object) {
    return Set.of("capital", "country", "kingdom", "neighbour", "neighbor").contains(object.lemma());
  }

  private static boolean isPlaceOrState(ActorMention m) {
    return m.sense() == Sense.LOCATION
        || m.sense() == Sense.METONYM
        || m.actors().stream().anyMatch(a -> a.type() == Actor.Type.STATE || a.type() == Actor.Type.PLACE);
  }

  private static boolean inPhrase(Scene scene, Token verb, Set<String> prepositions) {
    Syntax syntax = scene.syntax();
    return syntax.children(verb).stream()
        .filter(p -> (p.relation().equals("prep") || p.relation().equals("dative")) && prepositions.contains(p.lemma()))
        .anyMatch(p -> holdsStates(scene, p));
  }

  private static boolean holdsStates(Scene scene, Token phrase) {
    return scene.mentionsIn(scene.syntax().nounPhrase(phrase)).stream().anyMatch(m -> !m.states().isEmpty());
  }

  static Optional<Token> agent(Syntax syntax, Token verb) {
    return syntax.child(verb, "agent").flatMap(by -> syntax.child(by, "pobj"));
  }
}
