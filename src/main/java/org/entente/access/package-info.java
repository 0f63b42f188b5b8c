/**
 * Who may change the data, and who did: tokens and what they allow, how often somebody may guess one, and the log of
 * changes. Knows nothing of HTTP and of what is stored.
 */
@NullMarked
package org.entente.access;

import org.jspecify.annotations.NullMarked;
