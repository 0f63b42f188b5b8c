package org.entente.article.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.article.Block;
import org.entente.article.Metadata;
import org.entente.article.Piece;
import org.entente.article.WordList;

/**
 * What stands after an article and is not the article: "first appeared in ...", notes on the author, rights,
 * disclaimers, contacts, calls to subscribe. In the second half of the text a piece of {@code closing-lines.txt} ends
 * the article; pieces of {@code inserted-lines.txt} are left out one by one.
 *
 * @param body the pieces that are the article
 * @param metadata what the footer tells about who published it
 */
record Footer(List<Piece> body, Metadata metadata) {

  private static final Pattern SEPARATOR =
      Pattern.compile("^(?:\\*(?:\\s*\\*){0,9}|[-–—_=~•]{1,80}|(?:#\\s*){1,5}|-\\s?30\\s?-|\\[?ENDS?]?\\.?)$");
  private static final Pattern FIRST_PUBLISHED =
      Pattern.compile(
          "\\b(?:originally|first)\\s+(?:published|appeared|posted)(?:\\s+(?:on|by|in|at))?\\s+(?<who>\\p{Lu}.{1,80}?)"
              + "(?:\\s+(?:on|in)\\s+[\\p{L}\\d].{0,40})?\\.?$");
  private static final Pattern ORIGINAL_SOURCE =
      Pattern.compile("\\boriginal source of this article is (?<who>.{2,60}?)(?:\\s+Copyright\\b.*|\\s*©.*|\\.)?$");
  private static final Pattern CLOSING = WordList.anyOf("^", "closing-lines.txt", ".*");
  private static final Pattern INSERTED = WordList.anyOf("^", "inserted-lines.txt", ".{0,300}$");
  /** "Jane Roe is a fellow of ...", "The author teaches ...": what a person does for a living. */
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "^(?:the (?:author|writer)|[\\p{L}.'’ -]{4,60}?),? "
              + "(?:teaches|writes|works|has written|serves as|served as|lives in"
              + "|(?:is|was) (?:an?|the|currently|also|director|head|professor|editor|fellow)\\b.*"
              + "\\b(?:analyst|contributor|fellow|professor|journalist|columnist|researcher|writer|author|editor"
              + "|correspondent|lecturer|scholar|director|expert|commentator|consultant|historian|student|diplomat"
              + "|ambassador|economist|scientist|candidate|reporter|head|teacher|member)s?)\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  Footer {
    body = List.copyOf(body);
  }

  static Footer cutFrom(List<Piece> pieces, List<String> creators) {
    int half = halfway(pieces);
    List<Piece> body = new ArrayList<>();
    Metadata metadata = Metadata.NONE;
    boolean closed = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean separates = SEPARATOR.matcher(piece.text()).matches();
      boolean foreign = isForeign(piece, creators);
      closed |= i >= half && (foreign && isClosing(piece) || separates && closesNext(pieces, i + 1, creators));
      if (closed || foreign) {
        metadata = metadata.or(publication(piece.text()));
      }
      if (!closed && !foreign && !separates) {
        body.add(piece);
      }
    }
    return new Footer(body, metadata);
  }

  private static boolean closesNext(List<Piece> pieces, int next, List<String> creators) {
    return next >= pieces.size() || isForeign(pieces.get(next), creators);
  }

  private static boolean isForeign(Piece piece, List<String> creators) {
    return isClosing(piece)
        || isCandidate(piece) && (INSERTED.matcher(piece.text()).matches() || isBiography(piece.text(), creators));
  }

  private static boolean isClosing(Piece piece) {
    return isCandidate(piece) && CLOSING.matcher(piece.text()).matches();
  }

  /** A footer's lines are never items of the article's lists or rows of its tables, nor very long. */
  private static boolean isCandidate(Piece piece) {
    return !piece.is(Block.Kind.TITLE) && !piece.is(Block.Kind.LIST_ITEM) && !piece.is(Block.Kind.ROW)
        && piece.text().length() < 3000;
  }

  private static boolean isBiography(String text, List<String> creators) {
    boolean named = creators.stream().anyMatch(text::startsWith) || text.startsWith("The author ")
        || text.startsWith("The writer ");
    return named && text.length() < 800 && BIOGRAPHY.matcher(text).matches();
  }

  /** Index of the piece in which half of the characters have gone by. */
  private static int halfway(List<Piece> pieces) {
    long total = pieces.stream().mapToLong(piece -> piece.text().length()).sum();
    long seen = 0;
    for (int i = 0; i < pieces.size(); i++) {
      seen += pieces.get(i).text().length();
      if (seen * 2 >= total) {
        return i;
      }
    }
    return pieces.size();
  }

  private static Metadata publication(String text) {
    if (text.length() > 400) {
      return Metadata.NONE;
    }
    return Metadata.NONE.withFirstPublishedBy(who(FIRST_PUBLISHED, text)).withPublisher(who(ORIGINAL_SOURCE, text));
  }

  private static Optional<String> who(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group("who").strip()) : Optional.empty();
  }
}
