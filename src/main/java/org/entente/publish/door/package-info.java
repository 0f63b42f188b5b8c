/**
 * What stands before the server: how fast a request has to come in, how many are worked on at a time, how many one
 * client may send. Knows lines and bytes, nothing of what is published.
 */
@NullMarked
package org.entente.publish.door;

import org.jspecify.annotations.NullMarked;
