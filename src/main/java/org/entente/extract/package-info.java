/**
 * From parsed sentences and mentions to undertakings: which words announce one, where it stands, who takes part, in
 * which field, when. Words are the lexicon's; here are only the rules of syntax and discourse.
 */
@NullMarked
package org.entente.extract;

import org.jspecify.annotations.NullMarked;
