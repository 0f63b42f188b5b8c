package org.entente.publish.page;

import static org.entente.publish.page.Html.element;
import static org.entente.publish.page.Html.several;

import java.util.Collection;
import java.util.stream.Stream;

/** Which colour is which group of statuses. */
final class StatusLegend {

  private StatusLegend() {}

  static Html of(Collection<StatusGroup> present) {
    return element("ul", several(Stream.of(StatusGroup.values()).filter(present::contains)
        .map(group -> element("li", group.shortName()).with("class", group.code())).toList()))
        .with("class", "legend");
  }
}
