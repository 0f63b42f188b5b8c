package org.entente.undertaking;

import java.util.Optional;
import org.entente.time.TimeInterval;

/**
 * One dated step in an agreement's history.
 *
 * @param step local name in the stage scheme: initialled, signed, ratified, in-force, suspended, lapsed
 */
public record Stage(String step, Optional<TimeInterval> when, Optional<String> dateText, Evidence evidence) {}
