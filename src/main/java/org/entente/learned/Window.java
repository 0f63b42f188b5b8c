package org.entente.learned;

import java.util.ArrayList;
import java.util.List;
import org.entente.article.Block;
import org.entente.mention.AnnotatedSentence;

/**
 * Sentences that the encoder reads at once, so that each is seen among those around it: the article's title, the
 * sentence before, and as many as fit.
 *
 * @param ids word pieces in the encoder's vocabulary, with the marks that part them
 * @param sentences those that are read here, in order
 */
record Window(long[] ids, List<Read> sentences) {

  /** The encoder has places for 512 pieces; shorter windows are faster, and more context brings nothing more. */
  static final int LONGEST = 192;

  /** So many pieces of the title, and of the sentence before, are enough to know what the talk is of. */
  private static final int CONTEXT = 48;

  /**
   * A sentence in its window.
   *
   * @param before the title and the sentences before it that stand in the window
   */
  record Read(AnnotatedSentence sentence, Pieces pieces, List<Around> before) {}

  /** A sentence of the context. */
  record Around(AnnotatedSentence sentence, Pieces pieces) {}

  Window {
    sentences = List.copyOf(sentences);
  }

  /** All of an article's sentences that are read as prose, in windows. */
  static List<Window> of(List<AnnotatedSentence> article, WordPieces cutter) {
    List<AnnotatedSentence> title =
        article.stream().filter(s -> s.block().kind() == Block.Kind.TITLE).limit(1).toList();
    List<Window> windows = new ArrayList<>();
    Maker maker = new Maker(cutter, title, List.of());
    AnnotatedSentence before = null;
    for (AnnotatedSentence sentence : article) {
      if (LearnedReader.isRead(sentence.block())) {
        if (!maker.isEmpty() && !maker.hasRoomFor(sentence)) {
          windows.add(maker.window());
          maker = new Maker(cutter, title, before == null ? List.of() : List.of(before));
        }
        maker.read(sentence);
        before = sentence;
      }
    }
    if (!maker.isEmpty()) {
      windows.add(maker.window());
    }
    return windows;
  }

  /** Fills one window. */
  private static final class Maker {

    private final WordPieces cutter;
    private final List<Long> ids = new ArrayList<>();
    private final List<Around> around = new ArrayList<>();
    private final List<Read> read = new ArrayList<>();

    Maker(WordPieces cutter, List<AnnotatedSentence> title, List<AnnotatedSentence> before) {
      this.cutter = cutter;
      ids.add(cutter.opening());
      for (AnnotatedSentence s : title) {
        around.add(new Around(s, add(s, CONTEXT)));
        ids.add(cutter.closing());
      }
      before.forEach(s -> around.add(new Around(s, add(s, CONTEXT))));
    }

    boolean isEmpty() {
      return read.isEmpty();
    }

    boolean hasRoomFor(AnnotatedSentence sentence) {
      int length = cutter.cut(words(sentence)).stream().mapToInt(List::size).sum();
      return ids.size() + length < LONGEST;
    }

    void read(AnnotatedSentence sentence) {
      Pieces pieces = add(sentence, LONGEST - 1 - ids.size());
      read.add(new Read(sentence, pieces, List.copyOf(around)));
      around.add(new Around(sentence, pieces));
    }

    private Pieces add(AnnotatedSentence sentence, int most) {
      int start = ids.size();
      List<int[]> ofWord = new ArrayList<>();
      for (List<Long> word : cutter.cut(words(sentence))) {
        int from = ids.size();
        word.stream().limit(Math.max(0, start + most - from)).forEach(ids::add);
        ofWord.add(range(from, ids.size()));
      }
      return new Pieces(range(start, ids.size()), ofWord);
    }

    private static List<String> words(AnnotatedSentence sentence) {
      return sentence.graph().words().stream().map(w -> w.token().form()).toList();
    }

    private static int[] range(int start, int end) {
      int[] range = new int[end - start];
      for (int i = 0; i < range.length; i++) {
        range[i] = start + i;
      }
      return range;
    }

    Window window() {
      ids.add(cutter.closing());
      return new Window(ids.stream().mapToLong(Long::longValue).toArray(), read);
    }
  }
}
