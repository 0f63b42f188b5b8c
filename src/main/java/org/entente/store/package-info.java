/**
 * The dataset, on disk (TDB2) or in memory: one named graph for each article, replaced whole in one transaction, with
 * the normalised texts beside it and a catalogue of what was stored when. What the graphs say is left to others.
 */
@NullMarked
package org.entente.store;

import org.jspecify.annotations.NullMarked;
