package org.entente.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read and is no article on relations between states, by fingerprint, a line each in {@code off-topic} beside a store's
 * database: it is in no catalogue, and would be parsed again whenever its folder is loaded. Nothing but time is lost with
 * the file. Safe to share between threads.
 */
final class OffTopic {

  private static final Logger LOG = LoggerFactory.getLogger(OffTopic.class);
  private static final String FILE = "off-topic";

  private final Optional<Path> file;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param folder the store's; none for one in memory
   */
  OffTopic(Optional<Path> folder) {
    file = folder.map(path -> path.resolve(FILE));
    file.filter(Files::exists).ifPresent(this::read);
  }

  private void read(Path from) {
    try (Stream<String> lines = Files.lines(from, StandardCharsets.ISO_8859_1)) {
      lines.forEach(known::add);
    } catch (IOException e) {
      LOG.warn("{} could not be read ({}): what is no article is read anew", from, e.getMessage());
    }
  }

  boolean has(String fingerprint) {
    return known.contains(fingerprint);
  }

  /** Remembers it at once, since a load may be broken off at any time. */
  synchronized void add(String fingerprint) {
    if (!known.add(fingerprint) || file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(file.get(), fingerprint + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.warn("{} could not be written ({}): what is no article will be read anew", file.get(), e.getMessage());
    }
  }
}
