package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.article.MetadataOverrides;
import org.entente.load.LoadOutcome.Loaded;
import org.entente.load.ReaderChoice;
import org.entente.load.Workbench;
import org.entente.store.GraphStore;
import org.entente.vocab.Prefixes;
import org.junit.jupiter.api.Test;

/** What the README shows of the bundled sample is what the sample gives, word for word. */
class ReadmeSampleTest {

  private static final String SAMPLE = "/org/entente/sample/russia-pakistan-digest.txt";
  private static final Pattern ASKED = Pattern.compile("--data-urlencode 'query=(.*?)'\\n(.*?)\\n\\n", Pattern.DOTALL);
  private static final Pattern TURTLE = Pattern.compile("```turtle\\n(.*?)```", Pattern.DOTALL);

  @Test
  void answersAndSaysOfTheSampleWhatTheReadmeShows() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Workbench workbench = Workbench.bundled(GraphStore.DEFAULT_BASE, List.of(), List.of(), ReaderChoice.both);
    try (GraphStore store = GraphStore.inMemory(GraphStore.DEFAULT_BASE);
        InputStream sample = Objects.requireNonNull(ReadmeSampleTest.class.getResourceAsStream(SAMPLE))) {
      workbench.knowledge().refresh(store);
      Loaded loaded = assertInstanceOf(Loaded.class, workbench.loader(store).load("the bundled sample",
          workbench.readers().read(sample, "the bundled sample", MetadataOverrides.none())));
      assertTrue(readme.contains("the bundled sample: \"" + loaded.title() + "\", " + loaded.undertakings()
          + " undertakings, " + loaded.proposals() + " proposals\n"), loaded.toString());
      MatchResult asked = only(ASKED, readme);
      assertEquals(asked.group(2).lines().map(String::strip).collect(Collectors.joining("\n")),
          store.read(data -> csv(data.getUnionGraph(), asked.group(1))));
      Graph shown = GraphFactory.createDefaultGraph();
      RDFParser.fromString(prefixes() + only(TURTLE, readme).group(1), Lang.TURTLE).parse(shown);
      assertEquals(List.of(),
          store.read(data -> shown.stream().filter(t -> !data.getUnionGraph().contains(t)).toList()));
    }
  }

  private static MatchResult only(Pattern pattern, String text) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    assertEquals(1, found.size(), pattern.pattern());
    return found.getFirst();
  }

  private static String csv(Graph graph, String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec asked = QueryExec.graph(graph).query(query).build()) {
      ResultSetFormatter.outputAsCSV(out, ResultSet.adapt(asked.select()));
    }
    return out.toString(StandardCharsets.UTF_8).strip().replace("\r\n", "\n");
  }

  private static String prefixes() {
    return Prefixes.ALL.getNsPrefixMap().entrySet().stream()
        .map(prefix -> "PREFIX " + prefix.getKey() + ": <" + prefix.getValue() + ">\n").collect(Collectors.joining());
  }
}
