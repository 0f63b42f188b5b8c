package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Dimension;

/** Every page meets what can be tested of WCAG 2.2 at level AA, contrast included, in light and in dark, wide and narrow. */
@EnabledIf(value = "org.entente.publish.browser.Browser#isHere", disabledReason = Browser.MISSING)
class AccessibilityTest extends InBrowser {

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pages")
  void canBeUsedByEverybody(String path) {
    for (Dimension size : List.of(Browser.SCREEN, Browser.PHONE)) {
      browser.resize(size);
      browser.open(site.address(path));
      for (String scheme : List.of("light", "dark")) {
        assertEquals("", Axe.violations(browser, scheme), path + " in " + scheme + ", " + size.width + " wide");
      }
    }
  }
}
