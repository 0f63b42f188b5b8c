package org.entente.access;

import java.util.Set;

/**
 * Somebody who showed a token.
 *
 * @param name as the operator calls them; goes into the log of changes
 */
public record Holder(String name, Set<Scope> scopes) {
  public Holder {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }
}
