package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.linking.UnlinkedName;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente list}: the articles in a store. */
@Command(
    name = "list",
    description = "List the articles in the store: date, number of statements, IRI, title; parted by tabs. With"
        + " --unlinked the names that are linked with nothing: number of articles, kind, IRI, name.",
    footerHeading = "%nExamples:%n",
    footer = {"  entente list --store data", "  entente list --store data | cut -f 3",
      "  entente list --store data --unlinked | head"})
final class ListCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Option(names = "--unlinked", description = "The names that are linked with nothing, the most frequent first.")
  private boolean unlinked;

  @Override
  public Integer call() {
    try (GraphStore opened = store.open()) {
      PrintWriter out = spec.commandLine().getOut();
      if (unlinked) {
        UnlinkedName.in(opened).forEach(
            name -> out.printf("%d\t%s\t%s\t%s%n", name.articles(), name.kind(), name.iri(), name.name()));
        return ExitCode.WELL;
      }
      List<StoredArticle> articles = StoredArticle.in(opened);
      for (StoredArticle article : articles) {
        out.printf(
            "%s\t%d\t%s\t%s%n",
            article.issued().orElse("undated"), article.statements(), article.article(), article.title());
      }
      return ExitCode.WELL;
    }
  }
}
