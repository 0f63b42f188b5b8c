package org.entente.linking;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Candidates of a service that speaks the Reconciliation API of the W3C community group (0.1 or 0.2). */
public final class ServiceCandidates implements CandidateSource {

  private static final int NAMES_AT_ONCE = 10;
  private static final int CANDIDATES_OF_EACH = 5;

  private final URI service;
  private final Patience patience;
  private final HttpClient client;

  public ServiceCandidates(URI service, long seconds) {
    this.service = service;
    this.patience = new Patience(service.toString(), seconds);
    this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  }

  @Override
  public Map<String, List<Candidate>> candidates(List<String> names) {
    Map<String, List<Candidate>> found = new HashMap<>();
    List<String> asked = names.stream().distinct().toList();
    try {
      String space = json(HttpRequest.newBuilder(service).GET()).get("identifierSpace").getAsString();
      for (int from = 0; from < asked.size(); from += NAMES_AT_ONCE) {
        ask(asked.subList(from, Math.min(asked.size(), from + NAMES_AT_ONCE)), space, found);
      }
    } catch (JsonParseException | IllegalStateException | NullPointerException | UnsupportedOperationException
        | ClassCastException e) {
      throw new LinkingException(
          service + " answers with something that is not what a reconciliation service says, whatever it calls it",
          "Give the address of the service's manifest; nothing was linked.", e);
    }
    return found;
  }

  private void ask(List<String> names, String space, Map<String, List<Candidate>> found) {
    JsonObject queries = new JsonObject();
    for (int i = 0; i < names.size(); i++) {
      JsonObject query = new JsonObject();
      query.addProperty("query", names.get(i));
      query.addProperty("limit", CANDIDATES_OF_EACH);
      queries.add("q" + i, query);
    }
    String form = "queries=" + URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8);
    JsonObject answer = json(HttpRequest.newBuilder(service).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form)));
    for (int i = 0; i < names.size(); i++) {
      List<Candidate> candidates = new ArrayList<>();
      for (JsonElement result : answer.getAsJsonObject("q" + i).getAsJsonArray("result")) {
        String id = result.getAsJsonObject().get("id").getAsString();
        candidates.add(
            new Candidate(id.matches("https?://.*") ? id : space + id,
                result.getAsJsonObject().get("name").getAsString()));
      }
      found.put(names.get(i), candidates);
    }
  }

  private JsonObject json(HttpRequest.Builder request) {
    HttpResponse<String> response = patience.answer(() -> received(request));
    if (response.statusCode() != 200) {
      throw new LinkingException(service + " answers " + response.statusCode(), "Check the address of the service.");
    }
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  private HttpResponse<String> received(HttpRequest.Builder request) throws InterruptedException {
    try {
      return client.send(request.header("Accept", "application/json").build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LinkingException(service + " cannot be reached",
          "Check its address and the network; nothing was linked.", e);
    }
  }
}
