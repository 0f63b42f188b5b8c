package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;

import org.entente.publish.page.html.Html;

/** The outlines of all states as a picture of its own, on which the editor draws; a unit is a tenth of a degree. */
public final class WorldOutlines {

  private WorldOutlines() {}

  /** The picture; its grey can be seen on light and on dark ground. */
  public static String svg() {
    StringBuilder path = new StringBuilder();
    Outlines.WORLD.states().forEach(state -> path.append(MapFrame.WHOLE.path(state.rings())));
    Html land = element("path").with("d", path.toString()).with("fill", "#808a99").with("fill-opacity", "0.2")
        .with("fill-rule", "evenodd").with("stroke", "#808a99").with("stroke-opacity", "0.5")
        .with("stroke-width", "1");
    StringBuilder out = new StringBuilder();
    element("svg", land).with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 " + MapFrame.WHOLE.width() + " " + MapFrame.WHOLE.height())
        .with("preserveAspectRatio", "none").write(out);
    return out.toString();
  }
}
