package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Coins;
import org.entente.publish.page.part.Deed;
import org.entente.publish.page.part.DeedFilter;
import org.entente.publish.page.part.DeedTables;
import org.entente.publish.page.part.FilterForm;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.StatusGroup;
import org.entente.publish.page.picture.PlaceMap;
import org.entente.publish.page.picture.Timeline;

/**
 * {@code /page/dyad/AAA-BBB}: what two states did, do, plan and are urged to do with each other, narrowed down by the
 * parameters of {@link DeedFilter}, fifty rows a page.
 */
final class DyadPage {

  private static final Pattern PATH = Pattern.compile("/page/dyad/([A-Za-z]{3})-([A-Za-z]{3})");
  private static final int SUGGESTIONS = 12;
  private static final int MOST = 5_000;
  private static final int ROWS = 50;

  /** Questions about a pair of states, by name, and what each gives. */
  private static final SequencedMap<String, String> QUESTIONS = questions();

  private final PageRequest request;
  private final PageQueries queries;
  private final Names names;
  private final Layout layout;
  private final Gallery gallery;

  DyadPage(PageRequest request, PageQueries queries, Names names, Layout layout, Gallery gallery) {
    this.request = request;
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
  Optional<Page> page() {
    Matcher codes = PATH.matcher(request.path());
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
    return of(one.get(), other.get());
  }

  private Page of(PageQueries.Row one, PageQueries.Row other) {
    String title = one.text("label") + " and " + other.text("label");
    String pair = one.text("code") + "-" + other.text("code");
    Html states = element("p", names.thing(one.text("state"), one.text("label")), text(" · "),
        names.thing(other.text("state"), other.text("label")));
    Map<String, Node> both =
        Map.of("one", one.node("state").orElseThrow(), "other", other.node("state").orElseThrow());
    List<Deed> all = Deed.of(queries.ask("dyad", both));
    if (all.isEmpty()) {
      return Page.of(layout.document(title, states,
          element("p", "No article here tells of anything between the two.").with("class", "empty"), suggestions()));
    }
    DeedFilter filter = DeedFilter.of(request.query());
    Html form = new FilterForm(filter, names.root() + "page/dyad/" + pair, names).of(all);
    Optional<String> problem = filter.problem();
    if (problem.isPresent()) {
      return new Page(400, layout.document(title, states, form, element("p", problem.get()).with("class", "empty")
          .with("role", "alert")));
    }
    List<Html> parts = new ArrayList<>(List.of(tools(pair, filter), states, form));
    parts.addAll(shown(pair, List.of(one.text("m49"), other.text("m49")), both, all, filter));
    parts.add(asData(one.text("code"), other.text("code")));
    String chosen = filter.isEmpty() ? "" : "?" + filter.address();
    parts.add(Coins.ofThing(request.base() + "page/dyad/" + pair + chosen, title));
    return Page.of(layout.document(title, parts.toArray(Html[]::new)));
  }

  /** What was chosen, as table and network, and how it is cited. */
  private Html tools(String pair, DeedFilter filter) {
    String root = names.root();
    String narrowed = "?pair=" + pair + "&" + filter.forExports();
    String cited = root + "cite/dyad/" + pair;
    String query = filter.isEmpty() ? "" : "?" + filter.address();
    return element("p", link(root + "export/events.csv" + narrowed, "CSV"), text(" · "),
        link(root + "export/network.graphml" + narrowed, "GraphML"), text(" · cite: "),
        link(cited + ".bib" + query, "BibTeX"), text(" · "), link(cited + ".ris" + query, "RIS"), text(" · "),
        link(cited + ".json" + query, "CSL-JSON")).with("class", "tools");
  }

  /** @param codes the states as the map knows them */
  private List<Html> shown(String pair, List<String> codes, Map<String, Node> both, List<Deed> all,
      DeedFilter filter) {
    List<Deed> deeds = all.stream().limit(MOST).filter(filter::accepts)
        .sorted(Comparator.comparing(Deed::group)).toList();
    if (deeds.isEmpty()) {
      return List.of(element("p", "Nothing between the two is of that kind, field, status and period.")
          .with("class", "empty").with("role", "status"));
    }
    int pages = (deeds.size() + ROWS - 1) / ROWS;
    int page = Math.min(pages, number(request.query().getOrDefault("page", List.of("1")).getFirst()));
    List<Deed> here = withWords(both, deeds.subList((page - 1) * ROWS, Math.min(deeds.size(), page * ROWS)));
    String number = (all.size() > MOST ? "Of the latest " + MOST + " undertakings " : "") + deeds.size()
        + (filter.isEmpty() ? "" : " of " + Math.min(MOST, all.size()));
    return List.of(
        element("p", text(number + (deeds.size() == 1 ? " undertaking: " : " undertakings: ")),
            groups(pair, filter, deeds)).with("class", "lead"),
        Timeline.of(deeds),
        filter.isEmpty() && page == 1 ? new PlaceMap(names).of(queries.ask("places", both), codes) : Html.NOTHING,
        new DeedTables(names).of(here, deeds),
        pages(pair, filter, page, pages));
  }

  /** The numbers of each group, each leading to that group alone: on the first of many pages there is only one. */
  private Html groups(String pair, DeedFilter filter, List<Deed> deeds) {
    Map<StatusGroup, Long> numbers = new TreeMap<>(
        deeds.stream().collect(Collectors.groupingBy(Deed::group, Collectors.counting())));
    List<Html> words = new ArrayList<>();
    numbers.forEach((group, number) -> {
      String said = number + " " + group.shortName().toLowerCase(Locale.ENGLISH);
      words.add(numbers.size() == 1 ? text(said)
          : link(names.root() + "page/dyad/" + pair + "?" + filter.withStatus(group).address(), said));
    });
    List<Html> pieces = new ArrayList<>();
    words.forEach(word -> pieces.addAll(List.of(pieces.isEmpty() ? text("") : text(", "), word)));
    pieces.add(text("."));
    return Html.run(pieces);
  }

  private static int number(String page) {
    return page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
  }

  private List<Deed> withWords(Map<String, Node> both, List<Deed> deeds) {
    Map<String, Node> values = new LinkedHashMap<>(both);
    values.put("wanted", NodeFactory.createLiteralString(
        deeds.stream().map(deed -> deed.iri() + " ").collect(Collectors.joining())));
    Map<String, List<Deed.Evidence>> words = Deed.evidence(queries.ask("dyad-words", values));
    return deeds.stream().map(deed -> deed.with(words.getOrDefault(deed.iri(), List.of()))).toList();
  }

  private Html pages(String pair, DeedFilter filter, int page, int pages) {
    if (pages == 1) {
      return Html.NOTHING;
    }
    String address = names.root() + "page/dyad/" + pair + "?" + (filter.isEmpty() ? "" : filter.address() + "&")
        + "page=";
    List<Html> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(address + (page - 1), "Previous page").with("rel", "prev"));
    }
    links.add(text("Page " + page + " of " + pages));
    if (page < pages) {
      links.add(link(address + (page + 1), "Next page").with("rel", "next"));
    }
    return element("nav", element("p", Html.joined(links, " · "))).with("aria-label", "Pages");
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
