package org.entente.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.entente.article.FileNames;
import org.entente.problem.EntenteException;

/**
 * The files that are to be converted, in the order in which they count: arguments as they were given, each folder's files
 * by their paths.
 *
 * @param sources in order
 * @param digest SHA-256 of names, sizes and times: the same for the same files
 */
record Corpus(List<Source> sources, String digest) {

  /** A part of a large file, in bytes: some thousand articles. */
  static final long PART = 32L << 20;

  Corpus {
    sources = List.copyOf(sources);
  }

  /** How much there is to read, in bytes, packed files as they are. */
  long bytes() {
    return sources.stream().mapToLong(Source::bytes).sum();
  }

  /**
   * What the arguments stand for: a file, a folder with all below, or a pattern.
   *
   * @param part how large a part of a file of JSON lines is, in bytes
   * @throws EntenteException when one stands for nothing
   */
  static Corpus of(List<String> arguments, Configuration hadoop, long part) {
    List<Source> sources = new ArrayList<>();
    StringBuilder named = new StringBuilder();
    long number = 0;
    for (String argument : arguments) {
      for (Listed file : listed(argument, hadoop)) {
        FileStatus status = file.status();
        named.append(status.getPath()).append(' ').append(status.getLen()).append(' ')
            .append(status.getModificationTime()).append('\n');
        add(file, number++, part, sources);
      }
    }
    return new Corpus(sources, DigestUtils.sha256Hex(named.toString()));
  }

  /** A file, and what it is where it is no article by its name. */
  private record Listed(FileStatus status, Optional<String> other) {}

  private static void add(Listed file, long number, long part, List<Source> sources) {
    String address = file.status().getPath().toString();
    long size = file.status().getLen();
    if (file.other().isPresent()) {
      sources.add(new Source.Other(number, address, file.other().get()));
    } else if (size <= part || !hasLines(address)) {
      sources.add(new Source.Whole(number, address, size));
    } else {
      for (long start = 0; start < size; start += part) {
        sources.add(new Source.Part(number, address, start, Math.min(size, start + part), 0));
      }
    }
  }

  private static boolean hasLines(String address) {
    return address.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)");
  }

  private static List<Listed> listed(String argument, Configuration hadoop) {
    Path path = new Path(argument);
    List<Listed> found = new ArrayList<>();
    try {
      FileSystem files = path.getFileSystem(hadoop);
      FileStatus[] matches = files.globStatus(path);
      if (matches == null || matches.length == 0) {
        throw new FileNotFoundException("there is no such file");
      }
      for (FileStatus match : matches) {
        found
            .addAll(match.isDirectory() ? below(match.getPath(), files) : List.of(new Listed(match, Optional.empty())));
      }
    } catch (IOException e) {
      throw new EntenteException(argument + " cannot be listed: " + e.getMessage(),
          "Check the address, and that the cluster may read it.", e);
    }
    return found;
  }

  private static List<Listed> below(Path folder, FileSystem files) throws IOException {
    List<FileStatus> all = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> each = files.listFiles(folder, true);
    while (each.hasNext()) {
      FileStatus file = each.next();
      if (!FileNames.isHidden(relative(folder, file))) {
        all.add(file);
      }
    }
    all.sort(Comparator.comparing(file -> file.getPath().toString()));
    FileNames names = new FileNames(all.stream().map(file -> relative(folder, file)));
    return all.stream().map(file -> new Listed(file, names.notAnArticle(relative(folder, file)))).toList();
  }

  private static String relative(Path folder, FileStatus file) {
    return folder.toUri().relativize(file.getPath().toUri()).getPath();
  }
}
