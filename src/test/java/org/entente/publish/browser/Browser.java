package org.entente.publish.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium of this machine, with a fresh profile. Browser and driver are looked for on the path and in the
 * usual places; {@code -Dentente.browser=FILE} and {@code -Dwebdriver.chrome.driver=FILE} name others. Nothing is ever
 * downloaded: where one of them is missing, {@link #isHere} says no, and tests in a browser are skipped.
 */
final class Browser implements AutoCloseable {

  static final String MISSING = "tests in a browser need chromium and chromedriver (on Debian: apt-get install "
      + "chromium chromium-driver), or -Dentente.browser=FILE and -Dwebdriver.chrome.driver=FILE";

  static final Dimension SCREEN = new Dimension(1280, 900);
  static final Dimension PHONE = new Dimension(390, 844);

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin", "/usr/lib/chromium",
      "/usr/lib/chromium-browser", "/opt/google/chrome", "/opt/homebrew/bin");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  /** Axe looks at the whole ontology in seconds; beside other work on the machine it has taken longer than we wait. */
  private static final Duration PATIENCE_WITH_SCRIPTS = Duration.ofMinutes(3);
  /** Held here, since a logger that nobody holds forgets its level. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Whether this machine has a browser and its driver. */
  static boolean isHere() {
    return browser().isPresent() && chromedriver().isPresent();
  }

  /** A browser as people have it; {@code profile} is an empty folder. */
  static Browser start(Path profile) {
    return start(profile, Map.of());
  }

  /** A browser that runs no script of any page. */
  static Browser withoutScripts(Path profile) {
    return start(profile, Map.of("profile.managed_default_content_settings.javascript", 2));
  }

  private static Browser start(Path profile, Map<String, Object> preferences) {
    // Only its newer protocol is wanting for the newest browsers, and that is not used.
    SELENIUM.setLevel(Level.SEVERE);
    ChromeDriverService service = new ChromeDriverService.Builder()
        .usingDriverExecutable(chromedriver().orElseThrow())
        .usingAnyFreePort()
        .withLogOutput(OutputStream.nullOutputStream())
        .build();
    Browser browser = new Browser(new ChromeDriver(service, options(profile, preferences)));
    browser.resize(SCREEN);
    browser.forgetRequests();
    return browser;
  }

  private static ChromeOptions options(Path profile, Map<String, Object> preferences) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().orElseThrow());
    options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--user-data-dir=" + profile);
    options.setExperimentalOption("prefs", preferences);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    return options;
  }

  private static Optional<File> browser() {
    return found("entente.browser", BROWSERS);
  }

  private static Optional<File> chromedriver() {
    return found(ChromeDriverService.CHROME_DRIVER_EXE_PROPERTY, List.of("chromedriver"));
  }

  /** The file that a system property names, else the first of the names that is there. */
  private static Optional<File> found(String property, List<String> names) {
    return Optional.ofNullable(System.getProperty(property)).map(File::new)
        .or(() -> names.stream().flatMap(Browser::everywhere).findFirst());
  }

  private static Stream<File> everywhere(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty()),
        FOLDERS.stream()).map(folder -> Path.of(folder, name)).filter(Files::isExecutable).map(Path::toFile);
  }

  /** Opens a page and waits until it is loaded. */
  void open(String address) {
    driver.get(address);
  }

  void resize(Dimension size) {
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", size.width, "height", size.height,
        "deviceScaleFactor", 1, "mobile", size.equals(PHONE)));
  }

  /** Takes nothing from what earlier pages brought. */
  void loadEverythingAnew() {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
  }

  /** Lets pages believe that people prefer this scheme: {@code light} or {@code dark}. */
  void prefer(String scheme) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  String address() {
    return driver.getCurrentUrl();
  }

  WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> elements(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  WebElement link(String words) {
    return driver.findElement(By.linkText(words));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object run(String script) {
    return Objects.requireNonNullElse(driver.executeScript(script), "");
  }

  /** Runs a script that calls its last argument when it is done, with its result. */
  Object await(String script, Object... arguments) {
    driver.manage().timeouts().scriptTimeout(PATIENCE_WITH_SCRIPTS);
    return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "");
  }

  void until(ExpectedCondition<?> condition) {
    new WebDriverWait(driver, PATIENCE).until(condition);
  }

  /** What the console was told since it was last asked, warnings and worse. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue()).map(LogEntry::getMessage).toList();
  }

  /** The addresses that pages asked for since it was last asked, those within a page left out. */
  List<String> requests() {
    return StreamSupport.stream(driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
        .map(entry -> JsonParser.parseString(entry.getMessage()).getAsJsonObject().getAsJsonObject("message"))
        .filter(message -> message.get("method").getAsString().equals("Network.requestWillBeSent"))
        .map(Browser::requested)
        .filter(address -> !address.startsWith("data:") && !address.startsWith("blob:"))
        .toList();
  }

  private static String requested(JsonObject message) {
    return message.getAsJsonObject("params").getAsJsonObject("request").get("url").getAsString();
  }

  private void forgetRequests() {
    driver.manage().logs().get(LogType.PERFORMANCE);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
