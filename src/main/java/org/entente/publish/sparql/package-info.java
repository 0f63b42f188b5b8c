/**
 * Queries on what is published: which are let in, where they run, how long and how much they may give, and the forms
 * that their answers come in.
 */
@NullMarked
package org.entente.publish.sparql;

import org.jspecify.annotations.NullMarked;
