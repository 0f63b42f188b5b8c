package org.entente.access;

import java.util.Optional;

/** The tokens that are good at this moment. */
@FunctionalInterface
public interface Tokens {

  /**
   * Whose token this is. How long the answer takes does not tell how much of a guess is right.
   *
   * @throws AccessException when that cannot be found out
   */
  Optional<Holder> holder(String secret);
}
