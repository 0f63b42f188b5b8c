package org.entente.undertaking;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of undertaking, by the ontology's class names; their definitions stand in the ontology. */
public enum Kind {
  AGREEMENT("Agreement"),
  PARTNERSHIP("Partnership"),
  VISIT("Visit"),
  MEETING("Meeting"),
  EXERCISE("Exercise"),
  DEPLOYMENT("Deployment"),
  TRANSFER("Transfer"),
  PROJECT("Project"),
  TRAINING("Training"),
  EXCHANGE("Exchange"),
  JOINT_BODY("JointBody"),
  ACCESSION("Accession"),
  STATEMENT("Statement"),
  COORDINATION("Coordination");

  private final String className;

  Kind(String className) {
    this.className = className;
  }

  /** Local name of the class in the ontology. */
  public String className() {
    return className;
  }

  /** The kind of that class name. */
  public static Optional<Kind> of(String className) {
    return Arrays.stream(values()).filter(k -> k.className.equals(className)).findFirst();
  }
}
