package org.entente.spark;

/**
 * A file that was written.
 *
 * @param file its name below the output folder
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 */
record FileSum(String file, long bytes, String sha256) {}
