package org.entente.publish.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.entente.actor.Offices;
import org.entente.actor.Offices.Link;

/**
 * Posts under the names that people give them beside their own: "Pakistani Prime Minister", "PM of Pakistan", "Russian foreign
 * minister". The words are taken apart into a state and an office, and the grammar of offices says what the office is called.
 * Names are given folded.
 */
final class PostNames {

  /** What is left of the sign of the possessive in a folded name. */
  private static final String POSSESSIVE = "s";

  private final Offices offices = Offices.bundled();
  private final Map<String, Set<String>> states;
  private final Map<String, String> codes;
  private final UnaryOperator<String> label;
  private final Map<String, String> posts = new HashMap<>();

  /**
   * @param states the states that have a name or adjective
   * @param codes those of ISO 3166-1 of three letters, by state
   * @param label what a state is called
   * @param posts by their names
   */
  PostNames(Map<String, Set<String>> states, Map<String, String> codes, UnaryOperator<String> label,
      Map<String, String> posts) {
    this.states = states;
    this.codes = codes;
    this.label = label;
    posts.forEach((name, iri) -> this.posts.put(withoutArticles(name), iri));
  }

  /** The posts that the words may mean, sorted; none where they are no state and office. */
  Set<String> called(String words) {
    List<String> all = Arrays.stream(withoutArticles(words).split(" ")).toList();
    Set<String> found = new TreeSet<>();
    for (int i = 1; i < all.size(); i++) {
      List<String> left = all.subList(0, i);
      List<String> right = all.subList(i, all.size());
      found.addAll(posts(left, withoutFirst(right, POSSESSIVE)));
      found.addAll(posts(right, withoutLast(left, offices.link(Link.OWNER))));
    }
    return found;
  }

  private Set<String> posts(List<String> state, List<String> office) {
    Set<String> found = new HashSet<>();
    for (String iri : office.isEmpty() ? Set.<String>of() : states.getOrDefault(String.join(" ", state), Set.of())) {
      String title = offices.title(String.join(" ", office), Optional.ofNullable(codes.get(iri)));
      String name = title + offices.joined(Link.OWNER) + label.apply(iri);
      Optional.ofNullable(posts.get(withoutArticles(FoldedText.of(name)))).ifPresent(found::add);
    }
    return found;
  }

  private static List<String> withoutFirst(List<String> words, String word) {
    return words.getFirst().equals(word) ? words.subList(1, words.size()) : words;
  }

  private static List<String> withoutLast(List<String> words, String word) {
    return words.getLast().equals(word) ? words.subList(0, words.size() - 1) : words;
  }

  private String withoutArticles(String folded) {
    return String.join(" ", Arrays.stream(folded.split(" ")).filter(word -> !word.equals(offices.link(Link.ARTICLE)))
        .toList());
  }
}
