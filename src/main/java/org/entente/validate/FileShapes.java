package org.entente.validate;

import java.io.InputStream;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Holds a Turtle file that people write (lexicon, gazetteer) against its shapes, and says in which line a mistake
 * stands. The shapes tell what is expected: a misspelt property, class, role or status breaks one.
 */
public final class FileShapes {

  private final Shapes shapes;

  private FileShapes(Shapes shapes) {
    this.shapes = shapes;
  }

  /** @param turtle shapes in SHACL, each with a message for people */
  public static FileShapes of(InputStream turtle) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(turtle).lang(Lang.TURTLE).parse(graph);
    return new FileShapes(Shapes.parse(graph));
  }

  /**
   * @param line where it stands; 0 where the text does not show it
   * @param what the thing and what is wrong with it
   * @param expected what the shape asks for
   */
  public record Mistake(int line, String what, String expected) {}

  /** The first mistake of a file in the order of its lines; empty where it meets the shapes. */
  public Optional<Mistake> first(Graph graph, String text) {
    return ShaclValidator.get().validate(shapes, graph).getEntries().stream()
        .map(entry -> mistake(entry, text))
        .min(Comparator.comparingInt(Mistake::line).thenComparing(Mistake::what));
  }

  private static Mistake mistake(ReportEntry entry, String text) {
    String node = entry.focusNode().isURI() ? name(entry.focusNode()) : "without a name";
    String path = entry.resultPath() == null ? "" : " " + name(entry.resultPath().toString());
    String value = entry.value() == null ? "" : " \"" + name(entry.value()) + "\"";
    return new Mistake(line(entry, text), "the entry " + node + " has" + path + value, entry.message());
  }

  private static String name(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : name(node.toString());
  }

  private static String name(String iri) {
    String bare = iri.replaceAll("[<>]", "");
    return bare.substring(Math.max(bare.lastIndexOf('#'), bare.lastIndexOf('/')) + 1);
  }

  /** The line of the wrong value, else of the property, else of the entry itself. */
  private static int line(ReportEntry entry, String text) {
    int from = entry.focusNode().isURI() ? subject(text, name(entry.focusNode())) : 0;
    int at = entry.value() == null ? -1 : word(text, name(entry.value()), from);
    if (at < 0 && entry.resultPath() != null) {
      at = word(text, name(entry.resultPath().toString()), from);
    }
    int position = at < 0 ? from : at;
    return position < 0 ? 0 : 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  /** Where a subject begins: its name at the head of a line. */
  private static int subject(String text, String name) {
    Matcher matcher = Pattern.compile("(?m)^\\s*<?[^\\s\"]*[:/#<]" + Pattern.quote(name) + ">?\\s").matcher(text);
    return matcher.find() ? matcher.start() : word(text, name, 0);
  }

  private static int word(String text, String word, int from) {
    Matcher matcher = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])").matcher(text);
    return matcher.find(Math.max(0, Math.min(from, text.length()))) ? matcher.start() : -1;
  }
}
