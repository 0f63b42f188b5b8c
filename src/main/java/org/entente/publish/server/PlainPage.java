package org.entente.publish.server;

/** The frame of the pages that the server writes itself, where {@code publish.page} has none. */
final class PlainPage {

  private static final String STYLE = """
      body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
      :root{color-scheme:light dark}
      table{border-collapse:collapse}
      td,th{text-align:left;vertical-align:top;padding:.2rem 1rem .2rem 0}
      a{overflow-wrap:anywhere}
      pre{overflow:auto}
      """;

  private PlainPage() {}

  /**
   * A whole document.
   *
   * @param title plain text
   * @param root how a link gets to the dataset's root
   * @param body HTML, escaped already
   */
  static String document(String title, String root, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <nav aria-label="Site"><a href="%s">Start</a> · <a href="%4$ssparql">SPARQL</a> ·
        <a href="%4$squeries">Questions</a> · <a href="%4$sontology">Ontology</a></nav>
        <main>
        <h1>%1$s</h1>
        %5$s</main>
        </body>
        </html>
        """.formatted(Markup.escape(title), STYLE, root, root, body);
  }
}
