/** The stages put together: an article goes in, what it states comes out. {@link org.entente.reading.RuleReader} shows the way. */
@NullMarked
package org.entente.reading;

import org.jspecify.annotations.NullMarked;
