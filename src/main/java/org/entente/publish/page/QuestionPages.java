package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.Coins;
import org.entente.publish.page.part.DataForms;
import org.entente.publish.page.part.Names;
import org.entente.vocab.Addresses;

/** {@code /queries}: the gallery, and the page of one question with its form and its answer. Checks are on another. */
final class QuestionPages {

  /** The tag of a question that must find nothing. */
  private static final String CHECK = "integrity";
  private static final List<String> TABLE_FORMS = List.of("csv", "tsv", "json", "xml");
  private static final List<String> GRAPH_FORMS = List.of("ttl", "jsonld", "nt", "rdf");

  /** What questions with some tags are about; the first of a question's tags that is here decides. */
  private record Subject(String title, Set<String> tags) {}

  private static final List<Subject> SUBJECTS = List.of(
      new Subject("States and pairs of states", Set.of("dyad", "state", "network")),
      new Subject("What happened or is under way",
          Set.of("agreement", "visit", "event", "arms", "accession", "field", "ongoing", "ended")),
      new Subject("What is planned, offered or only proposed", Set.of("planned", "statement", "proposal")),
      new Subject("Who acts", Set.of("person", "institution")),
      new Subject("Articles, words and links", Set.of("article", "sources", "evidence", "links", "curation")));
  private static final String OTHERS = "More";

  private final Names names;
  private final Layout layout;
  private final String base;

  /** @param base of the dataset's IRIs */
  QuestionPages(Names names, Layout layout, String base) {
    this.names = names;
    this.layout = layout;
    this.base = base;
  }

  /** All questions but those that check the data. */
  String list(List<Gallery.Question> questions) {
    String title = "Questions that are ready to ask";
    if (questions.isEmpty()) {
      return layout.document(title, element("p", text("None are bundled; ask with "),
          link(names.root() + "sparql", "SPARQL"), text(".")).with("class", "empty"));
    }
    List<Gallery.Question> checks = questions.stream().filter(question -> question.tags().contains(CHECK)).toList();
    List<Gallery.Question> asked = questions.stream().filter(question -> !checks.contains(question)).toList();
    List<Html> sections = new ArrayList<>(List.of(
        element("p", "Each is a SPARQL query with a page, a form for its parameters, and an address for programs that "
            + "gives the answer as CSV, JSON or Turtle.").with("class", "lead"),
        several(bySubject(asked))));
    if (!checks.isEmpty()) {
      sections.add(element("p", link(names.root() + "quality", checks.size() + " checks"),
          text(" ask what must never be found.")).with("class", "note"));
    }
    sections.add(element("p", text("For programs: "), link(names.root() + "queries/openapi.json", "OpenAPI"),
        text(" describes all of them."))
        .with("class", "note"));
    return layout.document(title, sections.toArray(Html[]::new));
  }

  /** A heading for each subject that a question is about; what is about none of them stands at the end. */
  private List<Html> bySubject(List<Gallery.Question> questions) {
    Map<String, List<Gallery.Question>> grouped =
        questions.stream().collect(Collectors.groupingBy(QuestionPages::subject));
    return Stream.concat(SUBJECTS.stream().map(Subject::title), Stream.of(OTHERS)).filter(grouped::containsKey)
        .flatMap(title -> Stream.of(element("h2", title), items(grouped.getOrDefault(title, List.of())))).toList();
  }

  private static String subject(Gallery.Question question) {
    return question.tags().stream().flatMap(tag -> SUBJECTS.stream().filter(subject -> subject.tags().contains(tag)))
        .map(Subject::title).findFirst().orElse(OTHERS);
  }

  private Html items(List<Gallery.Question> questions) {
    return element("ul", several(questions.stream().map(this::item).toList())).with("class", "questions");
  }

  /** The questions that must find nothing. */
  Html checks(List<Gallery.Question> questions) {
    List<Gallery.Question> checks = questions.stream().filter(question -> question.tags().contains(CHECK)).toList();
    return checks.isEmpty() ? Html.NOTHING : several(element("h2", "Checks").with("id", "checks"),
        element("p", "These questions find nothing where the data are sound.").with("class", "note"), items(checks));
  }

  private Html item(Gallery.Question question) {
    return element("li",
        link(names.root() + "queries/" + Addresses.encodedPath(question.name()), question.title()),
        question.description().isEmpty() ? Html.NOTHING : element("p", question.description()).with("class", "note"));
  }

