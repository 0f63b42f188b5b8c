package org.entente.publish.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the forms on offer a client likes best, by its {@code Accept} header (RFC 9110, section 12.5.1): the most
 * specific range that matches a form gives its quality, the highest quality wins, and the order of the offer decides
 * between equals. A header that cannot be read counts as none.
 */
public final class Negotiation {

  private final List<Range> ranges;

  private Negotiation(List<Range> ranges) {
    this.ranges = ranges;
  }

  /** One media range: {@code text/*;q=0.5}. */
  private record Range(String type, String subtype, double quality) {

    int specificity(String mediaType) {
      int slash = mediaType.indexOf('/');
      boolean sameType = type.equals(mediaType.substring(0, slash));
      if (sameType && subtype.equals(mediaType.substring(slash + 1))) {
        return 3;
      }
      if (sameType && subtype.equals("*")) {
        return 2;
      }
      return type.equals("*") && subtype.equals("*") ? 1 : 0;
    }
  }

  static Negotiation of(Optional<String> accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.orElse("").split(",")) {
      range(part).ifPresent(ranges::add);
    }
    return new Negotiation(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
  }

  private static Optional<Range> range(String text) {
    String[] pieces = text.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
    String[] names = pieces[0].split("/", -1);
    if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
      return Optional.empty();
    }
    double quality = 1;
    for (String piece : pieces) {
      if (piece.startsWith("q=")) {
        quality = quality(piece.substring(2));
      }
    }
    return Optional.of(new Range(names[0].trim(), names[1].trim(), quality));
  }

  private static double quality(String text) {
    try {
      return Math.clamp(Double.parseDouble(text), 0, 1);
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  /** The form to send, or empty when none is acceptable. */
  public Optional<Form> best(List<Form> offer) {
    Optional<Form> best = Optional.empty();
    double highest = 0;
    for (Form form : offer) {
      double quality = qualityOf(form);
      if (quality > highest) {
        highest = quality;
        best = Optional.of(form);
      }
    }
    return best;
  }

  /** The form to send; a problem that lists the offer when none is acceptable. */
  public Form bestOrRefuse(List<Form> offer) {
    return best(offer).orElseThrow(() -> HttpProblem.notAcceptable(offer));
  }

  private double qualityOf(Form form) {
    double own = qualityOf(form.mediaType());
    // An alias is a second best: it must not win over a form that the client named by its proper type.
    return form.aliases().stream().mapToDouble(alias -> exactQualityOf(alias) * 0.999)
        .reduce(own, Math::max);
  }

  private double qualityOf(String mediaType) {
    int closest = 0;
    double quality = 0;
    for (Range range : ranges) {
      int specificity = range.specificity(mediaType);
      if (specificity > closest) {
        closest = specificity;
        quality = range.quality();
      }
    }
    return quality;
  }

  private double exactQualityOf(String mediaType) {
    return ranges.stream().filter(range -> range.specificity(mediaType) == 3)
        .mapToDouble(Range::quality).max().orElse(0);
  }
}
