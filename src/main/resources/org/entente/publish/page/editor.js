// The SPARQL page: YASGUI on this server's own endpoint, with the questions of the catalogue, our terms as completions,
// pictures of answers, a link to share and the same query for other programs. Without it the plain form asks as well.

import { askOnly } from "./editor-ask.js";
import { Chart } from "./editor-chart.js";
import { WorldMap } from "./editor-map.js";
import { Names } from "./editor-names.js";
import { Network } from "./editor-network.js";
import { Snippets } from "./editor-snippets.js";
import { tableWith } from "./editor-table.js";
import { completeWith } from "./editor-terms.js";
import { Timeline } from "./editor-timeline.js";

const EXAMPLE = `SELECT ?class (COUNT(?thing) AS ?things)
WHERE { ?thing a ?class }
GROUP BY ?class
ORDER BY DESC(?things)
LIMIT 50`;

const KEYS = "Control+Enter runs the query, Control+Space completes a word, Tab leaves the editor.";

const place = document.getElementById("editor");
const data = JSON.parse(document.getElementById("editor-data").textContent);
const endpoint = new URL(place.dataset.endpoint, document.baseURI).href;
const adapted = new WeakSet();

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function button(words, action) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", action);
  return made;
}

// ---- YASGUI, before it stands

/** No address but ours remains in it, and nothing that only a mouse can work. */
function configure() {
  const { Yasqe, Yasr } = Yasgui;
  const names = new Names(data);
  askOnly(Yasqe, endpoint);
  completeWith(Yasqe, data);
  Object.assign(Yasqe.defaults, { value: EXAMPLE, resizeable: false, editorHeight: "auto" });
  Object.assign(Yasqe.defaults.requestConfig, { endpoint, method: "POST" });
  // Tab goes on to the next field, as everywhere on the web.
  Object.assign(Yasqe.defaults.extraKeys, { Tab: false, "Shift-Tab": false });
  Yasr.registerPlugin("table", tableWith(Yasr, names));
  Yasr.registerPlugin("response", class extends Yasr.plugins.response {
    helpReference = undefined;
  });
  for (const [key, Kind] of Object.entries({ chart: Chart, network: Network, timeline: Timeline, map: WorldMap })) {
    Yasr.registerPlugin(key, class extends Kind {
      constructor(yasr) {
        super(yasr, names);
      }
    });
  }
  Yasr.defaults.pluginOrder = ["table", "chart", "network", "timeline", "map", "response"];
  return {
    autofocus: false,
    autoAddOnInit: false,
    populateFromUrl: false,
    corsProxy: undefined,
    // Two installations on one host keep their tabs apart.
    persistenceId: "entente " + new URL(endpoint).pathname,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
  };
}

// ---- tabs

const textOf = tab => tab.getYasqe()?.getValue() ?? tab.getPersistedJson().yasqe.value;

function tabs() {
  return yasgui.persistentConfig.getTabs().map(id => yasgui.getTab(id));
}

/** The tab for which the test holds, or a new one with this name and text. */
function open(name, text, test, view) {
  const known = tabs().find(test);
  if (known) {
    yasgui.selectTabId(known.getId());
    return known;
  }
  const settings = view in Yasgui.Yasr.plugins ? { yasr: { settings: { selectedPlugin: view } } } : {};
  const tab = yasgui.addTab(true, { name: yasgui.createTabName(name), yasqe: { value: text }, ...settings });
  adapt(tab);
  return tab;
}

function openQuestion(name) {
  const question = data.queries.find(query => query.name === name);
  if (question) {
    open(question.name, question.text, tab => tab.getName() === question.name);
    say(`Opened: ${question.title}`);
  }
}

/** The query of a link to this page, in the parameters as this page writes it or behind the # as YASGUI does. */
function openLinked(part) {
  const parameters = new URLSearchParams(part.slice(1));
  const text = parameters.get("query")?.trim();
  if (!text) {
    return false;
  }
  open(parameters.get("tabTitle") || "Shared", text, tab => textOf(tab).trim() === text, parameters.get("outputFormat"))
    .query();
  return true;
}

function openFirst() {
  const [question] = data.queries;
  if (question) {
    open(question.name, question.text, () => false);
  } else {
    open("Query", EXAMPLE, () => false);
  }
}

// ---- what is drawn round a tab

/** Names what YASGUI leaves nameless, and takes away what leads elsewhere; once for each tab, when first shown. */
function adapt(tab) {
  showSnippets();
  if (adapted.has(tab) || !tab.getYasqe()) {
    return;
  }
  adapted.add(tab);
  const editor = tab.getYasqe();
  editor.getInputField().setAttribute("aria-label", "SPARQL query");
  editor.getInputField().setAttribute("aria-describedby", "editor-keys");
  editor.rootEl.querySelector(".yasqe_share").remove();
  editor.rootEl.querySelector(".yasqe_queryButton").append(element("span", {}, "Run"));
  // Below the text, not over it: on a telephone it would hide the first lines.
  editor.rootEl.append(editor.rootEl.querySelector(".yasqe_buttons"));
  editor.on("changes", showSnippets);
  const answers = tab.getYasr();
  answers.documentationLink.remove();
  answers.downloadBtn.append(element("span"));
  answers.on("drawn", () => queueMicrotask(() => adaptAnswer(answers)));
  adaptAnswer(answers);
}

