/**
 * The commands: each parses its options, calls one thing and prints. Results go to standard output, the diary to
 * standard error; only here do exceptions become words and exit codes.
 */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
