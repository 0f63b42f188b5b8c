/**
 * What is published, whether it lies in a store, in memory or behind another endpoint, and its union of graphs; and
 * what is kept for as long as one version of it lasts.
 */
@NullMarked
package org.entente.publish.data;

import org.jspecify.annotations.NullMarked;
