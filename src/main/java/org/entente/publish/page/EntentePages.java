package org.entente.publish.page;

import static org.entente.publish.page.Html.element;
import static org.entente.publish.page.Html.link;
import static org.entente.publish.page.Html.several;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/** The pages of the dataset: chooses who writes the page of a path, and hands out style sheet and script. */
public final class EntentePages implements Pages {

  private static final Map<String, String> ASSETS =
      Map.of("page.css", "text/css; charset=utf-8", "page.js", "text/javascript; charset=utf-8");

  private final String version;

  /**
   * Pages of a version of the software.
   *
   * @param version shown at the foot of each page
   */
  public EntentePages(String version) {
    this.version = version;
  }

  @Override
  public Optional<String> html(PageRequest request, DatasetGraph data) {
    String path = request.path();
    if (!path.equals("/") && !path.startsWith("/page/")) {
      return Optional.empty();
    }
    PageQueries queries = new PageQueries(data);
    Names names = new Names(request, queries);
    Layout layout = new Layout(request.relativeRoot(), version);
    if (path.equals("/")) {
      return Optional.of(new FrontPage(queries, names, layout).html());
    }
    return path.startsWith("/page/dyad/") ? new DyadPage(queries, names, layout).of(path)
        : new ThingPage(queries, names, layout).of(request);
  }

  @Override
  public Optional<Asset> asset(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!path.equals("/assets/" + name) || !ASSETS.containsKey(name)) {
      return Optional.empty();
    }
    try (InputStream in = EntentePages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return Optional.of(new Asset(ASSETS.get(name), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> notice(Notice notice) {
    List<Html> near = notice.suggestions().stream()
        .map(suggestion -> (Html) element("li", link(suggestion.link(), suggestion.label()))).toList();
    Html meant = near.isEmpty() ? Html.NOTHING
        : several(element("h2", "Near names"), element("ul", several(near)));
    return Optional.of(new Layout(notice.relativeRoot(), version)
        .document(notice.title(), element("p", notice.detail()), meant));
  }
}
