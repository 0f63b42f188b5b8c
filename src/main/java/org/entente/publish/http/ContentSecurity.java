package org.entente.publish.http;

import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a browser lets pages do (Content Security Policy, Level 3). Nothing written into a page runs or gives it a
 * style, so that markup that got into one by a mistake of ours would be dead; everything comes from this server.
 */
public final class ContentSecurity {

  public static final String HEADER = "Content-Security-Policy";

  /** Of every page and answer. */
  public static final String USUAL = policy("'self'");

  /** The styles that the editor's library makes for the edges of a table's columns, by their digest. */
  private static final String COLUMN_EDGES = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='";

  /** Of the editor: it also underlines what a query should have had. These two texts are let through and no others. */
  public static final String EDITOR =
      policy("'self' " + COLUMN_EDGES + " 'unsafe-hashes' " + digest("text-decoration:underline"));

  private ContentSecurity() {}

  /** Of a page that others show in a frame: one sheet of styles and nothing else. */
  public static String framedAnywhere(String style) {
    return "default-src 'none'; style-src " + digest(style)
        + "; frame-ancestors *; base-uri 'none'; form-action 'none'";
  }

  private static String policy(String styles) {
    return "default-src 'none'; script-src 'self'; style-src " + styles
        + "; img-src 'self' data:; font-src 'self' data:;"
        + " connect-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";
  }

  private static String digest(String text) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text)) + "'";
  }
}
