package org.entente.publish.server;

import java.util.Map;

/** Takes articles into the published data, for those who may write. What is published then changes under the server. */
@FunctionalInterface
public interface Intake {

  /**
   * Takes one article.
   *
   * @param name the file's name with its ending
   * @param content its bytes
   * @param metadata what the sender knows better than the file, by the names of the command line's options
   * @return what became of it
   */
  Taken take(String name, byte[] content, Map<String, String> metadata);

  /**
   * What became of an article.
   *
   * @param status the HTTP status that says so: 201 stored, 200 there already, 422 rejected
   * @param members the same for programs
   */
  record Taken(int status, Map<String, Object> members) {
    public Taken {
      members = Map.copyOf(members);
    }
  }
}
