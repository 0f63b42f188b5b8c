package org.entente.publish.export;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.entente.query.Column;
import org.entente.query.NamedQuery;

/**
 * What a table is and what its columns mean, for programs: the metadata vocabulary of
 * <a href="https://www.w3.org/TR/tabular-metadata/">CSV on the Web</a>.
 *
 * @param table the address of the table, relative to that of the description
 */
record TableDescription(NamedQuery query, String table) {

  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  byte[] json() {
    JsonArray columns = new JsonArray();
    query.columns().forEach(column -> columns.add(described(column)));
    JsonObject schema = new JsonObject();
    schema.put("columns", columns);
    JsonObject language = new JsonObject();
    language.put("@language", "en");
    JsonArray context = new JsonArray();
    context.add("http://www.w3.org/ns/csvw");
    context.add(language);
    JsonObject licence = new JsonObject();
    licence.put("@id", LICENCE);
    JsonObject description = new JsonObject();
    description.put("@context", context);
    description.put("url", table);
    description.put("dc:title", query.summary());
    description.put("dc:description", query.description());
    description.put("dc:license", licence);
    description.put("tableSchema", schema);
    IndentedLineBuffer text = new IndentedLineBuffer();
    description.output(text);
    return (text.asString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject described(Column column) {
    JsonObject described = new JsonObject();
    described.put("name", column.name());
    described.put("titles", column.name());
    described.put("dc:description", column.description());
    described.put("datatype", column.type());
    if (column.several()) {
      described.put("separator", column.separator());
    }
    return described;
  }
}
