/**
 * What pages are made of: names and links of things and terms, what our vocabulary says of its terms, rows of the
 * pages' queries, and the deeds, quotations and excerpts that several pages show.
 */
@NullMarked
package org.entente.publish.page.part;

import org.jspecify.annotations.NullMarked;
