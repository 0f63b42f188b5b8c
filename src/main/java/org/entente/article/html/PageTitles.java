package org.entente.article.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.article.NormalForm;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The titles that a page declares for its article, without markup and without the site's name.
 *
 * @param titles most trusted first
 * @param made whether more than the title element, which often names the site's part, declares one
 */
record PageTitles(List<String> titles, boolean made) {

  private static final Pattern NO_TITLE =
      Pattern.compile("[\\p{Sc}\\s]*\\d[\\d.,\\s]*[\\p{Sc}%]?|untitled|home(?: ?page)?|index",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTS = Pattern.compile("\\s+[|·•–—»:-]+\\s+(?=[^|·•–—»]*$)");
  private static final int LONGEST_SITE = 60;
  /** Letters of the shortest word that says what something is about; "with" and "from" say nothing. */
  private static final int SHORTEST_OF_SUBJECT = 5;

  PageTitles {
    titles = List.copyOf(titles);
  }

  /**
   * @param declared from JSON-LD and meta elements, most trusted first
   * @param sites what the page calls its site
   */
  static PageTitles of(Document page, List<String> declared, List<String> sites) {
    List<String> made = titles(declared, sites);
    List<String> titles = new ArrayList<>(made);
    titles.addAll(titles(element(page, made), sites));
    return new PageTitles(titles.stream().distinct().toList(), !made.isEmpty());
  }

  private static List<String> titles(List<String> declared, List<String> sites) {
    return declared.stream().map(PageTitles::plain).map(title -> withoutSite(title, sites))
        .filter(title -> isTitle(title, sites)).toList();
  }

  /**
   * "Headline | Site": the part before the last bar, where it is no shorter than half of the rest; and the whole, unless
   * the page declares that part elsewhere: then a heading that is like the rest names the site.
   */
  private static List<String> element(Document page, List<String> made) {
    String title = plain(page.title());
    String[] parts = PARTS.split(title);
    if (parts.length == 2 && made.stream().anyMatch(parts[0]::equalsIgnoreCase)) {
      return List.of(parts[0]);
    }
    if (parts.length == 2 && !isHeading(page, parts[0]) && isHeading(page, "h1, h2", parts[1])) {
      return List.of(parts[1], title); // "Site » Headline"
    }
    boolean two = parts.length == 2 && parts[1].length() <= LONGEST_SITE;
    return two && (isHeading(page, parts[0]) || parts[0].length() >= parts[1].length() / 2)
        ? List.of(parts[0], title) : List.of(title);
  }

  private static boolean isHeading(Document page, String headline) {
    return isHeading(page, "h1", headline);
  }

  private static boolean isHeading(Document page, String level, String headline) {
    return page.select(level).stream().map(Element::text).anyMatch(h -> NormalForm.of(h).equalsIgnoreCase(headline));
  }

  /** The site's name as the title element gives it: only where a heading confirms that the other part is a headline. */
  static Optional<String> siteIn(Document page) {
    String[] parts = PARTS.split(plain(page.title()));
    boolean confirmed = parts.length == 2 && parts[1].length() <= LONGEST_SITE && isHeading(page, parts[0]);
    return confirmed ? Optional.of(parts[1]) : Optional.empty();
  }

  /** Some systems leave tags and entities of their own in what they declare: {@code Summit <br />opens}. */
  private static String plain(String title) {
    boolean marked = title.indexOf('<') >= 0 || title.indexOf('&') >= 0;
    return NormalForm.of(marked ? Jsoup.parse(title).text() : title);
  }

  private static String withoutSite(String title, List<String> sites) {
    String[] parts = PARTS.split(title);
    boolean last = parts.length == 2 && sites.stream().anyMatch(site -> site.equalsIgnoreCase(parts[1]));
    return last ? parts[0] : title;
  }

  private static boolean isTitle(String title, List<String> sites) {
    return !title.isEmpty() && !NO_TITLE.matcher(title).matches() && sites.stream().noneMatch(title::equalsIgnoreCase);
  }

  Optional<String> first() {
    return titles.stream().findFirst();
  }

  /** Whether a heading says what one of them says; it may have a word or the site's name more, or other punctuation. */
  boolean say(String heading) {
    Set<String> words = words(heading);
    return titles.stream().anyMatch(title -> alike(words(title), words));
  }

  /** Whether a heading has nothing to do with any of them: not one longer word is the same. */
  boolean haveNothingOf(String heading) {
    Set<String> words = words(heading);
    return titles.stream().flatMap(title -> words(title).stream())
        .noneMatch(word -> word.length() >= SHORTEST_OF_SUBJECT && words.contains(word));
  }

  private static boolean alike(Set<String> title, Set<String> heading) {
    Set<String> common = new HashSet<>(title);
    common.retainAll(heading);
    int larger = Math.max(title.size(), heading.size());
    boolean within = common.size() == Math.min(title.size(), heading.size()) && common.size() >= 4;
    return larger > 0 && (within || common.size() * 10 >= larger * 7);
  }

  /** Whether a heading that says none of them may be the headline all the same; one of two words names the site. */
  boolean mayBe(String heading) {
    return titles.isEmpty() || !made && words(heading).size() > 2;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }
}
