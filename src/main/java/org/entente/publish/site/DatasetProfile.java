package org.entente.publish.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.entente.publish.data.Namespaces;
import org.entente.publish.data.Nodes;
import org.entente.publish.data.PublishedDataset;
import org.entente.publish.dump.Dump;
import org.entente.publish.http.ReplyRules;
import org.entente.publish.page.Site;
import org.entente.publish.page.part.Calibrated;
import org.entente.publish.sparql.QueryDesk;
import org.entente.vocab.Addresses;
import org.entente.vocab.Terms;

/**
 * What the dataset is and how much of what it holds, counted: DCAT 3, VoID and schema.org in one graph. The words stand
 * in {@code dataset.ttl}; the numbers are made once for each version of the data.
 *
 * @param triples different statements
 * @param classes how many things there are of each class, by its IRI
 * @param properties how many statements there are with each property, by its IRI
 * @param concepts how many things point to each concept of ours, by its IRI
 * @param linksets how many links there are to each foreign host, by property and host
 * @param examples things worth a look, by their class's IRI
 */
record DatasetProfile(long triples, long graphs, Map<String, Long> classes, Map<String, Long> properties,
    Map<String, Long> concepts, Map<Link, Long> linksets, Map<String, String> examples) {

  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final int MOST_PARTITIONS = 500;

  /** Links with one property to one foreign dataset. */
  record Link(String property, String target) implements Comparable<Link> {
    @Override
    public int compareTo(Link other) {
      int byProperty = property.compareTo(other.property);
      return byProperty != 0 ? byProperty : target.compareTo(other.target);
    }
  }

  /**
   * Counts what the data hold. Every count runs through the data once and keeps only its sums: over some million
   * statements, what has to remember the things that it has seen would not fit.
   */
  static DatasetProfile of(QueryDesk desk, String base) {
    String catalog = "GRAPH <" + base + "graph/catalog>";
    long ofCatalog = number(desk, "{ " + catalog + " { ?s ?p ?o } }");
    long graphs = number(desk, "{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } }");
    return new DatasetProfile(number(desk, "{ ?s ?p ?o }") - ofCatalog, ofCatalog > 0 ? graphs - 1 : graphs,
        without(catalog, desk, "?s a ?k"), without(catalog, desk, "?s ?k ?o"),
        counts(desk, "VALUES ?p { ent:field ent:status ent:stage ent:instrument } ?s ?p ?k"),
        linksets(desk, base), examples(desk, base));
  }

  /** Counts over the union of the graphs, less those of the catalogue: that is the store's own, and in no dump. */
  private static Map<String, Long> without(String catalog, QueryDesk desk, String pattern) {
    Map<String, Long> counts = counts(desk, pattern);
    counts(desk, catalog + " { " + pattern + " }")
        .forEach((key, number) -> counts.computeIfPresent(key, (same, all) -> all > number ? all - number : null));
    return counts;
  }

  private static long number(QueryDesk desk, String group) {
    return Nodes.number(desk.select("SELECT (COUNT(*) AS ?n) " + group).getFirst(), "n");
  }

  private static Map<String, Long> counts(QueryDesk desk, String pattern) {
    Map<String, Long> counts = new TreeMap<>();
    desk.select("SELECT ?k (COUNT(*) AS ?n) { " + pattern + " } GROUP BY ?k ORDER BY DESC(?n) ?k LIMIT "
        + MOST_PARTITIONS).forEach(row -> counts.put(Nodes.text(row, "k"), Nodes.number(row, "n")));
    return counts;
  }

  private static Map<Link, Long> linksets(QueryDesk desk, String base) {
    Map<Link, Long> counts = new TreeMap<>();
    for (Binding row : desk.select("""
        SELECT ?p ?host (COUNT(*) AS ?n) {
          VALUES ?p { owl:sameAs skos:exactMatch skos:closeMatch rdfs:seeAlso dct:source }
          ?s ?p ?o FILTER(ISIRI(?o) && !STRSTARTS(STR(?o), "%s"))
          BIND(REPLACE(STR(?o), "^([a-z]+://[^/]+/).*$", "$1") AS ?host)
        } GROUP BY ?p ?host ORDER BY ?p ?host LIMIT %d""".formatted(base, MOST_PARTITIONS))) {
      counts.put(new Link(Nodes.text(row, "p"), Nodes.text(row, "host")), Nodes.number(row, "n"));
    }
    return counts;
  }

  private static Map<String, String> examples(QueryDesk desk, String base) {
    Map<String, String> examples = new TreeMap<>();
    desk.select("""
        SELECT ?k (MIN(STR(?s)) AS ?first) {
          ?s a ?k FILTER(STRSTARTS(STR(?k), "%s") && STRSTARTS(STR(?s), "%sid/") && !CONTAINS(STR(?s), "#"))
        } GROUP BY ?k ORDER BY ?k LIMIT %d""".formatted(Namespaces.ENT, base, MOST_PARTITIONS))
        .forEach(row -> examples.put(Nodes.text(row, "k"), Nodes.text(row, "first")));
    return examples;
  }

  /** How many different things are of a class of ours. */
  long countOf(String localName) {
    return classes.getOrDefault(Namespaces.ENT + localName, 0L);
  }

  /** How often the data have each term, by its IRI. */
  Map<String, Long> termCounts() {
    Map<String, Long> counts = new TreeMap<>(concepts);
    counts.putAll(properties);
    counts.putAll(classes);
    return counts;
  }

  /** Everything as statements, in a fixed order. */
  List<Triple> statements(PublishedDataset data, Optional<Dump> dump) {
    String base = data.base();
    Model model = words(base);
    Resource dataset = model.createResource(base + "#dataset");
    addVersion(data, model, dataset);
    addCounts(model, dataset, base);
    dump.ifPresent(written -> addDumps(written, model, dataset, base));
    List<Triple> statements = new ArrayList<>(model.getGraph().find().toList());
    statements.sort(Comparator.comparing(Triple::toString));
    return statements;
  }

  /** What search engines for datasets read: what is said of it whatever it holds, its version and its downloads. */
  static List<Triple> forCrawlers(PublishedDataset data, Optional<Dump> dump) {
    Model model = words(data.base());
    Resource dataset = model.createResource(data.base() + "#dataset");
    addVersion(data, model, dataset);
    dump.ifPresent(written -> addDumps(written, model, dataset, data.base()));
    List<Triple> all = model.getGraph().find().toList();
    Set<Node> told = Stream.concat(Stream.of(dataset.asNode()), all.stream()
        .filter(triple -> triple.getSubject().equals(dataset.asNode()) && isForCrawlers(triple))
        .map(Triple::getObject)).collect(Collectors.toSet());
    return all.stream().filter(triple -> told.contains(triple.getSubject()) && isForCrawlers(triple))
        .sorted(Comparator.comparing(Triple::toString)).toList();
  }

  private static boolean isForCrawlers(Triple triple) {
    return triple.getPredicate().equals(RDF.type.asNode())
        || triple.getPredicate().getURI().startsWith(Terms.SCHEMA);
  }

  /** What is said of the dataset whatever it holds. */
  private static Model words(String base) {
    Model model = ModelFactory.createDefaultModel();
    for (String file : List.of("dataset.ttl", "quality.ttl")) {
      try (InputStream words = DatasetProfile.class.getResourceAsStream(file)) {
        RDFParser.source(words).lang(Lang.TURTLE).base(base).parse(model.getGraph());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return model;
  }

  /** How well the software reads articles, the measures in the order of their positions. */
  static List<Site.Measured> quality(String base) {
    Model model = words(base);
    Property metricOf = model.createProperty(DQV, "isMeasurementOf");
    Property position = model.createProperty("https://schema.org/position");
    return model.listSubjectsWithProperty(metricOf).toList().stream()
        .sorted(Comparator.comparingInt(
            measurement -> measurement.getPropertyResourceValue(metricOf).getProperty(position).getInt()))
        .map(measurement -> {
          Resource metric = measurement.getPropertyResourceValue(metricOf);
          return new Site.Measured(metric.getProperty(SKOS.prefLabel).getString(),
              metric.getProperty(SKOS.definition).getString(),
              measurement.getProperty(model.createProperty(DQV, "value")).getString());
        }).toList();
  }

  /** On how many articles the measures were taken, in a sentence. */
  static String measuredOn(String base) {
    return words(base).listObjectsOfProperty(ResourceFactory.createResource(base + "#quality"), SKOS.scopeNote)
        .nextOptional().map(note -> note.asLiteral().getString()).orElse("");
  }

  /** What the software's confidences are worth, the lowest first, as {@code entente evaluate} printed it. */
  static List<Calibrated> calibration() {
    InputStream in = Objects.requireNonNull(DatasetProfile.class.getResourceAsStream("calibration.tsv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> line.startsWith("calibration\t")).map(line -> line.split("\t"))
          .map(cells -> new Calibrated(
              Double.parseDouble(cells[1]), Integer.parseInt(cells[4]), Integer.parseInt(cells[3])))
          .sorted(Comparator.comparingDouble(Calibrated::confidence)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addVersion(PublishedDataset data, Model model, Resource dataset) {
    Literal modified = ResourceFactory.createTypedLiteral(
        data.modified().toString(), XSDDatatype.XSDdateTime);
    dataset.addProperty(DCTerms.modified, modified)
        .addProperty(model.createProperty("https://schema.org/dateModified"), modified)
        .addProperty(model.createProperty("http://www.w3.org/ns/dcat#version"), data.version())
        .addProperty(model.createProperty("https://schema.org/version"), data.version())
        .addProperty(VOID.uriSpace, data.base());
  }

  private void addCounts(Model model, Resource dataset, String base) {
    dataset.addLiteral(VOID.triples, triples)
        .addLiteral(VOID.classes, (long) classes.size())
        .addLiteral(VOID.properties, (long) properties.size())
        .addLiteral(VOID.documents, countOf("Article"))
        .addLiteral(VOID.entities,
            countOf("Actor") + countOf("Undertaking") + countOf("Proposal") + countOf("Place") + countOf("Article"));
    classes.forEach((iri, count) -> dataset.addProperty(VOID.classPartition,
        model.createResource(base + "#class-" + localName(iri))
            .addProperty(VOID._class, model.createResource(iri)).addLiteral(VOID.entities, (long) count)));
    properties.forEach((iri, count) -> dataset.addProperty(VOID.propertyPartition,
        model.createResource(base + "#property-" + localName(iri))
            .addProperty(VOID.property, model.createResource(iri)).addLiteral(VOID.triples, (long) count)));
    examples.values().stream().distinct()
        .forEach(iri -> dataset.addProperty(VOID.exampleResource, model.createResource(iri)));
    linksets.forEach((link, count) -> {
      String host = Optional.ofNullable(URI.create(link.target()).getHost()).orElse("elsewhere");
      Resource target = model.createResource(base + "#dataset-" + host, VOID.Dataset)
          .addProperty(VOID.uriSpace, link.target());
      Resource linkset = model.createResource(base + "#links-" + localName(link.property()) + "-" + host, VOID.Linkset)
          .addProperty(VOID.subjectsTarget, dataset).addProperty(VOID.objectsTarget, target)
          .addProperty(VOID.linkPredicate, model.createResource(link.property()))
          .addLiteral(VOID.triples, (long) count);
      dataset.addProperty(VOID.subset, linkset);
    });
  }

  /** The namespace's last word and the local name: two vocabularies may have the same local names. */
  private static String localName(String iri) {
    String space = Namespaces.all().entrySet().stream()
        .filter(prefix -> iri.startsWith(prefix.getValue())).map(Map.Entry::getKey).findFirst().orElse("");
    String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    return Addresses.encodedPath(Stream.of(space, local).filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-")));
  }

  private static void addDumps(Dump dump, Model model, Resource dataset, String base) {
    String dcat = "http://www.w3.org/ns/dcat#";
    String spdx = "http://spdx.org/rdf/terms#";
    for (Dump.DumpFile file : dump.files().stream().filter(whole -> !whole.ofArticle()).toList()) {
      Resource download = model.createResource(base + "dump/" + file.name());
      Resource checksum = model.createResource(base + "dump/#checksum-" + file.name(),
          model.createResource(spdx + "Checksum"))
          .addProperty(model.createProperty(spdx, "algorithm"), model.createResource(spdx + "checksumAlgorithm_sha256"))
          .addProperty(model.createProperty(spdx, "checksumValue"),
              model.createTypedLiteral(file.sha256(), XSD.hexBinary.getURI()));
      Resource distribution = model.createResource(base + "dump/#" + file.name(),
          model.createResource(dcat + "Distribution"))
          .addProperty(RDF.type, model.createResource("https://schema.org/DataDownload"))
          .addProperty(DCTerms.title, file.name())
          .addProperty(DCTerms.license, model.createResource(ReplyRules.LICENCE))
          .addProperty(model.createProperty(dcat, "downloadURL"), download)
          .addProperty(model.createProperty(dcat, "accessURL"), download)
          .addProperty(model.createProperty("https://schema.org/contentUrl"), download)
          .addProperty(model.createProperty("https://schema.org/encodingFormat"), DumpTypes.mediaType(file.name()))
          .addProperty(model.createProperty(dcat, "mediaType"), model.createResource(
              "https://www.iana.org/assignments/media-types/" + DumpTypes.mediaType(file.name())))
          .addLiteral(model.createProperty(dcat, "byteSize"),
              model.createTypedLiteral(String.valueOf(file.bytes()), XSD.nonNegativeInteger.getURI()))
          .addProperty(model.createProperty(spdx, "checksum"), checksum);
      dataset.addProperty(model.createProperty(dcat, "distribution"), distribution)
          .addProperty(model.createProperty("https://schema.org/distribution"), distribution)
          .addProperty(VOID.dataDump, download);
    }
  }
}
