package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlValidityTest {

  private static final HtmlChecker CHECKER = new HtmlChecker();

  private static Site site;

  @BeforeAll
  static void open() {
    site = Site.open();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pagesAndNotices")
  void isValidHtml(String path) {
    HttpResponse<String> reply = site.ask(path);
    assertTrue(reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), path);
    assertEquals("", String.join("\n", CHECKER.findings(reply.body())), path);
  }

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pages")
  void isThere(String path) {
    assertEquals(200, site.ask(path).statusCode());
  }

  @Test
  void wouldNoticeWhatIsWrong() {
    String wrong = "<!DOCTYPE html><html lang=en><title>t</title><label for=nothing>x</label><p id=a><p id=a>"
        + "<ul><p>y</p></ul><div aria-labelledby=none></div>";
    String findings = String.join("\n", CHECKER.findings(wrong));
    for (String part : List.of("“for” attribute", "Duplicate ID", "not allowed as child of element “ul”",
        "“aria-labelledby”")) {
      assertTrue(findings.contains(part), findings);
    }
    assertFalse(CHECKER.findings("<!DOCTYPE html><html lang=en><title>t</title><p data-x=1>x").stream()
        .anyMatch(finding -> finding.startsWith("error")));
  }
}
