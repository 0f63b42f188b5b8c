package org.entente.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleSourceTest {

  @TempDir
  Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("b/.hidden"));
    for (String name : List.of("z.txt", "a.html", "b/m.md", "b/.hidden/x.txt", "b/data.tsv", ".secret.txt", "B.PDF")) {
      Files.writeString(folder.resolve(name), "text");
    }
  }

  @Test
  void takesAFolderForItsArticlesInOrder() {
    assertEquals(List.of("B.PDF", "a.html", "b/m.md", "z.txt"), names(folder.toString()));
  }

  @Test
  void matchesPatterns() {
    assertEquals(List.of("z.txt"), names(folder + "/*.txt").stream().filter(n -> !n.startsWith(".")).toList());
    assertEquals(List.of("b/m.md"), names(folder + "/**/*.md"));
    assertEquals(List.of("a.html", "z.txt"), names(folder + "/[az].{html,txt}"));
  }

  @Test
  void keepsAMissingFileSoThatReadingItSaysSo() {
    assertEquals(List.of("none.txt"), names(folder + "/none.txt"));
  }

  @Test
  void knowsStandardInputAndAddresses() {
    List<ArticleSource> sources = ArticleSource.expand(List.of("-", "https://paper.example/a?b=c"));
    assertInstanceOf(ArticleSource.StandardInput.class, sources.getFirst());
    assertInstanceOf(ArticleSource.Address.class, sources.getLast());
  }

  @Test
  void followsALinkThatIsNamedAndNoneWithin() throws IOException {
    Files.createSymbolicLink(folder.resolve("b/circle"), folder);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("b"));
    List<ArticleSource> sources = ArticleSource.expand(List.of(link.toString()));
    assertEquals(
        List.of(new ArticleSource.Other(link.resolve("data.tsv"), "no article by its ending .tsv"),
            new ArticleSource.File(link.resolve("m.md"))),
        sources);
  }

  @Test
  void countsWhatIsNoArticleAndLeavesOutWhatBelongsToASavedPage() throws IOException {
    for (String name : List.of("s/story.html", "s/story_files/ad.html", "s/other-Dateien/one.html", "s/map.png",
        "s/README.md")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "text");
    }
    assertEquals(List.of("s/other-Dateien/one.html", "s/story.html"), names(folder + "/s"));
    List<String> others = ArticleSource.expand(List.of(folder + "/s")).stream()
        .flatMap(s -> s instanceof ArticleSource.Other other ? java.util.stream.Stream.of(other.reason()) : null)
        .toList();
    assertEquals(
        List.of("no article by its name", "no article by its ending .png", "part of a saved page"), others);
  }

  @Test
  void readsEachFileOnce() {
    String file = folder.resolve("z.txt").toString();
    assertEquals(1, ArticleSource.expand(List.of(file, file)).size());
  }

  @Test
  void refusesAFolderOrPatternWithoutArticles() {
    assertTrue(refusal(folder + "/*.nothing").contains("holds no article"));
    assertTrue(refusal(folder + "/nowhere/*.txt").contains("no file matches"));
    assertTrue(refusal(folder.resolve("b/.hidden") + "/*.md").contains("holds no article"));
    assertTrue(refusal("http://not an address").contains("no valid address"));
  }

  private List<String> names(String argument) {
    return ArticleSource.expand(List.of(argument)).stream().filter(source -> !(source instanceof ArticleSource.Other))
        .map(source -> folder.relativize(Path.of(source.name())).toString().replace('\\', '/')).toList();
  }

  private static String refusal(String argument) {
    return assertThrows(ArticleFormatException.class, () -> ArticleSource.expand(List.of(argument))).getMessage();
  }
}
