/**
 * The whole dataset as files for download: sorted, the same bytes for the same data, made in bounded memory. It knows
 * named graphs only, not what they say.
 */
@NullMarked
package org.entente.publish.dump;

import org.jspecify.annotations.NullMarked;
