/** Tests of the pages for people. */
@NullMarked
package org.entente.publish.page;

import org.jspecify.annotations.NullMarked;
