package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente validate}: a file of RDF against the shapes. */
@Command(
    name = "validate",
    description = "Check a file of RDF against the shapes, together with gazetteer and ontology.",
    footerHeading = "%nNot checked is whether a passage's words are what the article has at its offsets: the%n"
        + "file has no text. Exit code 1 when something is found.%n%nExamples:%n",
    footer = {
      "  entente validate my-article.ttl",
      "  entente extract summit.txt > summit.ttl && entente validate summit.ttl"
    })
final class ValidateCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE.ttl", description = "Turtle, or another format that the file's ending tells.")
  private Path file = Path.of("");

  @Option(
      names = "--base",
      paramLabel = "IRI",
      defaultValue = GraphStore.DEFAULT_BASE,
      description = "What IRIs start with, for relative ones and the gazetteer. Default: ${DEFAULT-VALUE}")
  private String base = GraphStore.DEFAULT_BASE;

  ValidateCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    List<String> findings = findings();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(out::println);
    switch (findings.size()) {
      case 0 -> out.printf("%s meets the shapes%n", file);
      case 1 -> out.printf("%s: 1 finding%n", file);
      default -> out.printf("%s: %d findings%n", file, findings.size());
    }
    return findings.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  /** A file that is no RDF at all has one finding: where its syntax breaks. */
  private List<String> findings() {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), file + (Files.exists(file) ? " is no file" : " does not exist"));
    }
    Lang lang = RDFLanguages.filenameToLang(file.toString(), Lang.TURTLE);
    try {
      return maker.make(base, List.of(), List.of()).checker().findings(triples(lang), Optional.empty());
    } catch (RiotException e) {
      return List.of("not valid " + lang.getName() + ": " + e.getMessage());
    }
  }

  /** All triples of the file, whatever graph they are in. */
  private Graph triples(Lang lang) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.source(file)
        .lang(lang)
        .base(base)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictSilent())
        .parse(dataset);
    Graph all = GraphFactory.createGraphMem();
    dataset.find().forEachRemaining(quad -> all.add(quad.asTriple()));
    return all;
  }
}
