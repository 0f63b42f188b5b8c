package org.entente.publish.server;

/** What the headers of all replies have in common. */
final class ReplyRules {

  /** The data may change at any moment; what is kept is asked for again, and costs a 304. */
  static final String REVALIDATE = "public, max-age=0, must-revalidate";

  static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private ReplyRules() {}
}