/** YASR says by a class alone which view is shown and which cannot be. */
function adaptAnswer(answers) {
  answers.headerEl.hidden = !answers.results;
  for (const view of answers.headerEl.querySelectorAll(".yasr_btnGroup button")) {
    view.setAttribute("aria-pressed", view.classList.contains("selected"));
    view.disabled = view.classList.contains("disabled");
  }
  const download = answers.downloadBtn;
  const table = answers.results && answers.getSelectedPluginName() !== "response";
  download.lastChild.textContent = table ? "CSV" : "Download";
  download.setAttribute("aria-label", table ? "Download as CSV" : "Download the answer");
  download.hidden = !answers.results || download.classList.contains("disabled");
  answers.rootEl.querySelectorAll(".CodeMirror textarea").forEach(text =>
    text.setAttribute("aria-label", "The answer as the server gave it"));
  const told = account(answers.results);
  say(told.words, told.quiet);
}

/** One sentence on the answer, for those who do not see it appear; what the answer itself shows is only spoken. */
function account(results) {
  if (!results) {
    return { words: "", quiet: true };
  }
  if (results.hasError()) {
    return { words: "The query failed.", quiet: true };
  }
  const rows = results.getBindings()?.length;
  const words = rows === undefined ? "Answered." : `${rows} ${rows === 1 ? "row" : "rows"}.`;
  // The server's word on it is kept with the answer, so that it is still said when the tab is opened again.
  return results.summary?.cutOff
    ? { words: words + " There are more: the server stops there. Ask for less at a time." } : { words, quiet: true };
}

function say(words, quiet = false) {
  said.textContent = words;
  said.classList.toggle("unseen", quiet);
}

// ---- the tools above the tabs

const said = element("p", { role: "status", id: "editor-said" });
const row = element("p", { id: "editor-row", hidden: "" });

function tools() {
  const questions = element("select", { id: "open-question" });
  data.queries.forEach(query => questions.add(new Option(query.title, query.name)));
  const catalogue = data.queries.length === 0 ? [] : [
    element("label", { for: "open-question" }, "Open a question"), questions,
    button("Open", () => openQuestion(questions.value))];
  return element("div", { id: "editor-tools" },
    element("div", { class: "tools" }, ...catalogue),
    element("div", { class: "tools", role: "group", "aria-label": "Tabs" },
      button("New tab", newTab),
      button("Rename tab", () => current(showName)),
      button("Close tab", () => current(tab => tab.close())),
      button("Link to share", () => current(showLink))),
    row, said,
    element("p", { class: "note", id: "editor-keys" }, KEYS));
}

function current(action) {
  const tab = yasgui.getTab();
  if (tab) {
    action(tab);
  }
}

function newTab() {
  open("Query", EXAMPLE, () => false).getYasqe().focus();
}

/** A field in the row under the buttons, ready to be copied or written over. */
function showField(label, value) {
  const field = element("input", { id: "editor-field", value });
  row.replaceChildren(element("label", { for: "editor-field" }, label), field);
  row.hidden = false;
  field.select();
  return field;
}

function showLink(tab) {
  const link = endpoint + "?query=" + encodeURIComponent(textOf(tab));
  showField("Link to this query", link).readOnly = true;
  copy(link, "The link");
}

/** Beside the tabs: YASGUI's own field lies in the tab, where what reads pages aloud does not find it. */
function showName(tab) {
  showField("Name of the tab", tab.getName()).addEventListener("change", event => {
    tab.setName(event.target.value.trim() || tab.getName());
    row.hidden = true;
    say(`The tab is called ${tab.getName()}.`);
  });
}

/** Browsers give programs the clipboard on secure hosts only; elsewhere the old command may still do. */
async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const focused = document.activeElement;
    const carrier = element("textarea", { class: "unseen" });
    carrier.value = text;
    document.body.append(carrier);
    carrier.select();
    const done = document.execCommand("copy");
    carrier.remove();
    focused.focus();
    if (!done) {
      return say(`${what} could not be copied; please select it and copy it yourself.`);
    }
  }
  return say(`${what} is copied.`);
}

function showSnippets() {
  row.hidden = true;
  const editor = yasgui.getTab()?.getYasqe();
  if (editor) {
    snippets.show(editor.getValue(), editor.getQueryType());
  }
}

/** The arrow keys go from tab to tab, Enter and Space choose; buttons stand in for the menu of the right button. */
function listenToTabs() {
  const list = place.querySelector(".tabsList");
  list.setAttribute("aria-label", "Queries");
  list.addEventListener("contextmenu", event => event.stopPropagation(), true);
  list.addEventListener("dblclick", event => {
    event.stopPropagation();
    current(showName);
  }, true);
  list.addEventListener("keydown", event => {
    if (event.target.getAttribute("role") !== "tab") {
      return;
    }
    const all = [...list.querySelectorAll("[role=tab]")];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) {
      all.at((all.indexOf(event.target) + step) % all.length).focus();
    } else if (event.key === " ") {
      event.target.click();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

// ---- the page

const config = configure();
place.append(tools());
const yasgui = new Yasgui(place, config);
const snippets = new Snippets(document.getElementById("snippets"), endpoint, copy);
listenToTabs();
yasgui.on("tabSelect", (all, id) => queueMicrotask(() => adapt(yasgui.getTab(id))));
yasgui.on("autocompletionShown", (all, tab, { hints }) => {
  hints.setAttribute("aria-label", "Completions");
  hints.tabIndex = 0;
});
yasgui.on("tabClose", () => queueMicrotask(() => tabs().length === 0 && openFirst()));
window.addEventListener("hashchange", () => openLinked(location.hash));
current(adapt);
if (!openLinked(location.hash) && !openLinked(location.search) && tabs().length === 0) {
  openFirst();
}
document.getElementById("plain-editor").hidden = true;
