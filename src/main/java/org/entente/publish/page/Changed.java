package org.entente.publish.page;

/**
 * What became of something.
 *
 * @param day as in ISO 8601
 * @param fate in one word
 * @param address where to read about it
 * @param words more about it; may be empty
 */
public record Changed(String day, String fate, String label, String address, String words) {}
