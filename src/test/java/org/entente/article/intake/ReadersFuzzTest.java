package org.entente.article.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entente.article.Article;
import org.entente.article.ArticleFormatException;
import org.entente.article.Block;
import org.entente.article.Found;
import org.entente.article.Reading;
import org.entente.article.archive.Containers;
import org.entente.article.office.DocxArticleReaderTest;
import org.entente.article.pdf.PdfArticleReaderTest;

/** Whatever comes in: an article that keeps its promises, or an {@link ArticleFormatException}. */
class ReadersFuzzTest {

  private static final String SEED = "4711";

  @Property(tries = 400, seed = SEED)
  void readsOrRefusesAnyBytes(@ForAll @Size(max = 400) byte[] bytes) {
    readsOrRefuses(bytes);
  }

  @Property(tries = 400, seed = SEED)
  void readsOrRefusesAnyText(@ForAll String text) {
    readsOrRefuses(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 600, seed = SEED)
  void readsOrRefusesAnyLinesOfAnArticle(@ForAll("lines") List<String> lines) {
    readsOrRefuses(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 400, seed = SEED)
  void readsOrRefusesAnyTags(@ForAll("tags") List<String> tags) {
    readsOrRefuses(("<html>" + String.join("", tags)).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 400, seed = SEED)
  void readsOrRefusesAnyMarks(@ForAll("marks") List<String> marks) {
    readsOrRefuses(("# T\n\n**a** " + String.join("", marks)).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 150, seed = SEED)
  void readsOrRefusesADamagedPdf(@ForAll("damages") List<Damage> damages) throws IOException {
    byte[] pdf = PdfArticleReaderTest.pdf(List.of(List.of("20|b|Title", "11||Words of the envoys of Kenya and Peru.")));
    readsOrRefuses(damaged(pdf, damages));
  }

  @Property(tries = 150, seed = SEED)
  void readsOrRefusesADamagedDocx(@ForAll("damages") List<Damage> damages) {
    readsOrRefuses(damaged(DocxArticleReaderTest.docx("<w:p><w:r><w:t>Words of an envoy.</w:t></w:r></w:p>"), damages));
  }

  /** Saved pages, archives, exports: some articles of them, or a refusal, whatever is wrong in them. */
  @Property(tries = 60, seed = SEED)
  void readsOrRefusesDamagedContainers(@ForAll("damages") List<Damage> damages) throws IOException {
    for (Map.Entry<String, byte[]> container : Containers.all().entrySet()) {
      allReadOrRefused(container.getKey(), damaged(container.getValue(), damages));
    }
  }

  @Property(tries = 60, seed = SEED)
  void readsOrRefusesContainersThatAreCutOff(@ForAll @IntRange(min = 0, max = 999) int thousandths) throws IOException {
    for (Map.Entry<String, byte[]> container : Containers.all().entrySet()) {
      byte[] bytes = container.getValue();
      allReadOrRefused(container.getKey(), Arrays.copyOf(bytes, bytes.length * thousandths / 1000));
    }
  }

  private static void allReadOrRefused(String name, byte[] bytes) {
    List<Found> all = Reading.all(name, bytes);
    assertTrue(!all.isEmpty(), "something is said of " + name);
    for (Found found : all) {
      switch (found) {
        case Found.Read read -> assertSound(read.article());
        case Found.Refused refused -> {
          assertTrue(refused.problem().advice().isPresent());
          assertFalse(refused.problem().getMessage().contains("could not be read: java"),
              refused.problem().getMessage());
        }
        case Found.PassedOver other -> assertTrue(!other.reason().isBlank());
      }
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of(
        "", " ", "- ", "* ", "1. ", "By Ana Kos", "By ", "3 May 2019", "(Reuters) -", "ROME, May 3 (ANSA) —",
        "Region: ", "Q: Why?", "A: Because.", "*", "***", "About the author", "Copyright", "Heading", "A heading:",
        "  indented words.", "The envoy of Peru met the envoy of Chile and signed a treaty.", "<u>", "</u>",
        "\uD83D\uDE00", "e\u0301", "\u202Eabc", "Title: x", "Photo: y",
        "This article was originally published on X.", "\t\tdeep", "#", "---", "1) a\t2) b", "\uFFFE",
        "For media inquiries", "x".repeat(300), "a: ", "A: B: C: ", "…", "“Quoted.”").list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> tags() {
    return Arbitraries.of(
        "<p>", "</p>", "<div class='ad'>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<ul>", "<li>",
        "</ul>", "<br>", "<b>", "</b>", "<table>", "<td>", "<script type='application/ld+json'>",
        "{\"@type\":\"Article\"}", "</script>", "<meta name='author' content=''>",
        "<meta property='article:published_time' content='2020-13-45'>", "<time datetime=''>", "<figure>",
        "<figcaption>", "<title> | </title>", "<link rel=canonical href='::'>", "<svg>", "<math>", "<template>",
        "<frameset>", "<plaintext>", "&#xD800;", "&nbsp;", "<!--", "-->", "<h1>Title</h1>",
        "The envoy of Peru met the envoy of Chile, and they signed a treaty on tin in the harbour of Arica, at night.")
        .list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<String>> marks() {
    return Arbitraries.of(
        "\n", "\n\n", "# ", "- ", "  ", "    ", "> ", "*", "**", "_", "`", "```", "[a](b)", "![", "](", "---\n",
        "a: b\n", "1. ", "<div>", "&amp;", "\\", "words of an envoy", "***\n", "\t").list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    Arbitrary<Damage> damage = Arbitraries.integers().between(0, 100_000).flatMap(
        at -> Arbitraries.bytes().map(value -> new Damage(at, value)));
    return damage.list().ofMaxSize(20);
  }

  /** One byte that is not what it was. */
  record Damage(int at, byte value) {}

  private static byte[] damaged(byte[] bytes, List<Damage> damages) {
    byte[] copy = bytes.clone();
    damages.forEach(damage -> copy[damage.at() % copy.length] = damage.value());
    return copy;
  }

  private static void readsOrRefuses(byte[] bytes) {
    Article article;
    try {
      article = Reading.bytes(bytes);
    } catch (ArticleFormatException e) {
      assertTrue(e.advice().isPresent());
      assertFalse(e.getMessage().contains("could not be read: java"), e.getMessage());
      return;
    }
    assertSound(article);
  }

  private static void assertSound(Article article) {
    assertTrue(Normalizer.isNormalized(article.text(), Normalizer.Form.NFC));
    assertTrue(article.text().codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)));
    int end = -2;
    for (Block block : article.blocks()) {
      assertTrue(block.start() >= end + 2 && block.end() > block.start(), "blocks in order: " + block);
      assertEquals(-1, article.text(block).indexOf('\n'));
      end = block.end();
    }
    assertEquals(article.text().length(), end);
    assertTrue(!article.title().isBlank());
  }
}
