package org.entente.validate;

import java.util.List;

/** What validation found; an empty list of findings means that all is well. */
public record ValidationResult(List<Finding> findings) {

  public ValidationResult {
    findings = List.copyOf(findings);
  }

  public boolean conforms() {
    return findings.isEmpty();
  }
}
