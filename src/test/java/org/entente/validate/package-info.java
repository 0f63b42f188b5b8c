/** Tests of validation. */
@NullMarked
package org.entente.validate;

import org.jspecify.annotations.NullMarked;
