package org.entente.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.load.Relinking;
import org.entente.store.GraphStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente remove}: takes articles out of a store, with all that they state. */
@Command(
    name = "remove",
    description = "Take articles out of the store, with all that they state and their texts.",
    footerHeading = "%nThe addresses of the article and of what it stated then answer 410, with when, why and by whom.%n"
        + "%nExamples:%n",
    footer = {
      "  entente list --store data",
      "  entente remove --store data --who \"Ada Example\" --why \"The publisher withdrew it.\" \\",
      "    https://news.example.org/1",
      "  entente remove --store data http://localhost:3030/id/article/2018-08-10-a-title-0123abcd"
    })
final class RemoveCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;
  @Mixin
  private StoreOption store;

  @Option(names = {"--who", "--by"}, paramLabel = "NAME", defaultValue = "",
      description = "Who decides it, for those who ask for it later. Default: nobody is named")
  private String who = "";

  @Option(names = {"--why", "--reason"}, paramLabel = "TEXT", defaultValue = GraphStore.TAKEN_OUT,
      description = "The reason, for those who ask for it later. Default: ${DEFAULT-VALUE}")
  private String why = GraphStore.TAKEN_OUT;

  @Parameters(
      arity = "1..*",
      paramLabel = "ARTICLE",
      description = "IRI of an article as `entente list` prints it, of its graph, or the address it was published at.")
  private List<String> articles = List.of();

  @Override
  public Integer call() {
    boolean all = true;
    try (GraphStore opened = store.open()) {
      Relinking links = new Relinking(opened);
      for (String article : articles) {
        all &= remove(opened, article, links);
      }
      links.link();
    }
    return all ? ExitCode.WELL : ExitCode.FINDINGS;
  }

  private boolean remove(GraphStore opened, String article, Relinking links) {
    Optional<String> graph = StoredArticle.in(opened).stream()
        .filter(stored -> stored.isCalled(article))
        .map(StoredArticle::graph)
        .findFirst();
    graph.ifPresent(links::before);
    boolean removed = graph.filter(name -> opened.remove(name, GraphStore.reason(why, who))).isPresent();
    if (removed) {
      ChangeLog.of(opened).note("remove", article, "removed");
    }
    spec.commandLine().getOut().printf("%-9s  %s%n", removed ? "removed" : "not found", article);
    return removed;
  }
}
