package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.publish.page.part.PageRequest;
import org.entente.publish.page.part.TermNames;
import org.entente.vocab.Prefixes;

/** {@code /sparql} in a browser: YASGUI on this endpoint alone, and a plain form where there is no JavaScript. */
final class EditorPage {

  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final String START = """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?class (COUNT(?thing) AS ?things)
      WHERE { ?thing a ?class }
      GROUP BY ?class ORDER BY DESC(?things)""";
  private static final List<Map.Entry<String, String>> FORMS = List.of(Map.entry("csv", "CSV"),
      Map.entry("json", "JSON"), Map.entry("tsv", "TSV"), Map.entry("xml", "XML"), Map.entry("text", "text"),
      Map.entry("ttl", "Turtle"));

  private final PageRequest request;
  private final TermNames terms;
  private final Layout layout;

  EditorPage(PageRequest request, TermNames terms, Layout layout) {
    this.request = request;
    this.terms = terms;
    this.layout = layout;
  }

  /**
   * The page.
   *
   * @param questions those of the gallery, to be opened in tabs
   */
  String html(List<Gallery.Question> questions) {
    String root = request.relativeRoot();
    return layout
        .withHead(List.of(style(root, "yasgui.min.css"), style(root, "editor.css"),
            element("script").with("src", root + "assets/yasgui.min.js").with("defer", ""),
            element("script").with("src", root + "assets/editor.js").with("type", "module")))
        .document("SPARQL",
            element("p", text("Ask with SPARQL 1.1; programs send the same to this address. The "),
                link(root + "queries", "questions that are ready to ask"), text(" are a good start, the "),
                link(root + "ontology", "ontology"), text(" tells what each term means.")).with("class", "lead"),
            form(),
            element("div").with("id", "editor").with("data-endpoint", "sparql"),
            element("div").with("id", "snippets").with("hidden", ""),
            new Html.DataBlock("application/json", "editor-data", JSON.toJson(data(questions))));
  }

  private static Html style(String root, String name) {
    return element("link").with("rel", "stylesheet").with("href", root + "assets/" + name);
  }

  private Html form() {
    String query = request.query().getOrDefault("query", List.of(START)).getFirst();
    List<Html> forms = FORMS.stream()
        .map(form -> (Html) element("option", form.getValue()).with("value", form.getKey())).toList();
    return element("form",
        element("p", element("label", "Query").with("for", "query")),
        element("textarea", query).with("id", "query").with("name", "query").with("rows", "16")
            .with("spellcheck", "false"),
        element("p", element("label", "Answer as").with("for", "format"),
            element("select", several(forms)).with("id", "format").with("name", "format"),
            element("button", "Ask")))
        .with("id", "plain-editor").with("method", "get").with("action", "sparql");
  }

  private Map<String, Object> data(List<Gallery.Question> questions) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("base", request.base());
    data.put("root", request.relativeRoot());
    data.put("prefixes", new TreeMap<>(Prefixes.PUBLISHED.getNsPrefixMap()));
    data.put("queries", questions.stream().map(EditorPage::members).toList());
    data.put("terms", terms.all().stream().map(this::members).toList());
    return data;
  }

  private static Map<String, String> members(Gallery.Question question) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("name", question.name());
    members.put("title", question.title());
    members.put("text", question.text());
    return members;
  }

  private Map<String, String> members(String term) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("iri", term);
    members.put("label", terms.label(term).orElse(""));
    members.put("definition", terms.definition(term).orElse(""));
    members.put("kind", terms.sort(term));
    return members;
  }
}
