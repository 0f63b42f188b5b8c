package org.entente.learned;

import java.util.Optional;
import org.entente.mention.Mention.DateMention;
import org.entente.time.TimeInterval;

/**
 * The days on which something may have taken place.
 *
 * @param words that say so; empty where it is only that the article is of that day
 */
public record Dating(TimeInterval days, Optional<DateMention> words) {}
