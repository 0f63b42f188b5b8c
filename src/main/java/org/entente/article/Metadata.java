package org.entente.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one source (a header line, a meta element, front matter) tells about an article; fields as in Article. */
public record Metadata(
    Optional<String> title,
    List<String> creators,
    Optional<String> publisher,
    Optional<String> firstPublishedBy,
    Optional<LocalDate> issued,
    Optional<String> language,
    Optional<URI> url,
    List<String> keywords) {

  public static final Metadata NONE =
      new Metadata(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), List.of());

  public Metadata {
    creators = List.copyOf(creators);
    keywords = List.copyOf(keywords);
  }

  /** This, with its gaps filled from a source that is trusted less. */
  public Metadata or(Metadata other) {
    return new Metadata(
        title.or(other::title),
        creators.isEmpty() ? other.creators : creators,
        publisher.or(other::publisher),
        firstPublishedBy.or(other::firstPublishedBy),
        issued.or(other::issued),
        language.or(other::language),
        url.or(other::url),
        keywords.isEmpty() ? other.keywords : keywords);
  }

  /** This, with its gaps filled and the keywords of both. */
  public Metadata and(Metadata other) {
    return or(other).withKeywords(joined(keywords, other.keywords));
  }

  public Metadata withTitle(String given) {
    return new Metadata(
        Optional.of(given), creators, publisher, firstPublishedBy, issued, language, url, keywords);
  }

  public Metadata withCreators(List<String> given) {
    return new Metadata(title, given, publisher, firstPublishedBy, issued, language, url, keywords);
  }

  public Metadata withPublisher(Optional<String> given) {
    return new Metadata(title, creators, given, firstPublishedBy, issued, language, url, keywords);
  }

  public Metadata withFirstPublishedBy(Optional<String> given) {
    return new Metadata(title, creators, publisher, given, issued, language, url, keywords);
  }

  public Metadata withIssued(Optional<LocalDate> given) {
    return new Metadata(title, creators, publisher, firstPublishedBy, given, language, url, keywords);
  }

  public Metadata withUrl(Optional<URI> given) {
    return new Metadata(title, creators, publisher, firstPublishedBy, issued, language, given, keywords);
  }

  public Metadata withKeywords(List<String> given) {
    return new Metadata(title, creators, publisher, firstPublishedBy, issued, language, url, given);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
