package org.entente.cli;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.entente.article.MetadataOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the user knows better than the file; it holds for every article of the command. */
final class MetadataOptions {

  @Option(names = "--title", paramLabel = "TEXT", description = "The headline.")
  private @Nullable String title;

  @Option(names = "--author", paramLabel = "NAME", description = "Who wrote it.")
  private @Nullable String author;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "When it was published (2018-08-10): what \"last week\" counts from.")
  private @Nullable LocalDate date;

  @Option(names = "--publisher", paramLabel = "NAME", description = "Who published it.")
  private @Nullable String publisher;

  @Option(
      names = "--source",
      paramLabel = "URL",
      converter = AddressConverter.class,
      description = "Where it was published (https://…).")
  private @Nullable URI source;

  /** Says what a date looks like; picocli would show the exception. */
  static final class DateConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String value) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + value + "' is not a date like 2018-08-10");
      }
    }
  }

  /** Takes addresses of pages on the web only. */
  static final class AddressConverter implements ITypeConverter<URI> {
    @Override
    public URI convert(String value) {
      try {
        return WebAddress.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + value + "' is not an address like https://news.example/story");
      }
    }
  }

  MetadataOverrides overrides() {
    return new MetadataOverrides(
        Optional.ofNullable(title),
        Optional.ofNullable(author),
        Optional.ofNullable(date),
        Optional.ofNullable(publisher),
        Optional.ofNullable(source));
  }
}
