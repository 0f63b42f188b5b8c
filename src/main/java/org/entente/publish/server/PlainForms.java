package org.entente.publish.server;

/** Plain HTML forms to ask with, where {@code publish.page} has nothing better. */
final class PlainForms {

  private static final String EXAMPLE = """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?class (COUNT(?thing) AS ?things)
      WHERE { ?thing a ?class }
      GROUP BY ?class ORDER BY DESC(?things)""";

  private PlainForms() {}

  static String editor(Exchange exchange) {
    String query = exchange.parameter("query").orElse(EXAMPLE);
    return PlainPage.document("SPARQL", exchange.relativeRoot(), """
        <p>Ask with SPARQL 1.1. Programs send the same to this address.</p>
        <form method="get" action="sparql">
        <p><label for="query">Query</label><br>
        <textarea id="query" name="query" rows="16" cols="80" spellcheck="false">%s</textarea></p>
        <p><label for="format">Answer as</label>
        <select id="format" name="format">
        <option value="csv">CSV</option><option value="json">JSON</option><option value="tsv">TSV</option>
        <option value="xml">XML</option><option value="text">text</option><option value="ttl">Turtle</option>
        </select>
        <button>Ask</button></p>
        </form>
        """.formatted(Markup.escape(query)));
  }
}
