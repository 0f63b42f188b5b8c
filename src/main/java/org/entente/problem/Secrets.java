package org.entente.problem;

import java.util.regex.Pattern;

/** What must not stand in a message, a page or the diary: the user's name and password in an address. */
public final class Secrets {

  /**
   * Up to the last {@code @} before the path: in a password it should be encoded, and often is not. JSON may have
   * {@code \\/} for a slash.
   */
  private static final Pattern USER = Pattern.compile("(?<=:\\\\?/\\\\?/)[^/?#\\s\"]*@");

  private Secrets() {}

  /** The words with {@code http://host/} where they have {@code http://user:password@host/}. */
  public static String hidden(String words) {
    return USER.matcher(words).replaceAll("");
  }
}
