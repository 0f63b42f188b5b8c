package org.entente.access;

import java.util.EnumSet;
import java.util.Optional;

/** One secret for everybody who may write, as an operator gives it in the environment; only its digest is kept. */
public final class SingleToken implements Tokens {

  /** The name that the log of changes has for whoever sends it. */
  public static final String NAME = "operator";

  private static final int SHORTEST = 16;

  private final Digest digest;

  /**
   * @throws AccessException when it is so short that it can be guessed
   */
  public SingleToken(String secret) {
    if (secret.length() < SHORTEST) {
      throw new AccessException("the token has " + secret.length() + " characters and could be guessed",
          "Take " + SHORTEST + " or more, such as: openssl rand -hex 32");
    }
    this.digest = Digest.of(secret);
  }

  @Override
  public Optional<Holder> holder(String secret) {
    return digest.isOf(secret) ? Optional.of(new Holder(NAME, EnumSet.allOf(Scope.class))) : Optional.empty();
  }
}
