package org.entente.publish.sparql;

import java.util.HashMap;
import java.util.Map;
import org.entente.publish.door.ClientNetwork;
import org.entente.publish.http.HttpProblem;

/** The places for queries: so many in all, and half of them for one client at most, so that nobody takes all. */
public final class QueryPlaces {

  private final int all;
  private final int each;
  private final boolean forwarded;
  private final Map<String, Integer> taken = new HashMap<>();
  private int running;

  /**
   * @param forwarded whether addresses are those of clients even where they are of this machine
   */
  public QueryPlaces(int all, boolean forwarded) {
    this.all = all;
    this.each = Math.max(1, all / 2);
    this.forwarded = forwarded;
  }

  /** Takes a place, or refuses in words. */
  public synchronized void take(String client) {
    if (running >= all) {
      throw new HttpProblem(503, "Too many queries run at this moment", "Ask again in a few seconds.")
          .withHeader("Retry-After", "5");
    }
    int own = taken.getOrDefault(client, 0);
    if (own >= each && isBounded(client)) {
      throw new HttpProblem(429, "Too many queries of yours run at this moment",
          "At most " + each + " of one client run at the same time; wait for their answers.")
          .withHeader("Retry-After", "5");
    }
    taken.put(client, own + 1);
    running++;
  }

  private boolean isBounded(String client) {
    return forwarded || !ClientNetwork.isOfThisMachine(client);
  }

  public synchronized void giveBack(String client) {
    taken.computeIfPresent(client, (key, own) -> own > 1 ? own - 1 : null);
    running--;
  }
}
