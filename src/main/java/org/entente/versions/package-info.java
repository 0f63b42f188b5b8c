/**
 * What became of the data: between two versions of it, in words, and day by day, as a feed and as an event stream. It
 * reads statements and labels; where they come from is left to others.
 */
@NullMarked
package org.entente.versions;

import org.jspecify.annotations.NullMarked;
