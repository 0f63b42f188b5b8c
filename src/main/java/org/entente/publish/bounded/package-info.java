/**
 * SPARQL queries of strangers that always end: their shape is looked at before they are parsed, paths and regular
 * expressions are evaluated in a way that takes no more than linear time at each step, texts and numbers stay bounded,
 * and everything that may take long asks its {@link org.entente.publish.bounded.QueryWatch} whether it may go on.
 */
@NullMarked
package org.entente.publish.bounded;

import org.jspecify.annotations.NullMarked;
