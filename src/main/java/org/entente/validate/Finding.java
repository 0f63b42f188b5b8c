package org.entente.validate;

import java.util.Optional;

/**
 * One thing in a graph that cannot be true.
 *
 * @param message what is wrong, in plain words
 * @param node the node it is about, as text
 * @param path the property it is about
 * @param shape the shape that it breaks
 */
public record Finding(String message, String node, Optional<String> path, String shape) {

  @Override
  public String toString() {
    return message + " <" + node + ">" + path.map(p -> " (" + p + ")").orElse("");
  }
}
