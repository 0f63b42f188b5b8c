package org.entente.actor;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;

/**
 * The actors and places that we know, findable by name, code and slug. Immutable; built by {@link GazetteerReader},
 * which also says where the data comes from.
 */
public final class Gazetteer {

  private static final Set<String> CONTINENTS = Set.of("asian", "african", "european", "american", "oceanian");

  private final Graph graph;
  private final Map<String, List<Name>> namesByFirstWord = new HashMap<>();
  private final Map<String, Actor> states = new HashMap<>();
  private final Map<String, Actor> byPath = new HashMap<>();
  private final Map<String, List<Actor>> personsBySurname = new HashMap<>();
  private final Map<Actor, List<Tenure>> tenures = new HashMap<>();
  private final Map<String, Set<String>> descriptors;
  private final Map<String, Set<String>> words;

  Gazetteer(
      Graph graph,
      List<Actor> actors,
      List<Name> names,
      List<Tenure> tenures,
      Map<String, Set<String>> descriptors,
      Map<String, Set<String>> words) {
    this.graph = graph;
    this.descriptors = Map.copyOf(descriptors);
    this.words = Map.copyOf(words);
    for (Actor actor : actors) {
      byPath.put(path(actor.type(), actor.slug()), actor);
      if (actor.type() == Actor.Type.STATE) {
        actor.state().ifPresent(code -> states.put(code, actor));
      }
      if (actor.type() == Actor.Type.PERSON) {
        String surname = actor.name().substring(actor.name().lastIndexOf(' ') + 1);
        personsBySurname.computeIfAbsent(plain(surname), k -> new ArrayList<>()).add(actor);
      }
    }
    for (Name name : names) {
      namesByFirstWord.computeIfAbsent(firstWord(name.text(), 0), k -> new ArrayList<>()).add(name);
    }
    namesByFirstWord
        .values()
        .forEach(l -> l.sort((a, b) -> Integer.compare(b.text().length(), a.text().length())));
    for (Tenure tenure : tenures) {
      this.tenures.computeIfAbsent(tenure.holder(), k -> new ArrayList<>()).add(tenure);
    }
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

  /** Codes of the states whose English name holds a word, sorted: "Korea" gives two. */
  public List<String> namesakes(String word) {
    return states.values().stream()
        .filter(s -> List.of(s.name().split("[ -]")).contains(word))
        .flatMap(s -> s.state().stream())
        .sorted()
        .toList();
  }

  /** Letters without their marks, since many papers write "Erdogan" for "Erdoğan". */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
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
      if (CONTINENTS.contains(adjective) && !own.contains(adjective)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word belongs to a list of {@code words.ttl} ("OfficeHead", "PersonTitle", ...). */
  public boolean isA(String word, String list) {
    return words.getOrDefault(list, Set.of()).contains(word);
  }

  /** Everything as triples, for publication. */
  public Graph graph() {
    return graph;
  }
}
