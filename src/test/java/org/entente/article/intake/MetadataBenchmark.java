package org.entente.article.intake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.NormalForm;
import org.entente.article.Reading;

/**
 * Holds titles, bylines and dates against those that the test pages of Readability (https://github.com/mozilla/readability,
 * {@code test/test-pages}) expect, or against what the evaluation data of trafilatura
 * (https://github.com/adbar/trafilatura, {@code tests}) say. Pages in other languages are refused and do not count.
 * Argument: one of these folders.
 */
final class MetadataBenchmark {

  private final List<Page> pages = new ArrayList<>();
  private int refused;

  /** What is expected of a page, and the article that was read from it. */
  record Page(String name, JsonObject expected, Article article) {

    Optional<String> expected(String member) {
      return Optional.ofNullable(expected.get(member)).filter(value -> value.isJsonPrimitive() || value.isJsonArray())
          .map(value -> value.isJsonArray() ? String.join(", ", strings(value)) : value.getAsString())
          .map(NormalForm::of).filter(value -> !value.isEmpty());
    }
  }

  private static List<String> strings(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }

  static MetadataBenchmark of(Path folder) throws IOException {
    return Files.exists(folder.resolve("evaldata.json")) ? ofEvaluationData(folder) : ofTestPages(folder);
  }

  private static MetadataBenchmark ofEvaluationData(Path folder) throws IOException {
    MetadataBenchmark benchmark = new MetadataBenchmark();
    JsonObject pages = JsonParser.parseString(Files.readString(folder.resolve("evaldata.json"))).getAsJsonObject();
    for (String address : new TreeMap<>(pages.asMap()).keySet()) {
      JsonObject data = pages.getAsJsonObject(address);
      Path file = folder.resolve("eval").resolve(data.get("file").getAsString());
      if (Files.exists(file)) {
        JsonObject expected = new JsonObject();
        expected.add("title", data.get("title"));
        expected.add("byline", data.get("author"));
        expected.add("publishedTime", data.get("date"));
        benchmark.add(address, expected, file);
      }
    }
    return benchmark;
  }

  private static MetadataBenchmark ofTestPages(Path folder) throws IOException {
    MetadataBenchmark benchmark = new MetadataBenchmark();
    List<Path> pages;
    try (Stream<Path> found = Files.list(folder)) {
      pages = found.filter(page -> Files.exists(page.resolve("expected-metadata.json"))).sorted().toList();
    }
    for (Path page : pages) {
      JsonObject expected =
          JsonParser.parseString(Files.readString(page.resolve("expected-metadata.json"))).getAsJsonObject();
      benchmark.add(page.getFileName().toString(), expected, page.resolve("source.html"));
    }
    return benchmark;
  }

  private void add(String name, JsonObject expected, Path file) throws IOException {
    try {
      pages.add(new Page(name, expected, Reading.bytes(Files.readAllBytes(file))));
    } catch (ArticleFormatException e) {
      refused++;
    }
  }

  /** Right, wrong and missing values of the pages that have an expected one. */
  record Score(int right, int wrong, int missing, List<String> failures) {

    double share() {
      return (double) right / Math.max(1, right + wrong + missing);
    }
  }

  Score titles() {
    return score("title", page -> Optional.of(page.article().title()), MetadataBenchmark::contains);
  }

  Score bylines() {
    return score("byline", page -> page.article().creators().stream().reduce((a, b) -> a + ", " + b),
        MetadataBenchmark::contains);
  }

  Score dates() {
    return score("publishedTime", page -> page.article().issued().map(LocalDate::toString), String::startsWith);
  }

  /** One has all of the other: "Headline" and "Headline | Site", "Ana Kos" and "By Ana Kos, Staff Writer". */
  private static boolean contains(String expected, String found) {
    String one = expected.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    String other = found.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return one.contains(other) || other.contains(one);
  }

  private Score score(String member, Function<Page, Optional<String>> found, BiPredicate<String, String> same) {
    int right = 0;
    int wrong = 0;
    int missing = 0;
    List<String> failures = new ArrayList<>();
    for (Page page : pages) {
      Optional<String> wanted = page.expected(member);
      Optional<String> value = found.apply(page);
      boolean equal = wanted.isPresent() && value.isPresent() && same.test(wanted.get(), value.get());
      right += equal ? 1 : 0;
      missing += wanted.isPresent() && value.isEmpty() ? 1 : 0;
      wrong += wanted.isPresent() && value.isPresent() && !equal ? 1 : 0;
      if (!equal && (wanted.isPresent() || value.isPresent())) {
        failures.add("%s: %s instead of %s".formatted(page.name(), value.orElse("nothing"), wanted.orElse("nothing")));
      }
    }
    return new Score(right, wrong, missing, failures);
  }

  private static void print(PrintStream out, String what, Score score) {
    out.println(what);
    score.failures().forEach(failure -> out.println("  " + failure));
    out.printf(Locale.ROOT, "%s: right %d, wrong %d, missing %d (%.3f)%n", what, score.right(), score.wrong(),
        score.missing(), score.share());
  }

  public static void main(String[] arguments) throws IOException {
    MetadataBenchmark benchmark = of(Path.of(arguments[0]));
    System.out.printf("%d pages read, %d refused%n", benchmark.pages.size(), benchmark.refused);
    print(System.out, "titles", benchmark.titles());
    print(System.out, "bylines", benchmark.bylines());
    print(System.out, "dates", benchmark.dates());
  }
}
