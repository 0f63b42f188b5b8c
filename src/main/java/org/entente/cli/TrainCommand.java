package org.entente.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.actor.Gazetteer;
import org.entente.actor.GazetteerReader;
import org.entente.article.intake.ArticleReaders;
import org.entente.evaluate.GoldArticle;
import org.entente.evaluate.GoldFolder;
import org.entente.learned.AnnotatedRow;
import org.entente.learned.LearnedException;
import org.entente.learned.LearnedModel;
import org.entente.lexicon.LexiconReader;
import org.entente.load.Training;
import org.entente.reading.RuleReader;
import org.entente.text.Nlp4jAnnotator;
import org.entente.vocab.IriScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente train}: trains the learned reader on annotated articles. */
@Command(
    name = "train",
    description = "Trains the learned reader on annotated articles and writes what it learned to a file.",
    footerHeading = "%nExample:%n",
    footer = {
      "  entente train src/corpus/train --output src/main/resources/org/entente/learned/model.bin",
      "",
      "Each folder is a gold folder (entente evaluate --help) whose tables have the column \"trigger\" besides: the words",
      "that announce the undertaking. The encoder is tuned with PyTorch, which Maven fetches (some 110 MB) when the",
      "command is first used; on two cores it takes one to two hours. The same articles give the same file on the",
      "same machine."
    })
final class TrainCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "GOLD-DIR", description = "Folders of annotated articles.")
  private List<Path> folders = List.of();

  @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where the model is written.")
  private Path output;

  @Option(names = "--average", paramLabel = "FILE",
      description = "A model that was trained before, perhaps on fewer articles: what is written has the means of its "
          + "encoder and heads and of those trained now.")
  private Optional<Path> earlier = Optional.empty();

  @Option(names = "--further", paramLabel = "FILE",
      description = "A model that was trained before: its encoder and heads learn on from the articles (give old ones beside the "
          + "new, lest it forget them), which takes a third of the time. What else it knows stays.")
  private Optional<Path> start = Optional.empty();

  @Override
  public Integer call() {
    requireEngine();
    requirePlace();
    Optional<LearnedModel> other = earlier.map(TrainCommand::model);
    Optional<LearnedModel> begun = start.map(TrainCommand::model);
    PrintWriter err = spec.commandLine().getErr();
    ArticleReaders readers = new ArticleReaders();
    List<Training.Annotated> articles = new ArrayList<>();
    for (Path folder : folders) {
      GoldFolder.read(folder).forEach(gold -> articles.add(annotated(gold, readers)));
    }
    Gazetteer gazetteer = GazetteerReader.bundled(IriScheme.DEFAULT_BASE);
    RuleReader reader = new RuleReader(Nlp4jAnnotator.load(), gazetteer, LexiconReader.bundled());
    Training training =
        new Training(
            reader, gazetteer::state,
            line -> {
              err.println(line);
              err.flush();
            });
    LearnedModel trained =
        begun.map(model -> training.trainFurther(model, articles)).orElseGet(() -> training.train(articles));
    write(other.map(trained::averagedWith).orElse(trained));
    return ExitCode.WELL;
  }

  /** Said before any article is read, rather than after minutes of work. */
  private static void requireEngine() {
    if (!LearnedModel.canBeTrained()) {
      throw new LearnedException(
          "training needs PyTorch, which this installation does not have",
          "Run \"./entente train\" in a checkout of the sources; it fetches what is missing.");
    }
  }

  private void requirePlace() {
    Path folder = Optional.ofNullable(output.toAbsolutePath().getParent()).orElse(output);
    if (!Files.isWritable(folder) || Files.isDirectory(output)) {
      throw new LearnedException(output + " cannot be written", "Give a file in a folder that is there.");
    }
  }

  private static LearnedModel model(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return LearnedModel.read(in, file.toString());
    } catch (IOException e) {
      throw new LearnedException(file + " cannot be read (" + e + ")", "Give a file that entente train wrote.", e);
    }
  }

  private static Training.Annotated annotated(GoldArticle gold, ArticleReaders readers) {
    List<AnnotatedRow> rows =
        gold.rows().stream()
            .map(
                r -> new AnnotatedRow(
                    r.kind(), r.status(), r.field(), r.states(), r.others(), r.when(), r.roles(), r.anchor(),
                    r.trigger()))
            .toList();
    return new Training.Annotated(gold.article(readers), rows);
  }

  /** A file of that name is replaced only when the new one is whole. */
  private void write(LearnedModel model) {
    Path beside = output.resolveSibling(output.getFileName() + ".new");
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        model.write(out);
      }
      Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + output, e);
    }
  }
}
