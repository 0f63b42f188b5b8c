package org.entente.undertaking;

import java.util.Arrays;
import java.util.Optional;

/** What an actor does in an undertaking; the property name is that of the ontology. */
public enum Role {
  VISITOR("visitor"),
  HOST("host"),
  PROVIDER("provider"),
  RECIPIENT("recipient"),
  SIGNATORY("signatory"),
  SPEAKER("speaker"),
  ADDRESSEE("addressee"),
  MEMBER("member"),
  JOINS("joins"),
  SPONSOR("sponsor"),
  MEDIATOR("mediator"),
  DEPLOYER("deployer"),
  PARTICIPANT("participant");

  private final String property;

  Role(String property) {
    this.property = property;
  }

  public String property() {
    return property;
  }

  /** Whom such a role calls for on the other side: who provides has somebody who receives. */
  public Optional<Role> opposite() {
    return switch (this) {
      case PROVIDER -> Optional.of(RECIPIENT);
      case RECIPIENT -> Optional.of(PROVIDER);
      case SPEAKER -> Optional.of(ADDRESSEE);
      case ADDRESSEE -> Optional.of(SPEAKER);
      case VISITOR, DEPLOYER -> Optional.of(HOST);
      case HOST, SIGNATORY, MEMBER, JOINS, SPONSOR, MEDIATOR, PARTICIPANT -> Optional.empty();
    };
  }

  /** The role of that property name. */
  public static Optional<Role> of(String property) {
    return Arrays.stream(values()).filter(r -> r.property.equals(property)).findFirst();
  }
}
