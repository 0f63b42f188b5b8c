package org.entente.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.actor.Actor;
import org.entente.actor.Gazetteer;
import org.entente.actor.Name;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.entente.vocab.IriScheme;

/**
 * Finds whom and which places a sentence names: names of the gazetteer (the longest wins), institutions and places by
 * the grammar of their names, offices and persons by the grammar of titles. A capital counts as its government where
 * it acts ("Moscow signed") and as a place where something is ("in Moscow", "flew to Moscow").
 */
public final class NameFinder {

  private static final Set<String> INSIDE =
      Set.of("in", "at", "near", "outside", "off", "inside", "around", "across", "through", "via", "within",
          "throughout");
  private static final Set<String> TOWARDS = Set.of("to", "into", "for", "from", "towards", "toward");
  private static final Set<String> MOVEMENT =
      Set.of("go", "fly", "travel", "come", "return", "journey", "head", "jet", "sail", "arrive", "move", "drive",
          "visit",
          "trip", "tour", "flight", "stopover", "pilgrimage", "way", "pipeline", "road", "railway", "link", "route",
          "train",
          "back", "leave", "depart", "run", "stretch", "line", "deploy", "invite", "invitation", "bring", "call",
          "land", "corridor");
  private static final Set<String> ENVOYS =
      Set.of("ambassador", "envoy", "representative", "commissioner", "consul", "attaché");
  private static final Set<String> GONE_TO = Set.of("visit", "tour", "leave", "reach", "quit");
  private static final Set<String> HELD =
      Set.of("summit", "talk", "conference", "meeting", "declaration", "forum", "round", "process");
  private static final Set<String> NAME_LINKS = Set.of("bin", "al", "de", "da", "dos", "van", "von", "der", "el", "ibn",
      "ul", "ben", "del", "la", "le", "du", "-");
  private static final Set<String> CALENDAR =
      Set.of("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november",
          "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan.", "feb.",
          "aug.",
          "sept.", "oct.", "nov.", "dec.", "christmas", "easter", "ramadan");

  private final Gazetteer gazetteer;

  public NameFinder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Begins an article; its sentences are then read in order, since later ones take up names of earlier ones.
   *
   * @param issued the article's date, on which a bare surname means who is in office; without it nobody
   */
  public Reading begin(String text, Optional<LocalDate> issued) {
    return new Reading(text.replace('’', '\''), issued);
  }

  /** One article being read. Not safe for use from several threads. */
  public final class Reading {

    private final String text;
    private final Optional<LocalDate> issued;
    private final Map<String, ActorMention> surnames = new HashMap<>();
    private final Map<String, Integer> statesNamed = new HashMap<>();

    private Reading(String text, Optional<LocalDate> issued) {
      this.text = text;
      this.issued = issued;
      countStates();
    }

