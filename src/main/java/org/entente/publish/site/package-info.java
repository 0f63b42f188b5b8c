/**
 * The site: which address shows what, in which forms, and the server that listens there; the dataset's profile,
 * search, exports, dumps, reconciliation and the intake of articles. It knows graphs only, not how they came to be;
 * pages for people are written in {@code publish.page}, dumps in {@code publish.dump}. Only {@code Intake} lets
 * anybody write, and nobody without a token.
 */
@NullMarked
package org.entente.publish.site;

import org.jspecify.annotations.NullMarked;
