/**
 * What is read out of an article: undertakings of a kind and a status, with the parties in their roles and the words
 * that they rest on, and the proposals for others.
 */
@NullMarked
package org.entente.undertaking;

import org.jspecify.annotations.NullMarked;
