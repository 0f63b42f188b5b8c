package org.entente.article.intake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.Piece;
import org.entente.article.Reading;

/**
 * Measures how well article bodies are told from the pages around them, on the public article extraction benchmark
 * (https://github.com/scrapinghub/article-extraction-benchmark), as its own {@code evaluate.py} does: shingles of four
 * words, precision and recall averaged over pages. Headline and captions are told apart from the body and do not count
 * as its words. A page that is refused gives nothing. Only pages whose body is in English count.
 *
 * <p>Arguments: the benchmark's folder, and a folder to write what was read and what should have been, if wanted.
 */
final class PageBenchmark {

  private static final int WORDS_IN_A_SHINGLE = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Page> pages = new ArrayList<>();

  /**
   * How one page was read.
   *
   * @param common share of its shingles that are in both texts
   * @param surplus the same of those in ours only
   * @param lost the same of those in the expected one only
   */
  record Page(String name, String address, String expected, String read, double common, double surplus, double lost) {

    double precision() {
      return common + surplus == 0 ? 0 : common / (common + surplus);
    }

    double recall() {
      return common + lost == 0 ? 0 : common / (common + lost);
    }

    double f1() {
      return PageBenchmark.f1(precision(), recall());
    }
  }

  static PageBenchmark of(Path folder) throws IOException {
    PageBenchmark benchmark = new PageBenchmark();
    JsonObject truth = JsonParser.parseString(Files.readString(folder.resolve("ground-truth.json"))).getAsJsonObject();
    for (String name : new TreeMap<>(truth.asMap()).keySet()) {
      JsonObject page = truth.getAsJsonObject(name);
      String expected = page.get("articleBody").getAsString();
      if (isEnglish(expected)) {
        String read = body(folder.resolve("html").resolve(name + ".html.gz"));
        benchmark.pages.add(page(name, page.get("url").getAsString(), expected, read));
      }
    }
    return benchmark;
  }

  private static boolean isEnglish(String text) {
    try {
      new LanguageProfile().english(List.of(Piece.paragraph(text)), "page");
      return text.contains(" the ");
    } catch (ArticleFormatException e) {
      return false;
    }
  }

  private static String body(Path file) throws IOException {
    byte[] html;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      html = in.readAllBytes();
    }
    try {
      Article article = Reading.bytes(html);
      return article.blocks().stream()
          .filter(block -> block.kind() != Block.Kind.TITLE && block.kind() != Block.Kind.CAPTION)
          .map(article::text).collect(Collectors.joining("\n"));
    } catch (ArticleFormatException e) {
      return "";
    }
  }

  private static Page page(String name, String address, String expected, String read) {
    Map<List<String>, Integer> wanted = shingles(expected);
    Map<List<String>, Integer> found = shingles(read);
    Set<List<String>> all = new HashSet<>(wanted.keySet());
    all.addAll(found.keySet());
    double common = 0;
    double surplus = 0;
    double lost = 0;
    for (List<String> shingle : all) {
      int there = wanted.getOrDefault(shingle, 0);
      int here = found.getOrDefault(shingle, 0);
      common += Math.min(there, here);
      surplus += Math.max(0, here - there);
      lost += Math.max(0, there - here);
    }
    double sum = Math.max(1, common + surplus + lost);
    return new Page(name, address, expected, read, common / sum, surplus / sum, lost / sum);
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - WORDS_IN_A_SHINGLE + 1) && !words.isEmpty(); i++) {
      counts.merge(words.subList(i, Math.min(words.size(), i + WORDS_IN_A_SHINGLE)), 1, Integer::sum);
    }
    return counts;
  }

  double precision() {
    return pages.stream().filter(page -> page.common() + page.surplus() > 0).mapToDouble(Page::precision).average()
        .orElse(0);
  }

  double recall() {
    return pages.stream().mapToDouble(Page::recall).average().orElse(0);
  }

  double f1() {
    return f1(precision(), recall());
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  void print(PrintStream out) {
    pages.stream().sorted(Comparator.comparingDouble(Page::f1)).forEach(
        page -> out.printf(Locale.ROOT, "%.3f  %.3f  %.3f  %s  %s%n", page.f1(), page.precision(), page.recall(),
            page.name().substring(0, 8), page.address()));
    out.printf(Locale.ROOT, "%d pages: precision %.3f, recall %.3f, F1 %.3f; nothing read from %d%n", pages.size(),
        precision(), recall(), f1(), pages.stream().filter(page -> page.read().isEmpty()).count());
  }

  public static void main(String[] arguments) throws IOException {
    PageBenchmark benchmark = of(Path.of(arguments[0]));
    benchmark.print(System.out);
    if (arguments.length > 1) {
      Path out = Files.createDirectories(Path.of(arguments[1]));
      for (Page page : benchmark.pages) {
        Files.writeString(out.resolve(page.name().substring(0, 8) + ".read"), page.read() + "\n");
        Files.writeString(out.resolve(page.name().substring(0, 8) + ".expected"), page.expected() + "\n");
      }
    }
  }
}
