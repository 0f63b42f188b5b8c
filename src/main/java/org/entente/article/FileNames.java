package org.entente.article;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by their names which files of a folder or an archive may be articles, as the same things lie in both: hidden
 * files, what an office program leaves while it is open, and the pictures and scripts that a browser saves in a folder
 * beside its page ({@code story.html}, {@code story_files/}).
 */
public final class FileNames {

  private static final Set<String> ENDINGS =
      Set.copyOf(new TreeSet<>(WordList.read("article-endings.txt")));
  /** Browsers name the folder in the language of their user. */
  private static final Set<String> BESIDE_PAGES = Set.copyOf(WordList.read("saved-page-folders.txt"));
  private static final Set<String> OTHERS = Set.copyOf(WordList.read("no-article-names.txt"));
  private static final Set<String> PAGES = Set.of("html", "htm", "xhtml", "mhtml", "mht");

  private final Set<String> pages;

  /**
   * @param names all names of the folder or archive, with {@code /} between their parts
   */
  public FileNames(Stream<String> names) {
    pages = names.filter(name -> PAGES.contains(ending(name))).map(FileNames::withoutEnding)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the endings of articles are, for messages. */
  public static String endings() {
    return String.join(", ", new TreeSet<>(ENDINGS));
  }

  /** What a file is that no article can be; empty where it may be one. */
  public Optional<String> notAnArticle(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (file.contains(".") && OTHERS.contains(withoutEnding(file))) {
      return Optional.of("no article by its name");
    }
    if (ENDINGS.contains(ending(name))) {
      return isPartOfPage(name) ? Optional.of("part of a saved page") : Optional.empty();
    }
    String ending = ending(name);
    return Optional.of(ending.isEmpty() ? "no article by its name" : "no article by its ending ." + ending);
  }

  /** Nobody means what a system or a program hides among the files. */
  public static boolean isHidden(String name) {
    return Stream.of(name.split("/"))
        .anyMatch(part -> part.startsWith(".") && !part.matches("\\.\\.?") || part.equals("__MACOSX")
            || part.startsWith("~$"));
  }

  private boolean isPartOfPage(String name) {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String folder = name.substring(0, slash);
      if (BESIDE_PAGES.stream().anyMatch(
          end -> folder.endsWith(end) && pages.contains(folder.substring(0, folder.length() - end.length())))) {
        return true;
      }
    }
    return false;
  }

  static String of(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String ending(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return file.indexOf('.') < 0 ? "" : file.substring(file.lastIndexOf('.') + 1);
  }

  private static String withoutEnding(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }
}
