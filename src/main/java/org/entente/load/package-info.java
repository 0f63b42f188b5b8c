/**
 * The whole way, one article at a time: read, extract, describe, check, store. Each step is somebody else's; here is
 * their order, what is done when one refuses, and what the bundled parts are.
 */
@NullMarked
package org.entente.load;

import org.jspecify.annotations.NullMarked;
