package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.List;
import java.util.Locale;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.Calibrated;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.picture.ReliabilityDiagram;

/** {@code /quality}: how well articles are read, and how far a confidence can be trusted. */
final class QualityPage {

  private static final List<String> MEASURES = List.of("Measure", "Value", "What it says");
  private static final List<String> LEVELS = List.of("Confidence", "Found", "Right", "Share");

  private final String root;
  private final Layout layout;

  QualityPage(String root, Layout layout) {
    this.root = root;
    this.layout = layout;
  }

  /** @param checks the questions that must find nothing */
  String html(Site site, Html checks) {
    return layout.document("How well articles are read",
        element("p", "These figures were measured on articles that nobody had looked into when the software was made, "
            + "against what careful readers recorded. They tell how far this dataset can be trusted where nobody has "
            + "checked it: each statement shows the words that it rests on, so that it can be checked.")
            .with("class", "lead"),
        table("Measure", "answer quality", MEASURES, site.quality().stream().map(QualityPage::row).toList()),
        element("p", site.measuredOn()).with("class", "note"),
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
            table("Confidence", "confidence", LEVELS,
                levels.stream().map(QualityPage::row).toList()));
  }

  private static Html table(String name, String style, List<String> columns, List<Html> rows) {
    Html head = element("tr", several(columns.stream()
        .map(column -> (Html) element("th", column).with("scope", "col")).toList()));
    return Html.scrolled(element("table", element("thead", head), element("tbody", several(rows)))
        .with("class", style), name);
  }

  private static Html row(Site.Measured measured) {
    return element("tr", element("th", measured.metric()).with("scope", "row"), cell(MEASURES, 1, measured.value()),
        cell(MEASURES, 2, measured.definition()));
  }

  private static Html row(Calibrated level) {
    return element("tr", cell(LEVELS, 0, twoDecimals(level.confidence())),
        cell(LEVELS, 1, String.valueOf(level.found())), cell(LEVELS, 2, String.valueOf(level.right())),
        cell(LEVELS, 3, twoDecimals(level.share())));
  }

  private static String twoDecimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private static Html cell(List<String> columns, int column, String words) {
    return element("td", words).with("data-label", columns.get(column));
  }
}
