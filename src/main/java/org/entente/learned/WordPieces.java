package org.entente.learned;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.syntax.ClauseGraph;

/** Cuts words into the pieces of the encoder's vocabulary. Safe to use from several threads. */
final class WordPieces {

  /** Longer sentences are cut off: what stands beyond has no vectors of its own. */
  static final int LONGEST = 256;

  private final HuggingFaceTokenizer tokenizer;

  WordPieces(InputStream vocabulary) {
    try {
      tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, Map.of("padding", "false", "truncation", "false"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Pieces of(ClauseGraph sentence) {
    return of(sentence.words().stream().map(w -> w.token().form()).toList());
  }

  Pieces of(List<String> words) {
    Encoding encoding = tokenizer.encode(words.toArray(String[]::new));
    long[] ids = encoding.getIds();
    long[] wordIds = encoding.getWordIds();
    int length = Math.min(ids.length, LONGEST);
    List<List<Integer>> places = new ArrayList<>();
    words.forEach(w -> places.add(new ArrayList<>()));
    for (int i = 0; i < length; i++) {
      if (wordIds[i] >= 0) {
        places.get((int) wordIds[i]).add(i);
      }
    }
    List<int[]> ofWord = places.stream().map(p -> p.stream().mapToInt(Integer::intValue).toArray()).toList();
    return new Pieces(Arrays.copyOf(ids, length), ofWord);
  }
}
