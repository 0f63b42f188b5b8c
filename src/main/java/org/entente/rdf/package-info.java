/** Undertakings as triples: everything one article gives, as one named graph with its provenance. */
@NullMarked
package org.entente.rdf;

import org.jspecify.annotations.NullMarked;
