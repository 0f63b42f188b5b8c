/** Whether a graph meets the shapes; findings in words. */
@NullMarked
package org.entente.validate;

import org.jspecify.annotations.NullMarked;
