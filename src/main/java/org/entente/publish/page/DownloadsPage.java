package org.entente.publish.page;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.several;
import static org.entente.publish.page.html.Html.text;

import java.util.List;
import java.util.Locale;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;

/** {@code /dump/}: everything as files. */
final class DownloadsPage {

  private static final long KIB = 1024;
  private static final List<String> COLUMNS = List.of("File", "What it holds", "Size", "SHA-256");

  private final String root;
  private final Layout layout;

  DownloadsPage(String root, Layout layout) {
    this.root = root;
    this.layout = layout;
  }

  String html(Downloads downloads) {
    if (!downloads.offered()) {
      return layout.document("Downloads", element("p", text("No files are made of this dataset, which lies in another "
          + "store. Its "), link(root + "sparql", "SPARQL endpoint"), text(" gives any part of it, its "),
          link(root + "graph/", "named graphs"), text(" can be had one by one.")).with("class", "empty"));
    }
    if (downloads.files().isEmpty()) {
      return layout.document("Downloads", element("p", "The files are being made; come back in a few seconds.")
          .with("class", "empty").with("role", "status"));
    }
    List<Downloads.File> articles = downloads.files().stream().filter(Downloads.File::ofArticle).toList();
    List<Downloads.File> whole = downloads.files().stream().filter(file -> !file.ofArticle()).toList();
    return layout.document("Downloads",
        element("p", text("Everything as files, made " + downloads.made() + " of version "),
            element("code", downloads.version()), text(", under CC BY 4.0. They stay the same until the data changes, "
                + "and can be fetched in parts. To check them: "),
            element("code", "sha256sum -c SHA256SUMS"),
            text(".")).with("class", "lead"),
        table(whole, "Files"),
        element("p", link("SHA256SUMS", "SHA256SUMS"), text(" has the checksums of all files. Every graph can also be "
            + "had by itself in each form: "), link(root + "graph/", "named graphs"),
            text("; and as tables, networks and maps: "),
            link(root + "export/", "exports"), text(".")),
        articles.isEmpty() ? Html.NOTHING : element("details",
            element("summary", "Single articles as Turtle: " + articles.size()), table(articles, "Articles")));
  }

  private static Html table(List<Downloads.File> files, String name) {
    Html head = element("tr", several(COLUMNS.stream()
        .map(column -> (Html) element("th", column).with("scope", "col")).toList()));
    return Html.scrolled(element("table", element("thead", head),
        element("tbody", several(files.stream().map(DownloadsPage::row).toList()))).with("class", "answer"), name);
  }

  private static Html row(Downloads.File file) {
    return element("tr", cell(0, link(file.name(), file.name())), cell(1, text(file.holds())),
        cell(2, text(size(file.bytes()))), cell(3, element("code", file.sha256()).with("class", "digest")));
  }

  private static Html cell(int column, Html content) {
    return element("td", content).with("data-label", COLUMNS.get(column));
  }

  /** A size in units of 1024, to one decimal. */
  static String size(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    double kib = (double) bytes / KIB;
    return kib < KIB ? String.format(Locale.ROOT, "%.1f KiB", kib) : String.format(Locale.ROOT, "%.1f MiB", kib / KIB);
  }
}
