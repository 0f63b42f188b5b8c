package org.entente.spark;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/**
 * Short articles in all forms that a corpus comes in, made up of the sentences that the rules are tried by: the same seed
 * gives the same. Among them stand what is no article, what is broken, one as long as a book, copies and newer versions.
 */
public final class GeneratedCorpus {

  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
  private static final Gson JSON = new Gson();

  private final List<String> sentences;
  private final Random random;

  private GeneratedCorpus(long seed) throws IOException {
    try (var lines = Files.lines(Path.of("src/test/resources/reading/sentences.tsv"))) {
      sentences = lines.filter(line -> !line.startsWith("#") && line.contains("\t")).map(line -> line.split("\t")[0])
          .toList();
    }
    random = new Random(seed);
  }

  /** A made-up article. */
  private record Story(String title, String author, String publisher, LocalDate day, String text) {

    String json() {
      return JSON.toJson(
          Map.of("title", title, "publisher", publisher, "date", day.toString(), "author", author, "text", text));
    }
  }

  private Story story(int number, int fewest, int most) {
    String text = IntStream.range(0, fewest + random.nextInt(most - fewest + 1))
        .mapToObj(i -> sentences.get(random.nextInt(sentences.size()))).collect(Collectors.joining(" "));
    String author = List.of("Ana Kos", "Ana-Kos", "Ana KOS").get(random.nextInt(3));
    return new Story("Digest " + number, author, "The Courier", FIRST_DAY.plusDays(number % 2000), text);
  }

  /** JSON lines alone, of articles of so many sentences: what is measured with. */
  static void write(Path file, int articles, int sentencesOfEach, long seed) throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(seed);
    Files.write(file,
        IntStream.range(0, articles).mapToObj(i -> corpus.story(i, sentencesOfEach, sentencesOfEach).json()).toList());
  }

  /** Makes a folder with about so many articles. */
  static void fill(Path folder, int articles, long seed) throws IOException {
    GeneratedCorpus corpus = new GeneratedCorpus(seed);
    int each = articles / 10;
    Files.write(folder.resolve("a-lines.jsonl"), corpus.lines(0, 7 * each));
    corpus.archive(folder.resolve("b-crawl.warc.gz"), 7 * each, each);
    Path texts = Files.createDirectories(folder.resolve("c-texts/deep"));
    for (int i = 8 * each; i < 10 * each; i++) {
      Story story = corpus.story(i, 2, 5);
      Files.writeString(texts.resolve("story-" + i + ".txt"),
          story.title() + "\nBy " + story.author() + "\n" + story.publisher() + ", " + story.day() + "\n\n"
              + story.text() + "\n");
    }
    corpus.bad(folder);
  }

  private List<String> lines(int from, int number) {
    List<String> lines = IntStream.range(from, from + number).mapToObj(i -> story(i, 2, 5).json())
        .collect(Collectors.toList());
    // The same once more, one of the same title with another text, one without a text, and two that are none.
    lines.add(number / 3, lines.get(5));
    lines.add(number / 2, lines.get(7).replaceFirst("\"text\":\"", "\"text\":\"Poland and Latvia signed a pact. "));
    lines.add(number / 4, "{\"title\":\"Nothing\"}");
    lines.add(number / 5, "{\"title\":\"Cut off\",\"te");
    lines.add(number / 6, "");
    return lines;
  }

  private void archive(Path file, int from, int number) throws IOException {
    try (OutputStream out = Files.newOutputStream(file); WarcWriter warc = new WarcWriter(
        Channels.newChannel(out), WarcCompression.GZIP)) {
      for (int i = from; i < from + number; i++) {
        Story story = story(i, 2, 5);
        page(warc, i, "text/html", """
            <!DOCTYPE html><html><head><title>%s</title><meta property="og:site_name" content="%s">
            <meta property="article:published_time" content="%s"></head><body><article><h1>%1$s</h1><p>%s</p></article>
            </body></html>""".formatted(story.title(), story.publisher(), story.day(), story.text()));
      }
      page(warc, from + number, "image/png", "no picture");
    }
  }

  private static void page(WarcWriter warc, int number, String type, String body) throws IOException {
    HttpResponse reply = new HttpResponse.Builder(200, "OK")
        .body(MediaType.parse(type + (type.startsWith("text") ? ";charset=utf-8" : "")),
            body.getBytes(StandardCharsets.UTF_8))
        .build();
    warc.write(new WarcResponse.Builder(URI.create("https://courier.example/" + number)).date(Instant.EPOCH)
        .body(MediaType.HTTP_RESPONSE, reply).build());
  }

  private void bad(Path folder) throws IOException {
    Path bad = Files.createDirectories(folder.resolve("d-bad"));
    Files.writeString(bad.resolve("empty.txt"), "  \n");
    Files.writeString(bad.resolve("recipe.txt"),
        "Pancakes\n\nMix flour, eggs and milk. Fry them in butter until brown.\n");
    Files.writeString(bad.resolve("broken.pdf"), "%PDF-1.7\nnot much of one");
    Files.writeString(bad.resolve("picture.png"), "no picture");
    Files.writeString(bad.resolve("broken.warc.gz"), "WARC/1.0\r\nWARC-Type: nonsense");
    Files.writeString(bad.resolve("longer-than-any.txt"), "A Long One\n\n" + "Kenya and Peru met. ".repeat(160_000));
    Files.writeString(bad.resolve("book.txt"), "A Book\nBy Ana Kos\nThe Courier, 2024-03-14\n\n"
        + IntStream.range(0, 12).mapToObj(i -> story(i, 12, 12).text()).collect(Collectors.joining("\n\n")));
  }
}
