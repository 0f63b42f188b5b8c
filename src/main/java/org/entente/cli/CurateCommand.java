package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.curation.CurationException;
import org.entente.curation.CurationFile;
import org.entente.curation.CurationFile.Line;
import org.entente.curation.Decision;
import org.entente.curation.Verdict;
import org.entente.load.CurationDesk;
import org.entente.load.KeptDecisions;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente curate}: what people decide about what was read. */
@Command(
    name = "curate",
    description = "Correct what was read: take statements out, mend them, say what is the same. Decisions survive every"
        + " reading of the article.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nA file has the columns decision,subject,property,value,was,who,when,why. The decision is one of%n"
        + "retract, mend (status, ending, kind, field, date, label, party or a role), same, not-same. The%n"
        + "reason is published. All decisions of a file are taken over, or none.%n%nExamples:%n",
    footer = {
      "  entente curate add --store data decisions.csv",
      "  entente curate check --store data decisions.csv",
      "  entente curate remove --store data mistaken.csv",
      "  entente curate list --store data > all.csv",
      "",
      "  decision,subject,property,value,was,who,when,why",
      "  retract,visit/norway-sweden-trade-0123456789ab,,,,Ada,2026-11-28,It is about 1954.",
      "  mend,visit/norway-oman-trade-0123456789ac,status,planned,completed,Ada,2026-11-28,Next month."
    })
final class CurateCommand implements Runnable {

  @Spec
  private CommandSpec spec;

  private CurateCommand() {}

  static CommandLine with(Workbench.Maker maker) {
    return new CommandLine(new CurateCommand())
        .addSubcommand(new Listing())
        .addSubcommand(new Adding(maker))
        .addSubcommand(new Removing(maker))
        .addSubcommand(new Checking(maker));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, add, remove or check");
  }

  /** {@code entente curate list}: as a file that can be added elsewhere. */
  @Command(name = "list", description = "Print the decisions that a store keeps, as a file to add elsewhere.",
      footerHeading = "%nExample:%n", footer = "  entente curate list --store data > all.csv")
  private static final class Listing implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin
    private StoreOption store;

    @Override
    public Integer call() {
      try (GraphStore opened = store.open()) {
        spec.commandLine().getOut().print(CurationFile.table(KeptDecisions.in(opened).decisions()));
      }
      return ExitCode.WELL;
    }
  }

  /** What three of them share: decisions from files, at the desk of a store. */
  private abstract static class AtTheDesk implements Callable<Integer> {

    private final Workbench.Maker maker;

    @Spec
    private CommandSpec spec;
    @Mixin
    private StoreOption store;
    @Mixin
    private KnowledgeOptions knowledge;

    AtTheDesk(Workbench.Maker maker) {
      this.maker = maker;
    }

    abstract List<Path> files();

    abstract int deal(GraphStore opened, CurationDesk desk, List<Line> lines);

    PrintWriter out() {
      return spec.commandLine().getOut();
    }

    PrintWriter err() {
      return spec.commandLine().getErr();
    }

    @Override
    public final Integer call() {
      try (GraphStore opened = store.open()) {
        CurationDesk desk = new CurationDesk(opened, knowledge.workbench(maker, opened.base()).checker());
        return deal(opened, desk, CurationOptions.read(files(), opened.base()));
      } catch (CurationException e) {
        return CurationOptions.refused(e, spec.commandLine());
      }
    }
  }

  /** {@code entente curate add}: takes them over. */
  @Command(name = "add", description = "Take decisions over into a store: all of the files, or none.",
      footerHeading = "%nExample:%n", footer = "  entente curate add --store data decisions.csv")
  private static final class Adding extends AtTheDesk {

    @Parameters(arity = "1..*", paramLabel = "FILE.csv|ttl", description = "Decisions.")
    private List<Path> files = List.of();

    Adding(Workbench.Maker maker) {
      super(maker);
    }

    @Override
    List<Path> files() {
      return files;
    }

    @Override
    int deal(GraphStore opened, CurationDesk desk, List<Line> lines) {
      CurationOptions.add(desk, lines, out());
      ChangeLog.of(opened).note("curate", files.toString(), lines.size() + " decisions");
      return ExitCode.WELL;
    }
  }

  /** {@code entente curate remove}: takes them back. */
  @Command(name = "remove",
      description = "Take decisions back. What they mended is as it was read; a statement that they retracted comes back"
          + " when its article is loaded again.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  entente curate list --store data | head -1 > mistaken.csv",
        "  entente curate list --store data | grep 0123456789ab >> mistaken.csv",
        "  entente curate remove --store data mistaken.csv"
      })
  private static final class Removing extends AtTheDesk {

    @Parameters(arity = "1..*", paramLabel = "FILE.csv|ttl", description = "Decisions that the store keeps.")
    private List<Path> files = List.of();

    Removing(Workbench.Maker maker) {
      super(maker);
    }

    @Override
    List<Path> files() {
      return files;
    }

    @Override
    int deal(GraphStore opened, CurationDesk desk, List<Line> lines) {
      List<Decision> gone = desk.remove(lines);
      out().printf("taken back %d decisions%n", gone.size());
      long retracted = gone.stream().filter(decision -> decision.verdict() == Verdict.RETRACT).count();
      if (retracted > 0) {
        err().printf("%d retracted: load the articles again to have these statements back%n", retracted);
      }
      return ExitCode.WELL;
    }
  }

  /** {@code entente curate check}: says what would be refused, and which decisions of the store are about nothing. */
  @Command(name = "check",
      description = "Say what would be refused of these files, and which decisions of the store are"
          + " about what is no longer there.",
      footerHeading = "%nExample:%n", footer = "  entente curate check --store data decisions.csv")
  private static final class Checking extends AtTheDesk {

    @Parameters(arity = "0..*", paramLabel = "FILE.csv|ttl", description = "Decisions.")
    private List<Path> files = List.of();

    Checking(Workbench.Maker maker) {
      super(maker);
    }

    @Override
    List<Path> files() {
      return files;
    }

    @Override
    int deal(GraphStore opened, CurationDesk desk, List<Line> lines) {
      desk.check(lines);
      List<String> stale = desk.stale();
      stale.forEach(problem -> err().println("stale      " + problem));
      out().printf("%d decisions would be taken over, %d are kept%n", lines.size(),
          KeptDecisions.in(opened).decisions().size());
      return stale.isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
    }
  }
}
