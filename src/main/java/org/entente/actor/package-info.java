/**
 * Who can act: states, institutions, persons, posts and places, with all their names. The knowledge lies in Turtle
 * beside this package, in the published vocabulary, so that the same file is read for finding names and published.
 */
@NullMarked
package org.entente.actor;

import org.jspecify.annotations.NullMarked;
