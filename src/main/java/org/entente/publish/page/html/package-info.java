/** The small HTML builder, and the frame that stands around every page. */
@NullMarked
package org.entente.publish.page.html;

import org.jspecify.annotations.NullMarked;
