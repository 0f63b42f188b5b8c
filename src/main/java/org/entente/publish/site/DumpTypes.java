package org.entente.publish.site;

import java.util.Optional;
import org.entente.publish.http.Form;
import org.entente.publish.http.Suffix;

/** What the files of a dump are: for programs, and in words. */
final class DumpTypes {

  private DumpTypes() {}

  /** The type of the file's content as it lies there: a compressed file is sent as one. */
  static String mediaType(String name) {
    if (name.endsWith(".gz")) {
      return "application/gzip";
    }
    return Suffix.of(name, Form.OF_RESOURCES).map(Form::mediaType).orElse("text/plain");
  }

  /** What a file holds; its name tells the form. */
  static String inWords(String name) {
    Optional<Form> form = Suffix.of(name.replaceFirst("\\.gz$", ""), Form.OF_RESOURCES);
    if (form.isEmpty()) {
      return "Checksums";
    }
    if (name.startsWith("articles/")) {
      return "One article";
    }
    boolean named = form.get().equals(Form.NQUADS) || form.get().equals(Form.TRIG) || form.get().equals(Form.JSONLD);
    return form.get().lang().orElseThrow().getLabel()
        + (named ? ", each statement in its graph" : ", all graphs as one");
  }
}
