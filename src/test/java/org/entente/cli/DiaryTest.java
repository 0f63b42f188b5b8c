package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiaryTest {

  private static Logger logger() throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    return context.getLogger("org.entente");
  }

  private static String written(Logger logger, LoggingEvent event) {
    ConsoleAppender<ILoggingEvent> diary = (ConsoleAppender<ILoggingEvent>) logger.getAppender("diary");
    return new String(diary.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  private static LoggingEvent hostile(Logger logger, Throwable problem) {
    return new LoggingEvent("x", logger, Level.WARN, "GET {} took too long", problem,
        new Object[] {"/id/a\r\n12:00:00 ERROR all is lost\u001b[2J\u2028next"});
  }

  @Test
  void keepsAMessageOnOneLineWhateverIsInIt() throws JoranException {
    Logger logger = logger();
    assertEquals("WARN  GET /id/a 12:00:00 ERROR all is lost [2J next took too long" + System.lineSeparator(),
        written(logger, hostile(logger, null)).substring(9));
  }

  @Test
  void writesOneJsonObjectALineWithTheNameOfTheRequestForProgramsToRead() throws JoranException {
    Logger logger = logger();
    JsonLines.use(logger.getLoggerContext());
    LoggingEvent event = hostile(logger, new IllegalStateException("a\nproblem"));
    event.setMDCPropertyMap(Map.of("Entente-Request", "abc123"));
    String line = written(logger, event);
    assertEquals(line.length() - 1, line.indexOf('\n'));
    JsonObject read = JsonParser.parseString(line).getAsJsonObject();
    assertEquals("WARN", read.get("level").getAsString());
    assertEquals("GET /id/a\r\n12:00:00 ERROR all is lost\u001b[2J\u2028next took too long",
        read.get("formattedMessage").getAsString());
    assertEquals("abc123", read.getAsJsonObject("mdc").get("Entente-Request").getAsString());
    assertEquals("a\nproblem", read.getAsJsonObject("throwable").get("message").getAsString());
  }

  @Test
  void leavesThePasswordOfAnAddressOutOfMessagesAndTraces() throws JoranException {
    Logger logger = logger();
    String address = "https://reader:secret@data.example.org/sparql";
    LoggingEvent event = new LoggingEvent("x", logger, Level.ERROR, "{} is \"slow\" (a@b)",
        new IllegalStateException("POST " + address), new Object[] {address});
    String text = written(logger, event);
    assertTrue(text.contains("https://data.example.org/sparql is \"slow\" (a@b)"), text);
    assertTrue(text.contains("IllegalStateException: POST https://data.example.org/sparql"), text);
    assertFalse(text.contains("secret"), text);
    JsonLines.use(logger.getLoggerContext());
    JsonObject line = JsonParser.parseString(written(logger, event)).getAsJsonObject();
    assertEquals("https://data.example.org/sparql is \"slow\" (a@b)", line.get("formattedMessage").getAsString());
    assertFalse(line.toString().contains("secret"), line.toString());
  }
}
