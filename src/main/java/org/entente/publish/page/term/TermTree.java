package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;

/**
 * Terms as nested lists, narrower ones within broader ones. A term with two broader ones stands within both; terms that
 * are above themselves, which nobody should publish, still come once.
 */
final class TermTree {

  /** What stands in the list for a term. */
  @FunctionalInterface
  interface Item {

    /**
     * The words for a term.
     *
     * @param first whether the term comes for the first time
     */
    Html of(String term, boolean first);
  }

  private final Function<String, List<String>> narrower;
  private final Item item;
  private final Set<String> shown = new HashSet<>();

  private TermTree(Function<String, List<String>> narrower, Item item) {
    this.narrower = narrower;
    this.item = item;
  }

  /**
   * The tree.
   *
   * @param terms all of them, in order
   * @param narrower those directly below one, in order
   */
  static Html of(List<String> terms, Function<String, List<String>> narrower, Item item) {
    Set<String> below = new HashSet<>();
    terms.forEach(term -> below.addAll(narrower.apply(term)));
    TermTree tree = new TermTree(narrower, item);
    List<Html> items = new ArrayList<>();
    Stream.concat(terms.stream().filter(term -> !below.contains(term)), terms.stream().filter(below::contains))
        .forEach(term -> {
          if (!tree.shown.contains(term)) {
            items.add(tree.branch(term, Set.of()));
          }
        });
    return element("ul", several(items)).with("class", "tree");
  }

  private Html branch(String term, Set<String> above) {
    Html words = item.of(term, shown.add(term));
    Set<String> path = new HashSet<>(above);
    path.add(term);
    List<Html> items = narrower.apply(term).stream().filter(next -> !path.contains(next))
        .map(next -> branch(next, path)).toList();
    return items.isEmpty() ? element("li", words) : element("li", words, element("ul", several(items)));
  }
}
