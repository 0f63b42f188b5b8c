package org.entente.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.entente.access.SingleToken;
import org.entente.access.TokenFile;
import org.entente.access.Tokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may change the data over the web. */
final class WritingOptions {

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:ENTENTE_TOKEN}",
      description = "Take articles over the web from those who send this token (entente load --server). Without it or"
          + " --tokens nobody can write. Taken from ENTENTE_TOKEN where it is not given, which other users of the"
          + " machine do not see.")
  private @Nullable String token;

  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "The same for several, each with a name, scopes and a last day; see entente token. Changes of the"
          + " file count at once.")
  private @Nullable Path file;

  /** The tokens that are good; empty when nobody may write. */
  Optional<Tokens> tokens() {
    if (file != null) {
      TokenFile tokens = new TokenFile(file, Clock.systemUTC());
      tokens.check();
      return Optional.of(tokens);
    }
    return token == null || token.isBlank() ? Optional.empty() : Optional.of(new SingleToken(token));
  }
}
