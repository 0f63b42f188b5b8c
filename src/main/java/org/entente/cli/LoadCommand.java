package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.article.ArticleSource;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente load}: articles into a store. */
@Command(
    name = "load",
    description = "Convert articles and store what they say; tells for each if it was loaded, unchanged or rejected.",
    footerHeading = "%nA rejected article does not stop the others; the exit code is then 1. Loading an article again%n"
        + "replaces what it stated before.%n%nExamples:%n",
    footer = {
      "  entente load --store data summit.txt",
      "  entente load --store data --base https://data.example.org/ articles/",
      "  entente load --store data --date 2018-08-10 --author \"Ana Reyes\" report.pdf",
      "  curl -s https://news.example.org/1 | entente load --store data -"
    })
final class LoadCommand implements Callable<Integer> {

  private final Workbench.Maker maker;

  @Spec private CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      required = true,
      description = "The store's folder; made when it is missing.")
  private Path folder = Path.of("");

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "What all IRIs start with; fixed when the store is made. Default: " + GraphStore.DEFAULT_BASE)
  private @Nullable String base;

  @Mixin private MetadataOptions metadata;
  @Mixin private KnowledgeOptions knowledge;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "Text, HTML, Markdown, PDF or DOCX; a folder, a pattern, a web address, or - for standard input.")
  private List<String> articles = List.of();

  LoadCommand(Workbench.Maker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    List<ArticleSource> sources = ArticleSource.expand(articles);
    LoadReport report = new LoadReport(spec.commandLine().getOut(), spec.commandLine().getErr());
    try (GraphStore store = GraphStore.openOrCreate(folder, Optional.ofNullable(base))) {
      Workbench workbench = knowledge.workbench(maker, store.base());
      workbench.knowledge().refresh(store);
      workbench.loader(store).loadAll(sources, metadata.overrides(), report);
    }
    report.printSum();
    return report.allWell() ? ExitCode.WELL : ExitCode.FINDINGS;
  }
}
