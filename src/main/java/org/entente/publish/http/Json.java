package org.entente.publish.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/** Maps, lists, texts, numbers and truth values as JSON text, in their own order. */
public final class Json {

  private Json() {}

  /** An object of a few members, in the order given: name, value, name, value. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  public static String text(Object value) {
    IndentedLineBuffer buffer = new IndentedLineBuffer();
    value(value).output(buffer);
    return buffer.asString() + "\n";
  }

  private static JsonValue value(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        JsonObject object = new JsonObject();
        map.forEach((name, member) -> object.put(String.valueOf(name), value(member)));
        yield object;
      }
      case List<?> list -> {
        JsonArray array = new JsonArray();
        list.forEach(member -> array.add(value(member)));
        yield array;
      }
      case Boolean truth -> new JsonBoolean(truth);
      case Integer number -> JsonNumber.value(number);
      case Long number -> JsonNumber.value(number);
      case Double number -> JsonNumber.value(number);
      default -> new JsonString(String.valueOf(value));
    };
  }
}
