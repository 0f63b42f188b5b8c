package org.entente.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.publish.page.picture.WorldOutlines;

/** The files that pages refer to: our own style sheets, scripts and outlines, and those of the editor, from its WebJar. */
public final class Assets {

  /** The media type of each kind of file that may be asked for; nothing else of the class path is given out. */
  private static final Map<String, String> TYPES = Map.of("css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
  private static final Pattern PATH = Pattern.compile("/assets/([a-z][a-z.-]*\\.(css|js|svg))");
  private static final String YASGUI = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";

  private static final String OUTLINES = "outlines.svg";

  private Assets() {}

  /** A file by its path such as {@code /assets/page.css}; empty where there is none. */
  public static Optional<Asset> at(String path) {
    Matcher name = PATH.matcher(path);
    if (!name.matches()) {
      return Optional.empty();
    }
    if (name.group(1).equals(OUTLINES)) {
      return Optional.of(new Asset(type("svg"), WorldOutlines.svg().getBytes(StandardCharsets.UTF_8)));
    }
    String file = name.group(1).startsWith("yasgui.min.") ? YASGUI + name.group(1) : name.group(1);
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(new Asset(type(name.group(2)), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String ending) {
    return Objects.requireNonNull(TYPES.get(ending));
  }
}
