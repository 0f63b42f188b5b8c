package org.entente.publish.page.part;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page is asked for.
 *
 * @param path the decoded path within the dataset, such as {@code /page/state/pakistan}, {@code /sparql} or {@code /}
 * @param query the parameters of the address in its order, decoded, each with its values in order
 * @param base the dataset's base IRI, with its closing slash: what the IRIs in the graphs start with, which need not
 *     be the host in use
 * @param relativeRoot how a link gets from this page to the dataset's root: {@code ./}, {@code ../}, {@code ../../}
 * @param jsonLd what the page is about as JSON-LD, to be put into its head for crawlers; empty where it is too much
 */
public record PageRequest(String path, Map<String, List<String>> query, String base, String relativeRoot,
    Optional<String> jsonLd) {

  public PageRequest {
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    query.forEach((name, values) -> ordered.put(name, List.copyOf(values)));
    query = Collections.unmodifiableMap(ordered);
  }

  /** The same with data for crawlers. */
  public PageRequest with(String json) {
    return new PageRequest(path, query, base, relativeRoot, Optional.of(json));
  }
}
