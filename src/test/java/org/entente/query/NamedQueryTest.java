package org.entente.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedQueryTest {

  private static final String TEXT =
      """
      #+ summary: Who is it?
      #+ description: |
      #+   One row.
      #+ tags:
      #+   - one
      #+ parameters:
      #+   - code: The code of a state
      #+ defaults:
      #+   - code: PAK

      SELECT ?s WHERE { ?s <http://example.org/code> ?_code }
      """;

  @Test
  void readsTitleTagsAndParametersFromTheHead() {
    NamedQuery query = NamedQuery.parse("who", "", TEXT);
    assertEquals("Who is it?", query.summary());
    assertEquals("One row.", query.description());
    assertEquals("[one]", query.tags().toString());
    assertEquals("PAK", query.parameters().getFirst().usual().orElseThrow());
    assertEquals("The code of a state", query.parameters().getFirst().description());
  }

  @Test
  void writesTheQueryAsItWasWrittenWithItsParametersFilledInAndWithoutItsHead() {
    NamedQuery query = NamedQuery.parse("who", "", TEXT);
    assertEquals("SELECT ?s WHERE { ?s <http://example.org/code> \"RU\\\"S\" }\n",
        query.write(Map.of("code", "RU\"S")));
    assertEquals("SELECT ?s WHERE { ?s <http://example.org/code> \"PAK\" }\n", query.example());
  }

  @Test
  void knowsWhichParametersNameAState() {
    NamedQuery query = NamedQuery.parse("who", "", "PREFIX ent: <http://example.org/>\n"
        + "SELECT ?s WHERE { ?s ent:iso3 ?_state ; ent:code ?_code }");
    assertEquals("[text, state]", query.parameters().stream().map(Parameter::type).toList().toString());
  }

  @Test
  void knowsTheOnlyValuesOfAParameterWhosePatternNamesThem() {
    String head = TEXT.replace("#+ defaults:", "#+ patterns:\n#+   - code: %s\n#+ defaults:");
    assertEquals(List.of("pak", "rus"),
        NamedQuery.parse("who", "", head.formatted("pak|rus")).parameters().getFirst().choices());
    assertEquals(List.of(),
        NamedQuery.parse("who", "", head.formatted("all|[a-z]{3}")).parameters().getFirst().choices());
    assertEquals(List.of(), NamedQuery.parse("who", "", TEXT).parameters().getFirst().choices());
  }

  @Test
  void asksTheDataForTheValuesThatAParameterCanHave() {
    NamedQuery query = NamedQuery.parse("who", "", TEXT);
    String suggestions = query.suggestions(query.parameters().getFirst()).orElseThrow().serialize();
    assertTrue(suggestions.contains("<http://example.org/code>  ?value"), suggestions);
    NamedQuery other = NamedQuery.parse("one", "", "SELECT ?o WHERE { ?_x_iri ?p ?o }");
    assertEquals(Optional.empty(), other.suggestions(other.parameters().getFirst()));
  }

  @Test
  void fillsAValueInAsALiteralWhateverItHolds() {
    NamedQuery query = NamedQuery.parse("who", "", TEXT);
    String filled = query.fill(Map.of("code", "\" } ; DROP ALL #")).serialize();
    assertTrue(filled.contains("\\\" } ; DROP ALL #"), filled);
    assertFalse(filled.contains("?_code"));
  }

  @Test
  void takesTheUsualValueWhereNoneIsGiven() {
    assertTrue(NamedQuery.parse("who", "", TEXT).fill(Map.of()).serialize().contains("\"PAK\""));
  }

  @Test
  void refusesAParameterThatTheQueryDoesNotHaveAndNamesThoseItHas() {
    QueryException e =
        assertThrows(QueryException.class, () -> NamedQuery.parse("who", "", TEXT).fill(Map.of("kode", "x")));
    assertTrue(e.getMessage().contains("kode"));
    assertTrue(e.advice().orElseThrow().contains("code"));
  }

  @Test
  void namesLineAndColumnOfAMistake() {
    QueryException e =
        assertThrows(QueryException.class, () -> NamedQuery.parse("bad", "", "SELECT ?s\nWHERE { ?s ?p }"));
    assertTrue(e.getMessage().startsWith("bad.rq, line 2, column"), e.getMessage());
  }

  @Test
  void refusesAnAddressThatIsNone() {
    NamedQuery query = NamedQuery.parse("one", "", "SELECT ?o WHERE { ?_x_iri ?p ?o }");
    assertThrows(QueryException.class, () -> query.fill(Map.of("x_iri", "a b")));
  }
}
