/**
 * What an article states, gathered: one undertaking told several times becomes one finding; what came out of a visit
 * is tied to it; a denial ends what was claimed.
 */
@NullMarked
package org.entente.merge;

import org.jspecify.annotations.NullMarked;
