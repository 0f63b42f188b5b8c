package org.entente.actor;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.text.WordTable;

/** Names as they stand within a sentence: "the Netherlands", "the Gambia", "the World Trade Organization", "Chad". */
public final class SpokenNames {

  private static final String FILE = "names-with-article.tsv";
  private static final String TREATY = "Treaty";
  private static final String ORGANISATION = "InternationalOrganization";

  private enum Line {
    ARTICLE,
    NAME
  }

  private final String article;
  private final String capitalArticle;
  private final Set<String> withArticle;

  private SpokenNames(String article, Set<String> withArticle) {
    this.article = article + " ";
    this.capitalArticle = Character.toUpperCase(article.charAt(0)) + this.article.substring(1);
    this.withArticle = Set.copyOf(withArticle);
  }

  /** By the list that comes with the program. */
  public static SpokenNames bundled() {
    Map<Line, Set<String>> words = new EnumMap<>(Line.class);
    WordTable.bundled(FILE, 2).rows()
        .forEach(row -> words.computeIfAbsent(row.constant(0, Line.class), l -> new HashSet<>()).add(row.cell(1)));
    return new SpokenNames(words.getOrDefault(Line.ARTICLE, Set.of()).iterator().next(),
        words.getOrDefault(Line.NAME, Set.of()));
  }

  /**
   * A post, a treaty, and an organisation of several words have an article, and what is called by a common noun ("peace
   * fund"); of states and places those of the list.
   */
  public String of(Actor actor) {
    boolean commonNoun =
        actor.type() == Actor.Type.INSTITUTION
            && Character.isLowerCase(actor.name().charAt(actor.name().lastIndexOf(' ') + 1));
    boolean organisation = actor.className().equals(TREATY) || commonNoun
        || actor.className().equals(ORGANISATION) && actor.name().contains(" ");
    boolean spoken = actor.type() == Actor.Type.POST || organisation && !actor.name().startsWith(capitalArticle);
    return spoken ? article + actor.name() : of(actor.name());
  }

  /** A state's or place's name. */
  String of(String name) {
    if (name.startsWith(capitalArticle)) {
      return article + name.substring(capitalArticle.length());
    }
    return withArticle.contains(name) ? article + name : name;
  }
}
