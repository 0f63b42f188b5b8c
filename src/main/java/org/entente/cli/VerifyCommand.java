package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.publish.dump.DumpCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente verify}: whether a dump is whole, and of the version that somebody cites. */
@Command(
    name = "verify",
    description = "Say whether a dump is what it says it is: each file has its SHA-256, and the statements are of the"
        + " version that stands beside them, or that is cited.",
    footerHeading = "%nThe version is made anew from the statements, whatever their order. Exit code 1 when something"
        + " is wrong.%n%nExamples:%n",
    footer = {
      "  entente verify dump",
      "  entente verify entente.nq.gz --cited 4addd04d2d7a5773a8379c18839b9ae025ec5074aaf56008a1e8028d2e77838a"
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--cited", paramLabel = "VERSION", description = "The version that it should have.")
  private @Nullable String cited;

  @Parameters(paramLabel = "DUMP", description = "A folder that entente dump wrote, or one file of it (N-Quads, TriG,"
      + " JSON-LD).")
  private Path dump = Path.of("");

  @Override
  public Integer call() {
    if (cited != null && !cited.matches("[0-9a-f]{64}")) {
      throw new ParameterException(spec.commandLine(), "--cited " + cited + " is no version: 64 hexadecimal digits");
    }
    DumpCheck check = DumpCheck.of(dump, Optional.ofNullable(cited));
    PrintWriter out = spec.commandLine().getOut();
    check.findings().forEach(finding -> out.println("wrong      " + finding));
    out.printf("verified   %s: %d files, version %s: %s%n", dump, check.files(), check.version(),
        check.findings().isEmpty() ? "all is well" : check.findings().size() + " findings");
    return check.findings().isEmpty() ? ExitCode.WELL : ExitCode.FINDINGS;
  }
}
