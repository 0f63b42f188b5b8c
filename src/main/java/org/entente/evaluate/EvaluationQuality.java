package org.entente.evaluate;

import java.util.Locale;

/**
 * An evaluation's figures as measurements in the W3C's Data Quality Vocabulary, in Turtle: what a dataset that was read
 * by this software says of itself. IRIs are relative to the dataset's base; the metrics are described with the dataset.
 */
public final class EvaluationQuality {

  private final StringBuilder turtle = new StringBuilder();

  private EvaluationQuality(Evaluation evaluation) {
    int rows = evaluation.score(Level.STATES).rows();
    turtle.append("# Measured with \"entente evaluate --format turtle\".\n\n")
        .append("PREFIX dqv:  <http://www.w3.org/ns/dqv#>\n")
        .append("PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n\n")
        .append("<#quality> skos:scopeNote\n  \"Measured on ").append(evaluation.documents().size())
        .append(" articles in which readers recorded ").append(rows)
        .append(" undertakings; they are no part of this dataset.\"@en .\n");
  }

  public static String of(Evaluation evaluation) {
    EvaluationQuality quality = new EvaluationQuality(evaluation);
    for (Level level : Level.values()) {
      Score score = evaluation.score(level);
      String name = level.name().toLowerCase(Locale.ROOT);
      quality.add(name + "-precision", score.precision());
      quality.add(name + "-recall", score.recall());
      quality.add(name + "-f1", score.f1());
    }
    quality.add("status-accuracy", evaluation.statusAccuracy().share());
    quality.add("field-accuracy", evaluation.fieldAccuracy().share());
    quality.add("date-accuracy", evaluation.dateAccuracy().share());
    quality.add("place-accuracy", evaluation.placeAccuracy().share());
    quality.add("roles-accuracy", evaluation.roleAccuracy().share());
    quality.add("proposals-recall", evaluation.proposalsFound().share());
    return quality.turtle.toString();
  }

  private void add(String metric, double value) {
    turtle.append("\n<#dataset> dqv:hasQualityMeasurement <#measured-").append(metric).append("> .\n")
        .append("<#measured-").append(metric).append("> a dqv:QualityMeasurement ; dqv:computedOn <#dataset> ;\n")
        .append("  dqv:isMeasurementOf <#metric-").append(metric).append("> ; dqv:value ")
        .append(String.format(Locale.ROOT, "%.3f", value)).append(" .\n");
  }
}
