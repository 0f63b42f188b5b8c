/**
 * Pages for people: one request and what is to be shown go in, HTML comes out. What belongs to HTTP (status, headers,
 * caching, which form is asked for) is left to {@code publish.site}, which calls this room through {@link
 * org.entente.publish.page.EntentePages} and {@link org.entente.publish.page.term.TermPages}.
 */
@NullMarked
package org.entente.publish.page;

import org.jspecify.annotations.NullMarked;
