/**
 * One sentence as a clause graph in the terms of Universal Dependencies: who stands in which grammatical relation to
 * what, with passive, control, coordination, relative clauses and apposition worked out once, for every later stage.
 * {@link org.entente.syntax.ClauseGraphAdapter} is the only class that knows the parser's own labels.
 */
@NullMarked
package org.entente.syntax;

import org.jspecify.annotations.NullMarked;
