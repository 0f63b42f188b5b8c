package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.load.Checker;
import org.entente.load.SameUndertakings;
import org.entente.load.Workbench;
import org.entente.store.CatalogEntry;
import org.entente.store.GraphStore;
import org.entente.store.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code entente check}: whether a store is whole and sound. */
@Command(
    name = "check",
    description = "Say whether a store is whole: catalogue, indexes and digests agree, texts are there, each article meets"
        + " the shapes and its passages are what its text has there.",
    footerHeading = "%nNothing is changed. Exit code 1 when something is wrong.%n%nExample:%n",
    footer = "  entente check --store data")
final class CheckCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;
  @Mixin
  private KnowledgeOptions knowledge;

  CheckCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (GraphStore opened = store.open()) {
      List<String> findings = new ArrayList<>(StoreCheck.findings(opened));
      Checker checker = knowledge.workbench(maker, opened.base()).checker();
      List<StoredArticle> articles = StoredArticle.in(opened);
      articles.forEach(article -> checker.findings(opened.graph(article.graph()), text(opened, article.graph()))
          .forEach(finding -> findings.add(article.article() + ": " + finding)));
      if (!new SameUndertakings(opened).areCurrent()) {
        findings.add("the links between accounts of one undertaking are not those that the articles give");
      }
      findings.forEach(finding -> out.println("wrong      " + finding));
      out.printf("checked    %,d articles in %,d graphs, version %s: %s%n", articles.size(), opened.entries().size(),
          opened.version(), findings.isEmpty() ? "all is well" : findings.size() + " findings");
      return findings.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }
  }

  private static Optional<String> text(GraphStore opened, String graph) {
    return opened.entry(graph).flatMap(CatalogEntry::textDigest).flatMap(opened::text);
  }
}
