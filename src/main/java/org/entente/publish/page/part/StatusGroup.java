package org.entente.publish.page.part;

import java.util.Arrays;
import java.util.Set;

/** What must never be mixed on a page: what happened, goes on, is in sight, is only urged, or is over. */
public enum StatusGroup {
  DONE("done", "Done", "What they did", "Completed or concluded.", Set.of("completed", "concluded")),
  UNDER_WAY("under-way", "Under way", "What they have under way", "Going on when the article was written.",
      Set.of("ongoing")),
  IN_SIGHT("in-sight", "In sight", "What they negotiate, plan or have offered",
      "None of this had happened when the article was written.", Set.of("negotiating", "planned", "offered")),
  URGED("urged", "Only urged", "What they are only urged to do",
      "Proposed by somebody or called possible. None of this is said to have happened.",
      Set.of("proposed", "possible")),
  ENDED("ended", "Ended", "What has ended", "Broken off, expired or withdrawn.", Set.of("ended")),
  UNKNOWN("unknown", "Status unknown", "What has no status that we know", "The data give no status of ours.",
      Set.of());

  private final String code;
  private final String shortName;
  private final String title;
  private final String explanation;
  private final Set<String> statuses;

  StatusGroup(String code, String shortName, String title, String explanation, Set<String> statuses) {
    this.code = code;
    this.shortName = shortName;
    this.title = title;
    this.explanation = explanation;
    this.statuses = statuses;
  }

  /** The group of a status concept's IRI. */
  public static StatusGroup of(String status) {
    String name = status.substring(status.lastIndexOf('#') + 1);
    return Arrays.stream(values()).filter(group -> group.statuses.contains(name)).findFirst().orElse(UNKNOWN);
  }

  public String code() {
    return code;
  }

  public String shortName() {
    return shortName;
  }

  String title() {
    return title;
  }

  /** The local names of the statuses in it. */
  public Set<String> statuses() {
    return statuses;
  }

  public String explanation() {
    return explanation;
  }
}
