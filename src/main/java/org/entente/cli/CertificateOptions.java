package org.entente.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.entente.publish.door.Certificate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who the server says it is, where it speaks HTTPS itself. */
final class CertificateOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Speak HTTPS, with the certificates in this PEM file (certbot's fullchain.pem) and the key in"
          + " --tls-key. A renewed certificate counts within a minute.")
  private @Nullable Path chain;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "The private key, PEM (certbot's privkey.pem).")
  private @Nullable Path key;

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = "The same with a PKCS #12 or JKS key store in place of PEM files.")
  private @Nullable Path store;

  @Option(
      names = "--tls-password",
      paramLabel = "WORD",
      defaultValue = "",
      description = "The key store's. Give it in ENTENTE_TLS_PASSWORD, which other users of the machine do not see.")
  private String password = "";

  /** The certificate; empty when the server speaks plain HTTP. */
  Optional<Certificate> certificate() {
    if (store != null && (chain != null || key != null)) {
      throw new ParameterException(spec.commandLine(), "give --tls-keystore, or --tls-cert and --tls-key, not both");
    }
    if ((chain == null) != (key == null)) {
      throw new ParameterException(spec.commandLine(), "--tls-cert and --tls-key belong together");
    }
    if (chain != null && key != null) {
      return Optional.of(new Certificate.InPemFiles(chain, key));
    }
    return Optional.ofNullable(store).map(file -> new Certificate.InKeyStore(file, password));
  }
}
