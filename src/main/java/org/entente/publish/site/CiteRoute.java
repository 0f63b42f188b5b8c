package org.entente.publish.site;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.engine.binding.Binding;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PerVersion;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.http.Exchange;
import org.entente.publish.http.HttpProblem;
import org.entente.publish.http.Reply;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.http.Route;
import org.entente.publish.page.part.DeedFilter;
import org.entente.publish.sparql.QueryDesk;
import org.entente.vocab.Addresses;

/**
 * {@code /cite/dataset.bib}, {@code /cite/visit/….ris}, {@code /cite/article/….json}: references to the dataset in its
 * version, to a thing in it, to an article, and, as {@code /cite/queries/NAME.bib?…} and {@code /cite/export/NAME.bib?…},
 * to an answer.
 */
final class CiteRoute implements Route {

  private static final Pattern PATH = Pattern.compile("/cite/(.+)\\.(bib|ris|json)");
  private static final String TITLE = "Entente: what states do together";
  private static final int LONGEST_NOTE = 600;

  private final PublishedDataset data;
  private final QueryDesk desk;
  private final NearNames near;
  private final Tombstones tombstones;
  private final CitedAnswers answers;
  private final PerVersion<StateNames> states;

  CiteRoute(PublishedDataset data, QueryDesk desk, NearNames near, Tombstones tombstones, CitedAnswers answers) {
    this.answers = answers;
    this.states = answers.states();
    this.data = data;
    this.desk = desk;
    this.near = near;
    this.tombstones = tombstones;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Matcher path = PATH.matcher(exchange.path());
    if (!path.matches()) {
      throw HttpProblem
          .notFound("A reference is asked for as /cite/dataset.bib, .ris or .json, or /cite/ and the name of "
              + "a thing.");
    }
    Citation citation = path.group(1).equals("dataset") ? dataset()
        : path.group(1).startsWith("dyad/")
            ? pair(path.group(1).substring("dyad/".length()), DeedFilter.of(exchange.query()))
        : answers.at(path.group(1), exchange).map(this::answer).orElseGet(() -> thing(path.group(1)));
    Reply reply = switch (path.group(2)) {
      case "bib" -> Reply.text("application/x-bibtex; charset=utf-8", citation.bibtex());
      case "ris" -> Reply.text("application/x-research-info-systems; charset=utf-8", citation.ris());
      default -> Reply.text("application/vnd.citationstyles.csl+json; charset=utf-8", citation.cslJson());
    };
    return reply.named(data.version() + "-cite").modified(data.modified())
        .with("Cache-Control", ReplyRules.REVALIDATE);
  }

  private LocalDate modified() {
    return data.modified().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Citation dataset() {
    return new Citation("entente-" + data.version(), false, TITLE, List.of(), data.base(), Optional.of(modified()),
        data.base(), Optional.of(data.version()), Optional.empty());
  }

  /** What was looked at of two states, in the dataset's version. */
  private Citation pair(String codes, DeedFilter filter) {
    StateNames.Pair pair = states.get().pair(codes).orElseThrow(() -> states.get()
        .unknownPair(codes.replaceFirst("-.*", ""), codes.replaceFirst("^[^-]*-?", "")));
    String chosen = filter.words();
    String address = data.base() + "page/dyad/" + pair.name() + (filter.isEmpty() ? "" : "?" + filter.address());
    return new Citation("entente-" + pair.name() + "-" + data.version(), false,
        states.get().label(pair.one()) + " and " + states.get().label(pair.other())
            + (chosen.isEmpty() ? "" : " (" + chosen + ")"),
        List.of(), TITLE, Optional.of(modified()), address, Optional.of(data.version()), Optional.empty());
  }

  private Citation answer(CitedAnswers.Answer answer) {
    return new Citation("entente-" + answer.address().replaceAll("[^A-Za-z0-9]+", "-"), false, answer.title(),
        List.of(),
        TITLE, Optional.of(modified()), data.base() + answer.address(), Optional.of(data.version()), Optional.empty());
  }

  private Citation thing(String name) {
    List<String> iris = new Addresses(data.base()).iris("id/" + name);
    tombstones.of(iris).ifPresent(gone -> {
      throw gone;
    });
    for (String iri : iris) {
      Optional<Binding> article = row("""
          SELECT ?title ?date (SAMPLE(?p) AS ?publisher) (SAMPLE(?u) AS ?url) {
            <%1$s> a ent:Article ; dct:title ?title OPTIONAL { <%1$s> dct:issued ?date }
            OPTIONAL { <%1$s> dct:publisher/rdfs:label ?p } OPTIONAL { <%1$s> schema:url ?u }
          } GROUP BY ?title ?date""", iri);
      if (article.isPresent()) {
        return article(iri, article.get());
      }
      Optional<Binding> label = row("SELECT ?title { <%s> rdfs:label ?title } ORDER BY ?title", iri);
      if (label.isPresent()) {
        String title = Nodes.text(label.get(), "title");
        return new Citation(key(iri), false, title, List.of(), TITLE, Optional.of(modified()), iri,
            Optional.of(data.version()), words(iri));
      }
    }
    throw near.notFound(name);
  }

  private Citation article(String iri, Binding row) {
    String url = text(row, "url").orElse(iri);
    List<String> authors =
        desk.select("SELECT DISTINCT ?name { <%s> dct:creator/rdfs:label ?name } ORDER BY ?name".formatted(iri))
            .stream()
            .map(author -> Nodes.text(author, "name")).toList();
    return new Citation(key(iri), true, Nodes.text(row, "title"), authors, text(row, "publisher").orElse(TITLE),
        text(row, "date").flatMap(CiteRoute::day), url, Optional.empty(),
        url.equals(iri) ? Optional.empty() : Optional.of("Data: " + iri));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      // Data made by other means may have a year only; no day is better than a wrong one.
      return Optional.empty();
    }
  }

  /** The words that a statement rests on, and the article that has them. */
  private Optional<String> words(String iri) {
    return row("""
        SELECT ?words ?article ?date {
          <%1$s> ent:evidence ?passage . ?passage nif:anchorOf ?words .
          ?source ent:states <%1$s> ; dct:title ?article OPTIONAL { ?source dct:issued ?date }
        } ORDER BY ?passage""", iri).map(row -> {
      String words = Nodes.text(row, "words");
      String quoted = words.length() <= LONGEST_NOTE ? words : words.substring(0, LONGEST_NOTE) + " …";
      return "“" + quoted + "” (" + Nodes.text(row, "article") + text(row, "date").map(day -> ", " + day).orElse("")
          + ")";
    });
  }

  private Optional<Binding> row(String query, String iri) {
    return desk.select(query.formatted(iri) + " LIMIT 1").stream().findFirst();
  }

  private static Optional<String> text(Binding row, String variable) {
    return row.contains(variable) ? Optional.of(Nodes.text(row, variable)) : Optional.empty();
  }

  private String key(String iri) {
    return "entente-" + iri.substring(data.base().length() + 3).replaceAll("[^A-Za-z0-9]+", "-");
  }
}
