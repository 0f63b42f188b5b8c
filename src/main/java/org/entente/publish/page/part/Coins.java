package org.entente.publish.page.part;

import static org.entente.publish.page.html.Html.element;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.publish.page.html.Html;

/**
 * A reference within the body of a page, as Zotero and other keepers of references look for it: COinS, an OpenURL
 * context object (ANSI/NISO Z39.88-2004) in the title of an empty span. The types are those that Zotero knows.
 */
public final class Coins {

  private static final String DATASET = "Entente: what states do together";

  private static final int DAY = "2018-08-10".length();

  private Coins() {}

  /** A statement, person, place or whatever else has a page, as a part of the dataset. */
  public static Html ofThing(String iri, String title) {
    Fields fields = new Fields("dataset", title, iri);
    fields.add("rft.source", DATASET);
    fields.add("rft.publisher", "Entente");
    return fields.span();
  }

  /**
   * The dataset in one version.
   *
   * @param day of the version, with or without its time
   */
  public static Html ofDataset(String iri, String version, String day) {
    Fields fields = new Fields("dataset", DATASET, iri);
    fields.add("rft.publisher", "Entente");
    fields.add("rft.date", day.substring(0, Math.min(day.length(), DAY)));
    fields.add("rft.description", "Version " + version);
    return fields.span();
  }

  /**
   * An article.
   *
   * @param url where it was published, else its IRI
   * @param paper where it appeared; empty where it is not known
   * @param day when; empty where it is not known
   */
  public static Html ofArticle(String url, String title, List<String> authors, String paper, String day) {
    Fields fields = new Fields("newspaperArticle", title, url);
    authors.forEach(author -> fields.add("rft.au", author));
    fields.add("rft.source", paper);
    fields.add("rft.date", day);
    return fields.span();
  }

  private record Fields(List<String> pairs) {

    Fields(String type, String title, String url) {
      this(new ArrayList<>());
      add("url_ver", "Z39.88-2004");
      add("ctx_ver", "Z39.88-2004");
      add("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc");
      add("rft.type", type);
      add("rft.title", title);
      add("rft.identifier", url);
    }

    void add(String key, String value) {
      if (!value.isEmpty()) {
        pairs.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
      }
    }

    Html span() {
      return element("span").with("class", "Z3988").with("title", String.join("&", pairs));
    }
  }
}
