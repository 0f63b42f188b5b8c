package org.entente.publish.page;

/**
 * A whole page.
 *
 * @param status the HTTP status that it is sent with: 200, or 404 where it says that something is not here
 * @param html the document
 */
public record Page(int status, String html) {

  static Page of(String html) {
    return new Page(200, html);
  }
}
