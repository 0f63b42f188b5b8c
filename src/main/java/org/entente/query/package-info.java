/** Questions kept as files: their text, parameters and documentation, and how they are filled in and asked. */
@NullMarked
package org.entente.query;

import org.jspecify.annotations.NullMarked;
