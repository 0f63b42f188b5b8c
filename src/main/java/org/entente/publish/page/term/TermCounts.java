package org.entente.publish.page.term;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.PageFile;
import org.entente.publish.page.part.VocabularyView;
import org.entente.vocab.ENT;

/** How often the dataset has each term, with the query that lists where. */
final class TermCounts {

  private final VocabularyView view;
  private final Map<String, Long> numbers;
  private final String membersOfClass = PageFile.text("members.rq");
  private final String usesOfProperty = PageFile.text("uses.rq");
  private final String bearersOfConcept = PageFile.text("bearers.rq");

  /**
   * Counts.
   *
   * @param numbers how many things a class has, statements a property, things that point to it a concept, by the
   *     term's IRI; what is not in it is not known
   */
  TermCounts(VocabularyView view, Map<String, Long> numbers) {
    this.view = view;
    this.numbers = Map.copyOf(numbers);
  }

  /** The number alone; empty where it is not known. */
  Optional<String> number(String term) {
    return Optional.ofNullable(numbers.get(counted(term))).map(number -> String.format(Locale.ENGLISH, "%,d", number));
  }

  /** The number, linked to a query where there is anything to list; empty where it is not known. */
  Optional<Html> of(String term, String root) {
    return number(term).map(number -> number.equals("0") ? text("none yet")
        : element("span", text(number + " · "),
            link(root + "sparql?query=" + encoded(query(counted(term))), "query for " + view.label(term))));
  }

  /** What is counted for a term: for the concept of a kind of undertaking, the kind's class. */
  private String counted(String term) {
    return view.relating(ENT.kindConcept.getURI(), term).stream().findFirst().orElse(term);
  }

  String query(String term) {
    String template = view.isClass(term) ? membersOfClass : view.isProperty(term) ? usesOfProperty : bearersOfConcept;
    return template.replace("$term", "<" + term + ">");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
