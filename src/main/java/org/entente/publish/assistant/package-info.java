/**
 * The dataset for assistants, by the Model Context Protocol: a few tools that read what everybody may read, over standard
 * input and output or over HTTP. It asks by the addresses of the site, so that limits and refusals are the same.
 */
@NullMarked
package org.entente.publish.assistant;

import org.jspecify.annotations.NullMarked;
