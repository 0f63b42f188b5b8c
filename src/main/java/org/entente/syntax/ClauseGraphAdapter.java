package org.entente.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * Turns the parser's tree into a clause graph. The parser labels in the ClearNLP style (Choi and Palmer 2012,
 * "Guidelines for the CLEAR Style Constituent to Dependency Conversion"), where a preposition is the head of its noun;
 * here the noun depends on what the phrase belongs to and the preposition becomes its marker. No other class knows
 * these labels.
 */
public final class ClauseGraphAdapter {

  private static final Map<String, Relation> RELATIONS =
      Map.ofEntries(
          Map.entry("root", Relation.ROOT),
          Map.entry("nsubj", Relation.NSUBJ),
          Map.entry("nsubjpass", Relation.NSUBJ_PASS),
          Map.entry("csubj", Relation.CSUBJ),
          Map.entry("csubjpass", Relation.CSUBJ),
          Map.entry("dobj", Relation.OBJ),
          Map.entry("dative", Relation.IOBJ),
          Map.entry("agent", Relation.AGENT),
          Map.entry("attr", Relation.PREDICATIVE),
          Map.entry("acomp", Relation.PREDICATIVE),
          Map.entry("oprd", Relation.PREDICATIVE),
          Map.entry("xcomp", Relation.XCOMP),
          Map.entry("ccomp", Relation.CCOMP),
          Map.entry("advcl", Relation.ADVCL),
          Map.entry("acl", Relation.ACL),
          Map.entry("relcl", Relation.RELCL),
          Map.entry("parataxis", Relation.PARATAXIS),
          Map.entry("conj", Relation.CONJ),
          Map.entry("cc", Relation.CC),
          Map.entry("appos", Relation.APPOS),
          Map.entry("poss", Relation.POSS),
          Map.entry("compound", Relation.COMPOUND),
          Map.entry("nmod", Relation.COMPOUND),
          Map.entry("amod", Relation.AMOD),
          Map.entry("nummod", Relation.NUMMOD),
          Map.entry("quantmod", Relation.NUMMOD),
          Map.entry("det", Relation.DET),
          Map.entry("predet", Relation.DET),
          Map.entry("preconj", Relation.DET),
          Map.entry("neg", Relation.NEG),
          Map.entry("aux", Relation.AUX),
          Map.entry("auxpass", Relation.AUX_PASS),
          Map.entry("mark", Relation.MARK),
          Map.entry("case", Relation.CASE),
          Map.entry("prt", Relation.PARTICLE),
          Map.entry("advmod", Relation.ADVMOD),
          Map.entry("npadvmod", Relation.OBL),
          Map.entry("expl", Relation.EXPL),
          Map.entry("punct", Relation.PUNCT));

  private static final String PREPOSITION = "prep";
  private static final String BEHIND_PREPOSITION = "pobj";
  private static final String CLAUSE_BEHIND_PREPOSITION = "pcomp";
  private static final String SUBJECT = "nsubj";
  private static final String PASSIVE_SUBJECT = "nsubjpass";
  private static final String PASSIVE_AUXILIARY = "auxpass";

  private final Sentence sentence;
  private final List<List<Token>> children = new ArrayList<>();

  private ClauseGraphAdapter(Sentence sentence) {
    this.sentence = sentence;
    sentence.tokens().forEach(t -> children.add(new ArrayList<>(4)));
    sentence.tokens().stream().filter(t -> t.head() >= 0).forEach(t -> children.get(t.head()).add(t));
  }

  /** The clause graph of a parsed sentence. */
  public static ClauseGraph graph(Sentence sentence) {
    ClauseGraphAdapter adapter = new ClauseGraphAdapter(sentence);
    return new ClauseGraph(sentence, TreeRepair.mend(sentence.tokens().stream().map(adapter::word).toList()));
  }

  /**
   * "In <i>March Kenya</i> sold Oman a boat": behind a date without a comma the parser often takes the subject for the noun
   * that the date belongs to, and the verb goes without.
   *
   * @param dates where the sentence tells when
   */
  public static Sentence mended(Sentence sentence, List<Span> dates) {
    ClauseGraphAdapter adapter = new ClauseGraphAdapter(sentence);
    List<Token> tokens = new ArrayList<>(sentence.tokens());
    dates.forEach(date -> adapter.partSubject(date, tokens));
    return tokens.equals(sentence.tokens()) ? sentence : new Sentence(sentence.span(), tokens);
  }

