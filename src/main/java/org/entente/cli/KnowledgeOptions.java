package org.entente.cli;

import java.nio.file.Path;
import java.util.List;
import org.entente.load.ReaderChoice;
import org.entente.load.Workbench;
import picocli.CommandLine.Option;

/** An operator's own names and words, on top of the bundled ones. */
final class KnowledgeOptions {

  @Option(
      names = "--gazetteer",
      paramLabel = "FILE.ttl",
      description = "More states, institutions, persons and places; may be repeated.")
  private List<Path> gazetteer = List.of();

  @Option(
      names = "--lexicon",
      paramLabel = "FILE.ttl",
      description = "More words that announce an undertaking; may be repeated.")
  private List<Path> lexicon = List.of();

  @Option(
      names = "--reader",
      defaultValue = "both",
      description = "Who reads: ${COMPLETION-CANDIDATES}. \"both\" finds far more than the rules alone in texts of all"
          + " kinds; \"rules\" is faster and reads the same on every machine. Default ${DEFAULT-VALUE}.")
  private ReaderChoice reader = ReaderChoice.both;

  /** Whether the operator named any. */
  boolean isGiven() {
    return !gazetteer.isEmpty() || !lexicon.isEmpty();
  }

  Workbench workbench(Workbench.Maker maker, String base) {
    return maker.make(base, gazetteer, lexicon, reader);
  }
}
