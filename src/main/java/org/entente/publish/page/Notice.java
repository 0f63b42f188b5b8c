package org.entente.publish.page;

import java.util.List;

/**
 * Why a request got no page, in words.
 *
 * @param status the HTTP status, such as 404
 * @param title what happened in a few words
 * @param detail what was asked for and what to do instead
 * @param suggestions links that may be meant, relative to the page, each with its label; empty when there are none
 * @param words what may be searched for instead; empty where a search would not help
 * @param relativeRoot how a link gets from this page to the dataset's root
 */
public record Notice(int status, String title, String detail, List<Suggestion> suggestions, String words,
    String relativeRoot) {

  public Notice {
    suggestions = List.copyOf(suggestions);
  }

  /** A page that may be meant. */
  public record Suggestion(String link, String label) {}
}
