package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Arrows between files, as {@code jdeps} tells them, so that constants and casts count as well. What needs each other in
 * a circle can only be understood together: either one part has no business there, or all belong into one file, as a
 * sealed type and its cases do.
 */
class FileCirclesTest {

  private static final Pattern ARROW = Pattern.compile("\\s+(org\\.entente\\.\\S+)\\s+->\\s+(org\\.entente\\.\\S+).*");

  @Test
  void noTwoFilesNeedEachOtherInACircle() {
    Map<String, Set<String>> arrows = arrows();
    assertTrue(
        arrows.getOrDefault("load.ArticleLoader", Set.of()).containsAll(Set.of("load.Checker", "store.GraphStore")),
        "the arrows are there, within packages too");
    assertEquals(Set.of(), circles(arrows));
  }

  @Test
  void namesTheShortestCircle() {
    assertEquals(Set.of("a -> b -> a", "b -> c -> d -> b"), circles(new TreeMap<>(Map.of("a", Set.of("b", "c", "e"),
        "b", Set.of("a", "c"), "c", Set.of("d"), "d", Set.of("b"), "e", Set.of()))));
  }

  /** From each file to those that it needs, under their names without {@code org.entente}. */
  private static Map<String, Set<String>> arrows() {
    StringWriter told = new StringWriter();
    PrintWriter out = new PrintWriter(told);
    ToolProvider.findFirst("jdeps").orElseThrow()
        .run(out, out, "-verbose:class", "-filter:none", "--ignore-missing-deps", "-e", "org\\.entente\\..*",
            "target/classes");
    Map<String, Set<String>> arrows = new TreeMap<>();
    told.toString().lines().map(ARROW::matcher).filter(arrow -> arrow.matches())
        .filter(arrow -> !file(arrow.group(1)).equals(file(arrow.group(2))))
        .forEach(arrow -> arrows.computeIfAbsent(file(arrow.group(1)), from -> new TreeSet<>())
            .add(file(arrow.group(2))));
    return arrows;
  }

  private static String file(String type) {
    return type.replaceFirst("\\$.*", "").replaceFirst("^org\\.entente\\.", "");
  }

  /** For each file in a circle the shortest one. */
  private static Set<String> circles(Map<String, Set<String>> arrows) {
    Set<String> circles = new TreeSet<>();
    arrows.keySet().forEach(file -> circle(file, arrows).ifPresent(circles::add));
    return circles;
  }

  private static Optional<String> circle(String file, Map<String, Set<String>> arrows) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(file));
    while (!next.isEmpty() && !cameFrom.containsKey(file)) {
      String from = next.remove();
      arrows.getOrDefault(from, Set.of()).stream().filter(to -> cameFrom.putIfAbsent(to, from) == null)
          .forEach(next::add);
    }
    return cameFrom.containsKey(file) ? Optional.of(inWords(file, cameFrom)) : Optional.empty();
  }

  /** The same whichever of its files it was found from. */
  private static String inWords(String file, Map<String, String> cameFrom) {
    List<String> circle = new ArrayList<>();
    String at = file;
    do {
      circle.addFirst(at);
      at = Objects.requireNonNull(cameFrom.get(at));
    } while (!at.equals(file));
    String first = circle.stream().sorted().findFirst().orElseThrow();
    while (!circle.getFirst().equals(first)) {
      circle.addLast(circle.removeFirst());
    }
    return String.join(" -> ", circle) + " -> " + first;
  }
}
