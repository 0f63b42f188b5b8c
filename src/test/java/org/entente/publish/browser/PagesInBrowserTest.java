package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** What people do with the pages, done in a browser. */
@EnabledIf(value = "org.entente.publish.browser.Browser#isHere", disabledReason = Browser.MISSING)
class PagesInBrowserTest extends InBrowser {

  private static final String DYAD = "/page/dyad/KEN-OMN";
  private static final String DONE = ".group.done table.deeds";
  /** The elements that reach beyond the screen, outside of what scrolls by itself. */
  private static final String TOO_WIDE = """
      return [...document.querySelectorAll("body *")]
        .filter(one => one.getBoundingClientRect().right > 390 && !one.closest(".scroll"))
        .map(one => one.tagName.toLowerCase() + ": " + one.textContent.trim().slice(0, 40)).slice(0, 8).join(", ");
      """;

  @BeforeEach
  void useAScreen() {
    browser.resize(Browser.SCREEN);
  }

  @AfterEach
  void nothingWentToOtherHostsAndNothingWasComplainedOf() {
    List<String> requests = browser.requests();
    assertFalse(requests.isEmpty());
    assertEquals(List.of(), requests.stream().filter(address -> !address.startsWith(site.origin() + "/")).toList());
    assertEquals(List.of(), browser.complaints());
  }

  private static void open(String path) {
    browser.open(site.address(path));
  }

  private static String heading() {
    return browser.element("h1").getText();
  }

  @ParameterizedTest
  @MethodSource("org.entente.publish.browser.Site#pages")
  void fitsAPhone(String path) {
    browser.resize(Browser.PHONE);
    open(path);
    Number width = (Number) browser.run("return document.documentElement.scrollWidth");
    assertTrue(width.intValue() <= Browser.PHONE.width,
        () -> path + " is " + width + " wide: " + browser.run(TOO_WIDE));
  }

