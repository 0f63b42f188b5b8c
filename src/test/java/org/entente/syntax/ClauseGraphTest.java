package org.entente.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.junit.jupiter.api.Test;

/**
 * The clause graph on trees drawn by hand, one word a line: form, lemma, tag, head (from 0, -1 for the root) and the
 * parser's label. No model is needed.
 */
class ClauseGraphTest {

  @Test
  void hangsANounBehindAPrepositionOnWhatThePhraseBelongsTo() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            sold sell VBD -1 root
            boats boat NNS 1 dobj
            to to IN 1 prep
            Oman oman NNP 3 pobj
            """);
    assertEquals(Relation.OBL, g.word(4).relation());
    assertEquals("to", g.word(4).marker());
    assertEquals(1, g.word(4).head());
    assertEquals(List.of("Oman"), forms(g.behind(g.word(1), "to"::equals)));
  }

  @Test
  void readsAPrepositionOfSeveralWordsAsOne() {
    ClauseGraph g =
        graph(
            """
            He he PRP 1 nsubj
            spoke speak VBD -1 root
            ahead ahead RB 1 advmod
            of of IN 2 prep
            talks talk NNS 3 pobj
            """);
    assertEquals("ahead of", g.word(4).marker());
    assertEquals(1, g.word(4).head());
  }

  @Test
  void findsTheDoerOfAPassive() {
    ClauseGraph g =
        graph(
            """
            Treaty treaty NN 2 nsubjpass
            was be VBD 2 auxpass
            signed sign VBN -1 root
            by by IN 2 agent
            Oman oman NNP 3 pobj
            """);
    assertTrue(g.passive(g.word(2)));
    assertEquals("Oman", g.agent(g.word(2)).orElseThrow().token().form());
    assertEquals(List.of("Treaty"), forms(g.objects(g.word(2))));
  }

  @Test
  void understandsTheSubjectOfAnInfinitive() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            agreed agree VBD -1 root
            to to TO 3 aux
            sign sign VB 1 xcomp
            """);
    assertEquals("Kenya", g.subject(g.word(3)).orElseThrow().token().form());
  }

  @Test
  void takesTheObjectOfAskingForWhoIsToAct() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            asked ask VBD -1 root
            Oman oman NNP 1 dobj
            to to TO 4 aux
            sign sign VB 1 xcomp
            """);
    assertEquals("Oman", g.subject(g.word(4)).orElseThrow().token().form());
  }

  @Test
  void sharesTheSubjectOfCoordinatedVerbs() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            came come VBD -1 root
            and and CC 1 cc
            signed sign VBD 1 conj
            """);
    assertEquals("Kenya", g.subject(g.word(3)).orElseThrow().token().form());
  }

  @Test
  void takesTheNounForTheObjectOfItsRelativeClause() {
    ClauseGraph g =
        graph(
            """
            ships ship NNS -1 root
            that that WDT 3 dobj
            Kenya kenya NNP 3 nsubj
            sold sell VBD 0 relcl
            """);
    assertTrue(forms(g.objects(g.word(3))).contains("ships"));
    assertEquals("Kenya", g.subject(g.word(3)).orElseThrow().token().form());
  }

  @Test
  void leavesRelativeClausesOutOfANounPhrase() {
    ClauseGraph g =
        graph(
            """
            treaty treaty NN -1 root
            with with IN 0 prep
            Oman oman NNP 1 pobj
            that that WDT 5 dobj
            Niger niger NNP 5 nsubj
            opposed oppose VBD 0 relcl
            """);
    assertTrue(g.nounPhrase(g.word(0)).get(2));
    assertFalse(g.nounPhrase(g.word(0)).get(4));
  }

  @Test
  void climbsFromAnEventToTheRootOverEachGovernor() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            denied deny VBD -1 root
            that that IN 5 mark
            it it PRP 5 nsubj
            had have VBD 5 aux
            agreed agree VBN 1 ccomp
            to to TO 7 aux
            hold hold VB 5 xcomp
            talks talk NNS 7 dobj
            """);
    assertEquals(
        List.of("hold NOUN", "agree INFINITIVE", "deny CLAUSE"),
        GovernorPath.of(g, g.word(8)).stream().map(s -> s.governor().lemma() + " " + s.manner()).toList());
  }

  @Test
  void endsThePathAtAnAdverbialClause() {
    ClauseGraph g =
        graph(
            """
            If if IN 2 mark
            Kenya kenya NNP 2 nsubj
            signs sign VBZ 4 advcl
            Oman oman NNP 4 nsubj
            rejoices rejoice VBZ -1 root
            """);
    List<Govern> path = GovernorPath.of(g, g.word(2));
    assertEquals(1, path.size());
    assertEquals("if", path.getFirst().marker());
  }

  @Test
  void givesBackTheObjectThatTheParserTookForASubject() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 1 nsubj
            initialled initial VBD -1 root
            an an DT 3 det
            agreement agreement NN 8 nsubj
            under under IN 8 prep
            which which WDT 4 pobj
            lorries lorry NNS 8 nsubj
            may may MD 8 aux
            drive drive VB 1 ccomp
            """);
    assertEquals(Relation.OBJ, g.word(3).relation());
    assertEquals(1, g.word(3).head());
    assertEquals(Relation.RELCL, g.word(8).relation());
  }

  @Test
  void readsAnInvertedConditionAsOne() {
    ClauseGraph g =
        graph(
            """
            Had have VBD 7 advcl
            Kenya kenya NNP 0 dobj
            signed sign VBD 0 conj
            , , , 7 punct
            peace peace NN 7 nsubj
            would would MD 7 aux
            have have VB 7 aux
            held hold VBN -1 root
            """);
    assertEquals("if", g.word(2).marker());
    assertEquals("Kenya", g.subject(g.word(2)).orElseThrow().token().form());
  }

  @Test
  void tellsTenseMoodAndNegationOfAVerb() {
    ClauseGraph g =
        graph(
            """
            Kenya kenya NNP 4 nsubj
            will will MD 4 aux
            not not RB 4 neg
            have have VB 4 aux
            signed sign VBN -1 root
            """);
    VerbForm form = VerbForm.of(g, g.word(4));
    assertEquals("will", form.modal().orElseThrow());
    assertTrue(form.negated());
    assertTrue(form.perfect());
  }

  @Test
  void takesABareVerbWithoutASubjectForAnImperative() {
    ClauseGraph g = graph("Sign sign VB -1 root\ntreaties treaty NNS 0 dobj\n");
    assertEquals(VerbForm.Tense.IMPERATIVE, VerbForm.of(g, g.word(0)).tense());
  }

  private static List<String> forms(List<Word> words) {
    return words.stream().map(w -> w.token().form()).toList();
  }

  private static ClauseGraph graph(String drawn) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    for (String line : drawn.strip().split("\n")) {
      String[] c = line.strip().split(" ");
      Span span = new Span(at, at + c[0].length());
      tokens.add(new Token(tokens.size(), span, c[0], c[1], c[2], Integer.parseInt(c[3]), c[4]));
      at = span.end() + 1;
    }
    return ClauseGraphAdapter.graph(new Sentence(new Span(0, at), tokens));
  }
}
