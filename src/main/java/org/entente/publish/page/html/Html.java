package org.entente.publish.page.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A piece of a page. Text and attributes are escaped when they are written, and there is no way to put in markup as
 * text: what articles say can never become markup.
 */
public sealed interface Html {

  /** Nothing at all. */
  Html NOTHING = new Several(List.of());

  void write(StringBuilder out);

  static Element element(String name, Html... children) {
    return new Element(name, new LinkedHashMap<>(), Arrays.asList(children));
  }

  static Element element(String name, String text) {
    return element(name, text(text));
  }

  static Html text(String text) {
    return new Text(text);
  }

  public static Html several(List<? extends Html> pieces) {
    return new Several(List.copyOf(pieces));
  }

  static Html run(List<? extends Html> pieces) {
    return new Run(List.copyOf(pieces));
  }

  public static Html several(Html... pieces) {
    return new Several(List.of(pieces));
  }

  static Element link(String address, String text) {
    return element("a", text).with("href", address);
  }

  /** What may be wider than the screen: it scrolls by itself, with the keyboard too. */
  static Element scrolled(Html wide, String name) {
    return element("div", wide).with("class", "scroll").with("tabindex", "0").with("role", "group")
        .with("aria-label", name);
  }

  /** The pieces with something between them. */
  static Html joined(List<? extends Html> pieces, String between) {
    List<Html> all = new ArrayList<>();
    for (Html piece : pieces) {
      if (!all.isEmpty()) {
        all.add(text(between));
      }
      all.add(piece);
    }
    return several(all);
  }

  /** An element with attributes and children. */
  record Element(String name, SequencedMap<String, String> attributes, List<Html> children) implements Html {

    private static final Set<String> EMPTY_ELEMENTS = Set.of("meta", "link", "input", "br", "img", "hr");

    public Element {
      attributes = new LinkedHashMap<>(attributes);
      children = List.copyOf(children);
    }

    public Element with(String attribute, String value) {
      SequencedMap<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }

    public Element with(String attribute, double number) {
      return with(attribute, Double.toString(Math.round(number * 10) / 10.0));
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      for (Map.Entry<String, String> attribute : attributes.entrySet()) {
        out.append(' ').append(attribute.getKey()).append("=\"").append(escaped(attribute.getValue())).append('"');
      }
      out.append('>');
      if (!EMPTY_ELEMENTS.contains(name)) {
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
      }
    }
  }

  /** Words. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      out.append(escaped(text));
    }
  }

  /** Pieces of one text: nothing stands between them, not even a space. */
  record Run(List<Html> pieces) implements Html {
    @Override
    public void write(StringBuilder out) {
      pieces.forEach(piece -> piece.write(out));
    }
  }

  /** Pieces side by side. */
  record Several(List<Html> pieces) implements Html {
    @Override
    public void write(StringBuilder out) {
      pieces.forEach(piece -> {
        piece.write(out);
        out.append('\n');
      });
    }
  }

  /** JSON for scripts and crawlers to read. A script's text knows no entities, so what could end it is escaped as JSON. */
  record DataBlock(String mediaType, String id, String json) implements Html {
    @Override
    public void write(StringBuilder out) {
      out.append("<script type=\"").append(mediaType).append("\" id=\"").append(id).append("\">")
          .append(json.replace("<", "\\u003c")).append("</script>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
