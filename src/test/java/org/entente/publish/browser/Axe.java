package org.entente.publish.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Deque's axe: what can be tested of WCAG 2.2 at level AA by a program. */
final class Axe {

  /** One line for each element that breaks a rule: the rule, the element, what is wrong. */
  private static final String CHECK = """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: arguments[0] ? {type: "rule", values: ["color-contrast", "link-in-text-block"]}
          : {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
        resultTypes: ["violations"]
      }).then(
        found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + " at " + node.target.join(" ") + ": " + node.failureSummary.replace(/\\s+/g, " "))).join("\\n")),
        problem => done("axe failed: " + problem));
      """;

  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the script of axe could not be read", e);
    }
  }

  /**
   * What is wrong with the page that is open, in a scheme; empty when nothing is. A dark page has other colours and is
   * the same in all else.
   */
  static String violations(Browser browser, String scheme) {
    if (!browser.run("return typeof axe").equals("object")) {
      browser.run(SCRIPT);
    }
    browser.prefer(scheme);
    return browser.await(CHECK, scheme.equals("dark")).toString();
  }
}
