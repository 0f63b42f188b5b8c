package org.entente.publish.site;

import java.util.Map;

/** Changes the published data for those who may write. What is published then changes under the server. */
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
   * Takes an article out.
   *
   * @param article its IRI
   * @param why for those who ask for it later; empty when nothing was said
   * @param who decided it, for them too; empty when nobody is to be named
   * @return what became of it
   */
  Taken remove(String article, String why, String who);

  /**
   * What became of an article.
   *
   * @param status the HTTP status that says so: 201 stored, 200 there already or taken out, 404 not there, 422 rejected
   * @param members the same for programs
   */
  record Taken(int status, Map<String, Object> members) {
    public Taken {
      members = Map.copyOf(members);
    }

    /** The member of this name in words; empty when there is none. */
    String word(String name) {
      return String.valueOf(members.getOrDefault(name, ""));
    }
  }
}
