/**
 * Pages for people: one request and the published graphs go in, HTML comes out. What belongs to HTTP (status, headers,
 * caching, which form is asked for) is left to {@code publish.server}, which calls this room through {@link
 * org.entente.publish.page.Pages}.
 */
@NullMarked
package org.entente.publish.page;

import org.jspecify.annotations.NullMarked;
