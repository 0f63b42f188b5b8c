/** Tests of the way from an extraction to a graph. */
@NullMarked
package org.entente.rdf;

import org.jspecify.annotations.NullMarked;
