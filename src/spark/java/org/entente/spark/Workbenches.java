package org.entente.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.load.Workbench;

/**
 * One workbench for each executor and setting: its language model takes seconds and hundreds of megabytes, and all tasks
 * of a process share it. It is made by the first task that needs it.
 */
final class Workbenches {

  /** Spark sends code to a process and keeps no objects between tasks, so that only something static is found again. */
  private static final Map<Settings, Workbench> MADE = new ConcurrentHashMap<>();

  private Workbenches() {}

  static Workbench of(Settings settings) {
    return MADE.computeIfAbsent(settings, Settings::workbench);
  }
}
