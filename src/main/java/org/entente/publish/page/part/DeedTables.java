package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;

/** Undertakings as tables, one for each group of statuses: what happened never stands beside what is only urged. */
public final class DeedTables {

  private static final List<String> COLUMNS = List.of("Kind", "What", "When", "Field", "Status", "The exact words");

  private static final int SHOWN_EVIDENCE = 2;

  private final Names names;
  private final Quotations quotations;

  public DeedTables(Names names) {
    this.names = names;
    this.quotations = new Quotations(names);
  }

  public Html of(List<Deed> deeds) {
    return of(deeds, deeds);
  }

  /**
   * Those of one page.
   *
   * @param all the undertakings of all pages, which the headings count
   */
  public Html of(List<Deed> deeds, List<Deed> all) {
    List<Html> groups = new ArrayList<>();
    for (StatusGroup group : StatusGroup.values()) {
      List<Deed> members = of(group, deeds);
      if (!members.isEmpty()) {
        groups.add(section(group, members, of(group, all)));
      }
    }
    return several(groups);
  }

  private static List<Deed> of(StatusGroup group, List<Deed> deeds) {
    return deeds.stream().filter(deed -> deed.group() == group).toList();
  }

  private static String count(List<Deed> deeds, List<Deed> all) {
    if (deeds.size() == all.size()) {
      return String.valueOf(all.size());
    }
    int first = all.indexOf(all.stream().filter(deed -> deed.iri().equals(deeds.getFirst().iri())).findFirst()
        .orElseThrow()) + 1;
    return first + "–" + (first + deeds.size() - 1) + " of " + all.size();
  }

  private Html section(StatusGroup group, List<Deed> deeds, List<Deed> all) {
    String id = "group-" + group.code();
    Html head = element("tr", several(COLUMNS.stream().map(name -> element("th", name).with("scope", "col")).toList()));
    Html table = element("table",
        element("caption", group.title()).with("class", "unseen"),
        element("thead", head),
        element("tbody", several(deeds.stream().map(this::row).toList()))).with("class", "deeds");
    return element("section",
        element("h2", group.title() + " (" + count(deeds, all) + ")").with("id", id),
        element("p", group.explanation()).with("class", "note"),
        table)
        .with("class", "group " + group.code()).with("aria-labelledby", id);
  }

  private Html row(Deed deed) {
    String sortable = deed.earliest().map(Object::toString).orElse("");
    return element("tr",
        cell(0, names.term(deed.kind())),
        cell(1, names.thing(deed.iri(), names.withoutStatus(deed.label(), deed.status(), deed.ending()))),
        cell(2, when(deed)).with("data-sort", sortable),
        cell(3, names.term(deed.field())),
        cell(4, standing(deed)),
        cell(5, evidence(deed.evidence())));
  }

  /** The first words; where there are more, they are a press away. */
  private Html evidence(List<Deed.Evidence> evidence) {
    List<Html> words = evidence.stream().map(quotations::words).toList();
    if (words.size() <= SHOWN_EVIDENCE) {
      return several(words);
    }
    int more = words.size() - SHOWN_EVIDENCE;
    return several(several(words.subList(0, SHOWN_EVIDENCE)),
        element("details", element("summary", more + (more == 1 ? " more passage" : " more passages")),
            several(words.subList(SHOWN_EVIDENCE, words.size()))));
  }

  /** No day breaks in two; what has no date says when it was told. */
  private static Html when(Deed deed) {
    String words = deed.whenInWords();
    if (words.isEmpty()) {
      return deed.told().map(day -> (Html) element("span", text("no date; told "), day(EdtfWords.ofDay(day)))
          .with("class", "undated")).orElse(Html.NOTHING);
    }
    int first = words.startsWith("within ") || words.startsWith("about ") || words.startsWith("by ")
        ? words.indexOf(' ') + 1 : 0;
    List<Html> pieces = new ArrayList<>(List.of(text(words.substring(0, first))));
    for (String end : words.substring(first).split("(?<= – )")) {
      pieces.add(day(end.strip()));
      pieces.add(text(end.endsWith(" ") ? " " : ""));
    }
    return Html.run(pieces);
  }

  private static Html day(String words) {
    return element("span", words).with("class", "day");
  }

  /** "ended: called off". */
  private Html standing(Deed deed) {
    return deed.ending().isEmpty() ? names.term(deed.status())
        : several(names.term(deed.status()), text(": "), names.term(deed.ending()));
  }

  private static Html.Element cell(int column, Html content) {
    return element("td", content).with("data-label", COLUMNS.get(column));
  }

  /** The numbers of each group, as a sentence. */
  public static String summary(List<Deed> deeds) {
    return String.join(", ", Stream.of(StatusGroup.values())
        .filter(group -> deeds.stream().anyMatch(deed -> deed.group() == group))
        .map(group -> deeds.stream().filter(deed -> deed.group() == group).count() + " "
            + group.shortName().toLowerCase(Locale.ENGLISH))
        .toList());
  }
}
