package org.entente.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.article.Article;
import org.entente.undertaking.Role;

/** Looks for mistakes of annotators that a folder can have though it can be read: nothing could ever match such a row. */
public final class GoldChecker {

  private final Function<GoldArticle, Article> reader;
  private final Predicate<String> isState;
  private final Predicate<String> isField;

  /**
   * @param reader reads an article as the loader would
   * @param isState whether a code is that of a known state
   * @param isField whether a name is that of a field of the ontology
   */
  public GoldChecker(Function<GoldArticle, Article> reader, Predicate<String> isState, Predicate<String> isField) {
    this.reader = reader;
    this.isState = isState;
    this.isField = isField;
  }

  /** One line for each mistake: file, row, what is wrong. */
  public List<String> mistakes(GoldArticle gold) {
    String text = FoldedText.of(reader.apply(gold).text());
    List<String> mistakes = new ArrayList<>();
    for (GoldRow row : gold.rows()) {
      String where = gold.name() + " " + row.id() + ": ";
      mistakes(row, text).forEach(m -> mistakes.add(where + m));
    }
    return mistakes;
  }

  private List<String> mistakes(GoldRow row, String text) {
    List<String> mistakes = new ArrayList<>();
    int times = count(text, FoldedText.of(row.anchor()));
    if (times != 1) {
      mistakes.add("the anchor \"%s\" occurs %d times; it has to occur once".formatted(row.anchor(), times));
    }
    if (!row.trigger().isEmpty() && count(text, FoldedText.of(row.trigger())) == 0) {
      mistakes.add("the trigger \"%s\" does not occur".formatted(row.trigger()));
    }
    row.states().stream().filter(isState.negate())
        .forEach(s -> mistakes.add("\"%s\" is no code of a state".formatted(s)));
    if (row.states().isEmpty()) {
      mistakes.add("no state takes part");
    }
    if (!isField.test(row.field())) {
      mistakes.add("\"%s\" is no field of the ontology".formatted(row.field()));
    }
    row.roles().forEach(r -> role(row, r, mistakes));
    return mistakes;
  }

  private void role(GoldRow row, String role, List<String> mistakes) {
    String[] parts = role.split("=", 2);
    if (parts.length != 2 || Role.of(parts[0].strip()).isEmpty()) {
      mistakes.add("\"%s\" is no role=who".formatted(role));
    } else if (isState.test(parts[1].strip()) && !row.states().contains(parts[1].strip())) {
      mistakes.add("%s has a role, but is not among the states".formatted(parts[1].strip()));
    }
  }

  private static int count(String text, String words) {
    int count = 0;
    for (int at = words.isEmpty() ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      count++;
    }
    return count;
  }
}
