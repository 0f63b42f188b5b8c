package org.entente.reading;

import static org.entente.syntax.Relation.*;

import java.util.List;
import java.util.Optional;
import org.entente.lexicon.Lexicon;
import org.entente.lexicon.Signature.Says;
import org.entente.mention.AnnotatedSentence;
import org.entente.merge.Finding;
import org.entente.merge.Findings;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.VerbForm;
import org.entente.syntax.Word;
import org.entente.undertaking.Evidence;

/** Denials across clauses and sentences: "A paper claimed that X had shipped shells; X denies it", "That is untrue." */
final class Denials {

  /** A short answer like "He did not." repeats the question's verb. */
  private static final int SHORT = 6;

  private final Lexicon lexicon;

  Denials(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** A claim of this sentence, or of the one before, that the sentence denies. */
  void withinText(AnnotatedSentence sentence, List<Finding> here, List<Finding> before, Findings findings) {
    ClauseGraph graph = sentence.graph();
    for (Word verb : graph.words()) {
      boolean denies = verb.isVerb() && denies(verb) && !VerbForm.of(graph, verb).negated();
      Optional<Word> claim = graph.child(verb, OBJ).filter(o -> denies && lexicon.isA(o.lemma(), "Claim"));
      if (claim.isPresent()) {
        List<Finding> claims = here.stream().filter(f -> f.trigger().start() < verb.span().start()).toList();
        List<Finding> meant = claims.isEmpty() && !saysWhat(graph, verb, claim.get()) ? before : claims;
        findings.deny(meant.stream().map(Finding::id).toList(), Optional.empty(), meant);
      }
    }
  }

  /** "It denied a report <i>that Mongolia had sent observers</i>": what is denied stands there, not in the sentence before. */
  private static boolean saysWhat(ClauseGraph graph, Word verb, Word claim) {
    return graph.hasChild(claim, c -> c.is(CCOMP, ACL, RELCL, NMOD, PCOMP, DEP))
        || graph.hasChild(verb, c -> c.is(CCOMP));
  }

  /** "A paper reported that A had met B; the ministry called the story a fabrication": a word of denial behind the claim. */
  void byAWord(AnnotatedSentence sentence, List<Finding> here, Findings findings) {
    Optional<Word> denial =
        sentence.graph().words().stream().filter(w -> !w.isVerb() && denies(w) && !w.is(ADVMOD)).findFirst();
    if (denial.isPresent()) {
      List<Finding> claims =
          here.stream().filter(f -> f.told().reported() && f.trigger().start() < denial.get().span().start()).toList();
      findings.deny(claims.stream().map(Finding::id).toList(), Optional.empty(), claims);
    }
  }

  /** "That is simply untrue.": what the other speaker asked or claimed last is denied. */
  void byAnswer(AnnotatedSentence answer, List<Finding> asked, Evidence evidence, Findings findings) {
    if (isDenial(answer)) {
      findings.deny(asked.stream().map(Finding::id).toList(), Optional.of(evidence), asked);
    }
  }

  private boolean isDenial(AnnotatedSentence answer) {
    List<Word> words = answer.graph().words();
    boolean no = !words.isEmpty() && lexicon.isA(words.getFirst().form(), "Denial");
    boolean neither = words.stream().anyMatch(w -> lexicon.isA(w.lemma(), "Neither"));
    boolean untrue = words.stream().anyMatch(this::denies);
    boolean didNot = words.size() <= SHORT && words.stream().anyMatch(w -> w.is(NEG));
    return no || !neither && (untrue || didNot);
  }

  private boolean denies(Word word) {
    return lexicon.signatures(word.lemma()).stream().anyMatch(s -> s.beside().isEmpty() && s.affirmed() == Says.DENIED);
  }
}
