/** The site as files for a web server that only sends files: pages, data, dumps, redirects. */
@NullMarked
package org.entente.publish.files;

import org.jspecify.annotations.NullMarked;
