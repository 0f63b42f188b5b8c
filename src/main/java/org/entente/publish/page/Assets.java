package org.entente.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files that pages refer to: our own style sheets and scripts, and those of the editor, from its WebJar. */
public final class Assets {

  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String YASGUI = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";

  /** Name in addresses to where it lies on the class path. */
  private static final Map<String, String> FILES = Map.of(
      "page.css", "page.css", "page.js", "page.js",
      "editor.css", "editor.css", "editor.js", "editor.js",
      "yasgui.min.css", YASGUI + "yasgui.min.css", "yasgui.min.js", YASGUI + "yasgui.min.js",
      "icon.svg", "icon.svg");

  private Assets() {}

  /** A file by its path such as {@code /assets/page.css}; empty where there is none. */
  public static Optional<Asset> at(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!path.equals("/assets/" + name) || !FILES.containsKey(name)) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream(FILES.get(name))) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILES.get(name));
      }
      return Optional.of(new Asset(mediaType(name), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mediaType(String name) {
    if (name.endsWith(".svg")) {
      return "image/svg+xml";
    }
    return name.endsWith(".css") ? STYLE : SCRIPT;
  }
}
