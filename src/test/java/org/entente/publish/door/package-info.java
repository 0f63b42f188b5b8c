/** Servers over HTTPS. */
@NullMarked
package org.entente.publish.door;

import org.jspecify.annotations.NullMarked;
