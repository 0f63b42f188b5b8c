package org.entente.load;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.entente.load.Conversion.Converted;
import org.entente.problem.EntenteException;
import org.jspecify.annotations.Nullable;

/**
 * A corpus that was converted on a cluster, as it lies in a folder: shards with the graphs of articles as N-Quads, their
 * texts as lines of JSON in the same order, and a manifest with the digests of both. A shard is at hand at a time, an
 * article of it in memory.
 */
public final class ConvertedCorpus {

  private static final int FORMAT = 1;
  private static final String ADVICE = "Copy the folder again, whole, or convert the corpus again.";

  private final Path folder;
  private final List<Shard> shards;

  /** What is read of the manifest. */
  private record Manifest(int format, @Nullable String base, @Nullable List<Shard> shards) {}

  private record Shard(List<FileSum> files) {

    FileSum in(String place) {
      return files.stream().filter(file -> file.file().startsWith(place + "/")).findFirst().orElseThrow();
    }
  }

  private record FileSum(String file, String sha256) {}

  private ConvertedCorpus(Path folder, List<Shard> shards) {
    this.folder = folder;
    this.shards = shards;
  }

  /**
   * @param base what the IRIs of the store begin with
   * @throws EntenteException when the folder has no whole corpus, or one of another base
   */
  public static ConvertedCorpus in(Path folder, String base) {
    Manifest manifest = manifest(folder.resolve("manifest.json"));
    if (manifest.format() != FORMAT || manifest.base() == null || manifest.shards() == null) {
      throw new EntenteException(folder + " has a converted corpus of a form that this program does not know",
          "Take the version of the program that converted it.");
    }
    if (!base.equals(manifest.base())) {
      throw new EntenteException(folder + " was converted with the base IRI " + manifest.base() + ", not " + base,
          "Load it into a store of that base, or convert it again with --base " + base);
    }
    return new ConvertedCorpus(folder, manifest.shards());
  }

  private static Manifest manifest(Path file) {
    try {
      return Optional.ofNullable(new Gson().fromJson(Files.readString(file), Manifest.class))
          .orElseThrow(() -> new JsonParseException("it is empty"));
    } catch (IOException | JsonParseException e) {
      throw new EntenteException(
          file.getParent() + " has no whole converted corpus (" + e.getClass().getSimpleName() + ": " + e.getMessage()
              + ")",
          "Name the folder that --output named; a run that was broken off has no manifest.json yet: take it up again.",
          e);
    }
  }

  /**
   * All articles, shard by shard, in the order of their graphs.
   *
   * @throws EntenteException when a file is not the one that the manifest names, before its first article
   */
  public Iterator<Converted> articles() {
    return Iter.flatMap(shards.iterator(), this::articles);
  }

  private Iterator<Converted> articles(Shard shard) {
    Path graphs = whole(shard.in("graphs"));
    Path texts = whole(shard.in("texts"));
    try {
      return new Articles(lines(graphs), lines(texts), graphs);
    } catch (IOException e) {
      throw unreadable(graphs, e);
    }
  }

  private Path whole(FileSum sum) {
    Path file = folder.resolve(sum.file());
    try (InputStream in = Files.newInputStream(file)) {
      if (!DigestUtils.sha256Hex(in).equals(sum.sha256())) {
        throw new EntenteException(file + " is not the file that was written (its SHA-256 is another)", ADVICE);
      }
      return file;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static EntenteException unreadable(Path file, IOException e) {
    return new EntenteException(file + " could not be read (" + e + ")", ADVICE, e);
  }

  private static BufferedReader lines(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  /** The articles of a shard. Both files are closed behind the last one. */
  private static final class Articles implements Iterator<Converted> {

    private final BufferedReader statements;
    private final BufferedReader texts;
    private final Path file;
    private @Nullable String statement;
    private @Nullable String text;

    Articles(BufferedReader statements, BufferedReader texts, Path file) throws IOException {
      this.statements = statements;
      this.texts = texts;
      this.file = file;
      statement = statements.readLine();
      text = texts.readLine();
    }

    @Override
    public boolean hasNext() {
      if (text == null) {
        close();
      }
      return text != null;
    }

    private void close() {
      try (statements; texts) {
        text = null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Converted next() {
      if (text == null) {
        throw new NoSuchElementException();
      }
      try {
        ConvertedText article = ConvertedText.read(text);
        List<String> lines = new ArrayList<>();
        while (statement != null && GraphLines.graph(statement).equals(article.graph())) {
          lines.add(statement);
          statement = statements.readLine();
        }
        text = texts.readLine();
        return article.with(GraphLines.read(lines, article.graph()));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
  }
}