  /** Words whose letters stand on two lines where no hyphen or slash lets them; addresses break where they must. */
  private static final String BROKEN = """
      const broken = [];
      const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        for (const word of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          const tops = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
          const free = node.data.includes("://") || node.parentElement.closest("pre, code, .digest, svg, .unseen");
          if (tops.size > 1 && !free) broken.push(word[0]);
        }
      }
      return broken.slice(0, 8).join(", ");
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/", DYAD, "/page/state/oman", "/queries/dyad-timeline?a=KEN&b=OMN", "/queries", "/export/",
    "/dump/", "/quality",
    "/page/dyad?a=Kenia&b=Ooman"})
  void breaksNoWordOnAPhone(String path) {
    browser.resize(Browser.PHONE);
    open(path);
    assertEquals("", browser.run(BROKEN));
    browser.complaints();
  }

  @Test
  void turnsTablesIntoCardsOnAPhone() {
    browser.resize(Browser.PHONE);
    for (String path : List.of(DYAD, "/queries/dyad-timeline?a=KEN&b=OMN")) {
      open(path);
      assertEquals(true, browser.run("return [...document.querySelectorAll('main tbody tr')].every(row => "
          + "getComputedStyle(row).display !== 'table-row')"), path);
    }
  }

  @Test
  void turnsTheTablesOfFilesAndOfFiguresIntoCardsOnAPhone() {
    browser.resize(Browser.PHONE);
    open("/quality");
    assertEquals(true, browser.run("""
        const rows = [...document.querySelectorAll("table.quality tbody tr")];
        return rows.length > 0 && rows.every(row => getComputedStyle(row).display === "block"
          && [...row.cells].every(cell => cell.getBoundingClientRect().left === row.getBoundingClientRect().left));
        """));
    open("/dump/");
    assertEquals(0, browser.elements("main table:not(.answer)").size());
  }

  @Test
  void showsTheNewestYearsFirstWhereThePictureOfYearsIsCutOff() {
    browser.resize(Browser.PHONE);
    open("/");
    assertEquals(true, browser.run("""
        const frame = document.querySelector(".newest").getBoundingClientRect();
        const years = [...document.querySelectorAll(".newest svg text")];
        const last = years.reduce((one, other) =>
          one.getBoundingClientRect().right > other.getBoundingClientRect().right ? one : other);
        return last.getBoundingClientRect().right <= frame.right + 1;
        """));
  }

  @Test
  void narrowsAPairDownWithoutScriptsInTheAddress(@TempDir Path profile) {
    open(DYAD);
    int all = shownRows().size();
    try (Browser plain = Browser.withoutScripts(profile)) {
      plain.open(site.address(DYAD));
      new Select(plain.element("#filter-kind")).selectByValue("Agreement");
      plain.element(".filters button").click();
      plain.until(ExpectedConditions.urlContains("kind=Agreement"));
      int shown = plain.elements("table.deeds tbody tr").size();
      assertTrue(shown > 0 && shown < all, shown + " of " + all);
      assertEquals("Agreement", plain.element("#filter-kind").getDomProperty("value"));
      plain.element(".filters a").click();
      plain.until(ExpectedConditions.not(ExpectedConditions.urlContains("kind=")));
      assertEquals(all, plain.elements("table.deeds tbody tr").size());
    }
  }

  @Test
  void findsAPairFromTheFrontPageByAnyNames() {
    open("/");
    browser.element(".pair input[name=a]").sendKeys("Sultanate of Oman");
    browser.element(".pair input[name=b]").sendKeys("KE", Keys.ENTER);
    browser.until(ExpectedConditions.urlContains(DYAD));
    assertEquals("Kenya and Oman", heading());
  }

  @Test
  void leavesMarkupDeadThatGotIntoAPage() {
    open("/");
    browser.await("""
        document.addEventListener("securitypolicyviolation", event => window.seen = (window.seen ?? 0) + 1);
        document.querySelector("main").insertAdjacentHTML("beforeend",
          "<p id=smuggled style=display:none onclick=ran=1>x</p><img src=/nowhere.png onerror=ran=1>"
          + "<a id=trap href=javascript:ran=1>x</a>");
        document.querySelector("#trap").click();
        document.querySelector("#smuggled").click();
        setTimeout(arguments[0], 300);
        """);
    assertEquals("", browser.run("return window.ran"));
    assertTrue(browser.element("#smuggled").isDisplayed());
    assertTrue(((Number) browser.run("return window.seen")).intValue() >= 3, "the browser refused them");
    assertFalse(browser.complaints().isEmpty());
  }

  @Test
  void findsAStateFromTheFrontPage() {
    open("/");
    WebElement field = browser.element("header input[type=search]");
    field.sendKeys("Oman", Keys.ENTER);
    browser.until(ExpectedConditions.urlContains("/search?q=Oman"));
    browser.link("Oman").click();
    browser.until(ExpectedConditions.urlContains("/page/state/oman"));
    assertEquals("Oman", heading());
  }

  private static void typeIntoTheSearchOf(String path, String words) {
    open(path);
    browser.element("#site-search").sendKeys(words);
    browser.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".names li")));
  }

  @Test
  void suggestsNamesWhileOneTypesAndLeadsToTheOneThatTheKeysChoose() {
    typeIntoTheSearchOf(DYAD, "moza");
    WebElement field = browser.element("#site-search");
    assertEquals("true", field.getDomAttribute("aria-expanded"));
    assertFalse(browser.element("form[role=search] [role=status]").getDomProperty("textContent").isBlank());
    field.sendKeys(Keys.ARROW_DOWN);
    WebElement chosen = browser.element(".names li[aria-selected=true]");
    assertEquals(chosen.getDomAttribute("id"), field.getDomAttribute("aria-activedescendant"));
    assertTrue(chosen.getText().startsWith("Mozambique"), chosen.getText());
    for (String scheme : List.of("light", "dark")) {
      assertEquals("", Axe.violations(browser, scheme), scheme);
    }
    field.sendKeys(Keys.ENTER);
    browser.until(ExpectedConditions.urlContains("/page/state/mozambique"));
  }

  @Test
  void takesBackItsSuggestionsAndSearchesForWhatIsTyped() {
    typeIntoTheSearchOf("/", "Moza");
    WebElement field = browser.element("#site-search");
    field.sendKeys(Keys.ARROW_DOWN, Keys.ARROW_UP);
    assertNull(field.getDomAttribute("aria-activedescendant"));
    field.sendKeys(Keys.ESCAPE);
    assertFalse(browser.element(".names").isDisplayed());
    assertEquals("Moza", field.getDomProperty("value"));
    field.sendKeys(Keys.ENTER);
    browser.until(ExpectedConditions.urlContains("/search?q=Moza"));
  }

  @Test
  void leadsToTheSuggestionThatIsClickedOnAPhoneToo() {
    browser.resize(Browser.PHONE);
    typeIntoTheSearchOf("/page/state/oman", "nairo");
    Number width = (Number) browser.run("return document.documentElement.scrollWidth");
    assertTrue(width.intValue() <= Browser.PHONE.width, width + " wide");
    browser.element(".names li").click();
    browser.until(ExpectedConditions.urlContains("/page/place/nairobi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/state/oman", DYAD})
  void leadsFromAPlaceOnTheMapToItsPage(String path) {
    for (Dimension size : List.of(Browser.SCREEN, Browser.PHONE)) {
      browser.resize(size);
      open(path);
      WebElement name = browser.element("svg.places a[href$='place/mombasa'] text");
      assertEquals("Mombasa", name.getText());
      assertTrue(
          ((Number) browser.run("return document.querySelector('svg.places text').getBoundingClientRect().height"))
              .doubleValue() >= 10,
          "it can be read");
      assertTrue(browser.element(".places-list").getText().contains("Mombasa: "));
    }
    browser.element("svg.places a[href$='place/mombasa'] circle").click();
    browser.until(ExpectedConditions.urlContains("/page/place/mombasa"));
  }

  @Test
  void opensAPairOfStatesFromTheMatrix() {
    open("/");
    browser.element("table.matrix a[href$='dyad/KEN-OMN']").click();
    browser.until(ExpectedConditions.urlContains(DYAD));
    assertEquals("Kenya and Oman", heading());
  }

  @Test
  void sortsATableByTheColumnThatIsPressed() {
    open(DYAD);
    List<String> before = days();
    assertNull(header().getDomAttribute("aria-sort"));
    browser.element(DONE + " th:nth-child(3) button").click();
    assertEquals("ascending", header().getDomAttribute("aria-sort"));
    assertEquals(before.stream().sorted().toList(), days());
    List<String> ascending = days();
    browser.element(DONE + " th:nth-child(3) button").click();
    assertEquals("descending", header().getDomAttribute("aria-sort"));
    assertEquals(before.stream().sorted(Comparator.reverseOrder()).toList(), days());
    assertNotEquals(ascending, days());
  }

  private static WebElement header() {
    return browser.element(DONE + " th:nth-child(3)");
  }

  private static List<String> days() {
    return browser.elements(DONE + " td:nth-child(3)").stream().map(cell -> cell.getDomAttribute("data-sort")).toList();
  }

  @Test
  void showsOnlyTheRowsThatHoldTheWordsAndSaysHowMany() {
    open(DYAD);
    int all = shownRows().size();
    browser.element("#deed-filter").sendKeys("piracy");
    List<WebElement> shown = shownRows();
    assertTrue(!shown.isEmpty() && shown.size() < all, shown.size() + " of " + all);
    assertTrue(shown.stream().allMatch(row -> row.getDomProperty("textContent").contains("piracy")));
    String announced = browser.element(".filter [role=status]").getText();
    assertTrue(Pattern.compile("\\b" + shown.size() + "\\b").matcher(announced).find(), announced);
  }

  private static List<WebElement> shownRows() {
    return browser.elements("table.deeds tbody tr").stream().filter(WebElement::isDisplayed).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", DYAD, "/page/state/oman"})
  void offersToSkipToTheContentFirst(String path) {
    open(path);
    browser.element("body").sendKeys(Keys.TAB);
    WebElement first = browser.focused();
    assertEquals("Skip to the content", first.getText());
    assertTrue(first.getRect().x >= 0, "it can be seen");
    first.sendKeys(Keys.ENTER);
    assertEquals("main", browser.focused().getTagName());
  }

  @Test
  void showsEverythingWithoutScripts(@TempDir Path profile) {
    open(DYAD);
    int rows = shownRows().size();
    try (Browser plain = Browser.withoutScripts(profile)) {
      plain.open(site.address(DYAD));
      assertEquals(List.of(), plain.elements("table.deeds button"));
      assertEquals(rows, plain.elements("table.deeds tbody tr").stream().filter(WebElement::isDisplayed).count());
    }
  }
}
