package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands after an article and is not the article: "first appeared in ...", notes on the author, rights,
 * disclaimers, contacts, calls to subscribe. In the second half of the text the first such piece ends the article;
 * earlier ones are single lines that are left out.
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
  private static final Pattern CLOSING =
      Pattern.compile(
          "^(?:this (?:article|essay|piece|report|commentary|interview|op-ed)\\b.{0,40}\\b(?:originally|first) "
              + "(?:published|appeared|posted)"
              + "|(?:originally|first) published (?:on|by|in|at)\\b"
              + "|the original source of this article\\b"
              + "|about the authors?\\b|articles by:|author'?s? bio\\b|more (?:from|by) "
              + "|all images\\b|images?(?: credit)?:|featured image\\b"
              + "|(?:©|\\(c\\)|copyright\\b)|all rights reserved\\b"
              + "|disclaimer\\b|the (?:views?|opinions?) expressed\\b|views expressed\\b|the views and opinions\\b"
              + "|(?:for )?(?:media|press) (?:inquiries|enquiries|contacts?)\\b|media contacts?:|contact:|for (?:more|further)"
              + " information\\b|for permission\\b|to reprint\\b|permission to\\b"
              + "|comment on\\b.{0,60}\\b(?:facebook|page)|become a member\\b|join (?:us|our)\\b|follow us\\b"
              + "|subscribe\\b|sign up\\b|support (?:us|our)\\b|donate\\b|click here\\b|share this\\b"
              + "|read (?:more|also|next)\\b|related (?:articles?|stories|content|posts?)\\b|see also:|recommended:"
              + "|additional reporting\\b|\\(?reporting by\\b|\\(?editing by\\b|our standards:|with (?:files|input) from\\b"
              + "|(?:end)?notes?$|references$|sources$|bibliography$|works cited$|comments?$|leave a (?:reply|comment)"
              + "|notes? to editors?\\b|www\\.\\S+ contains copyrighted\\b|https?://\\S+$).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  /** "Jane Roe is a fellow of ...": a person who does something for a living, at the end of an article. */
  private static final Pattern BIOGRAPHY =
      Pattern.compile(
          "^(?:the (?:author|writer)|\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){1,4}),? "
              + "(?:is (?:an?|the|currently|also)|was an?|are|teaches|writes|works|has written|serves as)\\b.*"
              + "\\b(?:analyst|contributor|fellow|professor|journalist|columnist|researcher|writer|author|editor"
              + "|correspondent|lecturer|scholar|director|expert|commentator|consultant|historian|student|diplomat"
              + "|ambassador|economist|scientist|candidate|reporter|teaches|writes|works)s?\\b.*",
          Pattern.DOTALL);

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
      boolean closes = isClosing(piece, creators) && i > 0;
      closed |= i >= half && (closes || separates && closesNext(pieces, i + 1, creators));
      if (closed || closes) {
        metadata = metadata.or(publication(piece.text()));
      }
      if (!closed && !closes && !separates) {
        body.add(piece);
      }
    }
    return new Footer(body, metadata);
  }

  private static boolean closesNext(List<Piece> pieces, int next, List<String> creators) {
    return next >= pieces.size() || isClosing(pieces.get(next), creators);
  }

  /** A footer's lines are never items of the article's lists; a heading "Notes" or "About the author" is one. */
  private static boolean isClosing(Piece piece, List<String> creators) {
    String text = piece.text();
    return !piece.is(Block.Kind.TITLE)
        && !piece.is(Block.Kind.LIST_ITEM)
        && text.length() < 3000
        && (CLOSING.matcher(text).matches() || isBiography(text, creators));
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
