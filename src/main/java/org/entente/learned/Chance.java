package org.entente.learned;

/** How likely somebody takes part. */
record Chance(Candidate candidate, double probability) {}
