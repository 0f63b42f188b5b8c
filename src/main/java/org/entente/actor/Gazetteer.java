package org.entente.actor;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.entente.actor.Offices.Link;
import org.entente.vocab.IriScheme;

/**
 * The actors and places that we know, findable by name, code and slug. Immutable; built by {@link GazetteerReader},
 * which also says where the data comes from.
 */
public final class Gazetteer {

  private static final int FAR_FROM_A_CHANGE = 30;
  private static final String POST = "Post";
  /** Shorter words in capitals are abbreviations. */
  private static final int SHORTEST_IN_CAPITALS = 4;

  private final Graph graph;
  private final Map<String, List<Name>> namesByFirstWord = new HashMap<>();
  private final Map<String, Actor> states = new HashMap<>();
  private final Map<String, Actor> byPath = new HashMap<>();
  private final Map<String, List<Actor>> personsBySurname = new HashMap<>();
  private final Set<String> officeWords = new HashSet<>();
  private final Map<Actor, List<Tenure>> tenures = new HashMap<>();
  private final Map<Actor, List<Tenure>> tenuresByPost = new HashMap<>();
  private final Map<Actor, Actor> bodies;
  private final Map<String, Set<String>> descriptors;
  private final Map<String, Set<String>> neighbours;
  private final Map<NameWords, Set<String>> words;
  private final StateGroups groups;
  private final Map<Actor, List<String>> stateNames = new HashMap<>();
  private final Map<String, Actor> posts = new HashMap<>();
  private final Offices offices = Offices.bundled();
  private final SpokenNames spoken = SpokenNames.bundled();

  Gazetteer(
      Graph graph,
      List<Actor> actors,
      List<Name> names,
      List<Tenure> tenures,
      Map<Actor, Actor> bodies,
      Map<String, Set<String>> descriptors,
      Map<String, Set<String>> neighbours,
      Map<NameWords, Set<String>> words,
      Map<String, List<Membership>> memberships) {
    this.graph = graph;
    this.bodies = Map.copyOf(bodies);
    this.descriptors = Map.copyOf(descriptors);
    this.neighbours = Map.copyOf(neighbours);
    this.words = Map.copyOf(words);
    for (Actor actor : actors) {
      byPath.put(path(actor.type(), actor.slug()), actor);
      if (actor.type() == Actor.Type.STATE) {
        actor.state().ifPresent(code -> states.put(code, actor));
      }
      if (actor.type() == Actor.Type.POST) {
        officeWords.addAll(List.of(actor.name().toLowerCase(Locale.ROOT).split("[ ,-]+")));
      }
      if (actor.type() == Actor.Type.PERSON) {
        surnames(actor).forEach(s -> personsBySurname.computeIfAbsent(plain(s), k -> new ArrayList<>()).add(actor));
      }
    }
    groups = new StateGroups(memberships, states.keySet());
    for (Name name : names) {
      if (name.actor().type() == Actor.Type.STATE && name.sense() == Name.Sense.PROPER) {
        stateNames.computeIfAbsent(name.actor(), k -> new ArrayList<>()).add(name.text());
      }
    }
    stateNames.values().forEach(l -> l.sort(Comparator.comparingInt(String::length).reversed()));
    for (Actor actor : actors) {
      if (actor.type() == Actor.Type.POST) {
        String slug = named(actor.name(), actor.state().map(states::get)).slug();
        posts.merge(slug, actor, (one, other) -> other.slug().equals(slug) ? other : one);
      }
    }
    for (Name name : names) {
      index(name);
      if (isWrittenInCapitals(name)) {
        index(new Name(name.text().toUpperCase(Locale.ROOT), name.actor(), name.sense(), name.ambiguous()));
      }
    }
    namesByFirstWord
        .values()
        .forEach(l -> l.sort((a, b) -> Integer.compare(b.text().length(), a.text().length())));
    for (Tenure tenure : tenures) {
      this.tenures.computeIfAbsent(tenure.holder(), k -> new ArrayList<>()).add(tenure);
      tenuresByPost.computeIfAbsent(tenure.post(), k -> new ArrayList<>()).add(tenure);
    }
  }

  private void index(Name name) {
    namesByFirstWord.computeIfAbsent(firstWord(name.text(), 0), k -> new ArrayList<>()).add(name);
  }

