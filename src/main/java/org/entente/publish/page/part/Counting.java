package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.publish.page.html.Html;

/**
 * Whether the numbers of a page count each undertaking once, as they do if nobody asks, or each report of it.
 *
 * @param reports whether each report counts
 */
public record Counting(boolean reports) {

  public static final Counting ONCE = new Counting(false);
  public static final Counting EACH_REPORT = new Counting(true);

  private static final String PARAMETER = "count";
  private static final String EACH = "reports";

  public static Counting of(PageRequest request) {
    return new Counting(request.query().getOrDefault(PARAMETER, List.of()).contains(EACH));
  }

  /** As the queries have it. */
  Node value() {
    return NodeFactory.createLiteralString(reports ? EACH : "once");
  }

  /** To be put into a form. */
  public Html choice() {
    return several(element("label", "Count").with("for", PARAMETER),
        element("select", option("each undertaking once", "once", !reports), option("each report", EACH, reports))
            .with("id", PARAMETER).with("name", PARAMETER));
  }

  /** A form with nothing else. */
  public Html form() {
    return element("form", choice(), element("button", "Show")).with("method", "get").with("class", "choices");
  }

  private static Html option(String label, String value, boolean chosen) {
    Html.Element option = element("option", label).with("value", value);
    return chosen ? option.with("selected", "") : option;
  }
}
