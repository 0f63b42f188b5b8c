/** What somebody recommends: lists of proposals, told by the grammar of their items, and advice in prose. */
@NullMarked
package org.entente.advice;

import org.jspecify.annotations.NullMarked;
