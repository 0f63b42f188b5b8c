package org.entente.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkFiles;
import org.entente.load.ReaderChoice;
import org.entente.load.Workbench;

/**
 * How articles are read, as it is sent to whoever reads them.
 *
 * @param base what all IRIs start with
 * @param gazetteer names of an operator's own files of names, which Spark brings to each executor
 * @param lexicon likewise, of words
 */
record Settings(String base, ReaderChoice reader, List<String> gazetteer, List<String> lexicon)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  Settings {
    gazetteer = List.copyOf(gazetteer);
    lexicon = List.copyOf(lexicon);
  }

  Workbench workbench() {
    return Workbench.bundled(base, local(gazetteer), local(lexicon), reader);
  }

  private static List<Path> local(List<String> names) {
    return names.stream().map(name -> Path.of(SparkFiles.get(name))).toList();
  }
}
