package org.entente.article.header;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.article.Metadata;
import org.entente.article.WordList;

/**
 * The lines between a headline and the first paragraph: who wrote it ("Opinion by Jane Roe, The Paper"), who published
 * it and when ("The Paper, 3 May 2019", "Published 3 May 2019"), its section and theme words ("Region: Asia"), and
 * notes to readers that say nothing about the article.
 */
public final class HeaderLine {

  private static final int LONGEST = 160;

  private static final Pattern BYLINE =
      Pattern.compile(
          "^(?:(?:an? )?(?:opinion|analysis|commentary|comment|column|interview|report|story|text|essay|words|edited"
              + "|compiled|written|reported|posted|prepared|translated|news)\\s+)?by:?\\s+(?<names>\\S.*)$"
              + "|^authors?:\\s*(?<author>\\S.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABELLED =
      Pattern.compile("^(?<label>title|headline|publisher|source|published in|url|link|language):\\s+(?<value>\\S.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KEYWORDS =
      Pattern.compile(
          "^(?:regions?|themes?|topics?|tags?|keywords?|sections?|categor(?:y|ies)|in-depth report|filed under"
              + "|subjects?|countr(?:y|ies)):\\s*(?<words>\\S.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL_WITHIN = Pattern.compile("^\\p{Lu}[\\p{L}-]*(?: \\p{Lu}[\\p{L}-]*){0,3}:\\s*");
  private static final Pattern NOTE = WordList.anyOf("^", "header-notes.txt", ".*");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Lt|Col|Gen|Amb)\\.? )?\\p{Lu}[\\p{L}.'’-]*"
              + "(?: (?:(?:de|da|dos|del|di|van|von|der|den|bin|ibn|al|el|la|le|y|e|ter|af|zu) ){0,2}"
              + "(?:al-|el-|d'|d’|O'|O’)?\\p{Lu}[\\p{L}.'’-]*){0,4}");
  private static final Pattern OFFICE =
      Pattern.compile("\\b(?:correspondent|editor|reporter|writer|analyst|professor|fellow|staff|columnist|director"
          + "|researcher|ambassador|minister|author|contributor|journalist|ph\\.?d\\.?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME =
      Pattern.compile("\\b\\d{1,2}[:.]\\d\\d(?::\\d\\d)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?(?:GMT|UTC|EST|EDT|CET|CEST"
          + "|BST|MSK|PKT|IST|ET)(?:[+-]\\d+)?\\)?)?|\\b\\d{1,2}\\s*[ap]\\.?m\\.?(?!\\p{L})|T\\d\\d:\\d\\d\\S*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WEEKDAY =
      Pattern.compile("\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEAD =
      Pattern.compile("^(?:(?:first |originally )?"
          + "(?:published|posted|issued|released|date|dated|updated|done|signed|adopted|given)\\b:?"
          + "(?:\\s+(?:on|at|by|in)\\b)?|on\\b|in\\b|source:|publisher:)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SERIES =
      Pattern.compile("^(?:press (?:release|statement|note)|statement|news|opinion|analysis|comment(?:ary)?|feature"
          + "|interview|column|world|politics|policy brief|brief|briefing|working paper|issue|vol(?:ume)?|no|number"
          + "|updated|last updated|modified)\\b.*", Pattern.CASE_INSENSITIVE);

  /** Under what somebody wrote on a social network, quoted in an article: "— Ana Kos (@anakos) May 6, 2020". */
  private static final Pattern POSTED = Pattern.compile("\\(@\\w+\\)");
  private static final Pattern MASTHEAD = WordList.anyOf("^(?:[\\p{L}&'’.-]+ ){0,5}", "masthead-words.txt", "$");

  private static final Pattern LETTERHEAD = WordList.anyOf("\\b", "letterhead-words.txt", "\\b");
  private static final Pattern SMALL = Pattern.compile("of|and|for|the|on|&");

  private final DatelineCities cities;

  public HeaderLine(DatelineCities cities) {
    this.cities = cities;
  }

  /** What the line says about the article; empty when it is no header line but part of the text. */
  public Optional<Metadata> read(String line) {
    if (line.isBlank() || line.length() > LONGEST || POSTED.matcher(line).find()) {
      return Optional.empty();
    }
    return keywords(line).or(() -> note(line)).or(() -> labelled(line)).or(() -> byline(line))
        .or(() -> publication(line));
  }

  /** The people that a text names and nothing else, as where a page marks its author; empty when it says more. */
  public List<String> authors(String text) {
    return byline("By " + text).map(Metadata::creators)
        .filter(names -> names.stream().allMatch(name -> name.contains(" "))).orElse(List.of());
  }

  /** The name of a paper, as it stands over the headline of a clipping: "The Sunda Post". */
  public static boolean isMasthead(String line) {
    return line.length() <= 50 && MASTHEAD.matcher(line).matches();
  }

  /** The name of a public body, as it stands over the place and date of what it issues: "Ministry of Foreign Affairs". */
  public static boolean isLetterhead(String line) {
    boolean name = line.length() <= 80
        && Arrays.stream(line.split("\\s+"))
            .allMatch(word -> SMALL.matcher(word).matches() || Character.isUpperCase(word.charAt(0)));
    return name && LETTERHEAD.matcher(line).find() && Character.isLetter(line.charAt(line.length() - 1));
  }

  /** A line that is nothing but a date, as a heading in a chronology may be. */
  public static boolean isBareDate(String line) {
    return line.length() <= 40
        && PublicationDate.in(line)
            .filter(date -> withoutDay(line, date).chars().noneMatch(Character::isLetterOrDigit)).isPresent();
  }

  private static Optional<Metadata> note(String line) {
    return NOTE.matcher(line).matches() && PublicationDate.in(line).isEmpty()
        ? Optional.of(Metadata.NONE) : Optional.empty();
  }

  private static Optional<Metadata> keywords(String line) {
    Matcher matcher = KEYWORDS.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (String part : matcher.group("words").split("[,;|]")) {
      String word = LABEL_WITHIN.matcher(part.strip()).replaceFirst("");
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return Optional.of(Metadata.NONE.withKeywords(words));
  }

  private static Optional<Metadata> labelled(String line) {
    Matcher matcher = LABELLED.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String value = matcher.group("value").strip();
    return switch (matcher.group("label").toLowerCase(Locale.ROOT)) {
      case "title", "headline" -> Optional.of(Metadata.NONE.withTitle(value));
      case "url", "link" -> address(value).map(url -> Metadata.NONE.withUrl(Optional.of(url)));
      case "language" -> Optional.of(Metadata.NONE);
      default -> address(value).map(url -> Metadata.NONE.withUrl(Optional.of(url)))
          .or(() -> Optional.of(publisherAndDay(value)));
    };
  }

  /** An absolute http address, or nothing. */
  public static Optional<URI> address(String value) {
    if (!value.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(value.strip());
      return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Metadata publisherAndDay(String value) {
    Optional<PublicationDate> date = PublicationDate.in(value);
    String rest = date.map(found -> withoutDay(value, found)).orElse(value);
    return Metadata.NONE.withPublisher(Optional.of(trimmed(rest)).filter(s -> !s.isEmpty()))
        .withIssued(date.map(PublicationDate::day));
  }

  private Optional<Metadata> byline(String line) {
    Matcher matcher = BYLINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group("names") == null ? matcher.group("author") : matcher.group("names");
    Optional<PublicationDate> date = PublicationDate.in(rest);
    if (date.isPresent()) {
      rest = withoutDay(rest, date.get());
    }
    List<String> parts = new ArrayList<>(Arrays.asList(rest.split("\\s*[,|·•–—]\\s*|\\s+-\\s+")));
    parts.removeIf(String::isBlank);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> names = names(parts.removeFirst());
    return names.map(found -> bylineOf(found, parts, date));
  }

  /** After the first name come more names ("A, B and C") or, last, the paper; an office is neither. */
  private Metadata bylineOf(List<String> first, List<String> parts, Optional<PublicationDate> date) {
    List<String> creators = new ArrayList<>(first);
    Optional<String> publisher = Optional.empty();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i).strip();
      boolean listGoesOn = parts.subList(i, parts.size()).stream().anyMatch(p -> p.matches(".*\\b(?:and|&) .*"));
      if (OFFICE.matcher(part).find() || cities.has(part)) {
        continue;
      }
      Optional<List<String>> more = listGoesOn ? names(part) : Optional.empty();
      more.ifPresent(creators::addAll);
      if (more.isEmpty() && publisher.isEmpty()) {
        publisher = publisher(part);
      }
    }
    return Metadata.NONE.withCreators(creators).withPublisher(publisher).withIssued(date.map(PublicationDate::day));
  }

  private static Optional<List<String>> names(String part) {
    String people = part.replaceFirst("\\s+(?:in|for|from|at) \\p{Lu}.*$", "").strip();
    List<String> names = new ArrayList<>();
    for (String name : people.split("\\s+(?:and|&|with)\\s+|\\s+And\\s+|^and\\s+")) {
      if (name.isBlank()) {
        continue;
      }
      if (!NAME.matcher(name.strip()).matches()) {
        return Optional.empty();
      }
      names.add(name.strip());
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private Optional<Metadata> publication(String line) {
    Optional<PublicationDate> date = PublicationDate.in(line);
    if (date.isEmpty()) {
      return Optional.empty();
    }
    String rest = withoutDay(line, date.get());
    String[] parts = rest.split("\\s*[,|·•–—/;()]\\s*|\\s+-\\s+");
    if (!Arrays.stream(parts).allMatch(HeaderLine::mayStandInPublicationLine)) {
      return Optional.empty();
    }
    if (parts.length > 1 && line.matches(".*\\s[|·•]\\s.*") && isPerson(parts[0])) {
      parts[0] = "by " + parts[0].strip();
    }
    Metadata named =
        Arrays.stream(parts).filter(part -> BYLINE.matcher(part.strip()).matches())
            .flatMap(part -> byline(part.strip()).stream()).findFirst().orElse(Metadata.NONE);
    Optional<String> publisher =
        Arrays.stream(parts).filter(part -> !BYLINE.matcher(part.strip()).matches()).map(HeaderLine::trimmed)
            .flatMap(part -> publisher(part).stream()).findFirst();
    return Optional.of(named.withPublisher(publisher).withIssued(date.map(PublicationDate::day)));
  }

  /** "Ana Kos | The Quay | 3 May 2019": two names or more before the first bar, none of them a paper's. */
  private static boolean isPerson(String part) {
    return part.strip().contains(" ") && !MASTHEAD.matcher(part.strip()).matches()
        && names(part.strip()).filter(names -> names.stream().allMatch(name -> name.contains(" "))).isPresent();
  }

  /** Names have few words, and small words in them are "of", "for", "and" ...: others make it a sentence. */
  private static boolean mayStandInPublicationLine(String part) {
    String[] words = trimmed(part).split(" ");
    long small = Arrays.stream(words)
        .filter(word -> word.matches("\\p{Ll}.*") && !word.matches("of|for|the|and|de|du|la|no\\.?|in|at|on")).count();
    return words.length <= 8 && small <= 1 && !part.strip().matches(".*\\p{Ll}{3,}[.!?]");
  }

  private Optional<String> publisher(String part) {
    String name = trimmed(part);
    boolean isName = name.matches("[\\p{Lu}\\d].*\\p{L}.*") && !SERIES.matcher(name).matches();
    boolean isCity = cities.has(name) || name.length() > 20 && name.equals(name.toUpperCase(Locale.ROOT));
    return isName && !isCity && !OFFICE.matcher(name).find() ? Optional.of(name) : Optional.empty();
  }

  /** The line without the day, and without weekday, time and the words that announce a date. */
  private static String withoutDay(String line, PublicationDate date) {
    String rest = line.substring(0, date.start()) + " , " + line.substring(date.end());
    String noTime = WEEKDAY.matcher(TIME.matcher(rest).replaceAll(" ")).replaceAll(" ");
    return LEAD.matcher(noTime.strip()).replaceFirst("");
  }

  private static String trimmed(String part) {
    String bare = part.replaceAll("^[\\s,;:.|·•–—()-]+|[\\s,;:|·•–—(]+$", "").replaceAll("\\s+", " ");
    return LEAD.matcher(bare).replaceFirst("").strip();
  }
}
