package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page meets what can be tested of WCAG 2.2 at level AA, contrast included, in light and in dark. */
@EnabledIf(value = "org.entente.publish.browser.Browser#isHere", disabledReason = Browser.MISSING)
class AccessibilityTest {

  /** One line for each element that breaks a rule: the rule, the element, what is wrong. */
  private static final String CHECK = """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
        resultTypes: ["violations"]
      }).then(
        found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + " at " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " "))).join("\\n")),
        problem => done("axe failed: " + problem));
      """;

  private static final String AXE = axe();

  private static Browser browser;
  private static Site site;

  @BeforeAll
  static void start(@TempDir Path profile) {
    browser = Browser.start(profile);
    site = Site.open();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (site != null) {
      site.close();
    }
  }

  private static String axe() {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the script of axe could not be read", e);
    }
  }

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pages")
  void canBeUsedByEverybody(String path) {
    browser.open(site.address(path));
    browser.run(AXE);
    for (String scheme : List.of("light", "dark")) {
      browser.prefer(scheme);
      assertEquals("", browser.await(CHECK), path + " in " + scheme);
    }
  }
}
