package org.entente.text;

import java.util.List;

/** One sentence of a block, parsed. Tokens are in reading order and know their heads by index. */
public record Sentence(Span span, List<Token> tokens) {

  public Sentence {
    tokens = List.copyOf(tokens);
  }

  public Token token(int index) {
    return tokens.get(index);
  }

  /** The tokens that depend directly on the given one, in reading order. */
  public List<Token> children(Token head) {
    return tokens.stream().filter(t -> t.head() == head.index()).toList();
  }
}
