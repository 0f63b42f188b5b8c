/** The names we use on the web: terms, prefixes, IRIs. Nobody else concatenates an IRI. */
@NullMarked
package org.entente.vocab;

import org.jspecify.annotations.NullMarked;
