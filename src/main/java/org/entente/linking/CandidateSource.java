package org.entente.linking;

import java.util.List;
import java.util.Map;

/** Where candidates come from. */
public interface CandidateSource {

  /**
   * What each of these names may mean, by name; names without candidates may be missing.
   *
   * @throws LinkingException when the source cannot be read or does not answer as it should
   */
  Map<String, List<Candidate>> candidates(List<String> names);
}
