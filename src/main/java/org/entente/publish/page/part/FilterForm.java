package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;

/** The form that narrows a list of undertakings down; it says how many there are of each, and needs no script. */
public final class FilterForm {

  private final DeedFilter chosen;
  private final String page;
  private final Names names;

  /**
   * @param chosen what is shown now
   * @param page the address of the page without parameters
   */
  public FilterForm(DeedFilter chosen, String page, Names names) {
    this.chosen = chosen;
    this.page = page;
    this.names = names;
  }

  /** @param all what there is to choose from */
  public Html of(List<Deed> all) {
    SequencedMap<String, String> groups = new LinkedHashMap<>();
    Stream.of(StatusGroup.values()).forEach(group -> {
      long number = all.stream().filter(deed -> deed.group() == group).count();
      if (number > 0) {
        groups.put(group.code(), group.shortName() + " (" + number + ")");
      }
    });
    return element("form",
        choice("Kind", "kind", counted(all, deed -> Stream.of(deed.kind())), chosen.kind()),
        choice("Field", "field", counted(all, deed -> deed.fields().stream()), chosen.field()),
        choice("Status", "status", groups, chosen.status()),
        day("From", "from", chosen.from()),
        day("Until", "until", chosen.until()),
        element("p", element("button", "Show"), chosen.isEmpty() ? Html.NOTHING : link(page, "Show all")))
        .with("action", page).with("method", "get").with("class", "filters").with("aria-label", "Filters");
  }

  /** How many there are of each term, by its local name, in the order of the names. */
  private SequencedMap<String, String> counted(List<Deed> all, Function<Deed, Stream<String>> terms) {
    Map<String, Long> numbers = all.stream().flatMap(terms).filter(term -> !term.isEmpty())
        .collect(Collectors.groupingBy(term -> term, TreeMap::new, Collectors.counting()));
    SequencedMap<String, String> options = new LinkedHashMap<>();
    numbers.keySet().stream().sorted((one, other) -> names.label(one).compareToIgnoreCase(names.label(other)))
        .forEach(term -> options.put(DeedFilter.local(term), names.label(term) + " (" + numbers.get(term) + ")"));
    return options;
  }

  private static Html choice(String label, String name, SequencedMap<String, String> options, String chosen) {
    List<Html> all = new ArrayList<>(List.of(element("option", "all").with("value", "")));
    options.forEach((value, words) -> all.add(option(value, words, chosen)));
    if (!chosen.isEmpty() && !options.containsKey(chosen)) {
      all.add(option(chosen, chosen + " (0)", chosen));
    }
    return labelled(label, name, element("select", several(all)));
  }

  private static Html option(String value, String words, String chosen) {
    Html.Element option = element("option", words).with("value", value);
    return value.equals(chosen) ? option.with("selected", "") : option;
  }

  private static Html day(String label, String name, String value) {
    return labelled(label, name, element("input").with("type", "text").with("value", value).with("size", "10")
        .with("placeholder", "2018-08").with("pattern", "\\d{4}(-\\d\\d(-\\d\\d)?)?")
        .with("title", "a year, month or day: 2018, 2018-08 or 2018-08-10"));
  }

  private static Html labelled(String label, String name, Html.Element field) {
    String id = "filter-" + name;
    return element("p", element("label", label).with("for", id), field.with("id", id).with("name", name));
  }
}
