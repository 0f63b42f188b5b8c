package org.entente.publish.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.publish.data.PerVersion;
import org.entente.publish.http.HttpProblem;
import org.entente.vocab.Addresses;

/** Says that a thing is not here, and which things nearly have its name. */
final class NearNames {

  private static final int MOST = 5;

  private final PerVersion<SearchIndex> index;
  private final Addresses addresses;

  NearNames(PerVersion<SearchIndex> index, Addresses addresses) {
    this.index = index;
    this.addresses = addresses;
  }

  /**
   * The problem to throw.
   *
   * @param name what was asked for, the last part of its path being the name proper
   */
  HttpProblem notFound(String name) {
    Map<String, String> near = new LinkedHashMap<>();
    SearchIndex names = index.get();
    for (String iri : names.near(name, MOST)) {
      addresses.pageOf(iri).ifPresent(address -> near.put(address, names.label(iri)));
    }
    String advice = near.isEmpty()
        ? "Search for it under /search?q=, or begin at the start page."
        : "Near names: " + String.join(", ", near.values()) + ".";
    HttpProblem problem = HttpProblem.notFound("The dataset says nothing about \"" + name + "\". " + advice);
    return near.isEmpty() ? problem : problem.with(ProblemReplies.NEAR, near);
  }
}
