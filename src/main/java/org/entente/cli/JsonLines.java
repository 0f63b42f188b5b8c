package org.entente.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.entente.problem.Secrets;
import org.slf4j.Logger;

/**
 * The diary for programs: one JSON object a line, with the time in milliseconds, level, logger, thread, message, stack
 * trace, and under {@code mdc} the name of the request. A user's name and password in an address are left out.
 */
final class JsonLines {

  private JsonLines() {}

  /** Has everything that goes to the console written so. */
  static void use(LoggerContext context) {
    context.getLoggerList().forEach(logger -> {
      for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext();) {
        if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
          console.setEncoder(encoder(context, !logger.getName().equals(Logger.ROOT_LOGGER_NAME)));
        }
      }
    });
  }

  private static JsonEncoder encoder(LoggerContext context, boolean withTraces) {
    JsonEncoder encoder = new JsonEncoder() {
      @Override
      public byte[] encode(ILoggingEvent event) {
        return Secrets.hidden(new String(super.encode(event), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      }
    };
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithThrowable(withTraces);
    encoder.start();
    return encoder;
  }
}
