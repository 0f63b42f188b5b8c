/**
 * HTTP and nothing else: what was asked and how it is answered, negotiation of forms, problems, replies and their
 * caching, JSON, and what the server counts about itself. Of RDF it knows the names of its forms only; what is
 * published is left to the rooms above.
 */
@NullMarked
package org.entente.publish.http;

import org.jspecify.annotations.NullMarked;