  private void partSubject(Span date, List<Token> tokens) {
    Optional<Token> last = sentence.tokens().stream().filter(t -> t.span().end() == date.end()).findFirst();
    Optional<Token> subject = last.filter(t -> t.head() > t.index()).map(t -> sentence.token(t.head()))
        .filter(s -> s.relation().equals(BEHIND_PREPOSITION))
        .filter(s -> Character.isUpperCase(sentence.token(last.get().index() + 1).form().charAt(0)));
    Optional<Token> preposition = subject.map(s -> sentence.token(s.head())).filter(Token::isPreposition);
    Optional<Token> verb = preposition.filter(p -> p.head() > subject.get().index())
        .map(p -> sentence.token(p.head())).filter(this::lacksSubject);
    verb.ifPresent(v -> {
      sentence.tokens().stream().filter(t -> date.contains(t.span()) && t.head() == subject.get().index())
          .forEach(t -> tokens.set(t.index(), moved(t, last.get().index(), t.relation())));
      tokens.set(last.get().index(), moved(last.get(), preposition.get().index(), BEHIND_PREPOSITION));
      boolean passive = children.get(v.index()).stream().anyMatch(c -> c.relation().equals(PASSIVE_AUXILIARY));
      tokens.set(subject.get().index(), moved(subject.get(), v.index(), passive ? PASSIVE_SUBJECT : SUBJECT));
    });
  }

  private boolean lacksSubject(Token verb) {
    List<Token> below = children.get(verb.index());
    boolean finite = verb.isPast() || verb.isPresent() || below.stream().anyMatch(Token::isAuxiliary);
    return finite && below.stream().noneMatch(c -> c.relation().startsWith(SUBJECT));
  }

  private static Token moved(Token token, int head, String relation) {
    return new Token(token.index(), token.span(), token.form(), token.lemma(), token.pos(), head, relation);
  }

  private Word word(Token token) {
    if (behindPreposition(token)) {
      return complement(token);
    }
    if (introduces(token)) {
      return new Word(token, complementOf(token).orElseThrow().index(), Relation.CASE, "");
    }
    Relation relation = token.head() < 0 ? Relation.ROOT : RELATIONS.getOrDefault(token.relation(), Relation.DEP);
    if (token.relation().equals(PREPOSITION)) {
      relation = Relation.ADVMOD;
    }
    if (relation == Relation.OBL && token.isVerb()) {
      relation = Relation.ADVCL;
    }
    return new Word(token, token.head(), relation, subordinator(token));
  }

  private boolean behindPreposition(Token token) {
    return token.head() >= 0
        && (token.relation().equals(BEHIND_PREPOSITION) || token.relation().equals(CLAUSE_BEHIND_PREPOSITION));
  }

  /** Whether a token is a preposition that introduces a noun or gerund. */
  private boolean introduces(Token token) {
    return complementOf(token).isPresent();
  }

  private Optional<Token> complementOf(Token preposition) {
    return children.get(preposition.index()).stream().filter(this::behindPreposition).findFirst();
  }

  /** A noun or gerund behind a preposition hangs on what the whole phrase belongs to. */
  private Word complement(Token token) {
    List<String> marker = new ArrayList<>();
    Token preposition = sentence.token(token.head());
    marker.addFirst(preposition.lemma());
    Token at = preposition;
    while (at.head() >= 0 && complex(sentence.token(at.head()), at)) {
      at = sentence.token(at.head());
      marker.addFirst(at.lemma());
    }
    Relation relation = relation(token, at);
    return new Word(token, at.head(), relation, String.join(" ", marker));
  }

  /** "ahead of", "together with", "according to", "from within": one preposition of several words. */
  private boolean complex(Token upper, Token preposition) {
    boolean wordBefore = upper.index() == preposition.index() - 1;
    boolean adverb = upper.pos().startsWith("RB") && upper.relation().equals("advmod");
    boolean prepositional = upper.relation().equals(PREPOSITION) && complementOf(upper).isEmpty();
    return wordBefore && (adverb || prepositional);
  }

  private Relation relation(Token token, Token preposition) {
    if (token.relation().equals(CLAUSE_BEHIND_PREPOSITION)) {
      return Relation.PCOMP;
    }
    if (preposition.relation().equals("agent")) {
      return Relation.AGENT;
    }
    boolean onNoun = preposition.head() >= 0 && nominal(sentence.token(preposition.head()));
    return onNoun ? Relation.NMOD : Relation.OBL;
  }

  private static boolean nominal(Token token) {
    return token.isNoun() || token.pos().equals("CD") || token.pos().equals("PRP") || token.pos().equals("DT");
  }

  /** The conjunction that introduces a clause: "if", "after", "that". */
  private String subordinator(Token token) {
    return children.get(token.index()).stream()
        .filter(t -> t.relation().equals("mark") || wh(t) && token.relation().equals("advcl"))
        .map(Token::lemma)
        .findFirst()
        .orElse("");
  }

  private static boolean wh(Token token) {
    return token.pos().equals("WRB") && token.relation().equals("advmod");
  }
}
