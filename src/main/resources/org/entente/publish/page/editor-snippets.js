// The query of the tab as it would be asked from a shell, Python, R and Java.

const LANGUAGES = { curl: "curl", python: "Python (requests, pandas)", r: "R (httr2)", java: "Java (Apache Jena)" };

/** What the answer to a kind of query is best asked for, and read with. */
const ANSWERS = {
  table: {
    accept: "text/csv",
    python: ["import io", "import pandas", "print(pandas.read_csv(io.StringIO(answer.text)))"],
    r: "result <- read.csv(text = resp_body_string(answer))\nprint(result)",
    java: ["ResultSetFormatter.out(asked.execSelect());", "org.apache.jena.query.ResultSetFormatter"],
  },
  verdict: {
    accept: "application/sparql-results+json",
    python: ['print(answer.json()["boolean"])'],
    r: 'print(resp_body_json(answer)$boolean)',
    java: ["System.out.println(asked.execAsk());"],
  },
  graph: {
    accept: "text/turtle",
    python: ["print(answer.text)"],
    r: "cat(resp_body_string(answer))",
    java: ["RDFDataMgr.write(System.out, asked.ACTION(), Lang.TURTLE);",
      "org.apache.jena.riot.Lang", "org.apache.jena.riot.RDFDataMgr"],
  },
};

export class Snippets {
  #endpoint;
  #codes = {};

  constructor(section, endpoint, copy) {
    this.#endpoint = endpoint;
    const heading = document.createElement("h2");
    heading.textContent = "This query from your own program";
    section.replaceChildren(heading);
    for (const [language, title] of Object.entries(LANGUAGES)) {
      section.append(this.#drawer(language, title, copy));
    }
    section.hidden = false;
  }

  #drawer(language, title, copy) {
    const drawer = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = title;
    const code = document.createElement("code");
    const frame = document.createElement("pre");
    frame.append(code);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the code for " + title);
    button.addEventListener("click", () => copy(code.textContent, "The code"));
    drawer.append(summary, frame, button);
    this.#codes[language] = code;
    return drawer;
  }

  show(query, type) {
    const kind = type === "ASK" ? "verdict" : ["CONSTRUCT", "DESCRIBE"].includes(type) ? "graph" : "table";
    const answer = ANSWERS[kind];
    const text = query.trim();
    this.#codes.curl.textContent = curl(this.#endpoint, text, answer);
    this.#codes.python.textContent = python(this.#endpoint, text, answer);
    this.#codes.r.textContent = r(this.#endpoint, text, answer);
    this.#codes.java.textContent = java(this.#endpoint, text, answer,
      type === "DESCRIBE" ? "execDescribe" : "execConstruct");
  }
}

/** The query goes in as a here-document, so that no quote in it means anything to the shell. */
function curl(endpoint, query, { accept }) {
  const end = unused("SPARQL", "_", word => query.split("\n").includes(word));
  return `curl ${endpoint} -H "Accept: ${accept}" --data-urlencode query@- <<'${end}'\n${query}\n${end}`;
}

function python(endpoint, query, { accept, python: lines }) {
  const imports = [...lines.filter(line => line.startsWith("import")), "import requests"].sort();
  const reading = lines.filter(line => !line.startsWith("import"));
  const plain = !query.includes('"""') && !query.includes("\\");
  return `${imports.join("\n")}

query = ${plain ? `"""\n${query}\n"""` : JSON.stringify(query)}
answer = requests.post("${endpoint}", data={"query": query}, headers={"Accept": "${accept}"})
answer.raise_for_status()
answer.encoding = "utf-8"
${reading.join("\n")}`;
}

function r(endpoint, query, { accept, r: reading }) {
  const dashes = unused("-", "-", word => query.includes(`)${word}"`));
  return `library(httr2)

query <- r"${dashes}(
${query}
)${dashes}"
answer <- request("${endpoint}") |>
  req_headers(Accept = "${accept}") |>
  req_body_form(query = query) |>
  req_perform()
${reading}`;
}

function java(endpoint, query, { java: [reading, ...imports] }, action) {
  const names = [...imports, "org.apache.jena.sparql.exec.http.QueryExecutionHTTP"].sort();
  const text = query.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"').replaceAll("\n", "\n        ");
  return `${names.map(name => `import ${name};`).join("\n")}

public class Ask {
  public static void main(String[] arguments) {
    String query = """
        ${text}
        """;
    try (var asked = QueryExecutionHTTP.service("${endpoint}").query(query).build()) {
      ${reading.replace("ACTION", action)}
    }
  }
}`;
}

/** The word, lengthened until it is not taken. */
function unused(word, addition, taken) {
  return taken(word) ? unused(word + addition, addition, taken) : word;
}
