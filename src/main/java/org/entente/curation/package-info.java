/**
 * What people decide about what was read: this statement is wrong, that one is mended so, these two are the same. Read
 * from files, kept as a graph of the dataset, and applied to every graph before it is stored, so that a decision
 * survives each reading of the article.
 */
@NullMarked
package org.entente.curation;

import org.jspecify.annotations.NullMarked;
