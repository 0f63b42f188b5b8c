package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.ArticleSource;
import org.entente.article.Found;
import org.entente.load.Describer;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.entente.reading.Trace;
import org.entente.text.Span;
import org.entente.undertaking.Extraction;
import org.entente.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente extract}: what articles say, to standard output; the quickest way to see what a change does. */
@Command(
    name = "extract",
    description = "Print what articles say; nothing is stored.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  entente extract summit.txt",
      "  entente extract --format table summit.txt",
      "  entente extract --format trig articles/*.html > articles.trig",
      "  entente extract --explain summit.txt   why each finding was made or left out",
      "  entente extract --explain --format json summit.txt   the same for programs",
      "  entente extract --text report.pdf      the text that all offsets count in"
    })
final class ExtractCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "turtle",
      description = "One of ${COMPLETION-CANDIDATES}; json with --explain only. Default: ${DEFAULT-VALUE}")
  private Format format = Format.turtle;

  @Option(names = "--text", description = "Print the normalised text instead.")
  private boolean text;

  @Option(
      names = "--explain",
      description = "Print instead how each event was read: the words that announce it, what each governing word says of "
          + "it, the parties and how they were found, and why it was left out.")
  private boolean explain;

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = GraphStore.DEFAULT_BASE,
      description = "What all IRIs start with. Default: ${DEFAULT-VALUE}")
  private String base = GraphStore.DEFAULT_BASE;

  @Mixin
  private MetadataOptions metadata;
  @Mixin
  private KnowledgeOptions knowledge;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "What load takes: a text, page or document, or a file with several; a folder, a pattern, a web address, or - "
          + "for standard input.")
  private List<String> articles = List.of();

  /** How findings are printed. */
  enum Format {
    turtle,
    trig,
    jsonld,
    table,
    json
  }

  private final TraceJson traces = new TraceJson();

  ExtractCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    if (format == Format.json && !explain) {
      throw new ParameterException(spec.commandLine(), "--format json is how --explain is printed for programs;"
          + " findings as JSON are --format jsonld");
    }
    Workbench workbench = knowledge.workbench(maker, base);
    DatasetGraph found = DatasetGraphFactory.create();
    boolean all = true;
    for (ArticleSource source : ArticleSource.expand(articles)) {
      all &= extract(workbench, source, found);
    }
    spec.commandLine().getOut().print(explain && format == Format.json ? traces + "\n" : written(found));
    return all ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  private boolean extract(Workbench workbench, ArticleSource source, DatasetGraph found) {
    boolean[] all = {true};
    workbench.readers().readAll(source, metadata.overrides(), one -> all[0] &= extract(workbench, one, found));
    return all[0];
  }

  private boolean extract(Workbench workbench, Found one, DatasetGraph found) {
    try {
      switch (one) {
        case Found.Read read -> extract(workbench, read.article(), found);
        case Found.Refused refused -> throw refused.problem();
        case Found.PassedOver other ->
            spec.commandLine().getErr().printf("passed over  %s: %s%n", other.name(), other.reason());
      }
      return true;
    } catch (ArticleFormatException e) {
      ProblemPrinter.print(e, spec.commandLine());
      return false;
    }
  }

  /** What is for reading is printed at once; graphs are gathered, so that one document comes out. */
  private void extract(Workbench workbench, Article article, DatasetGraph found) {
    PrintWriter out = spec.commandLine().getOut();
    if (text) {
      out.println(article.text());
      return;
    }
    if (explain) {
      List<Trace> read = workbench.explainer().explain(article);
      if (format == Format.json) {
        traces.add(article, read);
      } else {
        print(article, read, out);
      }
      return;
    }
    Extraction extraction = workbench.extractor().extract(article);
    if (format == Format.table) {
      ExtractionTable.print(extraction, out);
      return;
    }
    Describer describer = workbench.describer();
    Graph graph = describer.describe(article, extraction);
    if (format == Format.turtle) {
      GraphUtil.addInto(found.getDefaultGraph(), graph);
    } else {
      found.addGraph(NodeFactory.createURI(describer.graphName(article)), graph);
    }
  }

  private static void print(Article article, List<Trace> traces, PrintWriter out) {
    Span sentence = null;
    for (Trace trace : traces) {
      if (!trace.sentence().equals(sentence)) {
        sentence = trace.sentence();
        out.println(sentence.in(article.text()));
      }
      out.println(trace.lines().indent(2).stripTrailing());
    }
  }

  private String written(DatasetGraph found) {
    if (found.isEmpty()) {
      return "";
    }
    found.prefixes().putAll(Prefixes.ALL);
    return switch (format) {
      case turtle -> RDFWriter.source(found.getDefaultGraph()).format(RDFFormat.TURTLE_PRETTY).asString();
      case trig -> RDFWriter.source(found).format(RDFFormat.TRIG_PRETTY).asString();
      case jsonld -> RDFWriter.source(found).format(RDFFormat.JSONLD_PRETTY).asString();
      case table, json -> "";
    };
  }
}
