package org.entente.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An article as it was published: what it says and what is known about it. The text is normalised once by the reader
 * (NFC, one line a block, blocks parted by one blank line, no navigation, footer or disclaimer) and never altered
 * afterwards; all offsets count in it.
 *
 * @param title its headline
 * @param creators names of its authors, in order
 * @param publisher who published this copy
 * @param firstPublishedBy who published it first, where the article says so
 * @param issued date of publication; empty when the article gives none: no date is ever guessed
 * @param language BCP 47 tag
 * @param url its canonical address
 * @param keywords section, region and theme words that the publisher gave it
 * @param text the normalised text
 * @param blocks the text's blocks in order, the title first
 * @param tables how many tables of the source are not in the text, but for the sentences in them
 * @param otherLanguages how many paragraphs of the source are not in the text because they are not in English, by the
 *     language that they are in
 * @param imprint what stood around the text and tells who speaks, from where: the page's head and foot, a masthead or
 *     letterhead, byline and dateline, the host of its address
 */
public record Article(
    String title,
    List<String> creators,
    Optional<String> publisher,
    Optional<String> firstPublishedBy,
    Optional<LocalDate> issued,
    String language,
    Optional<URI> url,
    List<String> keywords,
    String text,
    List<Block> blocks,
    int tables,
    SortedMap<String, Integer> otherLanguages,
    List<String> imprint) {

  /** An article without tables, all in English, and nothing around it. */
  public Article(
      String title,
      List<String> creators,
      Optional<String> publisher,
      Optional<String> firstPublishedBy,
      Optional<LocalDate> issued,
      String language,
      Optional<URI> url,
      List<String> keywords,
      String text,
      List<Block> blocks) {
    this(title, creators, publisher, firstPublishedBy, issued, language, url, keywords, text, blocks, 0,
        new TreeMap<>(), List.of());
  }

  public Article {
    creators = List.copyOf(creators);
    keywords = List.copyOf(keywords);
    blocks = List.copyOf(blocks);
    otherLanguages = Collections.unmodifiableSortedMap(new TreeMap<>(otherLanguages));
    imprint = List.copyOf(imprint);
  }

  /** SHA-256 of the normalised text in UTF-8, in hexadecimal. */
  public String textDigest() {
    return DigestUtils.sha256Hex(text);
  }

  /** What its reader could not find and the user may want to give, one sentence each, for the operator's diary. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (issued.isEmpty()) {
      warnings.add("no publication date found: \"last week\" and the like stay unresolved (give one with --date)");
    }
    if (creators.isEmpty()) {
      warnings.add("no author found (give one with --author)");
    }
    if (publisher.isEmpty()) {
      warnings.add("no publisher found (give one with --publisher)");
    }
    if (tables > 0) {
      warnings.add(
          tables == 1 ? "a table was left out: its rows are no sentences"
              : tables + " tables were left out: their rows are no sentences");
    }
    otherLanguages.forEach((language, number) -> warnings.add(
        number == 1 ? "a paragraph in " + language + " was left out"
            : number + " paragraphs in " + language + " were left out"));
    return warnings;
  }

  public String text(Block block) {
    return text.substring(block.start(), block.end());
  }
}
