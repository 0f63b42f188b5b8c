package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page costs whoever opens it for the first time: few bytes, and no script before its words are painted. */
@EnabledIf(value = "org.entente.publish.browser.Browser#isHere", disabledReason = Browser.MISSING)
class PageWeightTest extends InBrowser {

  /** Without the editor, whose scripts alone are heavier. */
  private static final int MOST_BYTES = 150_000;

  /** What came over the line for the page that is open, header lines included. */
  private static final String BYTES = """
      return ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
        .reduce((sum, part) => sum + part.transferSize, 0);
      """;
  private static final String IN_THE_WAY = """
      return performance.getEntriesByType("resource")
        .filter(part => part.initiatorType === "script" && part.renderBlockingStatus === "blocking")
        .map(part => part.name).join(" ");
      """;

  @BeforeAll
  static void keepNothing() {
    browser.loadEverythingAnew();
  }

  static Stream<String> allButTheEditor() {
    return Site.pages().filter(path -> !path.startsWith("/sparql"));
  }

  @ParameterizedTest
  @MethodSource("allButTheEditor")
  void isLight(String path) {
    browser.open(site.address(path));
    int bytes = ((Number) browser.run(BYTES)).intValue();
    assertTrue(bytes > 0 && bytes <= MOST_BYTES, () -> path + " weighs " + bytes + " bytes");
  }

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pages")
  void isPaintedBeforeAnyScriptCame(String path) {
    browser.open(site.address(path));
    assertEquals("", browser.run(IN_THE_WAY));
  }
}