  /** One question, what can be filled in, and its answer where everything is. */
  String question(Asked asked) {
    Gallery.Question question = asked.question();
    List<Html> parts = new ArrayList<>();
    if (!question.description().isEmpty()) {
      parts.add(element("p", question.description()).with("class", "lead"));
    }
    if (!question.parameters().isEmpty()) {
      parts.add(form(asked));
    }
    parts.add(asked.problem().map(words -> (Html) element("p", words).with("class", "empty").with("role", "alert"))
        .orElseGet(() -> asked.answer().map(this::answer).orElse(Html.NOTHING)));
    parts.add(elsewhere(asked));
    parts.add(element("details", element("summary", "The query"), element("pre", element("code", asked.query()))
        .with("tabindex", "0")));
    return layout.document(question.title(), parts.toArray(Html[]::new));
  }

  private static Html form(Asked asked) {
    List<Html> fields = new ArrayList<>();
    for (Gallery.Parameter parameter : asked.question().parameters()) {
      String id = "p-" + parameter.name();
      String value = asked.values().getOrDefault(parameter.name(), parameter.usual().orElse(""));
      fields.add(element("p", element("label", parameter.description()).with("for", id),
          parameter.choices().isEmpty()
              ? input(parameter, id, value, asked.suggestions().getOrDefault(parameter.name(), List.of()))
              : choice(parameter, id, value)));
    }
    fields.add(element("p", element("button", "Ask")));
    return element("form", several(fields)).with("method", "get")
        .with("action", Addresses.encodedPath(asked.question().name())).with("class", "question");
  }

  private static Html input(Gallery.Parameter parameter, String id, String value, List<Asked.Suggestion> suggestions) {
    Html.Element input = element("input").with("id", id).with("name", parameter.name())
        .with("type", parameter.type().equals("date") ? "date" : "text").with("value", value)
        .with("autocomplete", "off");
    List<Html> options = suggestions.stream().map(suggestion -> (Html) element("option", suggestion.label())
        .with("value", suggestion.value())).toList();
    return options.isEmpty() ? input
        : several(input.with("list", id + "-list"),
            element("datalist", several(options)).with("id", id + "-list"));
  }

  private static Html choice(Gallery.Parameter parameter, String id, String value) {
    List<Html> options = parameter.choices().stream().map(choice -> {
      Html.Element option = element("option", choice).with("value", choice);
      return (Html) (choice.equals(value) ? option.with("selected", "") : option);
    }).toList();
    return element("select", several(options)).with("id", id).with("name", parameter.name());
  }

  private Html answer(Asked.Table table) {
    if (table.rows().isEmpty()) {
      return element("p", "Nothing in this dataset answers the question.").with("class", "empty").with("role",
          "status");
    }
    String number = table.rows().size() == 1 ? "1 row" : table.rows().size() + " rows";
    Html count = element("p", table.cut() ? "The first " + number + "; the forms below have more." : number + ".")
        .with("class", "note").with("role", "status");
    Html head = element("tr", several(table.columns().stream()
        .map(column -> element("th", column).with("scope", "col")).toList()));
    List<Html> rows = table.rows().stream().map(row -> row(table.columns(), row)).toList();
    return several(count, Html.scrolled(element("table", element("thead", head), element("tbody", several(rows)))
        .with("class", "answer sortable"), "Answer"));
  }

  /** Each cell names its column, for where a row is shown as a card. */
  private Html row(List<String> columns, List<Asked.Value> row) {
    return element("tr", several(IntStream.range(0, row.size())
        .mapToObj(i -> element("td", value(row.get(i))).with("data-label", columns.get(i))).toList()));
  }

  private Html value(Asked.Value value) {
    return value.iri() ? names.thing(value.text(), value.label()) : text(value.text());
  }

  private Html elsewhere(Asked asked) {
    String filled = asked.values().entrySet().stream().map(value -> encoded(value.getKey()) + "="
        + encoded(value.getValue())).collect(Collectors.joining("&"));
    String address = Addresses.encodedPath(asked.question().name());
    String asking = filled.isEmpty() ? "" : "?" + filled;
    List<Html> links = (asked.tabular() ? TABLE_FORMS : GRAPH_FORMS).stream()
        .map(form -> (Html) link(address + "." + form + asking, form)).toList();
    Html programs = element("p", text("The same for programs: "), Html.joined(links, " · "), text(" · "),
        link(names.root() + "sparql?query=" + encoded(asked.query()), "in the editor")).with("class", "as-data");
    return asked.answer().isEmpty() ? programs
        : several(programs, DataForms.references(names.root() + "cite/queries/" + address, asking),
            Coins.ofThing(base + "queries/" + address + asking, asked.question().title()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
