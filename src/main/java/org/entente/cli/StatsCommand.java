package org.entente.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code entente stats}: how much is in a store. */
@Command(
    name = "stats",
    description = "Say how much is in the store: graphs, triples, undertakings by kind and status.",
    footerHeading = "%nExample:%n",
    footer = "  entente stats --store data")
final class StatsCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("base      %s%n", opened.base());
      out.printf("version   %s%n", opened.version());
      out.printf("articles  %,d%n", StoredArticle.in(opened).size());
      out.printf("graphs    %,d%n", opened.entries().size());
      out.printf("triples   %,d%n", opened.entries().stream().mapToLong(CatalogEntry::triples).sum());
      out.println();
      Questions.ask(opened, "undertakings").forEachRemaining(row -> print(out, row));
      return ExitCode.WELL;
    }
  }

  private static void print(PrintWriter out, Binding row) {
    out.printf(
        "%-13s %-12s %,8d%n",
        row.get("kind").getLiteralLexicalForm(),
        row.get("status").getLiteralLexicalForm(),
        Long.parseLong(row.get("number").getLiteralLexicalForm()));
  }
}
