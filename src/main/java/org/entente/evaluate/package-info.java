/**
 * How well the loader reads: what it finds in articles held against what careful readers annotated in them. Gold
 * folders, the matching of findings to rows, the figures made from it and their text. It changes nothing and stores
 * nothing.
 */
@NullMarked
package org.entente.evaluate;

import org.jspecify.annotations.NullMarked;
