package org.entente.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IriSchemeTest {

  private final IriScheme iris = new IriScheme("https://data.example.org/");

  @Test
  void namesActorsAndPlacesByTypeAndSlug() {
    assertEquals("https://data.example.org/id/state/norway", iris.entity("state", "norway"));
  }

  @Test
  void namesUndertakingsByKindWordsAndHash() {
    String iri = iris.undertaking("JointBody", "Norway Sweden science", "anything that tells it apart");
    assertTrue(iri.matches("https://data\\.example\\.org/id/joint-body/norway-sweden-science-[0-9a-f]{12}"), iri);
    assertEquals(iri, iris.undertaking("JointBody", "Norway Sweden science", "anything that tells it apart"));
    assertNotEquals(iri, iris.undertaking("JointBody", "Norway Sweden science", "something else"));
  }

  @Test
  void namesArticlesByDateTitleAndHash() {
    String dated = iris.article("2021-03-04", "Two Neighbours", "x");
    assertTrue(dated.matches(".*/id/article/2021-03-04-two-neighbours-[0-9a-f]{8}"), dated);
    assertTrue(iris.article("", "", "x").matches(".*/id/article/undated-article-[0-9a-f]{8}"));
  }

  @Test
  void namesAnArticlesGraphAndPassagesAfterTheArticle() {
    String article = iris.article("2021-03-04", "Two Neighbours", "x");
    assertEquals(article.replace("/id/", "/graph/"), iris.articleGraph(article));
    assertEquals(article + "#char=3,17", iris.passage(article, 3, 17));
  }

  @Test
  void namesStagesTenuresRunsAndFixedGraphs() {
    assertEquals("https://x.org/a#stage-2", iris.stage("https://x.org/a", 2));
    assertEquals("https://x.org/p#tenure-1", iris.tenure("https://x.org/p", 1));
    assertTrue(iris.run("0.1.0").matches("https://data\\.example\\.org/id/run/[0-9a-f]{12}"));
    assertEquals("https://data.example.org/graph/gazetteer", iris.graph("gazetteer"));
  }

  @Test
  void slugsHaveNothingButLettersDigitsAndHyphens() {
    assertEquals("turkiye-and-cote-divoire", IriScheme.slug("Türkiye and Côte d’Ivoire"));
    assertEquals("lodz-strasse-aeroskobing-tromso", IriScheme.slug("Łódź Straße Ærøskøbing — Tromsø"));
    assertEquals("us-russia", IriScheme.slug("  U.S./Russia!  "));
  }

  @Test
  void longSlugsAreCutAtAWord() {
    String slug = IriScheme.slug("word ".repeat(40));
    assertTrue(slug.length() <= 60 && slug.endsWith("word"), slug);
  }

  @Test
  void namesInAnotherScriptStayApart() {
    assertEquals("", IriScheme.slug("فيروز"));
    assertNotEquals(IriScheme.nameSlug("فيروز"), IriScheme.nameSlug("Фёдор"));
    assertTrue(IriScheme.nameSlug("Фёдор").matches("name-[0-9a-f]{8}"));
  }

  @Test
  void aBaseMustEndInASlash() {
    assertThrows(IllegalArgumentException.class, () -> new IriScheme("https://data.example.org"));
  }
}
