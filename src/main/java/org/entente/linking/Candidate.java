package org.entente.linking;

/**
 * Something elsewhere that a name may mean.
 *
 * @param name one of its names
 */
public record Candidate(String iri, String name) {}
