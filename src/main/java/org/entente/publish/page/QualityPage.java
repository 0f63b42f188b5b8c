package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Calibrated;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.picture.ReliabilityDiagram;

/** {@code /quality}: how well articles are read, and how far a confidence can be trusted. */
final class QualityPage {

  private final String root;
  private final Layout layout;

  QualityPage(String root, Layout layout) {
    this.root = root;
    this.layout = layout;
  }

  /** @param checks the questions that must find nothing */
  String html(Site site, Html checks) {
    String shared = sharedEnding(site.quality().stream().map(Site.Measured::definition).toList());
    return layout.document("How well articles are read",
        element("p", "These figures were measured on articles that nobody had looked into when the software was made, "
            + "against what careful readers recorded. They tell how far this dataset can be trusted where nobody has "
            + "checked it: each statement shows the words that it rests on, so that it can be checked.")
            .with("class", "lead"),
        table("Measure", "quality", List.of("Measure", "Value", "What it says"),
            site.quality().stream().map(measured -> row(measured, shared)).toList()),
        shared.isEmpty() ? Html.NOTHING : element("p", shared).with("class", "note"),
        confidence(site.calibration()),
        checks,
        element("p", text("The same figures as data, in the W3C's Data Quality Vocabulary: "),
            link(root + "void.ttl", "void.ttl"), text(". A mistake can be reported from the page of each "
                + "undertaking.")));
  }

  private static Html confidence(List<Calibrated> levels) {
    return levels.isEmpty() ? Html.NOTHING
        : several(element("h2", "What a confidence is worth"),
            element("p", "An undertaking's confidence is the share of such findings that turned out right elsewhere: "
                + "states, kind, and whether it happened, goes on, lies ahead or ended."),
            ReliabilityDiagram.of(levels),
            table("Confidence", "confidence", List.of("Confidence", "Found", "Right", "Share"),
                levels.stream().map(QualityPage::row).toList()));
  }

  private static Html table(String name, String style, List<String> columns, List<Html> rows) {
    Html head = element("tr", several(columns.stream()
        .map(column -> (Html) element("th", column).with("scope", "col")).toList()));
    return Html.scrolled(element("table", element("thead", head), element("tbody", several(rows)))
        .with("class", style), name);
  }

  /** The last sentence where all end with the same one, which then is said once. */
  private static String sharedEnding(List<String> definitions) {
    String first = definitions.isEmpty() ? "" : definitions.getFirst();
    String last = first.substring(first.lastIndexOf(". ") + 1);
    return definitions.size() > 1 && !last.equals(first) && definitions.stream().allMatch(text -> text.endsWith(last))
        ? last.strip() : "";
  }

  private static Html row(Site.Measured measured, String shared) {
    return element("tr", element("th", measured.metric()).with("scope", "row"), element("td", measured.value()),
        element("td", measured.definition().substring(0, measured.definition().length() - shared.length()).strip()));
  }

  private static Html row(Calibrated level) {
    return element("tr", several(Stream.of(
        String.format(Locale.ROOT, "%.2f", level.confidence()), String.valueOf(level.found()),
        String.valueOf(level.right()), String.format(Locale.ROOT, "%.2f", level.share()))
        .map(cell -> (Html) element("td", cell)).toList()));
  }
}
