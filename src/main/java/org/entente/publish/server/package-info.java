/**
 * The dataset on the web: addresses, forms, negotiation, SPARQL, limits, caching, errors. It knows graphs only, not how
 * they came to be; pages for people are written in {@code publish.page}, dumps in {@code publish.dump}. Nothing in this
 * room lets the public write.
 */
@NullMarked
package org.entente.publish.server;

import org.jspecify.annotations.NullMarked;