  /**
   * Whether titles and lead-ins may have it all in capitals: "KENYA-PERU". Capital cities are left as they are, since a
   * city in capitals tells where a report was written.
   */
  private static boolean isWrittenInCapitals(Name name) {
    boolean acts = name.actor().type() == Actor.Type.STATE
        && (name.sense() == Name.Sense.PROPER || name.sense() == Name.Sense.DEMONYM);
    boolean body = name.actor().type() == Actor.Type.INSTITUTION && name.text().contains(" ");
    return (acts || body) && name.text().length() >= SHORTEST_IN_CAPITALS
        && name.text().chars().anyMatch(Character::isLowerCase);
  }

  private static String path(Actor.Type type, String slug) {
    return type.name().toLowerCase(Locale.ROOT) + "/" + slug;
  }

  /** The letters and digits from an offset on: what names are looked up by. */
  static String firstWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, Math.max(end, Math.min(from + 1, text.length())));
  }

  /**
   * Names that stand at an offset of a text, the longest first; of equal length all readings.
   *
   * @param text with straight apostrophes
   */
  public List<Name> namesAt(String text, int offset) {
    List<Name> found = new ArrayList<>();
    for (Name name : namesByFirstWord.getOrDefault(firstWord(text, offset), List.of())) {
      int end = offset + name.text().length();
      if (text.startsWith(name.text(), offset) && endsWord(text, end)) {
        found.add(name);
      }
    }
    return found;
  }

  private static boolean endsWord(String text, int end) {
    return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
  }

  /** The state with that ISO 3166-1 alpha-3 code. */
  public Optional<Actor> state(String code) {
    return Optional.ofNullable(states.get(code));
  }

  public Optional<Actor> bySlug(Actor.Type type, String slug) {
    return Optional.ofNullable(byPath.get(path(type, slug)));
  }

  /**
   * The post of that office: ours where we know it, else a new one. However the text calls it, it has one slug.
   *
   * @param office the words of a text: "PM", "foreign minister", "Minister of Foreign Affairs of Chad"
   * @param state whose office it is, where that is known
   */
  public Actor post(String office, Optional<Actor> state) {
    Actor minted = named(office, state);
    return posts.getOrDefault(minted.slug(), minted);
  }

  /** How offices are called. */
  public Offices offices() {
    return offices;
  }

  /** Whether a word may belong to what an office is called, as posts and the lists of words have it. */
  public boolean isOfOffices(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    return officeWords.contains(plain)
        || Stream.of(NameWords.PORTFOLIO, NameWords.OFFICE_TAIL, NameWords.OFFICE_MODIFIER)
            .anyMatch(l -> isA(plain, l));
  }

  /** The post by the grammar of offices alone. */
  Actor named(String words, Optional<Actor> state) {
    Optional<String> code = state.flatMap(Actor::state);
    String title = offices.title(state.map(s -> without(words, s)).orElse(words), code);
    String to = offices.joined(Link.HOST);
    String of = offices.joined(Link.OWNER);
    String the = offices.joined(Link.ARTICLE);
    int end = title.contains(to) ? title.indexOf(to) : title.length();
    String office = title.substring(0, end);
    String host = title.substring(end).replaceFirst("^" + to + "(" + the.stripLeading() + ")?", "");
    String abroad = host.isEmpty() ? "" : to;
    String name = office + state.map(s -> of + spoken.of(s.name())).orElse("") + abroad + spoken.of(host);
    String slug =
        IriScheme.nameSlug(office.replace(the, " ") + state.map(s -> of + s.name()).orElse("") + abroad + host);
    return new Actor(Actor.Type.POST, slug, name, POST, code, false);
  }

  /** The office without the state that it ends with, under any of its names: the state is told apart. */
  private String without(String words, Actor state) {
    String of = offices.joined(Link.OWNER) + "(?:" + offices.link(Link.ARTICLE) + " )?";
    return stateNames.getOrDefault(state, List.of()).stream()
        .map(name -> Pattern.compile(of + Pattern.quote(name) + "(?=$|" + offices.joined(Link.HOST) + ")")
            .matcher(words))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> found.replaceFirst(""))
        .orElse(words);
  }

  /** Codes of the states whose name holds a word that stands in the plural, sorted: "Koreas" gives two. */
  public List<String> namesakes(String word) {
    return states.values().stream()
        .filter(s -> Stream.of(s.name().split("[ -]")).anyMatch(part -> isPlural(word, part)))
        .flatMap(s -> s.state().stream())
        .sorted()
        .toList();
  }

  private boolean isPlural(String word, String name) {
    return word.startsWith(name) && isA(word.substring(name.length()), NameWords.PLURAL_ENDING);
  }

  /** Letters without their marks, since many papers write "Erdogan" for "Erdoğan". */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /** By what a person is called for short: the last word of the name; where the family name stands first, that too. */
  private Set<String> surnames(Actor person) {
    Set<String> surnames = new LinkedHashSet<>();
    surnames.add(person.name().substring(person.name().lastIndexOf(' ') + 1));
    if (isFamilyNameFirst(person)) {
      surnames.add(person.name().substring(0, person.name().indexOf(' ')));
    }
    return surnames;
  }

  /** Whether the first of several words of a person's name is the family name. */
  public boolean isFamilyNameFirst(Actor person) {
    return person.name().indexOf(' ') > 0
        && person.state().filter(code -> isA(code, NameWords.FAMILY_NAME_FIRST)).isPresent();
  }

  /** Persons of that last name who hold a post on that day. */
  public List<Actor> holdersBySurname(String surname, LocalDate day) {
    return personsBySurname(surname).stream()
        .filter(p -> tenures(p).stream().anyMatch(t -> t.covers(day)))
        .toList();
  }

  /** Persons of that last name; marks on letters make no difference. */
  public List<Actor> personsBySurname(String surname) {
    return personsBySurname.getOrDefault(plain(surname), List.of());
  }

  /** The posts that a person held. */
  public List<Tenure> tenures(Actor person) {
    return tenures.getOrDefault(person, List.of());
  }

  /**
   * The body of many states for which somebody acts: whose posts on that day are all in it. A secretary general of NATO
   * does not act for the state whose minister he once was.
   *
   * @param day without it all posts that he ever held count
   */
  public Optional<Actor> bodyOf(Actor person, Optional<LocalDate> day) {
    List<Optional<Actor>> held = tenures(person).stream().filter(t -> day.map(t::covers).orElse(true))
        .map(t -> Optional.ofNullable(bodies.get(t.post()))).distinct().toList();
    return held.size() == 1 ? held.getFirst() : Optional.empty();
  }

  /**
   * Who held a post on these days by the table of tenures: only one person, with no change within thirty days before or
   * after. Tables and articles both err by days, and a new minister is often named before the old one goes.
   */
  public Optional<Actor> holder(Actor post, LocalDate first, LocalDate last) {
    LocalDate from = first.minusDays(FAR_FROM_A_CHANGE);
    LocalDate until = last.plusDays(FAR_FROM_A_CHANGE);
    List<Tenure> held = tenuresByPost.getOrDefault(post, List.of());
    return held.stream()
        .filter(t -> t.surelyCovers(from, until))
        .map(Tenure::holder)
        .distinct()
        .filter(p -> held.stream().filter(t -> t.touches(from, until)).allMatch(t -> t.holder().equals(p)))
        .findFirst();
  }

  /**
   * Whether a state may be called by a noun like "kingdom" or "country" with adjectives of its region ("the Asian
   * country"). A noun that no state is described by fits every state.
   */
  public boolean mayBeCalled(String code, String noun, List<String> adjectives) {
    Set<String> own = descriptors.getOrDefault(code, Set.of());
    boolean described = descriptors.values().stream().anyMatch(d -> d.contains(noun));
    if (described && !own.contains(noun)) {
      return false;
    }
    for (String adjective : adjectives) {
      if (isA(adjective, NameWords.CONTINENT) && !own.contains(adjective)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word belongs to a list. */
  public boolean isA(String word, NameWords list) {
    return words.getOrDefault(list, Set.of()).contains(word);
  }

  /** Whether bodies of many states are called so: "Ministry of Commerce", "National Assembly". */
  public boolean isOfAnyState(String name) {
    return all(NameWords.ANY_STATES).stream().anyMatch(
        word -> name.startsWith(word)
            && (name.length() == word.length() || !Character.isLetter(name.charAt(word.length()))));
  }

  /** The states that share a border with one, as ISO alpha-3 codes. */
  public Set<String> neighbours(String state) {
    return neighbours.getOrDefault(state, Set.of());
  }

  /** The words of a list, sorted. */
  public Set<String> all(NameWords list) {
    return words.getOrDefault(list, Set.of());
  }

  /** Groups of states by name, with their members. */
  public StateGroups groups() {
    return groups;
  }

  /** Everything as triples, for publication. */
  public Graph graph() {
    return graph;
  }
}
