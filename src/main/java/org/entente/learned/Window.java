package org.entente.learned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.article.Block;
import org.entente.mention.AnnotatedSentence;

/**
 * Sentences that the encoder reads at once, so that each is seen among those around it: the article's title, the
 * sentence before, as many as fit, and a list of the states that the article speaks of, so that the encoder sees whom
 * "both sides" may mean.
 *
 * @param ids word pieces in the encoder's vocabulary, with the marks that part them
 * @param sentences those that are read here, in order
 * @param cast pieces of the name of each state in the list, by its ISO alpha-3 code
 */
record Window(long[] ids, List<Read> sentences, Map<String, int[]> cast) {

  /** The encoder has places for 512 pieces; shorter windows are faster, and more context brings nothing more. */
  static final int LONGEST = 192;

  /** So many pieces of the title, and of the sentence before, are enough to know what the talk is of. */
  private static final int CONTEXT = 48;

  /** So many states are listed; hardly any article has undertakings of more. */
  static final int LISTED = 12;

  /** A state in the list. */
  record Listed(String state, String name) {}

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
    cast = Map.copyOf(cast);
  }

  /**
   * All of an article's sentences that are read as prose, in windows.
   *
   * @param cast the states of the article, those named most first
   */
  static List<Window> of(List<AnnotatedSentence> article, List<Listed> cast, WordPieces cutter) {
    Ending ending = Ending.of(cast, cutter);
    List<AnnotatedSentence> title =
        article.stream().filter(s -> s.block().kind() == Block.Kind.TITLE).limit(1).toList();
    List<Window> windows = new ArrayList<>();
    Maker maker = new Maker(cutter, ending, title, List.of());
    AnnotatedSentence before = null;
    for (AnnotatedSentence sentence : article) {
      if (isRead(sentence.block())) {
        if (!maker.isEmpty() && !maker.hasRoomFor(sentence)) {
          windows.add(maker.window());
          maker = new Maker(cutter, ending, title, before == null ? List.of() : List.of(before));
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

  /** Whether a block is read as prose: titles and headings announce what the text tells. */
  private static boolean isRead(Block block) {
    return block.kind() != Block.Kind.TITLE && block.kind() != Block.Kind.HEADING;
  }

  /**
   * The list of states as it stands at the end of each of an article's windows.
   *
   * @param ids word pieces of all names with the marks between them
   * @param names for each state the pieces of its name, counted from the list's beginning
   */
  private record Ending(List<Long> ids, Map<String, int[]> names) {

    static Ending of(List<Listed> cast, WordPieces cutter) {
      List<Long> ids = new ArrayList<>();
      Map<String, int[]> names = new LinkedHashMap<>();
      for (Listed state : cast.subList(0, Math.min(LISTED, cast.size()))) {
        int start = ids.size();
        cutter.cut(List.of(state.name().split(" "))).forEach(ids::addAll);
        names.put(state.state(), range(start, ids.size()));
        ids.addAll(cutter.cut(List.of(";")).getFirst());
      }
      return new Ending(ids, names);
    }

    /** Where the names stand in a window in which the list begins at that place. */
    Map<String, int[]> from(int start) {
      Map<String, int[]> moved = new LinkedHashMap<>();
      names.forEach((state, pieces) -> moved.put(state, range(start + pieces[0], start + pieces[0] + pieces.length)));
      return moved;
    }
  }

  private static int[] range(int start, int end) {
    int[] range = new int[end - start];
    for (int i = 0; i < range.length; i++) {
      range[i] = start + i;
    }
    return range;
  }

  /** Fills one window. */
  private static final class Maker {

    private final WordPieces cutter;
    private final Ending ending;
    private final int room;
    private final List<Long> ids = new ArrayList<>();
    private final List<Around> around = new ArrayList<>();
    private final List<Read> read = new ArrayList<>();

    Maker(WordPieces cutter, Ending ending, List<AnnotatedSentence> title, List<AnnotatedSentence> before) {
      this.cutter = cutter;
      this.ending = ending;
      // One mark closes the sentences, another the list.
      this.room = LONGEST - ending.ids().size() - 2;
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
      return ids.size() + length <= room;
    }

    void read(AnnotatedSentence sentence) {
      Pieces pieces = add(sentence, room - ids.size());
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

    Window window() {
      ids.add(cutter.closing());
      int start = ids.size();
      ids.addAll(ending.ids());
      ids.add(cutter.closing());
      return new Window(ids.stream().mapToLong(Long::longValue).toArray(), read, ending.from(start));
    }
  }
}
