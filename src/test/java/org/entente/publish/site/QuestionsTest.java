package org.entente.publish.site;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.entente.problem.EntenteException;
import org.entente.publish.data.MemoryDataset;
import org.entente.publish.data.Namespaces;
import org.entente.publish.page.Gallery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final String BASE = "https://data.example.org/";
  private static EntenteServer server;
  private static Asking ask;

  @BeforeAll
  static void publishSomeQuestions() {
    server = EntenteServer.start(new MemoryDataset(PublishingTest.twoStates(), BASE),
        ServerOptions.onPort(0).onLoopback().withGallery(new SomeQuestions()));
    ask = new Asking(server);
  }

  @AfterAll
  static void stop() {
    ask.close();
    server.close();
  }

  /** Who is called so, as a table; and the same as a graph. */
  private static final class SomeQuestions implements Gallery {

    @Override
    public List<Question> questions() {
      Parameter name = new Parameter("name", "A name, word for word", "text", Optional.empty(), List.of(), Optional.of(
          QueryFactory.create(Namespaces.prologue()
              + "SELECT (STR(?name) AS ?value) { ?s a ent:State ; rdfs:label ?name } ORDER BY ?value")));
      return List.of(new Question("called", "Who is <called> so?", "One row for each.", List.of("name"), List.of(name),
          "SELECT ?s { ?s rdfs:label ?_name }"),
          new Question("now", "What is the time?", "", List.of(), List.of(), "SELECT (NOW() AS ?time) {}"),
          new Question("names", "Which names are there?", "", List.of(),
              List.of(new Parameter("which", "Which of them", "text", Optional.of("all"), List.of("all", "first"),
                  Optional.empty())),
              "CONSTRUCT WHERE { ?s rdfs:label ?name }"));
    }

    @Override
    public Query fill(Question question, Map<String, String> values) {
      if (question.name().equals("now")) {
        return QueryFactory.create(question.text());
      }
      if (question.name().equals("names")) {
        return QueryFactory.create(Namespaces.prologue() + "CONSTRUCT WHERE { ?s rdfs:label ?name }");
      }
      if (!values.containsKey("name")) {
        throw new EntenteException("the question needs a name", "Give name=");
      }
      return QueryFactory.create(Namespaces.prologue()
          + "SELECT ?s { ?s rdfs:label \"" + values.get("name") + "\"@en }");
    }

    @Override
    public String write(Question question, Map<String, String> values) {
      return question.text();
    }
  }

  @Test
  void showsPeopleTheAnswerItsAddressesAndTheQuery() {
    String page = ask.get("/queries/called?name=Ruritania", "Accept", "text/html").body();
    assertTrue(page.contains("<a href=\"../page/state/ruritania\">Ruritania</a>"), page);
    assertTrue(page.contains("href=\"called.csv?name=Ruritania\""), page);
    assertTrue(page.contains("<option value=\"Graustark\""), page);
    assertTrue(page.contains("value=\"Ruritania\""), page);
  }

  @Test
  void letsNobodyKeepAnAnswerThatIsAnotherEachTime() {
    HttpResponse<String> page = ask.get("/queries/now", "Accept", "text/html");
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void saysWhenNothingAnswersTheQuestion() {
    assertTrue(ask.get("/queries/called?name=Atlantis", "Accept", "text/html").body()
        .contains("Nothing in this dataset answers"));
  }

  @Test
  void answersAQuestionInTheFormThatIsAskedFor() {
    String row = BASE + "id/state/ruritania";
    assertAll(
        () -> assertEquals("s\r\n" + row + "\r\n",
            ask.get("/queries/called?name=Ruritania", "Accept", "text/csv").body()),
        () -> assertEquals("s\r\n" + row + "\r\n", ask.get("/queries/called.csv?name=Ruritania").body()),
        () -> assertEquals("?s\n<" + row + ">\n", ask.get("/queries/called?format=tsv&name=Ruritania").body()),
        () -> assertTrue(JSON.parse(ask.get("/queries/called?name=Ruritania").body()).hasKey("results")),
        () -> assertEquals(9, Asking.parsed(ask.get("/queries/names", "Accept", "text/turtle").body(), Lang.TURTLE)
            .stream().count()));
  }

  @Test
  void offersAFormToPeople() {
    HttpResponse<String> page = ask.get("/queries/called", "Accept", "text/html,*/*;q=0.8");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("name=\"name\""));
    assertTrue(page.body().contains("Who is &lt;called&gt; so?"));
    assertTrue(ask.get("/queries", "Accept", "text/html").body().contains("queries/called"));
  }

  @Test
  void letsPeopleChooseWhereOnlySomeValuesAreThere() {
    String page = ask.get("/queries/names?which=first", "Accept", "text/html").body();
    assertTrue(page.contains("<select id=\"p-which\" name=\"which\">"), page);
    assertTrue(page.contains("<option value=\"first\" selected"), page);
    assertTrue(ask.get("/queries/openapi.json").body().replaceAll("\\s", "").contains("\"enum\":[\"all\",\"first\"]"));
  }

  @Test
  void saysWhatIsMissingOrUnknown() {
    assertAll(
        () -> assertEquals(400, ask.get("/queries/called.csv").statusCode()),
        () -> assertTrue(ask.get("/queries/called.csv").body().contains("Give name=")),
        () -> assertEquals(400, ask.get("/queries/called.csv?name=x&nom=y").statusCode()),
        () -> assertEquals(400, ask.get("/queries/called.ttl?name=x").statusCode()),
        () -> assertEquals(404, ask.get("/queries/forgotten").statusCode()),
        () -> assertEquals(405, ask.method("POST", "/queries/called", "").statusCode()));
  }

  @Test
  void standsInTheDatasetsDescriptionAsAnExample() {
    assertTrue(ask.get("/void.nt").body().contains(
        "<" + BASE + "#dataset> <https://schema.org/workExample> <" + BASE + "queries/called>"));
  }

  @Test
  void describesItselfToPrograms() {
    JsonObject api = JSON.parse(ask.get("/queries/openapi.json").body());
    assertEquals("3.1.0", api.getString("openapi"));
    assertTrue(api.getObj("paths").getObj("/queries/called").hasKey("get"));
    assertEquals(3, JSON.parse(ask.get("/queries", "Accept", "application/json").body())
        .get("questions").getAsArray().size());
  }
}
