package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.DeedTables;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.picture.PlaceMap;
import org.entente.publish.page.picture.Timeline;

/** {@code /page/dyad/AAA-BBB}: what two states did, do, plan and are urged to do with each other. */
final class DyadPage {

  private static final Pattern PATH = Pattern.compile("/page/dyad/([A-Za-z]{3})-([A-Za-z]{3})");
  private static final int SUGGESTIONS = 12;
  private static final int MOST = 500;

  /** Questions about a pair of states, by name, and what each gives. */
  private static final SequencedMap<String, String> QUESTIONS = questions();

  private final PageQueries queries;
  private final Names names;
  private final Layout layout;
  private final Gallery gallery;

  DyadPage(PageQueries queries, Names names, Layout layout, Gallery gallery) {
    this.gallery = gallery;
    this.queries = queries;
    this.names = names;
    this.layout = layout;
  }

  private static SequencedMap<String, String> questions() {
    SequencedMap<String, String> questions = new LinkedHashMap<>();
    questions.put("dyad-timeline", "undertakings");
    questions.put("dyad-proposals", "proposals");
    return questions;
  }

  /** The page of a path that names two codes, whether we know them or not; empty for another path. */
  Optional<Page> of(String path) {
    Matcher codes = PATH.matcher(path);
    return codes.matches() ? Optional.of(of(upper(codes.group(1)), upper(codes.group(2)))) : Optional.empty();
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private Page of(String first, String second) {
    List<PageQueries.Row> known = queries.ask("codes", Map.of(
        "first", NodeFactory.createLiteralString(first), "second", NodeFactory.createLiteralString(second)));
    Optional<PageQueries.Row> one = known.stream().filter(row -> row.text("code").equals(first)).findFirst();
    Optional<PageQueries.Row> other = known.stream().filter(row -> row.text("code").equals(second)).findFirst();
    if (one.isEmpty() || other.isEmpty() || first.equals(second)) {
      return new Page(404, unknown(first, second, one.isPresent(), other.isPresent()));
    }
    return Page.of(page(one.get(), other.get()));
  }

  private String page(PageQueries.Row one, PageQueries.Row other) {
    String title = one.text("label") + " and " + other.text("label");
    Map<String, Node> both =
        Map.of("one", one.node("state").orElseThrow(), "other", other.node("state").orElseThrow());
    List<Deed> found = Deed.of(queries.ask("dyad", both));
    List<Deed> deeds = found.stream().limit(MOST).toList();
    String number = (found.size() > MOST ? "The latest " : "") + deeds.size();
    Html states = element("p", names.thing(one.text("state"), one.text("label")), text(" · "),
        names.thing(other.text("state"), other.text("label")));
    if (deeds.isEmpty()) {
      return layout.document(title, states,
          element("p", "No article here tells of anything between the two.").with("class", "empty"), suggestions());
    }
    return layout.document(title, states,
        element("p", number + " undertakings: " + DeedTables.summary(deeds) + ".").with("class", "lead"),
        Timeline.of(deeds),
        new PlaceMap(names).of(queries.ask("places", both), List.of(one.text("m49"), other.text("m49"))),
        new DeedTables(names).of(deeds),
        asData(one.text("code"), other.text("code")));
  }

  /** The questions of the gallery that this page answers, as tables for programs. */
  private Html asData(String one, String other) {
    String codes = "?a=" + one + "&b=" + other;
    List<Html> links = QUESTIONS.entrySet().stream().filter(question -> gallery.named(question.getKey()).isPresent())
        .flatMap(question -> Stream.of("csv", "json").map(form -> (Html) link(
            names.root() + "queries/" + question.getKey() + "." + form + codes,
            question.getValue() + " (" + form + ")")))
        .toList();
    return element("p", text("All of it as data: "), Html.joined(
        Stream.concat(links.stream(), ExportLinks.of(names, "pair=" + one + "-" + other)).toList(), " · "))
        .with("class", "as-data");
  }

  private String unknown(String first, String second, boolean firstKnown, boolean secondKnown) {
    String what = first.equals(second) ? "Two different states are needed, not " + first + " twice."
        : firstKnown ? "No state here has the code " + second + "."
        : secondKnown ? "No state here has the code " + first + "."
        : "No states here have the codes " + first + " and " + second + ".";
    return layout.document(first + " and " + second,
        element("p", what + " Codes are those of ISO 3166-1 with three letters; "
            + "the search finds states by any of their names.").with("class", "empty"),
        suggestions());
  }

  /** Pairs that there is something about. */
  private Html suggestions() {
    List<Html> links = queries.ask("dyads", Map.of()).stream()
        .map(row -> Map.entry(names.dyad(row.text("oneCode"), row.text("otherCode")),
            row.text("oneLabel") + " and " + row.text("otherLabel")))
        .distinct().limit(SUGGESTIONS)
        .map(pair -> (Html) element("li", link(pair.getKey(), pair.getValue()))).toList();
    return links.isEmpty() ? Html.NOTHING
        : several(element("h2", "Pairs of states with undertakings"), element("ul", several(links)));
  }
}
