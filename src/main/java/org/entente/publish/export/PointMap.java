package org.entente.publish.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.query.Column;

/** Each row of a table as a point on the map: <a href="https://www.rfc-editor.org/rfc/rfc7946">GeoJSON</a>. */
record PointMap(Table table) {

  byte[] json() {
    JsonArray features = new JsonArray();
    table.rows().forEach(row -> features.add(feature(row)));
    JsonObject collection = new JsonObject();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    IndentedLineBuffer text = new IndentedLineBuffer();
    collection.output(text);
    return (text.asString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private JsonObject feature(Binding row) {
    JsonArray position = new JsonArray();
    position.add(number(row, "longitude"));
    position.add(number(row, "latitude"));
    JsonObject geometry = new JsonObject();
    geometry.put("type", "Point");
    geometry.put("coordinates", position);
    JsonObject properties = new JsonObject();
    table.columns().forEach(column -> properties.put(column.name(), property(row, column)));
    JsonObject feature = new JsonObject();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", properties);
    return feature;
  }

  private static JsonValue number(Binding row, String column) {
    return JsonNumber.value(new BigDecimal(Table.text(row, column).orElseThrow()));
  }

  private static JsonValue property(Binding row, Column column) {
    Optional<String> text = Table.text(row, column.name());
    boolean number = column.type().equals("integer") || column.type().equals("decimal");
    return number && text.isPresent() ? number(row, column.name())
        : text.<JsonValue>map(JsonString::new).orElse(JsonNull.instance);
  }
}
