package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.PageQueries;
import org.entente.vocab.Terms;

/**
 * "Is this wrong?": lines for a file of decisions, ready but for what is right, who says so and why. Nobody writes
 * through the web; whoever knows better sends such a line to those who run the store.
 */
final class CorrectionLines {

  private static final String HEAD = "decision,subject,property,value,was,who,when,why";
  private static final String SIGNED = "YOUR NAME,YYYY-MM-DD,YOUR REASON";
  private static final String ENDED = Terms.ENTENTE + "status#ended";
  /** What can be mended, by the property in which it stands, with what is to be put in. */
  private static final Map<String, List<String>> MENDABLE = Map.of(
      Terms.ENTENTE + "ontology#status", List.of("status", "RIGHT-STATUS"),
      Terms.ENTENTE + "ontology#ending", List.of("ending", "RIGHT-ENDING"),
      Terms.ENTENTE + "ontology#mainField", List.of("field", "RIGHT-FIELD"),
      Terms.ENTENTE + "ontology#when", List.of("date", "YYYY-MM-DD"),
      Terms.ENTENTE + "ontology#party", List.of("party", "ISO-CODE"),
      RDF.type.getURI(), List.of("kind", "RightKind"));

  private final String subject;

  /** @param subject the thing's IRI without the base: {@code visit/norway-sweden-…} */
  CorrectionLines(String subject) {
    this.subject = subject;
  }

  /** Of an undertaking, with what it says now. */
  Html undertaking(List<PageQueries.Row> facts) {
    List<String> lines = new ArrayList<>(List.of(retraction()));
    boolean dated = false;
    boolean ended = false;
    boolean told = false;
    for (PageQueries.Row fact : facts) {
      String value = fact.text("value");
      List<String> mended = MENDABLE.get(fact.text("property"));
      boolean kind = fact.text("property").equals(RDF.type.getURI());
      boolean ours = value.startsWith(Terms.ENTENTE + "ontology#") && !value.endsWith("#Undertaking");
      if (mended != null && (!kind || ours)) {
        lines.add(mend(mended.getFirst(), mended.getLast(), was(mended.getFirst(), value)));
        dated |= mended.getFirst().equals("date");
        ended |= value.equals(ENDED);
        told |= mended.getFirst().equals("ending");
      }
    }
    if (!dated) {
      lines.add(mend("date", "YYYY-MM-DD", ""));
    }
    if (ended && !told) {
      lines.add(mend("ending", "RIGHT-ENDING", ""));
    }
    return html(
        "These are the statements as they are. Keep the line of what is wrong, and write what is right in place of "
            + "the capitals.",
        lines.stream().distinct().toList());
  }

  private static String was(String property, String value) {
    int hash = value.indexOf('#');
    boolean term = !property.equals("date") && hash >= 0;
    return quoted(term ? value.substring(hash + 1) : value);
  }

  /** Of a proposal, which can only be taken out. */
  Html proposal() {
    return html("It can be taken out; what it proposes has a page of its own.", List.of(retraction()));
  }

  /** Of an actor or place: its name, which kind of institution it is, and the links that can be dropped and made. */
  Html entity(List<PageQueries.Row> facts) {
    List<String> lines = new ArrayList<>();
    facts.stream().filter(fact -> fact.text("property").equals(RDFS.label.getURI()))
        .forEach(fact -> lines.add(mend("label", "RIGHT NAME", quoted(fact.text("value")))));
    if (subject.startsWith("institution/")) {
      lines.add(mend("kind", "RightKind", ""));
    }
    facts.stream().filter(fact -> fact.text("property").equals(OWL.sameAs.getURI()))
        .forEach(fact -> lines.add("not-same," + subject + ",," + quoted(fact.text("value")) + ",," + SIGNED));
    lines.add("same," + subject + ",,http://www.wikidata.org/entity/QNUMBER,," + SIGNED);
    return html("Say what it is called, what it is not the same as, or what it is.", lines);
  }

  private String retraction() {
    return "retract," + subject + ",,,," + SIGNED;
  }

  private String mend(String property, String value, String was) {
    return "mend," + subject + "," + property + "," + value + "," + was + "," + SIGNED;
  }

  private static String quoted(String value) {
    return value.contains(",") || value.contains("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }

  private static Html html(String what, List<String> lines) {
    String text = HEAD + "\n" + String.join("\n", lines) + "\n";
    return element("details", element("summary", "Is this wrong?"),
        element("p",
            what + " Send it to the publisher of this dataset, who takes it over with entente curate add; it is "
                + "kept whenever the article is read anew, and shown here with your name and reason."),
        Html.scrolled(element("pre", element("code", text)), "Lines of a file of decisions"))
        .with("class", "correction");
  }
}
