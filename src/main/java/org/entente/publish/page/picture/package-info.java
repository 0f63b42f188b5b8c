/** Pictures drawn on the server as SVG or tables: networks, lines of time, years, pairs, the ontology. */
@NullMarked
package org.entente.publish.page.picture;

import org.jspecify.annotations.NullMarked;
