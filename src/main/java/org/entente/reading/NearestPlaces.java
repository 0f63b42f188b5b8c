package org.entente.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.merge.Finding;
import org.entente.text.Span;

/**
 * Where something is that names no place in its own clause: at the places of its sentence that are nearest to it, and to
 * nothing else that the sentence tells.
 */
final class NearestPlaces {

  private NearestPlaces() {}

  /** @param findings all that a sentence tells */
  static List<Finding> settled(List<Finding> findings, AnnotatedSentence sentence) {
    List<Finding> settled = new ArrayList<>();
    for (Finding finding : findings) {
      List<Actor> near = finding.details().places().isEmpty() ? near(finding, findings, sentence) : List.of();
      settled.add(near.isEmpty() ? finding : finding.at(near));
    }
    return settled;
  }

  private static List<Actor> near(Finding finding, List<Finding> all, AnnotatedSentence sentence) {
    Set<Actor> places = new LinkedHashSet<>();
    for (ActorMention mention : sentence.actors()) {
      Finding nearest =
          all.stream().min(Comparator.comparingInt(f -> distance(f.trigger(), mention.span()))).orElseThrow();
      if (mention.sense() == Sense.LOCATION && nearest.equals(finding)) {
        mention.actors().stream().filter(a -> a.type() == Actor.Type.PLACE).forEach(places::add);
      }
    }
    return List.copyOf(places);
  }

  /** Characters between two stretches of text. */
  private static int distance(Span one, Span other) {
    return Math.max(0, Math.max(one.start() - other.end(), other.start() - one.end()));
  }
}
