package org.entente.linking;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.vocab.Terms;

/**
 * Candidates of a file: Turtle or N-Triples with labels (rdfs:label, skos:prefLabel, skos:altLabel, foaf:name, schema:name),
 * or a table (CSV, UTF-8) with the columns {@code iri} and {@code name}, one name a line.
 */
public final class FileCandidates implements CandidateSource {

  private static final List<Node> NAMES = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(),
      SKOS.altLabel.asNode(), FOAF.name.asNode(),
      NodeFactory.createURI(Terms.SCHEMA + "name"));
  private static final double WORTH_LOOKING_AT = 0.75;

  private final List<Candidate> all;

  private FileCandidates(List<Candidate> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @throws LinkingException when the file cannot be read, with its name and line
   */
  public static FileCandidates of(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LinkingException(file + " cannot be read as text in UTF-8", "Check its name, permissions and encoding.",
          e);
    }
    List<Candidate> candidates =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? table(file, text) : rdf(file, text);
    if (candidates.isEmpty()) {
      throw new LinkingException(file + " names nothing",
          "A file of RDF needs labels, a table the columns iri and name.");
    }
    return new FileCandidates(candidates);
  }

  private static List<Candidate> rdf(Path file, String text) {
    Lang lang = RDFLanguages.filenameToLang(file.toString(), Lang.TURTLE);
    Graph graph = GraphFactory.createGraphMem();
    try {
      RDFParser.fromString(text, lang).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(graph);
    } catch (RiotException e) {
      throw new LinkingException(file + " is no " + lang.getLabel() + ": " + e.getMessage(),
          "Give Turtle (.ttl), N-Triples (.nt) or a table (.csv).", e);
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Node property : NAMES) {
      graph.find(Node.ANY, property, Node.ANY).filterKeep(t -> t.getSubject().isURI() && t.getObject().isLiteral())
          .mapWith(FileCandidates::candidate).forEachRemaining(candidates::add);
    }
    return candidates;
  }

  private static Candidate candidate(Triple triple) {
    return new Candidate(triple.getSubject().getURI(), triple.getObject().getLiteralLexicalForm());
  }

  private static List<Candidate> table(Path file, String text) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
        .setTrim(true).get();
    List<Candidate> candidates = new ArrayList<>();
    try (CSVParser parser = format.parse(new StringReader(text.replaceFirst("^\uFEFF", "")))) {
      if (!parser.getHeaderNames().containsAll(List.of("iri", "name"))) {
        throw new LinkingException(file + ", line 1: the columns iri and name are needed, it has "
            + String.join(",", parser.getHeaderNames()), "Name the columns in the first line.");
      }
      for (CSVRecord record : parser) {
        String iri = record.isConsistent() ? record.get("iri") : "";
        if (!iri.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
          throw new LinkingException(file + ", line " + parser.getCurrentLineNumber() + ": \"" + iri + "\" is no IRI",
              "Each line has the absolute IRI of a thing and one of its names.");
        }
        candidates.add(new Candidate(iri, record.get("name")));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new LinkingException(file + " is no table as it should be: " + e.getMessage(),
          "Give a table in CSV with the columns iri and name.", e);
    }
    return candidates;
  }

  @Override
  public Map<String, List<Candidate>> candidates(List<String> names) {
    Map<String, List<Candidate>> found = new HashMap<>();
    for (String name : names) {
      found.put(name, all.stream().filter(one -> Likeness.of(name, one.name()) >= WORTH_LOOKING_AT).toList());
    }
    return found;
  }
}
