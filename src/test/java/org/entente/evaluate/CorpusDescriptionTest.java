package org.entente.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the corpus says of itself, in DCAT, in its README and in its lists of files, is so. */
class CorpusDescriptionTest {

  private static final Path CORPUS = Path.of("src/corpus");
  private static final Model DESCRIPTION = RDFDataMgr.loadModel(CORPUS.resolve("corpus.ttl").toString());

  @ParameterizedTest
  @ValueSource(strings = {"train", "dev", "blind"})
  void countsItsArticlesAndRows(String split) throws IOException {
    List<GoldArticle> articles = GoldFolder.read(CORPUS.resolve(split));
    int rows = articles.stream().mapToInt(a -> a.rows().size()).sum();
    Resource part = DESCRIPTION.listSubjectsWithProperty(DCTerms.identifier, split).next();
    assertEquals(articles.size(), part.getProperty(VOID.documents).getInt());
    assertEquals(rows, part.getProperty(VOID.entities).getInt());
    String line = "| `%s` | %,d | %,d |".formatted(split, articles.size(), rows);
    assertTrue(Files.readString(CORPUS.resolve("README.md")).contains(line), line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "dev", "blind"})
  void listsItsFiles(String split) throws IOException {
    List<String> listed =
        Files.readAllLines(CORPUS.resolve(split).resolve("index.tsv")).stream().skip(1)
            .map(line -> line.split("\t")[0]).sorted().toList();
    assertEquals(GoldFolder.read(CORPUS.resolve(split)).stream().map(GoldArticle::name).sorted().toList(), listed);
  }

  @Test
  void saysWhatItIsAndUnderWhichLicence() {
    Resource corpus = DESCRIPTION.createResource("https://w3id.org/entente/corpus");
    assertTrue(corpus.hasProperty(RDF.type, DCAT.Dataset));
    assertTrue(
        corpus.hasProperty(
            DCTerms.license, DESCRIPTION.createResource("https://creativecommons.org/licenses/by/4.0/")));
    assertTrue(corpus.hasProperty(DCTerms.description));
  }
}
