package org.entente.cli;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.entente.article.Article;
import org.entente.factuality.Factuality;
import org.entente.reading.Trace;

/** How the events of articles were read, as one JSON array: an object for each event, in the order of the text. */
final class TraceJson {

  private final JsonArray events = new JsonArray();

  void add(Article article, List<Trace> traces) {
    traces.forEach(trace -> events.add(event(article, trace)));
  }

  @Override
  public String toString() {
    return events.toString();
  }

  private static JsonObject event(Article article, Trace trace) {
    JsonObject event = new JsonObject();
    event.put("article", article.title());
    event.put("sentence", trace.sentence().in(article.text()));
    event.put("begin", trace.sentence().start());
    event.put("end", trace.sentence().end());
    event.put("words", trace.words());
    event.put("entry", trace.entry());
    event.put("kind", trace.kind());
    JsonArray steps = new JsonArray();
    trace.factuality().forEach(step -> steps.add(step(step)));
    event.put("factuality", steps);
    event.put("unknown", texts(trace.unknown().stream().map(word -> word.replace("\t", ", governing a ")).toList()));
    event.put("parties", texts(trace.parties()));
    event.put("ground", trace.ground());
    event.put("outcome", trace.outcome());
    event.put("stage", trace.stage().name().toLowerCase(Locale.ROOT));
    return event;
  }

  private static JsonObject step(Factuality.Step step) {
    JsonObject object = new JsonObject();
    object.put("words", step.words().replace('\t', ' '));
    object.put("says", step.says());
    object.put("leaves", step.veridicality().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return object;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(text -> array.add(new JsonString(text)));
    return array;
  }
}
