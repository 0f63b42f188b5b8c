package org.entente.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.entente.problem.EntenteException;
import org.entente.publish.export.Export;
import org.entente.publish.export.ExportForm;
import org.entente.query.QueryException;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente export}: the data as tables, networks and maps of the field. */
@Command(
    name = "export",
    description = "Take the data away as a table in the columns of the field's data sets, as a network or as a map."
        + " Without a name: what there is.",
    footerHeading = "%nEach row has the words, the article and the passage that it rests on, and its status. What is%n"
        + "only proposed, offered or denied comes only when status= asks for it.%n%nExamples:%n",
    footer = {
      "  entente export",
      "  entente export events --store data > events.csv",
      "  entente export dyad-year --store data pair=PAK-RUS from=2015 until=2018",
      "  entente export agreements --store data field=military --output agreements.csv",
      "  entente export network --store data status=all --output network.graphml"
    })
final class ExportCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--store", paramLabel = "DIR", description = "The store's folder.")
  private @Nullable Path folder;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE",
      description = "Where it goes; the form is that of the name. A table gets its description beside it, as"
          + " FILE-metadata.json (CSV on the Web). Default: a table on standard output")
  private @Nullable Path output;

  @Option(names = "--format", paramLabel = "FORM",
      description = "csv, csv-metadata.json; for networks graphml and gexf, for maps geojson. Default: csv")
  private @Nullable String format;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "What to export.")
  private @Nullable String name;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "name=value",
      description = "Only a part: pair=PAK-RUS, state=PAK, field=naval, status=all, from=2015, until=2018-08.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (name == null) {
      Export.all().forEach(export -> out.printf("%-20s %s (%s)%n", export.name(), export.query().summary(),
          String.join(", ", export.forms().stream().map(ExportForm::suffix).toList())));
      return ExitCode.WELL;
    }
    Export export = Export.named(name).orElseThrow(() -> wrong("there is no export " + name + "; there are "
        + String.join(", ", Export.all().stream().map(Export::name).toList())));
    ExportForm form = form(export);
    Query query = filled(export);
    if (folder == null) {
      throw wrong("--store is needed");
    }
    try (GraphStore store = StoreOption.at(folder)) {
      write(export, form, rows(store, query));
    }
    return ExitCode.WELL;
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private ExportForm form(Export export) {
    Optional<String> wanted = Optional.ofNullable(format)
        .or(() -> Optional.ofNullable(output).map(file -> file.getFileName().toString()));
    ExportForm form = wanted.map(text -> ExportForm.of("." + text).orElseThrow(() -> wrong(
        "there is no form " + text))).orElse(ExportForm.CSV);
    if (!export.forms().contains(form)) {
      throw wrong("the export " + export.name() + " has no form " + form.suffix() + "; it has "
          + String.join(", ", export.forms().stream().map(ExportForm::suffix).toList()));
    }
    return form;
  }

  private Query filled(Export export) {
    try {
      return export.query().fill(parameters);
    } catch (QueryException e) {
      throw wrong(e.getMessage() + e.advice().map(advice -> ": " + advice).orElse(""));
    }
  }

  private static List<Binding> rows(GraphStore store, Query query) {
    return store.read(data -> {
      try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
        List<Binding> rows = new ArrayList<>();
        execution.select().forEachRemaining(row -> rows.add(row.detach()));
        return rows;
      }
    });
  }

  private void write(Export export, ExportForm form, List<Binding> rows) {
    if (output == null) {
      spec.commandLine().getOut().print(new String(
          written(export, form, rows, export.name() + "." + ExportForm.CSV.suffix()), StandardCharsets.UTF_8));
      return;
    }
    String file = output.getFileName().toString();
    try {
      Files.write(output, written(export, form, rows, file.replaceFirst("-metadata\\.json$", "")));
      if (form.equals(ExportForm.CSV)) {
        Files.write(output.resolveSibling(file + "-metadata.json"),
            written(export, ExportForm.CSVW, rows, file));
      }
    } catch (IOException e) {
      throw new EntenteException(output + " cannot be written", "Check its folder and permissions.", e);
    }
    spec.commandLine().getErr().printf("%s: %d rows%n", output, rows.size());
  }

  private static byte[] written(Export export, ExportForm form, List<Binding> rows, String table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      export.write(form, rows, table, bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot refuse to be written to", e);
    }
    return bytes.toByteArray();
  }
}
