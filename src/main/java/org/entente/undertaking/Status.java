package org.entente.undertaking;

import java.util.Locale;

/** Where an undertaking stands; the lower-case name is the concept in the status scheme. */
public enum Status {
  COMPLETED(Group.DONE),
  CONCLUDED(Group.DONE),
  ONGOING(Group.ONGOING),
  NEGOTIATING(Group.PROSPECTIVE),
  PLANNED(Group.PROSPECTIVE),
  OFFERED(Group.PROSPECTIVE),
  PROPOSED(Group.PROSPECTIVE),
  POSSIBLE(Group.PROSPECTIVE),
  ENDED(Group.NEGATIVE);

  /** The coarse division that evaluation compares. */
  public enum Group {
    DONE,
    ONGOING,
    PROSPECTIVE,
    NEGATIVE
  }

  private final Group group;

  Status(Group group) {
    this.group = group;
  }

  public Group group() {
    return group;
  }

  /** Local name of the concept in the ontology's status scheme. */
  public String conceptName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
