package org.entente.mention;

import java.util.List;
import java.util.Optional;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;

/**
 * A sentence as names are sought in it, before its clause graph is drawn: which token stands where, and which
 * preposition or noun a name hangs on. The only class of this room that knows the parser's labels.
 */
record SentenceTokens(Sentence sentence) {

  private static final String OBJECT = "dobj";
  private static final String OF_PREPOSITION = "pobj";
  private static final List<String> PREMODIFIERS = List.of("compound", "nmod");
  private static final List<String> LISTED = List.of("conj", "appos");

  /** How many members of a list are followed back to the preposition that has them all. */
  private static final int LIST = 4;

  List<Token> all() {
    return sentence.tokens();
  }

  int size() {
    return sentence.tokens().size();
  }

  Token token(int index) {
    return sentence.token(index);
  }

  Token at(int offset) {
    return all().stream().filter(t -> t.span().end() > offset).findFirst().orElse(all().getLast());
  }

  Token first(Span span) {
    return at(span.start());
  }

  Token last(Span span) {
    return at(span.end() - 1);
  }

  /** The token of a name that hangs on a word outside it. */
  Token head(Span span) {
    List<Token> inside = all().stream().filter(t -> t.span().overlaps(span)).toList();
    return inside.reversed().stream()
        .filter(t -> t.head() < 0 || !inside.contains(token(t.head())))
        .findFirst()
        .orElse(first(span));
  }

  Optional<Token> before(Token token) {
    return beside(token.index() - 1);
  }

  Optional<Token> after(Token token) {
    return beside(token.index() + 1);
  }

  private Optional<Token> beside(int index) {
    return index < 0 || index >= size() ? Optional.empty() : Optional.of(token(index));
  }

  Optional<Token> governor(Token token) {
    return token.head() < 0 ? Optional.empty() : Optional.of(token(token.head()));
  }

  /** The noun that a name stands before as a modifier: "the Moscow <i>summit</i>". */
  Optional<Token> premodified(Token head) {
    return PREMODIFIERS.contains(head.relation()) ? governor(head) : Optional.empty();
  }

  /** The verb that a name is the object of. */
  Optional<Token> verbOfObject(Token head) {
    return head.relation().equals(OBJECT) ? governor(head) : Optional.empty();
  }

  /** The preposition that a name stands under, also as a member of a list ("in Rome and Paris"). */
  Optional<Token> preposition(Token head) {
    Token at = head;
    for (int depth = 0; depth < LIST && at.head() >= 0; depth++) {
      Token up = token(at.head());
      if (at.relation().equals(OF_PREPOSITION)) {
        return Optional.of(up);
      }
      if (!LISTED.contains(at.relation())) {
        return Optional.empty();
      }
      at = up;
    }
    return Optional.empty();
  }
}
