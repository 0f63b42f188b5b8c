package org.entente.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;

/** Reads the files under {@code ontology/}, where a warning counts as an error. */
public final class OntologyFiles {

  private static final Path FOLDER = Path.of("ontology");

  private OntologyFiles() {}

  /** The terms alone. */
  public static Model terms() {
    return read(FOLDER.resolve("entente.ttl"));
  }

  /** Terms, alignments and concepts. */
  public static Model published() {
    Model all = terms().add(read(FOLDER.resolve("alignments.ttl")));
    turtle(FOLDER.resolve("concepts")).forEach(file -> all.add(read(file)));
    return all;
  }

  /** What a reasoner needs: the same, with the terms of others declared. */
  static Model toReasonWith() {
    return published().add(read(FOLDER.resolve("outside.ttl")));
  }

  public static List<Path> turtle(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Model read(Path file) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(file).errorHandler(ErrorHandlerFactory.errorHandlerStrict).parse(model);
    return model;
  }
}
