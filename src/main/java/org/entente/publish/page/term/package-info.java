/** Pages of the vocabulary: the ontology, its schemes and each term. */
@NullMarked
package org.entente.publish.page.term;

import org.jspecify.annotations.NullMarked;
