package org.entente.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All questions that come with the program, and an operator's own. An operator's are checked when the catalogue is made; the
 * bundled ones, which were checked when the program was built, are read when somebody first asks for one, so that a server
 * need not wait for them. Safe to share between threads.
 */
public final class QueryCatalogue {

  private static final List<String> GROUPS = List.of("competency", "integrity");

  private final List<String> groups;
  private final List<NamedQuery> own;
  private @Nullable List<NamedQuery> read;

  /**
   * @param groups of the bundled questions
   * @param own an operator's
   */
  private QueryCatalogue(List<String> groups, List<NamedQuery> own) {
    this.groups = List.copyOf(groups);
    this.own = List.copyOf(own);
  }

  /** The bundled questions: first those that the data answers, then those that must find nothing; by name. */
  public static QueryCatalogue bundled() {
    return new QueryCatalogue(GROUPS, List.of());
  }

  /** The tables that the whole data can be taken away as; they have a catalogue and names of their own. */
  public static QueryCatalogue exports() {
    return new QueryCatalogue(List.of("exports"), List.of());
  }

  /**
   * The bundled questions and those of a folder.
   *
   * @throws QueryException when a file of the folder cannot be read or is no query
   */
  public static QueryCatalogue with(Path folder) {
    try {
      return new QueryCatalogue(GROUPS, read(folder, ""));
    } catch (IOException | UncheckedIOException e) {
      throw new QueryException("cannot read the queries in " + folder, "check its name and permissions", e);
    }
  }

  private static List<NamedQuery> group(String group) {
    try {
      URI folder = Objects.requireNonNull(QueryCatalogue.class.getResource("/org/entente/queries/" + group)).toURI();
      if (folder.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
          return read(jar.getPath("/org/entente/queries/" + group), group);
        }
      }
      return read(Path.of(folder), group);
    } catch (URISyntaxException | IOException e) {
      throw new QueryException("the program's own queries cannot be read", "build the program anew", e);
    }
  }

  private static List<NamedQuery> read(Path folder, String group) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".rq"))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .map(f -> parse(f, group))
          .toList();
    }
  }

  private static NamedQuery parse(Path file, String group) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
      return NamedQuery.parse(name, group, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized List<NamedQuery> queries() {
    List<NamedQuery> known = read;
    if (known == null) {
      known = Stream.concat(groups.stream().flatMap(group -> group(group).stream()), own.stream()).toList();
      read = known;
    }
    return known;
  }

  public List<NamedQuery> queries(String group) {
    return queries().stream().filter(q -> q.group().equals(group)).toList();
  }

  public Optional<NamedQuery> named(String name) {
    return queries().stream().filter(q -> q.name().equals(name)).findFirst();
  }
}
