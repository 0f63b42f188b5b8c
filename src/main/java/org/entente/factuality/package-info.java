/**
 * Whether the text says that an undertaking took place, and where it stands: polarity and modality composed along the
 * path from the event to the root of its sentence. What no datum vouches for is not asserted.
 */
@NullMarked
package org.entente.factuality;

import org.jspecify.annotations.NullMarked;
