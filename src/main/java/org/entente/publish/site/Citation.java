package org.entente.publish.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.publish.http.Json;

/**
 * How something is cited, for programs that keep references: BibTeX, RIS, CSL-JSON.
 *
 * @param key names it within a bibliography
 * @param article whether it is an article, else a dataset or a part of one
 * @param container where it appeared
 * @param url its lasting address
 * @param version the version of the dataset
 * @param note the words that it rests on, and whose they are
 */
record Citation(String key, boolean article, String title, List<String> authors, String container,
    Optional<LocalDate> issued, String url, Optional<String> version, Optional<String> note) {

  Citation {
    authors = List.copyOf(authors);
  }

  String bibtex() {
    List<String> fields = new ArrayList<>();
    fields.add("title = {{" + bib(title) + "}}");
    if (!authors.isEmpty()) {
      fields.add("author = {" + String.join(" and ", authors.stream().map(a -> "{" + bib(a) + "}").toList()) + "}");
    }
    fields.add((article ? "journal" : "howpublished") + " = {" + bib(container) + "}");
    issued.ifPresent(day -> {
      fields.add("year = {" + day.getYear() + "}");
      fields.add("date = {" + day + "}");
    });
    version.ifPresent(id -> fields.add("version = {" + id + "}"));
    fields.add("url = {" + url + "}");
    note.ifPresent(words -> fields.add("note = {" + bib(words) + "}"));
    return "@" + (article ? "article" : "misc") + "{" + key + ",\n  " + String.join(",\n  ", fields) + "\n}\n";
  }

  /** Signs that mean something to TeX. */
  private static String bib(String text) {
    StringBuilder out = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      out.append(switch (sign) {
        case '\\' -> "\\textbackslash{}";
        case '~' -> "\\textasciitilde{}";
        case '^' -> "\\textasciicircum{}";
        case '{', '}', '&', '%', '$', '#', '_' -> "\\" + sign;
        case '\n', '\r' -> " ";
        default -> String.valueOf(sign);
      });
    }
    return out.toString();
  }

  String ris() {
    StringBuilder out = new StringBuilder();
    line(out, "TY", article ? "NEWS" : "DATA");
    line(out, "ID", key);
    line(out, "TI", title);
    authors.forEach(author -> line(out, "AU", author));
    line(out, article ? "T2" : "PB", container);
    issued.ifPresent(day -> {
      line(out, "PY", Integer.toString(day.getYear()));
      line(out, "DA", day.toString().replace('-', '/') + "/");
    });
    version.ifPresent(id -> line(out, "ET", id));
    line(out, "UR", url);
    note.ifPresent(words -> line(out, "N1", words));
    line(out, "ER", "");
    return out.toString();
  }

  private static void line(StringBuilder out, String tag, String text) {
    out.append(tag).append("  - ").append(text.replaceAll("\\s+", " ")).append("\r\n");
  }

  String cslJson() {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", key);
    item.put("type", article ? "article-newspaper" : "dataset");
    item.put("title", title);
    if (!authors.isEmpty()) {
      item.put("author", authors.stream().<Object>map(author -> Json.object("literal", author)).toList());
    }
    item.put(article ? "container-title" : "publisher", container);
    issued.ifPresent(day -> item.put("issued", Json.object("date-parts",
        List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())))));
    version.ifPresent(id -> item.put("version", id));
    item.put("URL", url);
    note.ifPresent(words -> item.put("note", words));
    return Json.text(List.of(item));
  }
}
