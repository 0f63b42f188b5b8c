package org.entente.publish.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.entente.vocab.Addresses;

/**
 * An address within the site, and the file that stands for it: {@code page/state/pakistan} is
 * {@code page/state/pakistan.html}, which hosts that know of pages send for the address without the ending too, and
 * what has parameters gets them into its name.
 *
 * @param path decoded, without the first slash
 * @param query as it stands in the address; empty where there is none
 */
record SiteAddress(String path, String query) {

  /** What asks a program, of which there is none behind files. */
  private static final String ASKING = "(sparql|search|reconcile(/.*)?|mcp|articles(/.*)?|backup|metrics|healthz)";

  /** The start page. */
  static final SiteAddress ROOT = new SiteAddress("", "");

  /** An address as it stands in a link at another one; empty where it leads elsewhere, or is none. */
  static Optional<SiteAddress> of(String link, SiteAddress at, String base) {
    URI root = URI.create("http://site.invalid/");
    try {
      URI target = link.startsWith(base) ? root.resolve(new URI(link.substring(base.length())))
          : root.resolve(Addresses.encodedPath(at.path())).resolve(new URI(link));
      if (!root.getHost().equals(target.getHost()) || target.getPath() == null || target.getPath().isEmpty()) {
        return Optional.empty();
      }
      String path = target.getPath().substring(1);
      // Things themselves are not on the web, pages about them are.
      String shown = path.startsWith("id/") ? "page/" + path.substring("id/".length()) : path;
      return Optional.of(new SiteAddress(shown, Optional.ofNullable(target.getRawQuery()).orElse("")));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What follows the sign for a place within a document, with the sign. */
  static String fragment(String link) {
    int sign = link.indexOf('#');
    return sign < 0 ? "" : link.substring(sign);
  }

  boolean asksAProgram() {
    return path.matches(ASKING);
  }

  /** The file, given what is in it. */
  String file(boolean page) {
    String name = path + (query.isEmpty() ? "" : "~" + query.replaceAll("[^A-Za-z0-9=._-]", "_"));
    if (path.isEmpty() || path.endsWith("/")) {
      return name + "index.html";
    }
    if (page) {
      return name + ".html";
    }
    int dot = path.lastIndexOf('.');
    // What is no page keeps its ending at the end.
    return query.isEmpty() || dot < path.lastIndexOf('/') ? name
        : path.substring(0, dot) + name.substring(path.length()) + path.substring(dot);
  }

  /** As it is asked for. */
  String asked() {
    return "/" + Addresses.encodedPath(path) + (query.isEmpty() ? "" : "?" + query);
  }
}
