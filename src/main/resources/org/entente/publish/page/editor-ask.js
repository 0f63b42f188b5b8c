// Asks this server and nobody else. YASGUI's own way would ask whatever endpoint a stored tab names, hands the answer
// on without its media type, so that graphs are not understood, and shows a problem as "[object Object]".

const TABLE = "application/sparql-results+json";
const GRAPH = "text/turtle";

export function isGraph(editor) {
  return ["CONSTRUCT", "DESCRIBE"].includes(editor.getQueryType());
}

/** Every editor made afterwards runs its query so, from the button as from the keyboard. */
export function askOnly(Yasqe, endpoint) {
  Yasqe.prototype.query = async function () {
    this.abortQuery();
    const started = Date.now();
    const stop = new AbortController();
    const request = new Request(endpoint, {
      method: "POST",
      headers: { Accept: isGraph(this) ? GRAPH : TABLE },
      body: new URLSearchParams({ query: this.getValue() }),
      signal: stop.signal,
    });
    this.emit("queryBefore", this);
    this.emit("query", request, stop);
    const answer = await answerTo(request, this.getQueryType() === "ASK");
    if (!stop.signal.aborted) {
      this.emit("queryResponse", answer, Date.now() - started);
    }
  };
}

/** Never fails: what went wrong is an answer too. */
async function answerTo(request, verdict) {
  try {
    const response = await fetch(request);
    const text = await response.text();
    if (!response.ok) {
      return { error: problem(response, text), status: response.status };
    }
    return {
      // Of a verdict YASR reads the object only; text is what it measures before it keeps an answer.
      data: verdict ? JSON.parse(text) : text,
      contentType: response.headers.get("Content-Type"),
      status: response.status,
      cutOff: response.headers.get("Entente-Cut-Off"),
    };
  } catch (failure) {
    return { error: { text: "The server did not answer: " + failure.message } };
  }
}

/** The server explains itself as problem+json, a proxy before it perhaps not. */
function problem(response, text) {
  let told = {};
  try {
    told = JSON.parse(text);
  } catch {
    told.detail = text;
  }
  const place = told.line && !/\bline \d/.test(told.detail) ? ` (line ${told.line}, column ${told.column})` : "";
  return {
    status: response.status,
    statusText: told.title || response.statusText || "Error",
    text: (told.detail || "") + place,
  };
}
