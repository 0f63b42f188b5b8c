package org.entente.publish.page.picture;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;

import java.util.Collection;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.StatusGroup;

/** Which colour is which group of statuses. */
final class StatusLegend {

  private StatusLegend() {}

  static Html of(Collection<StatusGroup> present) {
    return element("ul", several(Stream.of(StatusGroup.values()).filter(present::contains)
        .map(group -> element("li", group.shortName()).with("class", group.code()).with("title", group.explanation()))
        .toList()))
        .with("class", "legend");
  }
}
