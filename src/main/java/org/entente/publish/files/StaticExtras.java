package org.entente.publish.files;

import static org.entente.publish.page.html.Html.element;
import static org.entente.publish.page.html.Html.link;
import static org.entente.publish.page.html.Html.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.publish.page.html.Html;
import org.entente.publish.page.html.Layout;
import org.entente.vocab.Addresses;

/**
 * What hosts of files need besides: rules that lead from a thing's address to its page or data, for Apache
 * ({@code .htaccess}) and for hosts that read {@code _redirects} and {@code _headers}; for those that read neither a
 * signpost at each such address; and pages that say what is not here.
 */
final class StaticExtras {

  private static final List<String> RULES = List.of(".htaccess", "_redirects", "_headers", ".nojekyll");

  private final String root;
  private final SiteFolder folder;

  StaticExtras(String base, SiteFolder folder) {
    this.root = URI.create(base).getRawPath();
    this.folder = folder;
  }

  void write() {
    RULES.forEach(name -> folder.write(name, rules(name).replace("{root}", root)));
    Layout near = new Layout("./", version());
    folder.write(SitePage.NOT_HERE, rewritten(SitePage.NOT_HERE, near.document("Not among these files",
        element("p",
            text("This copy of the site is made of files. There is no program behind it that could answer SPARQL"
                + " queries, search or reconcile names."))
            .with("class", "lead"),
        element("p", text("All of the data are among the "), link("dump/", "downloads"),
            text("; any store of RDF loads them and answers queries, and "), element("code", "entente serve"),
            text(" publishes them with all that is missing here.")))));
    folder.write("404.html", new Layout(root, version()).document("There is no such page",
        element("p", text("The "), (Html) link(root, "start page"), text(" lists what is here.")))
        .replaceAll("(?s)<form.*?</form>", "").replace(root + "queries\"", root + "queries.html\"")
        .replace(root + "ontology\"", root + "ontology.html\"").replace(root + "sparql\"", root + "sparql.html\""));
  }

  private String rewritten(String file, String html) {
    return new SitePage(SiteAddress.ROOT, file, html, root).html(address -> Optional.of(
        address.path().startsWith("assets/") ? address.path() : address.file(true)));
  }

  private static String version() {
    return Optional.ofNullable(StaticExtras.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private static String rules(String name) {
    try (InputStream in = StaticExtras.class.getResourceAsStream(name.replaceFirst("^[._]", "") + ".txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file at a thing's own address that leads on to its page. */
  void signpost(String name, String things) {
    String file = "id/" + name + ".html";
    String page = SitePage.way(file, "page/" + name + ".html");
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    element("html",
        element("head", element("meta").with("charset", "utf-8"), element("title", name),
            element("meta").with("http-equiv", "refresh").with("content", "0; url=" + page),
            element("link").with("rel", "cite-as").with("href", things + Addresses.encodedPath(name)),
            element("link").with("rel", "describedby").with("type", "text/turtle")
                .with("href", SitePage.way(file, "data/" + name + ".ttl"))),
        element("body", element("p", link(page, name)))).with("lang", "en").write(out);
    folder.write(file, out.append('\n').toString());
  }
}
