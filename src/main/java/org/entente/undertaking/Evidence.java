package org.entente.undertaking;

import java.util.Optional;
import org.entente.text.Span;

/**
 * The words that state something: a whole sentence, bullet or caption, or the narrower words of a trigger.
 *
 * @param span where they stand in the article's text
 * @param words the text at that span, always
 * @param section the heading they stand under
 * @param paragraph number of their block, see {@code article.Block}
 */
public record Evidence(Span span, String words, Optional<String> section, int paragraph) {}
