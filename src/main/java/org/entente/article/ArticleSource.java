package org.entente.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One place that an article is read from, as a user names it: a file, a web address, or {@code -} for standard input.
 * A folder stands for the articles in it and below, a pattern ({@code news/*.html}) for the files that match; both are
 * put in order of their paths, so that the same folder is always read in the same order. A link that is named is
 * followed, one to a folder within a folder is not, so that no circle of links can be walked.
 */
public sealed interface ArticleSource {

  /** What messages and reports call it. */
  String name();

  /** A file on disk. */
  record File(Path path) implements ArticleSource {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /** A page on the web. */
  record Address(URI uri) implements ArticleSource {
    @Override
    public String name() {
      return uri.toString();
    }
  }

  /**
   * A page on the web that a list names: it is fetched as a robot does, by the rules of its site.
   *
   * @param uri its address
   */
  record Listed(URI uri) implements ArticleSource {
    @Override
    public String name() {
      return uri.toString();
    }
  }

  /** Standard input. */
  record StandardInput() implements ArticleSource {
    @Override
    public String name() {
      return "standard input";
    }
  }

  /**
   * A file of a folder that is none by its name: counted and told of, never opened.
   *
   * @param reason what it is, in a few words
   */
  record Other(Path path, String reason) implements ArticleSource {
    @Override
    public String name() {
      return path.toString();
    }
  }

  /**
   * What somebody sent over the web.
   *
   * @param name the file's name with its ending, as the sender gave it
   * @param in its content
   */
  record Sent(String name, InputStream in) implements ArticleSource {}

  /**
   * Everything the arguments of a command stand for, in order and without duplicates. A file that does not exist is
   * kept: reading it says so, and the others are read all the same.
   *
   * @throws ArticleFormatException when a folder or pattern holds no article, or an address is malformed
   */
  static List<ArticleSource> expand(List<String> arguments) {
    return arguments.stream().flatMap(argument -> expand(argument).stream()).distinct().toList();
  }

  private static List<ArticleSource> expand(String argument) {
    if (argument.equals("-")) {
      return List.of(new StandardInput());
    }
    if (argument.matches("(?i)[a-z][a-z0-9+.-]+://.*")) {
      return List.of(new Address(address(argument)));
    }
    Path path = path(argument);
    if (Files.isDirectory(path)) {
      return folder(path, argument);
    }
    boolean pattern = argument.matches(".*[*?\\[{].*");
    return pattern && !Files.exists(path) ? matching(argument) : List.of(new File(path));
  }

  private static URI address(String argument) {
    try {
      return URI.create(argument);
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException(argument + " is no valid address", "put it in quotes, with %20 for spaces", e);
    }
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException("not a path: " + argument.replace('\0', '?'), "check the name", e);
    }
  }

  /** Searched from the last folder before the first special character. */
  private static List<ArticleSource> matching(String pattern) {
    int special = pattern.split("[*?\\[{]", 2)[0].length();
    int slash = pattern.lastIndexOf('/', special);
    Path base = slash < 0 ? Path.of("") : Path.of(pattern.substring(0, slash + 1));
    PathMatcher matcher;
    try {
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replaceAll("/{2,}", "/"));
    } catch (IllegalArgumentException e) {
      throw new ArticleFormatException("not a file pattern: " + pattern, "check its brackets", e);
    }
    if (!Files.isDirectory(base)) {
      throw new ArticleFormatException("no file matches " + pattern, "check the folder " + base);
    }
    List<ArticleSource> found = new ArrayList<>();
    files(base, pattern).stream().filter(matcher::matches).map(File::new).forEach(found::add);
    return requireSome(found, pattern);
  }

  /** What the folder and those below have, without hidden files and the pictures and scripts beside saved pages. */
  private static List<ArticleSource> folder(Path folder, String argument) {
    List<Path> all = files(folder, argument).stream()
        .filter(file -> !FileNames.isHidden(FileNames.of(folder.relativize(file)))).toList();
    FileNames names = new FileNames(all.stream().map(file -> FileNames.of(folder.relativize(file))));
    List<ArticleSource> found = new ArrayList<>();
    for (Path file : all) {
      Optional<String> other = names.notAnArticle(FileNames.of(folder.relativize(file)));
      found.add(other.<ArticleSource>map(reason -> new Other(file, reason)).orElseGet(() -> new File(file)));
    }
    return requireSome(found, argument);
  }

  private static List<ArticleSource> requireSome(List<ArticleSource> found, String argument) {
    if (found.stream().noneMatch(File.class::isInstance)) {
      throw new ArticleFormatException(argument + " holds no article", "articles end in " + FileNames.endings());
    }
    return found;
  }

  private static List<Path> files(Path base, String argument) {
    try (Stream<Path> walk = Files.walk(Files.isSymbolicLink(base) ? base.resolve(".") : base)) {
      return walk.map(file -> Files.isSymbolicLink(base) ? file.normalize() : file)
          .filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ArticleFormatException(
          argument + " could not be searched: " + e.getMessage(), "check its permissions", e);
    }
  }
}
