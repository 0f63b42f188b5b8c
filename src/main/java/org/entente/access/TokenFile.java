package org.entente.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens in a file that only its owner may read, a line each: {@code NAME SCOPES UNTIL SHA-256}; lines that begin with
 * # are comments. The file is read anew whenever it has changed, so that tokens come and go without a restart. A file
 * that others may read, or that has a mistake, is not used: nobody can write until it is put right.
 */
public final class TokenFile implements Tokens {

  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int SECRET_BYTES = 32;
  private static final String PREFIX = "ent_";

  private final Path file;
  private final Clock clock;
  private Stamp stamp = Stamp.NEVER;
  private List<TokenLine> lines = List.of();

  /** What tells one state of a file from another. */
  private record Stamp(long modified, long bytes, Object key) {
    static final Stamp NEVER = new Stamp(Long.MIN_VALUE, -1, "");
  }

  public TokenFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public Optional<Holder> holder(String secret) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<Holder> found = Optional.empty();
    // All are compared, so that the time does not tell which is near.
    for (TokenLine line : lines()) {
      if (line.digest().isOf(secret) && line.isGoodOn(today)) {
        found = Optional.of(new Holder(line.name(), line.scopes()));
      }
    }
    return found;
  }

  /** Reads the file, so that what is wrong with it is said at once. */
  public void check() {
    lines();
  }

  /** The names with what they may do and until when, a line each, without the digests. */
  public synchronized List<String> described() {
    return lines().stream().map(line -> line.toString().replaceFirst(" \\S+$", "")).toList();
  }

  /**
   * Makes a token for somebody, in place of one of that name.
   *
   * @param scopes such as {@code add,remove}
   * @return the token, which is kept nowhere
   */
  public synchronized String add(String name, String scopes, Optional<LocalDate> until) {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      TokenLine line = new TokenLine(name, TokenLine.scopes(scopes), until, Digest.of(secret));
      rewrite(name, Optional.of(line));
    } catch (IllegalArgumentException e) {
      throw new AccessException(String.valueOf(e.getMessage()), "Run entente token --help to see what can be said.", e);
    }
    return secret;
  }

  /**
   * Makes a token worthless.
   *
   * @return whether there was one of that name
   */
  public synchronized boolean remove(String name) {
    boolean there = lines().stream().anyMatch(line -> line.name().equals(name));
    if (there) {
      rewrite(name, Optional.empty());
    }
    return there;
  }

  private synchronized List<TokenLine> lines() {
    try {
      Stamp now = new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file),
          String.valueOf(Files.readAttributes(file, BasicFileAttributes.class).fileKey()));
      if (!now.equals(stamp)) {
        lines = read();
        stamp = now;
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new AccessException("there is no file of tokens at " + file,
          "Make one with: entente token add --tokens " + file + " NAME", e);
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private List<TokenLine> read() throws IOException {
    requirePrivate();
    List<TokenLine> read = new ArrayList<>();
    List<String> written = Files.readAllLines(file);
    for (int number = 0; number < written.size(); number++) {
      String line = written.get(number).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        read.add(lineOf(line, number + 1));
      }
    }
    return List.copyOf(read);
  }

  private TokenLine lineOf(String line, int number) {
    try {
      return TokenLine.of(line);
    } catch (IllegalArgumentException e) {
      throw unusable("line " + number + ": " + e.getMessage(), e);
    }
  }

  private void requirePrivate() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null && !OWNERS.containsAll(view.readAttributes().permissions())) {
      throw new AccessException("the file of tokens " + file + " may be read or changed by others than its owner ("
          + PosixFilePermissions.toString(view.readAttributes().permissions()) + ")", "chmod 600 " + file);
    }
  }

  private AccessException unusable(String why, Exception cause) {
    return new AccessException("the file of tokens " + file + " cannot be used (" + why + ")",
        "Until it is put right nobody can write over the web.", cause);
  }

  /** The whole file or none of it, comments kept. */
  private void rewrite(String name, Optional<TokenLine> line) {
    try {
      List<String> kept = new ArrayList<>();
      if (Files.exists(file)) {
        lines();
        Files.readAllLines(file).stream().filter(written -> !written.startsWith(name + " ")).forEach(kept::add);
      } else {
        kept.add("# name scopes until sha-256 (entente token)");
      }
      line.map(TokenLine::toString).ifPresent(kept::add);
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.deleteIfExists(part);
      createPrivate(part);
      Files.write(part, kept);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private static void createPrivate(Path part) throws IOException {
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNERS));
    } else {
      Files.createFile(part);
    }
  }
}
