package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiaryTest {

  @Test
  void keepsAMessageOnOneLineWhateverIsInIt() throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    Logger logger = context.getLogger("org.entente");
    ConsoleAppender<ILoggingEvent> diary = (ConsoleAppender<ILoggingEvent>) logger.getAppender("diary");
    PatternLayoutEncoder encoder = (PatternLayoutEncoder) diary.getEncoder();
    LoggingEvent event = new LoggingEvent("x", logger, Level.WARN, "GET {} took too long", null,
        new Object[] {"/id/a\r\n12:00:00 ERROR all is lost\u001b[2J\u2028next"});
    String written = new String(encoder.encode(event), StandardCharsets.UTF_8);
    assertEquals("WARN  GET /id/a 12:00:00 ERROR all is lost [2J next took too long" + System.lineSeparator(),
        written.substring(9));
  }
}
