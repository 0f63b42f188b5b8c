package org.entente.learned;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.entente.article.Block;
import org.entente.mention.AnnotatedSentence;
import org.entente.mention.Mention.ActorMention;
import org.entente.mention.Mention.Sense;
import org.entente.reference.ArticleTopic;

/**
 * The states of an article with how it speaks of them, from which one can tell whom it is about: a report from one
 * capital, a chronology of one country's relations.
 */
final class Cast {

  /** Sentences at the head of an article that tell whom it is about. */
  private static final int OPENING = 3;

  /** So many groups of states are remembered. */
  private static final int GROUPS = 4;

  private final Map<String, Map<String, Float>> features = new LinkedHashMap<>();
  private final List<Set<String>> groups;

  Cast(Collection<AnnotatedSentence> sentences, ArticleTopic topic) {
    groups = groups(sentences);
    Map<String, Integer> named = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    Map<String, Integer> with = new HashMap<>();
    Set<String> title = new LinkedHashSet<>();
    Set<String> opening = new LinkedHashSet<>();
    int prose = 0;
    int telling = 0;
    for (AnnotatedSentence sentence : sentences) {
      boolean heading = sentence.block().kind() == Block.Kind.TITLE;
      prose += heading ? 0 : 1;
      Set<String> here = new LinkedHashSet<>();
      for (ActorMention m : sentence.actors()) {
        here.addAll(m.states());
        m.states().forEach(s -> (m.sense() == Sense.LOCATION ? places : named).merge(s, 1, Integer::sum));
      }
      if (heading) {
        title.addAll(here);
      } else if (prose <= OPENING) {
        opening.addAll(here);
      }
      telling += here.isEmpty() ? 0 : 1;
      if (here.size() >= 2) {
        here.forEach(s -> with.merge(s, 1, Integer::sum));
      }
    }
    Set<String> all = new LinkedHashSet<>(named.keySet());
    all.addAll(places.keySet());
    all.addAll(topic.speaksFor().stream().toList());
    List<String> ranked =
        all.stream()
            .sorted(
                Comparator.comparing((String s) -> -named.getOrDefault(s, 0) - places.getOrDefault(s, 0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    int together = with.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    for (String state : ranked) {
      int rank = ranked.indexOf(state);
      float share = telling == 0 ? 0 : (float) (named.getOrDefault(state, 0) + places.getOrDefault(state, 0)) / telling;
      Map<String, Float> f = new LinkedHashMap<>();
      f.put("rank" + Math.min(rank, 4), 1f);
      f.put("share" + (int) Math.min(5, share * 8), 1f);
      f.put("with", (float) with.getOrDefault(state, 0) / together);
      f.put("placed", Math.min(1f, places.getOrDefault(state, 0) / 4f));
      if (title.contains(state)) {
        f.put("title" + Math.min(3, title.size()), 1f);
        f.put("title&rank" + Math.min(rank, 3), 1f);
      }
      if (opening.contains(state)) {
        f.put("opening", 1f);
      }
      if (topic.speaksFor().filter(state::equals).isPresent()) {
        f.put("speaks", 1f);
      }
      int imprint = topic.imprint().indexOf(state);
      if (imprint >= 0) {
        f.put("imprint" + Math.min(2, imprint), 1f);
        f.put("imprint of" + Math.min(3, topic.imprint().size()), 1f);
        f.put("imprint&rank" + Math.min(rank, 3), 1f);
      }
      if (topic.main().contains(state)) {
        f.put("main" + topic.main().size(), 1f);
      }
      if (topic.dyad().contains(state)) {
        f.put("dyad", 1f);
      }
      f.put("many" + Math.min(6, ranked.size() / 2), 1f);
      features.put(state, f);
    }
  }

  /** Three states or more that a sentence names together: those named together most often, then the largest. */
  private static List<Set<String>> groups(Collection<AnnotatedSentence> sentences) {
    Map<Set<String>, Integer> times = new LinkedHashMap<>();
    for (AnnotatedSentence sentence : sentences) {
      Set<String> here = new TreeSet<>();
      sentence.actors().stream().filter(m -> m.sense() != Sense.LOCATION).forEach(m -> here.addAll(m.states()));
      if (here.size() > 2) {
        times.merge(here, 1, Integer::sum);
      }
    }
    return times.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Set<String>, Integer> g) -> -g.getValue())
            .thenComparing(g -> -g.getKey().size()))
        .limit(GROUPS).map(Map.Entry::getKey).toList();
  }

  /** States that it names together, ISO alpha-3 codes. */
  List<Set<String>> groups() {
    return groups;
  }

  /** ISO alpha-3 codes, those named most first. */
  List<String> states() {
    return new ArrayList<>(features.keySet());
  }

  /** Its states as a window lists them. */
  List<Window.Listed> listed(Function<String, Optional<Actor>> stateByCode) {
    return features.keySet().stream().flatMap(code -> stateByCode.apply(code).stream()
        .map(actor -> new Window.Listed(code, actor.name()))).toList();
  }

  /** Features of one of its states. */
  Map<String, Float> features(String state) {
    return features.getOrDefault(state, Map.of());
  }
}
