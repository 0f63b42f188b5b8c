package org.entente.publish.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A browser and the site, for all tests of a class. */
abstract class InBrowser {

  static Browser browser;
  static Site site;

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
}
