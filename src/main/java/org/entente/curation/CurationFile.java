package org.entente.curation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.vocab.ENT;

/**
 * Files of decisions: a table (CSV, UTF-8) with the columns {@code decision, subject, property, value, was, who, when,
 * why}, or the same as Turtle in the terms of the ontology. An IRI may be written without the base: {@code
 * visit/norway-sweden-…}.
 */
public final class CurationFile {

  private static final List<String> COLUMNS =
      List.of("decision", "subject", "property", "value", "was", "who", "when", "why");

  private CurationFile() {}

  /**
   * A decision and where it stands, for messages.
   *
   * @param place file and line
   */
  public record Line(String place, Decision decision) {}

  /**
   * @param base what short names are resolved against
   * @throws CurationException when a line cannot be read; the message names every such line
   */
  public static List<Line> read(Path file, String base) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".ttl") ? turtle(file, text, base) : table(file, text, base, false);
    } catch (IOException | UncheckedIOException e) {
      throw new CurationException(file + " cannot be read as text in UTF-8", e);
    }
  }

  /**
   * A table of candidates that somebody reviewed: it may have more columns, and lines without a decision are passed over.
   *
   * @throws CurationException when a line that has a decision cannot be read
   */
  public static List<Line> reviewed(Path file, String base) {
    try {
      return table(file, Files.readString(file), base, true);
    } catch (IOException | UncheckedIOException e) {
      throw new CurationException(file + " cannot be read as text in UTF-8", e);
    }
  }

  private static List<Line> turtle(Path file, String text, String base) {
    Graph graph = GraphFactory.createGraphMem();
    try {
      RDFParser.fromString(text, Lang.TURTLE).base(base).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(graph);
    } catch (RiotException e) {
      throw new CurationException(file + ": " + e.getMessage(), e);
    }
    List<Node> decisions = graph.find(Node.ANY, RDF.type.asNode(), ENT.Decision.asNode()).mapWith(Triple::getSubject)
        .toList();
    if (decisions.isEmpty()) {
      throw new CurationException(file + " has no decision (ent:Decision)");
    }
    return decisions.stream().sorted(Comparator.comparing((Node decision) -> line(text, decision, base))
        .thenComparing(node -> node.toString())).map(decision -> line(file, text, base, graph, decision)).toList();
  }

  private static Line line(Path file, String text, String base, Graph graph, Node decision) {
    int line = line(text, decision, base);
    String place = line == 0 ? file.toString() : file + ", line " + line;
    try {
      return new Line(place, DecisionTriples.read(graph, decision));
    } catch (CurationException e) {
      throw new CurationException(place + ": " + e.getMessage(), e);
    }
  }

  /** In which line of Turtle a decision is first named, whole, without the base or with a prefix; 0 for one without a name. */
  private static int line(String text, Node decision, String base) {
    String iri = decision.isURI() ? decision.getURI() : "";
    String shortened = iri.startsWith(base) ? iri.substring(base.length()) : iri;
    return Stream.of("<" + iri + ">", "<" + shortened + ">", ":" + iri.replaceFirst(".*[/#]", ""))
        .filter(name -> !iri.isEmpty() && text.contains(name)).findFirst()
        .map(name -> 1 + (int) text.substring(0, text.indexOf(name)).chars().filter(c -> c == '\n').count()).orElse(0);
  }

  private static List<Line> table(Path file, String text, String base, boolean reviewed) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
        .setTrim(true).get();
    List<String> problems = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = format.parse(new StringReader(text.replaceFirst("^\uFEFF", "")))) {
      Set<String> columns = new TreeSet<>(parser.getHeaderNames());
      if (!columns.equals(new TreeSet<>(COLUMNS)) && !(reviewed && columns.containsAll(COLUMNS))) {
        throw new CurationException(file + ", line 1: the columns must be " + String.join(",", COLUMNS) + ", not "
            + String.join(",", parser.getHeaderNames()));
      }
      for (CSVRecord record : parser) {
        String place = file + ", line " + parser.getCurrentLineNumber();
        if (reviewed && record.isSet("decision") && record.get("decision").isEmpty()) {
          continue;
        }
        try {
          lines.add(new Line(place, decision(record, base)));
        } catch (IllegalArgumentException e) {
          problems.add(place + ": " + e.getMessage());
        }
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new CurationException(file + " is no table as it should be: " + e.getMessage(), e);
    }
    if (!problems.isEmpty()) {
      throw new CurationException(String.join("\n", problems));
    }
    return lines;
  }

  private static Decision decision(CSVRecord record, String base) {
    if (!record.isConsistent()) {
      throw new IllegalArgumentException("it has " + record.size() + " cells, not " + COLUMNS.size());
    }
    Verdict verdict = Verdict.of(record.get("decision")).orElseThrow(() -> new IllegalArgumentException(
        "the decision is one of " + Verdict.words() + ", not \"" + record.get("decision") + "\""));
    LocalDate on;
    try {
      on = LocalDate.parse(record.get("when"));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("when is a date such as 2026-11-28, not \"" + record.get("when") + "\"", e);
    }
    return new Decision(verdict, iri(record.get("subject"), base), record.get("property"),
        value(verdict, record.get("property"), record.get("value"), base),
        value(verdict, record.get("property"), record.get("was"), base), record.get("who"), on, record.get("why"))
        .checked();
  }

  private static String value(Verdict verdict, String property, String text, String base) {
    boolean thing = verdict != Verdict.MEND || Mendable.isOfActors(property);
    // A code of three letters is looked up in the data.
    return thing && !text.matches("[A-Z]{3}") ? iri(text, base) : text;
  }

  private static String iri(String text, String base) {
    if (text.isEmpty() || text.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
      return text;
    }
    if (text.matches("(id/)?[a-z-]+/[^\\s<>\"{}|\\\\^`]+")) {
      return base + (text.startsWith("id/") ? "" : "id/") + text;
    }
    throw new IllegalArgumentException("\"" + text + "\" is no IRI");
  }

  /** The decisions as such a table. */
  public static String table(List<Decision> decisions) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer =
        new CSVPrinter(text, CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get())) {
      for (Decision d : decisions) {
        printer.printRecord(d.verdict().word(), d.subject(), d.property(), d.value(), d.was(), d.by(), d.on(), d.why());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
