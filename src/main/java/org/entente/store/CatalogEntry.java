package org.entente.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What the catalogue says of one named graph.
 *
 * @param graph its IRI
 * @param fingerprint what it was made from, see {@link StoredGraph}
 * @param digest SHA-256 of its triples, whatever their order
 * @param textDigest the text beside it
 * @param triples how many it has
 * @param created when it came, as far as the store knows
 * @param modified when its content became what it is
 */
public record CatalogEntry(
    String graph, String fingerprint, String digest, Optional<String> textDigest, long triples, Instant created,
    Instant modified) {}
