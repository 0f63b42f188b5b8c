package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.part.EdtfWords;
import org.entente.publish.page.part.Names;
import org.entente.publish.page.part.PageQueries;
import org.entente.vocab.ENT;
import org.entente.vocab.Terms;

/** What is said of a thing, property by property; each term with its meaning, each thing with its name. */
final class Facts {

  /** What stands elsewhere on the page, or says nothing to people. */
  private static final Set<String> HIDDEN = Set.of(RDF.type.getURI(), RDFS.label.getURI(), ENT.NS + "evidence",
      ENT.NS + "trigger", ENT.NS + "involves", ENT.NS + "status", ENT.NS + "earliest", ENT.NS + "latest",
      ENT.NS + "confidence", ENT.NS + "states", ENT.NS + "history", ENT.NS + "ending", ENT.NS + "rationale",
      ENT.NS + "textDigest", SKOS.hiddenLabel.getURI(),
      "http://purl.org/dc/terms/title");
  private static final String CODE = SKOS.notation.getURI();
  private static final String NAME_PERIOD = ENT.namePeriod.getURI();
  /** Properties whose values are codes as well. */
  private static final Set<String> OWN_CODES = Set.of(ENT.NS + "iso2", ENT.NS + "iso3", ENT.NS + "m49",
      ENT.NS + "cowCode", ENT.NS + "cowNumber");
  private static final BigDecimal SURE = new BigDecimal("0.85");
  private static final BigDecimal DOUBTFUL = new BigDecimal("0.7");

  private static final int MOST_LINES = 6;

  /** What people ask first of an undertaking: who, when, where, about what, who says so. The rest follows by name. */
  private static final List<String> FIRST = List.of("party", "visitor", "host", "provider", "recipient", "signatory",
      "speaker", "addressee", "participant", "member", "joins", "deployer", "mediator", "sponsor", "proposedBy",
      "addressedTo", "proposes", "when", "dateText", "place", "mainField", "field", "instrument", "amount", "quantity",
      "statedBy");

  private final List<PageQueries.Row> rows;
  private final Names names;

