package org.entente.publish.http;

/** What the headers of all replies have in common. */
public final class ReplyRules {

  /** The data may change at any moment; what is kept is asked for again, and costs a 304. */
  public static final String REVALIDATE = "public, max-age=0, must-revalidate";

  public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private ReplyRules() {}
}
