package org.entente.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.Metadata;
import org.entente.article.header.PublicationDate;

/** Steps that the exports of all databases share. */
final class PressParts {

  private static final Pattern BY = Pattern.compile("(?i)^(?:by|from)\\s+");
  private static final int LONGEST_DATE = 60;

  private PressParts() {}

  /** The lines between those that match; what stands before the first is a part too. */
  static List<List<String>> split(List<String> lines, Pattern mark) {
    List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : lines) {
      if (mark.matcher(line.strip()).matches()) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(line);
      }
    }
    return parts;
  }

  static boolean any(List<String> lines, Pattern mark) {
    return lines.stream().anyMatch(line -> line.length() < 200 && mark.matcher(line.strip()).matches());
  }

  /** A line that is the day of publication: "August 10, 2018 Friday", "Friday, 10 August 2018 9:15 AM GMT". */
  static boolean isDay(String line) {
    String bare = line.strip();
    return bare.length() <= LONGEST_DATE && PublicationDate.in(bare)
        .filter(
            date -> bare.substring(0, date.start()).matches("(?i)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"))
        .isPresent();
  }

  static boolean isCopyright(String line) {
    return line.strip().matches("(?i)(?:copyright\\b|\\(c\\)|©|all rights reserved).*");
  }

  /** "By Ana Kos and Bo Li", "KOS, ANA". */
  static List<String> authors(String line) {
    String bare = BY.matcher(line.strip()).replaceFirst("");
    return bare.isEmpty() || bare.length() > 200 ? List.of()
        : Stream.of(bare.split("\\s*;\\s*|\\s+and\\s+")).map(PressParts::inOrder).toList();
  }

  /** "Kos, Ana" as on the paper: Ana Kos. */
  private static String inOrder(String name) {
    return name.replaceFirst("\\.$", "").replaceFirst("^([^,]+), (\\p{Lu}[^,]*)$", "$2 $1");
  }

  static Metadata known(
      String title, List<String> authors, Optional<String> publisher, Optional<String> day) {
    return Metadata.NONE.withTitle(title).withCreators(authors).withPublisher(publisher.filter(p -> !p.isBlank()))
        .withIssued(day.flatMap(PublicationDate::dayIn));
  }
}
