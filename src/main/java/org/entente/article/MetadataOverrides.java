package org.entente.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the user knows about an article better than its file does; each given value wins over the one that was read.
 *
 * @param author one name, or several parted by "and" or semicolons
 * @param source address of the original publication
 */
public record MetadataOverrides(
    Optional<String> title, Optional<String> author, Optional<LocalDate> date, Optional<String> publisher,
    Optional<URI> source) {

  /** Takes everything from the article itself. */
  public static MetadataOverrides none() {
    return new MetadataOverrides(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, with a title where the user gives none. */
  public MetadataOverrides orTitled(Optional<String> other) {
    return new MetadataOverrides(title.or(() -> other), author, date, publisher, source);
  }
}
