package org.entente.validate;

import java.util.Optional;

/**
 * One thing in a graph that cannot be true.
 *
 * @param message what is wrong, in plain words
 * @param node the node it is about, as text
 * @param path the property it is about
 * @param shape the named shape that it breaks
 * @param passage the first passage that the node rests on, or the passage itself
 */
public record Finding(
    String message, String node, Optional<String> path, String shape, Optional<String> passage) {

  @Override
  public String toString() {
    return message
        + " <" + node + ">"
        + path.map(p -> " (" + p + ")").orElse("")
        + passage.filter(p -> !p.equals(node)).map(p -> ", stated at <" + p + ">").orElse("");
  }
}
