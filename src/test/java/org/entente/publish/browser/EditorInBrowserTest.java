package org.entente.publish.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** What people do with the SPARQL editor, done in a browser. */
@EnabledIf(value = "org.entente.publish.browser.Browser#isHere", disabledReason = Browser.MISSING)
class EditorInBrowserTest extends InBrowser {

  private static final String PAIRS = """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?u ?one ?other ?earliest WHERE {
        ?u ent:party/ent:iso3 ?one , ?other ; ent:earliest ?earliest FILTER (?one < ?other)
      } ORDER BY ?u""";
  private static final By ROWS = By.cssSelector(".yasr_results table tbody tr");

  @BeforeEach
  void beginWithoutTabsOfBefore() {
    browser.resize(Browser.SCREEN);
    browser.open(site.address("/dump/"));
    browser.run("localStorage.clear()");
  }

  @AfterEach
  void nothingWentToOtherHostsAndNothingWasComplainedOf() {
    assertEquals(List.of(), browser.requests().stream()
        .filter(address -> !address.startsWith(site.origin() + "/")).toList());
    assertEquals(List.of(), browser.complaints());
  }

  private static String linkTo(String query) {
    return site.address("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static void runLinked(String query) {
    browser.open(linkTo(query));
    browser.until(ExpectedConditions.presenceOfElementLocated(ROWS));
  }

  private static WebElement button(String words) {
    return browser.elements("button").stream().filter(one -> one.isDisplayed() && one.getText().trim().equals(words))
        .findFirst().orElseThrow(() -> new AssertionError("there is no button " + words));
  }

  @Test
  void runsALinkedQueryAndLeadsToThePagesOfWhatItFinds() {
    runLinked(PAIRS);
    WebElement link = browser.element(".yasr_results table tbody td a");
    assertTrue(link.getDomProperty("href").startsWith(site.origin() + "/page/"), link.getDomProperty("href"));
    assertFalse(browser.element("#plain-editor").isDisplayed());
  }

  @Test
  void showsAnAnswerAsChartNetworkAndTimeline() {
    runLinked(PAIRS);
    for (String view : List.of("Chart", "Network", "Timeline")) {
      button(view).click();
      browser.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".yasr_results svg[role=img]")));
      WebElement picture = browser.element(".yasr_results svg[role=img]");
      assertFalse(picture.getDomAttribute("aria-label").isBlank(), view);
      assertFalse(picture.findElements(By.cssSelector("rect, circle, path")).isEmpty(), view);
    }
  }

  @Test
  void coversNoNameOfANetworkOfSixtyWithAnother() {
    String pairs =
        IntStream.range(0, 90).mapToObj(i -> "('Republic no. " + i % 60 + "' 'Republic no. " + (i * 7 + 3) % 60
            + "')").collect(Collectors.joining(" "));
    for (Dimension size : List.of(Browser.SCREEN, Browser.PHONE)) {
      beginWithoutTabsOfBefore();
      browser.resize(size);
      runLinked("SELECT ?one ?other { VALUES (?one ?other) { " + pairs + " } }");
      button("Network").click();
      browser.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".yasr_results svg .node-words")));
      assertEquals(60, browser.elements(".yasr_results svg .node").size());
      assertTrue(browser.elements(".yasr_results svg .node-words").size() > 20, "most have their names");
      assertEquals("", browser.run("""
          const names = [...document.querySelectorAll(".yasr_results svg .node-words")];
          const boxes = names.map(name => name.getBoundingClientRect());
          return names.filter((name, i) => boxes.some((box, j) => j < i && box.left < boxes[i].right - 2
            && boxes[i].left < box.right - 2 && box.top < boxes[i].bottom - 4 && boxes[i].top < box.bottom - 4))
            .map(name => name.textContent).join(", ");
          """), size.toString());
    }
  }

  @Test
  void showsAnAnswerWithCoordinatesOnAMap() {
    runLinked("""
        PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?label ?lat ?long WHERE { ?place wgs84:lat ?lat ; wgs84:long ?long ; rdfs:label ?label }
        ORDER BY ?label LIMIT 20""");
    button("Map").click();
    browser.until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".yasr_results svg[role=img] image")));
    assertEquals(20, browser.elements(".yasr_results svg[role=img] circle").size());
    assertTrue(browser.element(".yasr_results svg[role=img]").getDomAttribute("aria-label").contains("20 places"));
    String outlines = browser.element(".yasr_results svg image").getDomAttribute("href");
    assertEquals(200, ((Number) browser.await(
        "fetch(arguments[0]).then(answer => arguments[1](answer.status))", outlines)).intValue());
    for (String scheme : List.of("light", "dark")) {
      assertEquals("", Axe.violations(browser, scheme), scheme);
    }
  }

  @Test
  void givesALinkThatAnswersTheSameWhereverItIsOpened() {
    runLinked(PAIRS);
    int rows = browser.elements(".yasr_results table tbody tr").size();
    button("Link to share").click();
    String shared = browser.elements("#editor input, .toolbar input, input[readonly]").stream()
        .map(field -> field.getDomProperty("value")).filter(value -> value != null && value.contains("/sparql?query="))
        .findFirst().orElseThrow(() -> new AssertionError("no link is shown"));
    browser.open(site.address("/dump/"));
    browser.run("localStorage.clear()");
    browser.open(shared);
    browser.until(ExpectedConditions.presenceOfElementLocated(ROWS));
    assertEquals(rows, browser.elements(".yasr_results table tbody tr").size());
  }

  @Test
  void opensABundledQuestionInATabOfItsOwnAndRunsIt() {
    browser.open(site.address("/sparql"));
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#editor select")));
    new Select(browser.element("#editor select"))
        .selectByVisibleText("Which articles are here, and what did each give?");
    button("Open").click();
    button("Run").click();
    browser.until(ExpectedConditions.presenceOfElementLocated(ROWS));
    assertTrue(browser.element(".yasr_results table").getText().contains("Busy Week"));
  }

  @Test
  void tellsHowToAskTheSameFromAProgram() {
    runLinked("ASK { ?s ?p ?o }".replace("ASK", "SELECT * WHERE") + " LIMIT 3");
    for (String language : List.of("curl", "Python", "R (", "Java")) {
      WebElement snippet = browser.elements("#snippets details").stream()
          .filter(one -> one.findElement(By.tagName("summary")).getText().startsWith(language)).findFirst()
          .orElseThrow(() -> new AssertionError("no words for " + language));
      String code = snippet.findElement(By.tagName("pre")).getDomProperty("textContent");
      assertTrue(code.contains(site.origin() + "/sparql"), code);
      assertTrue(code.contains("LIMIT 3"), code);
    }
  }

  @Test
  void saysWhatIsWrongWithAQueryThatIsNone() {
    browser.open(linkTo("SELECT ?x WHERE { ?x ?y }"));
    browser.until(ExpectedConditions.textMatches(By.cssSelector("#editor"),
        Pattern.compile("(?s).*line 1.*")));
    // The browser itself notes that the server refused.
    assertEquals(1, browser.complaints().size());
  }

  @Test
  void saysWhatAQueryShouldHaveHadUnderlined() {
    browser.open(site.address("/sparql"));
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".CodeMirror")));
    browser.run("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT ?x { ?x ?y }')");
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".parseErrorIcon")));
    browser.run("document.querySelector('.parseErrorIcon').dispatchEvent(new MouseEvent('mouseover'))");
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("strong[style]")));
    assertEquals("underline",
        browser.run("return getComputedStyle(document.querySelector('strong[style]')).textDecorationLine"));
  }

  @Test
  void canBeUsedByEverybodyWithAnAnswerOpen() {
    runLinked(PAIRS);
    for (String view : List.of("Table", "Chart", "Network", "Timeline")) {
      button(view).click();
      for (String scheme : List.of("light", "dark")) {
        assertEquals("", Axe.violations(browser, scheme), view + " in " + scheme);
      }
    }
  }

  @Test
  void fitsAPhoneWithAnAnswerOpen() {
    browser.resize(Browser.PHONE);
    runLinked(PAIRS);
    Number width = (Number) browser.run("return document.documentElement.scrollWidth");
    assertTrue(width.intValue() <= Browser.PHONE.width, width + " wide");
  }
}
