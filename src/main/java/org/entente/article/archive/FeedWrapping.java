package org.entente.article.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.article.BoundedInput;
import org.entente.article.DocumentSink;
import org.entente.article.Metadata;
import org.entente.article.RawDocument;
import org.entente.article.TextDecoding;
import org.entente.article.header.HeaderLine;
import org.entente.article.header.PublicationDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * An RSS or Atom feed: entries that carry their whole text are articles, those with a summary only are passed over with
 * their address.
 */
public final class FeedWrapping implements Wrapping {

  private static final Pattern START =
      Pattern.compile(
          "^(?:\\uFEFF)?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*|<\\?[^>]*>\\s*)*<(?:rss|feed|rdf:RDF)\\b.*",
          Pattern.DOTALL);
  private static final int HEAD = 4096;
  /** A summary has fewer letters than that. */
  private static final int LEAST_TEXT = 600;
  /** What the feed itself calls the content may be a short report. */
  private static final int LEAST_CONTENT = 200;
  /** Of what goes on elsewhere; a link to that place may follow. */
  private static final Pattern CUT_OFF = Pattern.compile("(?s).*(?:…|\\.\\.\\.)[\\])]?");
  private static final int MOST_TAGS = 300_000;

  private static boolean isOne(RawDocument document) {
    byte[] bytes = document.bytes();
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.UTF_8);
    return START.matcher(head).matches() && (!head.contains("<rdf:RDF") || head.contains("http://purl.org/rss/1.0/"));
  }

  @Override
  public boolean take(RawDocument document, DocumentSink sink) {
    if (!isOne(document)) {
      return false;
    }
    String source = TextDecoding.decodePage(document);
    BoundedInput.requireAtMost(MOST_TAGS, source.chars().filter(c -> c == '<').count(), "tags", document.name());
    Document feed = Jsoup.parse(source, document.address().map(Object::toString).orElse(""), Parser.xmlParser());
    Optional<String> publisher = first(feed, "channel > title, feed > title");
    int number = 1;
    for (Element entry : feed.select("item, entry")) {
      take(entry, publisher, document.name() + "#" + number++, sink);
    }
    return true;
  }

  private static void take(Element entry, Optional<String> publisher, String name, DocumentSink sink) {
    Optional<String> text = content(entry).or(() -> first(entry, "description, summary").filter(
        summary -> Jsoup.parse(summary).text().length() >= LEAST_TEXT));
    Optional<String> address = address(entry);
    if (text.isEmpty()) {
      sink.passedOver(name, "a summary only; its page is " + address.orElse("not named"));
      return;
    }
    Metadata found =
        Metadata.NONE.withPublisher(publisher).withUrl(address.flatMap(HeaderLine::address))
            .withIssued(first(entry, "pubDate, published, dc|date, updated").flatMap(PublicationDate::dayIn))
            .withCreators(first(entry, "dc|creator, author > name").map(List::of).orElse(List.of()));
    String page = "<html><body><article>" + text.orElse("") + "</article></body></html>";
    Metadata known = first(entry, "title").map(found::withTitle).orElse(found);
    sink.document(RawDocument.ofText(name, page, known));
  }

  /** What stands in a feed as elements (XHTML) stays so. */
  private static Optional<String> content(Element entry) {
    return entry.select("content|encoded, content").stream()
        .map(content -> content.children().isEmpty() ? content.wholeText() : content.html())
        .filter(FeedWrapping::isWhole).findFirst();
  }

  private static boolean isWhole(String html) {
    Element body = Jsoup.parse(html).body();
    int letters = body.text().length();
    Element last = body.select("a").last();
    if (last != null && body.text().endsWith(last.text())) {
      last.remove();
    }
    return letters >= LEAST_TEXT || letters >= LEAST_CONTENT && !CUT_OFF.matcher(body.text().strip()).matches();
  }

  private static Optional<String> address(Element entry) {
    return Stream.concat(
        entry.select("link").stream().map(link -> link.hasAttr("href") ? link.attr("href") : link.text()),
        entry.select("guid").stream().map(Element::text))
        .filter(link -> HeaderLine.address(link).isPresent()).findFirst();
  }

  private static Optional<String> first(Element within, String selector) {
    return Stream.of(selector.split(", ")).flatMap(one -> within.select(one).stream()).map(Element::wholeText)
        .map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }
}
