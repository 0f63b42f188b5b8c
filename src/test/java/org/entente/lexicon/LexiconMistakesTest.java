package org.entente.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's lexicon file with a mistake is refused, with the file, the line and what was expected. */
class LexiconMistakesTest {

  private static final String PREFIXES =
      """
      @prefix lex: <https://w3id.org/entente/lexicon#> .
      @prefix ent: <https://w3id.org/entente/ontology#> .
      """;

  @TempDir
  private Path folder;

  @Test
  void takesAnEntryThatIsRight() throws IOException {
    Path file =
        file("own.ttl", PREFIXES + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ; lex:form \"palaver\" .\n");
    assertEquals(1, LexiconReader.read(List.of(file)).verbs("palaver").size());
  }

  @Test
  void refusesAKindThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES + "\nlex:own a lex:EventVerb ; lex:announces ent:Meating ; lex:form \"palaver\" .\n"),
        "line 4", "Meating", "Meeting");
  }

  @Test
  void refusesANeedThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ; lex:form \"palaver\" ; lex:needs \"subjct\" .\n"),
        "line 3", "subjct", "subject");
  }

  @Test
  void refusesAPropertyThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ; lex:form \"palaver\" ; lex:feild \"trade\" .\n"),
        "line 3", "feild");
  }

  @Test
  void refusesARoleThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ; lex:form \"palaver\" ; lex:subject ent:guest .\n"),
        "line 3", "guest", "visitor");
  }

  @Test
  void refusesANounClassThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ; lex:form \"palaver\" ; lex:objectClass \"Godos\" .\n"),
        "line 3", "Godos", "Goods");
  }

  @Test
  void refusesAStatusThatThereIsNotAndNamesItsLine() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:EventVerb ; lex:announces ent:Meeting ;\n  lex:form \"palaver\" ;\n  lex:status \"complete\" .\n"),
        "line 5", "complete", "completed");
  }

  @Test
  void refusesATypeOfEntryThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES + "lex:own a lex:EventWord ; lex:announces ent:Meeting ; lex:form \"palaver\" .\n"),
        "line 3", "EventWord", "EventVerb");
  }

  @Test
  void refusesAFieldThatThereIsNot() throws IOException {
    refuses(
        file("own.ttl", PREFIXES
            + "lex:own a lex:FieldCue ; lex:form \"palaver\" ; lex:field \"chatter\" .\n"),
        "line 3", "chatter", "diplomacy");
  }

  @Test
  void refusesATableWithoutItsHeader() throws IOException {
    refuses(file("own.tsv", "palaver\tnoun\tfact\tnot\t\t\t\n"), "line 1", "header");
  }

  @Test
  void refusesAWordThatSaysSomethingUnknown() throws IOException {
    refuses(file("own.tsv", TABLE + "palaver\tnoun\tfakt\tnot\t\t\t\n"), "line 2", "fakt", "fact");
  }

  @Test
  void refusesALineWithTooFewCells() throws IOException {
    refuses(file("own.tsv", TABLE + "palaver\tnoun\n"), "line 2", "7 cells");
  }

  private static final String TABLE = "word\tgoverns\taffirmed\tnegated\tkinds\tstage\texample\n";

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void refuses(Path file, String... words) {
    LexiconException refused = assertThrows(LexiconException.class, () -> LexiconReader.read(List.of(file)));
    String said = refused.getMessage() + " " + refused.advice();
    for (String word : words) {
      assertTrue(said.contains(word), () -> word + " in: " + said);
    }
  }
}
