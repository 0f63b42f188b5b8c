/**
 * The data as tables, networks and maps to take away: what each holds is a query kept as a file, whose head says what
 * its columns mean; here they are written, whatever the query.
 */
@NullMarked
package org.entente.publish.export;

import org.jspecify.annotations.NullMarked;
