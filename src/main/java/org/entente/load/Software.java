package org.entente.load;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Which program reads the articles, with which settings.
 *
 * @param version as released
 * @param build SHA-256 of the part of the program that reads, with its lexicon, gazetteer and ontology: what another
 *     build found, this one may find otherwise; pages and commands have no part in it
 * @param additions SHA-256 of the operator's own files; empty where there are none
 * @param reader who reads; empty for the usual reader
 * @param linker SHA-256 of the part of the program that links articles with each other
 */
public record Software(String version, String build, String additions, String reader, String linker) {

  /** What loading does not use; a package that is not named here counts, so that nothing is overlooked. */
  public static final Set<String> ROOMS_THAT_DO_NOT_READ =
      Set.of("access", "cli", "evaluate", "linking", "publish", "queries", "query", "sample", "spark", "versions");

  /** Whose code decides which articles are copies, and which accounts are of one undertaking. */
  private static final Set<String> ROOMS_THAT_LINK = Set.of("load", "curation");

  private static final String ROOMS = "org/entente/";

  /** One with the usual reader, by itself the one who links. */
  public Software(String version, String build, String additions) {
    this(version, build, additions, "", build);
  }

  /** The same program with another reader. */
  Software reading(ReaderChoice choice) {
    return new Software(version, build, additions, choice == ReaderChoice.rules ? "" : choice.name(), linker);
  }

  /** This program, with an operator's own files of names and words. */
  public static Software running(List<Path> gazetteer, List<Path> lexicon) {
    boolean none = gazetteer.isEmpty() && lexicon.isEmpty();
    try {
      Path code = Path.of(Software.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Software(releasedVersion(), build(code), none ? "" : digest(gazetteer, lexicon), "", linker(code));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies at an address that is no file", e);
    } catch (IOException e) {
      throw new KnowledgeException(
          "cannot read " + e.getMessage(), "Check the names of the files given with --gazetteer and --lexicon.", e);
    }
  }

  boolean hasAdditions() {
    return !additions.isEmpty();
  }

  /** What published graphs depend on and name: the version, the operator's own files where there are any, another reader. */
  public String settings() {
    String settings = hasAdditions() ? version + "+" + additions.substring(0, 12) : version;
    return reader.isEmpty() ? settings : settings + "+" + reader;
  }

  /** The version of this program alone. */
  public static String releasedVersion() {
    Properties properties = new Properties();
    try (InputStream in = Software.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  static String build(Path code) throws IOException {
    return digest(code, Software::reads);
  }

  static String linker(Path code) throws IOException {
    return digest(code, name -> ROOMS_THAT_LINK.contains(room(name)));
  }

  /**
   * Of a jar the sums count that its directory has, among them that of the list of libraries; a checkout has a folder of
   * classes and resources.
   */
  private static String digest(Path code, Predicate<String> counts) throws IOException {
    MessageDigest sha = DigestUtils.getSha256Digest();
    if (Files.isDirectory(code)) {
      try (Stream<Path> files = Files.walk(code)) {
        for (Path file : files.filter(Files::isRegularFile).filter(file -> counts.test(name(code, file))).sorted()
            .toList()) {
          DigestUtils.updateDigest(sha, name(code, file));
          sha.update(Files.readAllBytes(file));
        }
      }
    } else {
      try (ZipFile jar = new ZipFile(code.toFile())) {
        jar.stream().filter(entry -> !entry.isDirectory() && counts.test(entry.getName()))
            .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n").sorted()
            .forEach(line -> DigestUtils.updateDigest(sha, line));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  private static boolean reads(String name) {
    return !ROOMS_THAT_DO_NOT_READ.contains(room(name));
  }

  /** The package right below ours; empty for what is none of ours. */
  private static String room(String name) {
    return name.startsWith(ROOMS) ? name.substring(ROOMS.length()).split("/", 2)[0] : "";
  }

  /** The same file counts as another where it is of the other sort. */
  private static String digest(List<Path> sort, List<Path> otherSort) throws IOException {
    MessageDigest sha = DigestUtils.getSha256Digest();
    update(sha, sort);
    sha.update((byte) 0);
    update(sha, otherSort);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void update(MessageDigest sha, List<Path> places) throws IOException {
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          sha.update(Files.readAllBytes(file));
        }
      }
    }
  }
}
