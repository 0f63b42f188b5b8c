package org.entente.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as they stand within a sentence: "the Netherlands", "the Gambia", "the World Trade Organization", "Chad". */
public final class SpokenNames {

  private final Set<String> withArticle;

  private SpokenNames(Set<String> withArticle) {
    this.withArticle = Set.copyOf(withArticle);
  }

  /** By the list that comes with the program. */
  public static SpokenNames bundled() {
    try (InputStream in = SpokenNames.class.getResourceAsStream("names-with-article.txt")) {
      if (in == null) {
        throw new GazetteerException("the program lacks its file names-with-article.txt", "build the program anew");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new SpokenNames(
          lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading names-with-article.txt", e);
    }
  }

  /** A post and an organisation of several words have an article; of states and places those of the list. */
  public String of(Actor actor) {
    boolean organisation = actor.className().equals("InternationalOrganization") && actor.name().contains(" ");
    boolean article = actor.type() == Actor.Type.POST || organisation && !actor.name().startsWith("The ");
    return article ? "the " + actor.name() : of(actor.name());
  }

  /** A state's or place's name. */
  String of(String name) {
    if (name.startsWith("The ")) {
      return "the " + name.substring(4);
    }
    return withArticle.contains(name) ? "the " + name : name;
  }
}