    /** How often each state is named unmistakably: decides what an ambiguous name means. */
    private void countStates() {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isUpperCase(text.charAt(i)) && startsWord(i)) {
          List<Name> names = gazetteer.namesAt(text, i);
          if (!names.isEmpty() && !names.getFirst().ambiguous()) {
            int length = names.getFirst().text().length();
            names.stream()
                .filter(n -> n.text().length() == length && n.actor().type() == Actor.Type.STATE)
                .forEach(n -> n.actor().state().ifPresent(s -> statesNamed.merge(s, 1, Integer::sum)));
            i += length - 1;
          }
        }
      }
    }

    private boolean startsWord(int offset) {
      return offset == 0 || !Character.isLetterOrDigit(text.charAt(offset - 1));
    }

    /** The names of a sentence, in text order, none overlapping another. */
    public List<ActorMention> read(Sentence sentence) {
      List<ActorMention> found = names(sentence);
      List<ActorMention> withOffices = offices(sentence, found);
      withOffices.addAll(places(sentence, withOffices));
      withOffices.sort(Comparator.comparing(ActorMention::span));
      withOffices.forEach(this::remember);
      return withOffices;
    }

    private void remember(ActorMention mention) {
      for (Actor actor : mention.actors()) {
        if (actor.type() == Actor.Type.PERSON) {
          String surname = actor.name().substring(actor.name().lastIndexOf(' ') + 1);
          if (gazetteer.namesAt(surname, 0).stream()
              .noneMatch(n -> n.text().equals(surname) && n.actor().type() != Actor.Type.PERSON)) {
            surnames.put(surname, new ActorMention(mention.span(), List.of(actor), Sense.NAME, mention.states()));
          }
        }
      }
    }

    // ---- names

    private List<ActorMention> names(Sentence sentence) {
      List<ActorMention> found = new ArrayList<>();
      int end = sentence.span().end();
      for (int i = sentence.span().start(); i < end; i++) {
        char c = text.charAt(i);
        if (!startsWord(i) || !Character.isUpperCase(c) && !Character.isDigit(c)) {
          continue;
        }
        int no = notAState(i);
        Optional<ActorMention> known = known(sentence, i);
        Optional<ActorMention> grammar = byGrammar(sentence, i);
        if (grammar.isPresent() && (known.isEmpty() || grammar.get().span().end() > known.get().span().end())
            && grammar.get().span().end() >= no) {
          known = grammar;
        } else if (no > known.map(k -> k.span().end()).orElse(i)
            || no > i && known.map(k -> k.span().end() <= no && isState(k)).orElse(true)) {
          i = no - 1;
          continue;
        }
        if (known.isPresent()) {
          found.add(known.get());
          i = known.get().span().end() - 1;
        }
      }
      return found;
    }

    private boolean isState(ActorMention mention) {
      return mention.actors().stream().allMatch(a -> a.type() == Actor.Type.STATE);
    }

    /** Where a name ends that only looks like a state's; the offset itself when there is none. */
    private int notAState(int offset) {
      int longest = offset;
      int stop = Math.min(text.length(), offset + 40);
      for (int end = offset + 3; end <= stop; end++) {
        boolean word = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
        if (word && gazetteer.isA(text.substring(offset, end), "NotAState")) {
          longest = end;
        }
      }
      return longest;
    }

    private Optional<ActorMention> known(Sentence sentence, int offset) {
      List<Name> names = gazetteer.namesAt(text, offset);
      if (names.isEmpty()) {
        return surname(sentence, offset);
      }
      int length = names.getFirst().text().length();
      List<Name> readings = names.stream().filter(n -> n.text().length() == length).toList();
      Span span = new Span(offset, offset + length);
      Optional<Name> chosen = choose(sentence, span, readings);
      return chosen.map(n -> mention(sentence, span, n, readings));
    }

    private Optional<ActorMention> surname(Sentence sentence, int offset) {
      int end = offset;
      while (end < sentence.span().end() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
        end++;
      }
      Span span = new Span(offset, end);
      ActorMention person = surnames.get(span.in(text));
      return person == null
          ? officeHolder(sentence, span)
          : Optional.of(new ActorMention(span, person.actors(), Sense.NAME, person.states()));
    }

    /** A bare surname ("Lavrov") of the only one of that name who is in office on the article's date. */
    private Optional<ActorMention> officeHolder(Sentence sentence, Span span) {
      if (issued.isEmpty() || span.length() < 4 || !standsAlone(sentence, span)) {
        return Optional.empty();
      }
      String surname = span.in(text);
      List<Actor> holders = gazetteer.holdersBySurname(surname, issued.get());
      if (holders.size() != 1 || namesakeInFull(surname, holders.getFirst())) {
        return Optional.empty();
      }
      Actor holder = holders.getFirst();
      boolean sure =
          gazetteer.personsBySurname(surname).size() == 1 || holder.state().map(statesNamed::containsKey).orElse(false);
      return sure
          ? Optional.of(new ActorMention(span, List.of(holder), Sense.NAME, holder.state().stream().toList()))
          : Optional.empty();
    }

    private boolean standsAlone(Sentence sentence, Span span) {
      Token token = tokenAt(sentence, span.start());
      boolean before = neighbour(sentence, token, -1).filter(this::partOfLongerName).isPresent();
      boolean after = neighbour(sentence, token, 1).filter(this::partOfLongerName).isPresent();
      return token.isProperNoun() && token.span().equals(span) && !before && !after
          && !CALENDAR.contains(token.form().toLowerCase(Locale.ROOT));
    }

    private boolean partOfLongerName(Token t) {
      return t.isProperNoun() && capital(t) && gazetteer.namesAt(text, t.span().start()).isEmpty();
    }

    /** Whether the text names somebody else of that surname in full: then that one is meant. */
    private boolean namesakeInFull(String surname, Actor holder) {
      return Pattern.compile("(\\p{Lu}[\\p{L}.-]+) " + Pattern.quote(surname) + "\\b").matcher(text).results()
          .map(r -> r.group(1))
          .anyMatch(given -> !gazetteer.isA(given, "PersonTitle") && !holder.name().contains(given));
    }

    private Optional<Name> choose(Sentence sentence, Span span, List<Name> readings) {
      List<Name> states = readings.stream().filter(n -> n.actor().type() == Actor.Type.STATE).toList();
      if (states.isEmpty()) {
        return readings.stream().filter(n -> !n.ambiguous() || insidePlace(sentence, span)).findFirst();
      }
      Name first = states.stream().max(Comparator.comparingInt(this::support)).orElseThrow();
      if (first.ambiguous() && !trusted(sentence, span, first)) {
        return Optional.empty();
      }
      return Optional.of(first);
    }

    private int support(Name name) {
      int proper = name.sense() == Name.Sense.PROPER ? 1 : 0;
      return 2 * name.actor().state().map(s -> statesNamed.getOrDefault(s, 0)).orElse(0) + proper;
    }

    /** Whether an ambiguous word means the state here: "my neighbour Chad", "Peter Jordan", "Georgia O'Keeffe" do not. */
    private boolean trusted(Sentence sentence, Span span, Name name) {
      Token first = tokenAt(sentence, span.start());
      Token last = tokenAt(sentence, span.end() - 1);
      Optional<Token> before = neighbour(sentence, first, -1);
      Optional<Token> after = neighbour(sentence, last, 1);
      if (before.filter(b -> gazetteer.isA(b.form().toLowerCase(Locale.ROOT), "PersonNoun")).isPresent()) {
        return false;
      }
      boolean givenName =
          before.filter(b -> b.isProperNoun() && Character.isUpperCase(b.form().charAt(0)))
              .filter(b -> !gazetteer.isA(b.form(), "PersonTitle"))
              .filter(b -> gazetteer.namesAt(text, b.span().start()).isEmpty())
              .isPresent();
      boolean surnameFollows =
          after.filter(a -> a.isProperNoun() && Character.isUpperCase(a.form().charAt(0)))
              .filter(a -> !gazetteer.isA(a.form(), "PersonTitle") && !gazetteer.isA(a.form(), "InstitutionHead"))
              .filter(a -> gazetteer.namesAt(text, a.span().start()).isEmpty())
              .isPresent();
      boolean otherwiseNamed = name.actor().state().map(s -> statesNamed.containsKey(s)).orElse(false);
      if (givenName || surnameFollows && name.sense() == Name.Sense.PROPER && !otherwiseNamed) {
        return false;
      }
      boolean manFrom =
          before.filter(b -> b.lemma().equals("from")).map(b -> sentence.token(Math.max(0, b.head())))
              .filter(h -> h.pos().equals("NN"))
              .isPresent();
      if (manFrom && !otherwiseNamed) {
        return false;
      }
      return name.sense() == Name.Sense.PROPER || name.sense() == Name.Sense.DEMONYM || otherwiseNamed;
    }

    private boolean insidePlace(Sentence sentence, Span span) {
      return preposition(sentence, tokenAt(sentence, span.start())).filter(p -> INSIDE.contains(p.lemma())).isPresent();
    }

    private ActorMention mention(Sentence sentence, Span span, Name name, List<Name> readings) {
      Actor actor = name.actor();
      List<String> states = actor.state().stream().toList();
      if (actor.type() == Actor.Type.STATE) {
        boolean location = locational(sentence, span);
        switch (name.sense()) {
          case DEMONYM, PREFIX -> {
            return new ActorMention(span, List.of(actor), Sense.DEMONYM, states);
          }
          case METONYM -> {
            if (!location) {
              return new ActorMention(span, List.of(actor), Sense.METONYM, states);
            }
            Actor place =
                readings.stream().map(Name::actor).filter(a -> a.type() == Actor.Type.PLACE).findFirst().orElse(actor);
            return new ActorMention(span, List.of(place), Sense.LOCATION, states);
          }
          case PROPER -> {
            return new ActorMention(span, List.of(actor), location ? Sense.LOCATION : Sense.NAME, states);
          }
        }
      }
      if (actor.type() == Actor.Type.PLACE) {
        return new ActorMention(span, List.of(actor), Sense.LOCATION, states);
      }
      return new ActorMention(span, List.of(actor), Sense.NAME, states);
    }

    /** Whether a name stands for where something is, and not for who acts. */
    private boolean locational(Sentence sentence, Span span) {
      Token head = headOf(sentence, span);
      if (span.end() < text.length() && text.startsWith("-based", span.end())) {
        return true;
      }
      boolean compound = head.relation().equals("compound") || head.relation().equals("nmod");
      if (compound && head.head() >= 0 && HELD.contains(sentence.token(head.head()).lemma())) {
        return true;
      }
      boolean visited =
          head.relation().equals("dobj") && head.head() >= 0 && GONE_TO.contains(sentence.token(head.head()).lemma());
      return visited
          || preposition(sentence, head)
              .map(p -> INSIDE.contains(p.lemma()) || TOWARDS.contains(p.lemma()) && moved(sentence, p))
              .orElse(false);
    }

    private static boolean moved(Sentence sentence, Token preposition) {
      Token governor = preposition;
      for (int i = 0; i < 2 && governor.head() >= 0; i++) {
        governor = sentence.token(governor.head());
        if (MOVEMENT.contains(governor.lemma())) {
          return !preposition.lemma().equals("for") || governor.isVerb();
        }
        if (!governor.pos().equals("IN") && !governor.pos().equals("RB")) {
          return false;
        }
      }
      return false;
    }

    // ---- institutions and places by the grammar of their names

    private Optional<ActorMention> byGrammar(Sentence sentence, int offset) {
      Token first = tokenAt(sentence, offset);
      if (first.span().start() != offset || first.pos().equals("DT")
          || !Character.isUpperCase(first.form().charAt(0))) {
        return Optional.empty();
      }
      if (first.index() > 0 && capital(sentence.token(first.index() - 1)) && !first.form().equals("Joint")
          && partOfRun(sentence, first.index() - 1)) {
        return Optional.empty();
      }
      int end = run(sentence, first.index());
      for (int last = end; last > first.index() && last == end; last--) {
        String word = sentence.token(last).form();
        boolean institution =
            gazetteer.isA(word, "InstitutionHead")
                || gazetteer.isA(first.form(), "InstitutionHead") && linked(sentence, first.index() + 1) && last == end;
        boolean place = gazetteer.isA(word, "PlaceHead")
            || gazetteer.isA(first.form(), "PlaceHead") && linked(sentence, first.index() + 1) && last == end;
        Span span = first.span().cover(sentence.token(last).span());
        if (place || institution) {
          return joint(sentence, first.index(), last) ? Optional.empty() : Optional.of(named(span, place));
        }
      }
      return Optional.empty();
    }

    private boolean partOfRun(Sentence sentence, int index) {
      Token t = sentence.token(index);
      return t.isProperNoun() && gazetteer.namesAt(text, t.span().start()).isEmpty()
          && !gazetteer.isA(t.form(), "PersonTitle");
    }

    private boolean linked(Sentence sentence, int index) {
      return index < sentence.tokens().size() && Set.of("of", "for").contains(sentence.token(index).form());
    }

    /** "Joint Military Committee", "Working Group": something that is set up, not a body with a name of its own. */
    private boolean joint(Sentence sentence, int first, int last) {
      for (int i = first; i <= last; i++) {
        if (Set.of("Joint", "Working", "Friendship", "Contact").contains(sentence.token(i).form())) {
          return true;
        }
      }
      return false;
    }

    private ActorMention named(Span span, boolean place) {
      String name = span.in(text);
      Optional<Name> known =
          gazetteer.namesAt(text, span.start()).stream()
              .filter(n -> n.text().equals(name) && n.actor().type() != Actor.Type.STATE).findFirst();
      Optional<String> state = place ? Optional.empty() : stateWithin(span);
      Actor actor =
          known.map(Name::actor)
              .orElseGet(
                  () -> place
                      ? new Actor(Actor.Type.PLACE, IriScheme.nameSlug(name), name, "Place", Optional.empty(), false)
                      : new Actor(Actor.Type.INSTITUTION, IriScheme.nameSlug(name), name, institutionClass(name), state,
                          false));
      List<String> states = actor.state().stream().toList();
      return new ActorMention(span, List.of(actor), place ? Sense.LOCATION : Sense.NAME, states);
    }

    private static String institutionClass(String name) {
      if (name.contains("Ministry")) {
        return "Ministry";
      }
      if (name.matches(".*\\b(Army|Navy|Air Force|Armed Forces|Defence Force|Defense Force|Guard)\\b.*")) {
        return "ArmedForce";
      }
      if (name.contains("University") || name.contains("College") || name.contains("Academy")) {
        return "University";
      }
      return name.contains("Parliament") || name.contains("Senate") ? "Legislature" : "Institution";
    }

    /** The state whose name or people an institution's name holds. */
    private Optional<String> stateWithin(Span span) {
      for (int i = span.start(); i < span.end(); i++) {
        if (startsWord(i)) {
          for (Name n : gazetteer.namesAt(text, i)) {
            if (n.actor().type() == Actor.Type.STATE && i + n.text().length() <= span.end() && notAState(i) <= i) {
              return n.actor().state();
            }
          }
        }
      }
      return Optional.empty();
    }

    private static boolean capital(Token t) {
      return Character.isUpperCase(t.form().charAt(0)) && !t.pos().equals("PRP") && !t.pos().equals("DT");
    }

    /** The last token of the run of capitalised words that begins here; "of", "for", "and the" may stand inside. */
    private int run(Sentence sentence, int from) {
      List<Token> tokens = sentence.tokens();
      int last = from;
      boolean inside = false;
      for (int i = from + 1; i < tokens.size(); i++) {
        Token t = tokens.get(i);
        if (capital(t) && t.span().start() - tokens.get(i - 1).span().end() <= 1
            && !CALENDAR.contains(t.form().toLowerCase(Locale.ROOT))) {
          last = i;
        } else {
          boolean of = Set.of("of", "for", "the", "&", "-").contains(t.form());
          boolean and = t.form().equals("and") && inside;
          inside |= t.form().equals("of") || t.form().equals("for");
          if (!of && !and || i - last > 2) {
            break;
          }
        }
      }
      return last;
    }

    // ---- offices and persons

    private List<ActorMention> offices(Sentence sentence, List<ActorMention> names) {
      List<ActorMention> result = new ArrayList<>(names);
      for (Token token : sentence.tokens()) {
        boolean head = gazetteer.isA(token.form().toLowerCase(Locale.ROOT), "OfficeHead");
        boolean covered = at(result, token.span()).isPresent();
        if (head && !covered && (token.isNoun() || Character.isUpperCase(token.form().charAt(0)))) {
          office(sentence, token, result)
              .ifPresent(
                  m -> {
                    result.removeIf(other -> other.span().overlaps(m.span()));
                    result.add(m);
                  });
        }
      }
      return result;
    }

    private Optional<ActorMention> office(Sentence sentence, Token head, List<ActorMention> names) {
      Optional<ActorMention> left = Optional.empty();
      int first = head.index();
      while (first > 0 && modifiesOffice(sentence.token(first - 1), names)) {
        first--;
      }
      int before = first - 1;
      if (before >= 0 && Set.of("'s", "'").contains(straight(sentence.token(before).form()))) {
        before--;
      }
      if (before >= 0) {
        left = at(names, sentence.token(before).span())
            .filter(m -> !m.states().isEmpty() && m.sense() != Sense.LOCATION || possessed(sentence, m))
            .filter(
                m -> m.actors().stream().allMatch(a -> a.type() == Actor.Type.STATE || a.type() == Actor.Type.PLACE));
      }
      int last = head.index();
      Optional<ActorMention> right = Optional.empty();
      Optional<ActorMention> body = Optional.empty();
      int i = last + 1;
      boolean envoy = ENVOYS.contains(head.form().toLowerCase(Locale.ROOT));
      while (i + 1 < sentence.tokens().size()
          && (Set.of("of", "for", "and").contains(sentence.token(i).form())
              || envoy && sentence.token(i).form().equals("to"))) {
        int from = i + 1;
        if (sentence.token(from).form().equals("the") && from + 1 < sentence.tokens().size()) {
          from++;
        }
        Optional<ActorMention> state = at(names, sentence.token(from).span()).filter(m -> !m.states().isEmpty());
        if (state.isPresent() && sentence.token(i).form().equals("and")) {
          break;
        }
        if (state.isPresent()) {
          boolean institution = state.get().actors().getFirst().type() != Actor.Type.STATE;
          boolean abroad = sentence.token(i).form().equals("to");
          if (state.get().sense() == Sense.DEMONYM) {
            break;
          }
          if (!abroad && left.isEmpty()) {
            right = state;
          }
          last = lastToken(sentence, state.get().span());
          if (!institution || abroad) {
            break;
          }
          i = last + 1;
          continue;
        }
        Optional<ActorMention> of =
            at(names, sentence.token(from).span()).filter(m -> m.actors().getFirst().type() == Actor.Type.INSTITUTION);
        if (of.isPresent()) {
          body = of;
          last = lastToken(sentence, of.get().span());
          break;
        }
        int end = from;
        while (end < sentence.tokens().size() && officeWord(sentence.token(end), end > from)) {
          end++;
        }
        if (end == from || sentence.token(i).form().equals("to")) {
          break;
        }
        last = end - 1;
        i = end;
      }
      boolean bare = left.isEmpty() && right.isEmpty() && body.isEmpty();
      String lower = head.form().toLowerCase(Locale.ROOT);
      if (bare
          && Set.of("general", "director", "head", "representative", "leader", "guest", "diplomat", "delegate", "chief",
              "secretary", "spokesman", "spokeswoman", "adviser", "advisor", "mayor").contains(lower)
          && !Character.isUpperCase(head.form().charAt(0))) {
        return Optional.empty();
      }
      Optional<Span> name = personName(sentence, last + 1, names);
      Span office = sentence.token(first).span().cover(sentence.token(last).span());
      Span whole = left.map(l -> l.span().cover(office)).orElse(office);
      Optional<ActorMention> known = Optional.empty();
      if (name.isPresent()) {
        known = at(names, name.get()).filter(m -> m.actors().getFirst().type() == Actor.Type.PERSON);
        whole = whole.cover(name.get());
      }
      Optional<String> state =
          left.or(() -> Optional.empty()).map(l -> l.states().getFirst())
              .or(() -> Optional.<String>empty());
      if (state.isEmpty() && right.isPresent()) {
        state = Optional.of(right.get().states().getFirst());
      }
      if (state.isEmpty()) {
        state = known.flatMap(k -> k.states().stream().findFirst());
      }
      List<Actor> actors = new ArrayList<>();
      if (name.isPresent()) {
        Optional<String> of = state;
        Actor person =
            known.map(k -> k.actors().getFirst()).orElseGet(() -> person(name.get().in(text), office.in(text), of));
        actors.add(person);
        if (state.isEmpty()) {
          state = person.state();
        }
      }
      actors.add(post(sentence, first, last, state, right));
      body.ifPresent(b -> actors.addAll(b.actors()));
      return Optional.of(new ActorMention(whole, actors, Sense.OFFICE, state.stream().toList()));
    }

    private boolean possessed(Sentence sentence, ActorMention m) {
      int next = lastToken(sentence, m.span()) + 1;
      return !m.states().isEmpty() && next < sentence.tokens().size()
          && straight(sentence.token(next).form()).equals("'s");
    }

    private boolean modifiesOffice(Token t, List<ActorMention> names) {
      return gazetteer.isA(t.form().toLowerCase(Locale.ROOT), "OfficeModifier")
          && at(names, t.span()).filter(m -> m.actors().getFirst().type() == Actor.Type.STATE).isEmpty();
    }

    private boolean officeWord(Token t, boolean inside) {
      String lower = t.form().toLowerCase(Locale.ROOT);
      return capital(t) && t.isNoun() || capital(t) && t.pos().startsWith("JJ")
          || gazetteer.isA(lower, "OfficeModifier") && !lower.equals("then")
          || Set.of("affairs", "forces", "armed", "staff", "committee", "chiefs").contains(lower)
          || inside && Set.of("of", "and", "for").contains(lower) && false;
    }

    /** The name behind a title: "Foreign Minister <i>Khawaja Muhammad Asif</i>", "president, <i>Ana Lopes</i>,". */
    private Optional<Span> personName(Sentence sentence, int from, List<ActorMention> names) {
      List<Token> tokens = sentence.tokens();
      boolean apposition = from < tokens.size() && tokens.get(from).form().equals(",");
      int start = apposition ? from + 1 : from;
      int i = start;
      while (i < tokens.size() && i - start < 6 && nameWord(tokens.get(i), i > start, names)) {
        i++;
      }
      while (i > start && !capital(tokens.get(i - 1))) {
        i--;
      }
      if (i == start) {
        return Optional.empty();
      }
      boolean closed = i >= tokens.size() || tokens.get(i).isPunctuation();
      if (apposition && (i - start < 2 || !closed)) {
        return Optional.empty();
      }
      return Optional.of(tokens.get(start).span().cover(tokens.get(i - 1).span()));
    }

    private boolean nameWord(Token t, boolean inside, List<ActorMention> names) {
      boolean other =
          at(names, t.span()).filter(m -> m.actors().stream().noneMatch(a -> a.type() == Actor.Type.PERSON))
              .isPresent();
      boolean title = gazetteer.isA(t.form(), "PersonTitle") || gazetteer.isA(t.form(), "InstitutionHead");
      boolean link = inside && NAME_LINKS.contains(t.form().toLowerCase(Locale.ROOT));
      return !other && !title && !CALENDAR.contains(t.form().toLowerCase(Locale.ROOT))
          && (link || capital(t) && (t.isNoun() || t.pos().startsWith("JJ") || t.pos().equals("FW")));
    }

    private Actor person(String name, String office, Optional<String> state) {
      String surname = name.substring(name.lastIndexOf(' ') + 1);
      ActorMention earlier = surnames.get(surname);
      if (earlier != null && (state.isEmpty() || earlier.states().equals(List.of(state.get())))) {
        return earlier.actors().getFirst();
      }
      if (name.indexOf(' ') < 0) {
        List<Actor> fitting =
            gazetteer.personsBySurname(surname).stream()
                .filter(p -> state.map(s -> p.state().equals(Optional.of(s))).orElse(true))
                .filter(p -> state.isPresent() || held(p, office))
                .toList();
        if (fitting.size() == 1) {
          return fitting.getFirst();
        }
      }
      return new Actor(Actor.Type.PERSON, IriScheme.nameSlug(name), name, "Person", state, false);
    }

    private boolean held(Actor person, String office) {
      String head = office.substring(office.lastIndexOf(' ') + 1);
      String title = gazetteer.post(head, Optional.empty()).name().toLowerCase(Locale.ROOT);
      return gazetteer.tenures(person).stream()
          .anyMatch(t -> t.post().name().toLowerCase(Locale.ROOT).contains(title));
    }

    private Actor post(Sentence sentence, int first, int last, Optional<String> state, Optional<ActorMention> right) {
      int end = sentence.token(last).span().end();
      if (right.isPresent()) {
        // The state at the end of "Minister of Defence of Kenya" is said once, behind the office.
        int cut = right.get().span().start();
        String before =
            text.substring(sentence.token(first).span().start(), cut).replaceAll("\\s+(of|for)(\\s+the)?\\s*$", "");
        if (!before.isBlank() && before.length() < cut) {
          end = sentence.token(first).span().start() + before.length();
        }
      }
      String office = text.substring(sentence.token(first).span().start(), end);
      return gazetteer.post(office, state.flatMap(gazetteer::state));
    }

    // ---- places that the gazetteer does not have

    private List<ActorMention> places(Sentence sentence, List<ActorMention> names) {
      List<ActorMention> found = new ArrayList<>();
      for (Token p : sentence.tokens()) {
        boolean inside = INSIDE.contains(p.lemma()) && p.pos().equals("IN");
        boolean to = p.form().equals("to") && moved(sentence, p);
        int start = p.index() + 1;
        if (start < sentence.tokens().size() && sentence.token(start).form().equals("the") && inside) {
          start++;
        }
        if (!inside && !to || start >= sentence.tokens().size()) {
          continue;
        }
        int end = start;
        while (end < sentence.tokens().size() && end - start < 3 && placeWord(sentence.token(end), names)) {
          end++;
        }
        if (end > start && !sentence.token(start - 1).form().equals("the")) {
          Span span = sentence.token(start).span().cover(sentence.token(end - 1).span());
          String name = span.in(text);
          Actor place = new Actor(Actor.Type.PLACE, IriScheme.nameSlug(name), name, "Place", Optional.empty(), false);
          found.add(new ActorMention(span, List.of(place), Sense.LOCATION, List.of()));
        }
      }
      return found;
    }

    private boolean placeWord(Token t, List<ActorMention> names) {
      return t.isProperNoun()
          && Character.isUpperCase(t.form().charAt(0))
          && !CALENDAR.contains(t.form().toLowerCase(Locale.ROOT))
          && !gazetteer.isA(t.form(), "PersonTitle")
          && at(names, t.span()).isEmpty();
    }

    // ---- tokens

    private static Optional<ActorMention> at(List<ActorMention> mentions, Span span) {
      return mentions.stream().filter(m -> m.span().overlaps(span)).findFirst();
    }

    private static String straight(String form) {
      return form.replace('’', '\'');
    }

    private static Token tokenAt(Sentence sentence, int offset) {
      return sentence.tokens().stream()
          .filter(t -> t.span().end() > offset)
          .findFirst()
          .orElse(sentence.tokens().getLast());
    }

    private static int lastToken(Sentence sentence, Span span) {
      return tokenAt(sentence, span.end() - 1).index();
    }

    private static Token headOf(Sentence sentence, Span span) {
      List<Token> inside = sentence.tokens().stream().filter(t -> t.span().overlaps(span)).toList();
      return inside.reversed().stream()
          .filter(t -> t.head() < 0 || !inside.contains(sentence.token(t.head())))
          .findFirst()
          .orElse(tokenAt(sentence, span.start()));
    }

    private static Optional<Token> neighbour(Sentence sentence, Token token, int step) {
      int index = token.index() + step;
      return index < 0 || index >= sentence.tokens().size() ? Optional.empty() : Optional.of(sentence.token(index));
    }

    /** The preposition that a name stands under, also as a member of a list ("in Rome and Paris"). */
    private static Optional<Token> preposition(Sentence sentence, Token head) {
      Token at = head;
      for (int depth = 0; depth < 4 && at.head() >= 0; depth++) {
        Token up = sentence.token(at.head());
        if (at.relation().equals("pobj")) {
          return Optional.of(up);
        }
        if (!at.relation().equals("conj") && !at.relation().equals("appos")) {
          return Optional.empty();
        }
        at = up;
      }
      return Optional.empty();
    }
  }
}