  Facts(List<PageQueries.Row> rows, Names names) {
    this.rows = List.copyOf(rows);
    this.names = names;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  boolean has(String property) {
    return !literal(property).isEmpty();
  }

  /** The value of a property of ours; empty where there is none. */
  String literal(String property) {
    return first(ENT.NS + property).orElse("");
  }

  private Optional<String> first(String property) {
    return rows.stream().filter(row -> row.text("property").equals(property)).map(row -> row.text("value")).findFirst();
  }

  /** The values of a property, things by their names. */
  List<String> values(String property) {
    return rows.stream().filter(row -> row.text("property").equals(property))
        .map(row -> row.text("name").isEmpty() ? row.text("value") : row.text("name")).distinct().toList();
  }

  /** The English name, else any. */
  Optional<String> name() {
    List<PageQueries.Row> labels =
        rows.stream().filter(row -> row.text("property").equals(RDFS.label.getURI())).toList();
    return labels.stream().filter(row -> language(row).isEmpty() || language(row).startsWith("en")).findFirst()
        .or(() -> labels.stream().findFirst()).map(row -> row.text("value"))
        .or(() -> first("http://purl.org/dc/terms/title"));
  }

  private static String language(PageQueries.Row row) {
    return row.node("value").filter(Node::isLiteral).map(Node::getLiteralLanguage).orElse("");
  }

  /** What the thing is. */
  Html kinds() {
    List<Html> kinds = rows.stream().filter(row -> row.text("property").equals(RDF.type.getURI()))
        .map(row -> row.text("value")).filter(type -> type.startsWith(ENT.NS)).distinct().map(names::term).toList();
    return element("p", Html.joined(kinds, " · ")).with("class", "kinds");
  }

  /** How sure the reading is, in words. */
  Html confidence() {
    String figure = literal("confidence");
    if (!figure.matches("[0-9]*\\.?[0-9]+")) {
      return Html.NOTHING;
    }
    BigDecimal sure = new BigDecimal(figure);
    String words = sure.compareTo(SURE) >= 0 ? "The program is rather sure of its reading"
        : sure.compareTo(DOUBTFUL) >= 0 ? "The program is fairly sure of its reading; look at the words"
        : "The program is unsure of its reading; judge by the words";
    return element("p", words + " (" + figure + " of 1).").with("class", "note");
  }

  Html table() {
    Map<String, List<PageQueries.Row>> byProperty = new LinkedHashMap<>();
    rows.stream().filter(row -> !HIDDEN.contains(row.text("property")) && !isToldElsewhere(row) && !isOfPeriod(row))
        .sorted(Comparator.comparingInt(row -> rank(row.text("property"))))
        .forEach(row -> byProperty.computeIfAbsent(row.text("property"), key -> new ArrayList<>()).add(row));
    List<Html> lines = new ArrayList<>();
    byProperty.forEach((property, values) -> lines.add(element("tr",
        element("th", names.term(property)).with("scope", "row"), element("td", values(values)))));
    return lines.isEmpty() ? Html.NOTHING
        : several(element("h2", "Details"), element("table", element("tbody", several(lines))).with("class", "facts"));
  }

  /** Whether another line has it: a code with its scheme, a currency with its sum. */
  private boolean isToldElsewhere(PageQueries.Row row) {
    String property = row.text("property");
    return property.equals(ENT.NS + "currency") && has("amount")
        || OWN_CODES.contains(property) && rows.stream().anyMatch(code -> isSameCode(code, row));
  }

  /** Whether a name stands with its years in another line. */
  private boolean isOfPeriod(PageQueries.Row row) {
    return row.text("property").equals(SKOS.altLabel.getURI()) && rows.stream()
        .anyMatch(other -> other.text("property").equals(NAME_PERIOD) && other.text("name").equals(row.text("value")));
  }

  private static boolean isSameCode(PageQueries.Row code, PageQueries.Row row) {
    return code.text("property").equals(CODE) && scheme(code).isPresent()
        && code.text("value").equals(row.text("value"));
  }

  /** The scheme that a code is one of. */
  private static Optional<String> scheme(PageQueries.Row row) {
    return row.node("value").filter(Node::isLiteral).map(Node::getLiteralDatatypeURI)
        .filter(type -> type.startsWith(ENT.NS));
  }

  private static int rank(String property) {
    int place = property.startsWith(ENT.NS) ? FIRST.indexOf(property.substring(ENT.NS.length())) : -1;
    return property.startsWith(Terms.PROV) ? FIRST.size() + 1 : place < 0 ? FIRST.size() : place;
  }

  private Html values(List<PageQueries.Row> values) {
    Map<String, Html> shown = new LinkedHashMap<>();
    values.forEach(row -> shown.putIfAbsent(row.text("value") + language(row) + scheme(row).orElse(""), value(row)));
    Html.Element list = element("ul", several(shown.values().stream().map(item -> element("li", item)).toList()));
    return shown.size() > MOST_LINES ? list.with("class", "many") : list;
  }

  /** A date in words, with its notation. */
  private Html when(String edtf) {
    try {
      LocalDate to = LocalDate.parse(literal("latest"));
      String words = edtf.startsWith("[..") ? EdtfWords.noLaterThan(to)
          : EdtfWords.of(edtf, LocalDate.parse(literal("earliest")), to);
      return words.equals(edtf) ? text(edtf)
          : several(text(words), element("code", edtf).with("title", "Extended Date/Time Format").with("class", "day"));
    } catch (DateTimeParseException e) {
      // Data of others may have a date of its own sort; its notation is all that can be shown.
      return text(edtf);
    }
  }

  /** "18,000,000 USD": a sum with its currency, which has no line of its own then. */
  private String amount(String figure) {
    String currency = literal("currency");
    String sum = figure.matches("[0-9]+(\\.[0-9]+)?") ? String.format(Locale.ROOT, "%,.2f", new BigDecimal(figure))
        .replaceFirst("\\.00$", "") : figure;
    return currency.isEmpty() ? sum : sum + " " + currency;
  }

  private Html value(PageQueries.Row row) {
    String value = row.text("value");
    if (row.text("property").equals(ENT.NS + "when")) {
      return when(value);
    }
    if (row.text("property").equals(ENT.NS + "amount")) {
      return text(amount(value));
    }
    Optional<String> scheme = scheme(row);
    if (scheme.isPresent()) {
      return Html.run(List.of(text(value + " ("), names.term(scheme.get()), text(")")));
    }
    if (row.node("value").filter(Node::isURI).isEmpty()) {
      String language = language(row);
      return language.isEmpty() ? text(value) : element("span", value).with("lang", language);
    }
    if (value.startsWith(Terms.ENTENTE)) {
      return names.term(value);
    }
    String name = row.text("name").isEmpty() ? value : row.text("name");
    return row.text("from").isEmpty() && row.text("until").isEmpty() ? names.thing(value, name)
        : text(name + " (" + years(row.text("from"), row.text("until")) + ")");
  }

  /** "1965–1979", "1979", "until 1970", "since 1991". */
  private static String years(String from, String until) {
    if (from.isEmpty() || until.isEmpty()) {
      return from.isEmpty() ? "until " + until : "since " + from;
    }
    return from.equals(until) ? from : from + "–" + until;
  }
}
