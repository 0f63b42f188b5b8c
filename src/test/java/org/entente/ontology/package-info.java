/** The ontology's own files: that they parse, that their terms are described, that the examples are judged rightly. */
@NullMarked
package org.entente.ontology;

import org.jspecify.annotations.NullMarked;
