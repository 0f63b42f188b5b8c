package org.entente.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.article.Block;
import org.entente.mention.AnnotatedSentence;
import org.entente.syntax.ClauseGraph;
import org.entente.syntax.Relation;
import org.entente.syntax.Word;
import org.entente.text.Sentence;
import org.entente.text.Span;
import org.entente.text.Token;
import org.junit.jupiter.api.Test;

/** Sentences are read among those around them. */
class WindowTest {

  private static final WordPieces PIECES = LearnedModel.wordPieces();
  private static final int LONG = 60;
  private static final List<Window.Listed> CAST =
      List.of(new Window.Listed("PER", "Peru"), new Window.Listed("TTO", "Trinidad and Tobago"));

  @Test
  void holdsTheTitleAndWhatFits() {
    List<Window> windows = Window.of(article(3, 20), CAST, PIECES);
    assertEquals(1, windows.size());
    Window.Read last = windows.getFirst().sentences().getLast();
    assertEquals(List.of(0, 1, 2), last.before().stream().map(a -> a.sentence().number()).toList());
  }

  @Test
  void readsEachSentenceOnceAndTheTitleNever() {
    List<Integer> read =
        Window.of(article(9, LONG), CAST, PIECES).stream()
            .flatMap(w -> w.sentences().stream()).map(r -> r.sentence().number()).toList();
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), read);
  }

  @Test
  void beginsWithTheSentenceBefore() {
    Window second = Window.of(article(9, LONG), CAST, PIECES).get(1);
    int first = second.sentences().getFirst().sentence().number();
    assertEquals(
        List.of(0, first - 1),
        second.sentences().getFirst().before().stream().map(a -> a.sentence().number()).toList());
  }

  @Test
  void endsWithTheNamesOfTheArticlesStates() {
    for (Window window : Window.of(article(9, LONG), CAST, PIECES)) {
      assertEquals(Set.of("PER", "TTO"), window.cast().keySet());
      assertEquals(pieces("Peru"), idsAt(window, "PER"));
      assertEquals(pieces("Trinidad", "and", "Tobago"), idsAt(window, "TTO"));
    }
  }

  @Test
  void listsNoMoreThanTwelveStates() {
    List<Window.Listed> many = IntStream.range(0, 30).mapToObj(i -> new Window.Listed("S" + i, "Peru")).toList();
    assertEquals(Window.LISTED, Window.of(article(3, 20), many, PIECES).getFirst().cast().size());
  }

  private static List<Long> pieces(String... words) {
    return PIECES.cut(List.of(words)).stream().flatMap(List::stream).toList();
  }

  private static List<Long> idsAt(Window window, String state) {
    return Arrays.stream(window.cast().get(state)).mapToObj(p -> window.ids()[p]).toList();
  }

  @Test
  void isNeverLongerThanItsLength() {
    Window.of(article(3, 400), CAST, PIECES)
        .forEach(w -> assertTrue(w.ids().length <= Window.LONGEST, "length " + w.ids().length));
  }

  @Test
  void letsAWordBeyondItsReachStandForTheWholeSentence() {
    Window.Read cutOff = Window.of(article(1, 400), CAST, PIECES).getFirst().sentences().getFirst();
    assertEquals(cutOff.pieces().all().length, cutOff.pieces().of(399).length);
    assertEquals(1, cutOff.pieces().of(0).length);
  }

  private static List<AnnotatedSentence> article(int sentences, int words) {
    List<AnnotatedSentence> article = new ArrayList<>(List.of(sentence(0, Block.Kind.TITLE, 4)));
    for (int i = 1; i <= sentences; i++) {
      article.add(sentence(i, Block.Kind.PARAGRAPH, words));
    }
    return article;
  }

  private static AnnotatedSentence sentence(int number, Block.Kind kind, int length) {
    Block block = new Block(kind, 0, length * 5, Optional.empty(), 1, 0, 0, Optional.empty());
    List<Word> words = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Token token = new Token(i, new Span(i * 5, i * 5 + 4), "peru", "peru", "NN", i - 1, "dep");
      tokens.add(token);
      words.add(new Word(token, i - 1, i == 0 ? Relation.ROOT : Relation.DEP, ""));
    }
    ClauseGraph graph = new ClauseGraph(new Sentence(new Span(0, length * 5), tokens), words);
    return new AnnotatedSentence(block, number, graph, List.of(), List.of(), List.of(), Optional.empty(),
        Optional.empty());
  }
}
