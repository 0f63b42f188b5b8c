package org.entente.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.common.util.NLPUtils;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sentences end that end in initials. */
class SentenceEndsTest {

  private static final SentenceEnds ENDS = new SentenceEnds(Morphology.bundled());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Chile left the NPT. Togo sold salt.; Chile left the NPT . | Togo sold salt .",
        "Oman sold LNG. The buyer was Kenya.; Oman sold LNG . | The buyer was Kenya .",
        "Spain gave 30 TVs. Malta sold oil.; Spain gave 30 TVs . | Malta sold oil .",
        "Finland joined NATO. Russia protested.; Finland joined NATO . | Russia protested .",
        "MR. MENSAH MET MRS. DIOP.; MR. MENSAH MET MRS. DIOP .",
        "He spoke of the U.S. Navy.; He spoke of the U.S. Navy .",
        "The DRC. and others; The DRC. and others"
      })
  void initialsEndASentenceWhereAnotherBegins(String text, String sentences) {
    assertEquals(sentences, shown(ENDS.cut(NLPUtils.createTokenizer(Language.ENGLISH).segmentize(text))));
  }

  private static String shown(List<List<Token>> sentences) {
    return sentences.stream()
        .map(s -> s.stream().map(Token::getWordForm).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }
}
