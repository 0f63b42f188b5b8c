// What the editor proposes while a query is typed: our prefixes and terms, all from the page itself. YASQE's own
// completions would ask prefix.cc and the Linked Open Vocabularies.

import { prefixed } from "./editor-names.js";

const MOST = 60;

export function completeWith(Yasqe, data) {
  Yasqe.forkAutocompleter("prefixes", {
    name: "prefixes",
    persistenceId: null,
    get: () => Object.entries(data.prefixes).map(([prefix, space]) => `${prefix}: <${space}>`).sort(),
  }, false);
  Yasqe.registerAutocompleter(terms(data), false);
  delete Yasqe.Autocompleters.class;
  delete Yasqe.Autocompleters.property;
  Yasqe.defaults.autocompleters = ["variables", "prefixes", "terms"];
  Yasqe.defaults.prefixCcApi = "";
}

function terms(data) {
  const proposed = new Map();
  return {
    name: "terms",
    bulk: false,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition: editor => kindAt(editor) !== null,
    get(editor, token) {
      proposed.clear();
      return matching(data.terms, kindAt(editor), written(editor, token, data.prefixes)).map(term => term.iri);
    },
    postProcessSuggestion(editor, token, iri) {
      const text = nameOf(iri, token, editor, data.prefixes);
      proposed.set(text, data.terms.find(term => term.iri === iri));
      return text;
    },
    postprocessHints: (editor, hints) => hints.map(hint => ({
      ...hint,
      render: element => explain(element, hint.text, proposed.get(hint.text)),
    })),
  };
}

/** Which kind of term may stand where the cursor is; null where none may. */
function kindAt(editor) {
  const token = editor.getCompleteToken();
  if (!/^(<|[a-z][\w-]*:?)/i.test(token.string) || token.state.inPrefixDecl) {
    return null;
  }
  const before = editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token);
  if (["a", "rdf:type", "rdfs:subClassOf", "rdfs:domain", "rdfs:range"].includes(before.state.lastProperty)) {
    return "class";
  }
  if (token.state.possibleCurrent.includes("a")) {
    return "property";
  }
  return before.state.possibleNext?.includes("PNAME_LN") ? "concept" : null;
}

/** What is typed: an IRI as far as it goes, or words. */
function written(editor, token, prefixes) {
  const text = token.string.trim();
  if (text.startsWith("<")) {
    return { iri: text.slice(1).replace(/>$/, "") };
  }
  const colon = text.indexOf(":");
  const space = colon < 0 ? undefined : { ...prefixes, ...editor.getPrefixesFromQuery() }[text.slice(0, colon)];
  return space === undefined ? { words: text } : { space, words: text.slice(colon + 1) };
}

/** Terms whose name begins with what is typed come first, then those that have it elsewhere in name or label. */
function matching(all, kind, { iri, space, words }) {
  const rank = term => {
    if (iri !== undefined) {
      return term.iri.startsWith(iri) ? 0 : -1;
    }
    const local = term.iri.slice(term.iri.lastIndexOf("#") + 1).toLowerCase();
    const sought = words.toLowerCase();
    if (space !== undefined && term.iri.slice(0, term.iri.lastIndexOf("#") + 1) !== space) {
      return -1;
    }
    if (local.startsWith(sought) || term.label.toLowerCase().startsWith(sought)) {
      return 0;
    }
    return local.includes(sought) || term.label.toLowerCase().includes(sought) ? 1 : -1;
  };
  return all.filter(term => term.kind === kind).map(term => ({ term, rank: rank(term) }))
    .filter(found => found.rank >= 0)
    .sort((one, other) => one.rank - other.rank || one.term.iri.localeCompare(other.term.iri))
    .slice(0, MOST).map(found => found.term);
}

/** As it will stand in the query: YASQE declares a prefix of ours by itself once it is used. */
function nameOf(iri, token, editor, prefixes) {
  const whole = `<${iri}>`;
  return token.string.startsWith("<") ? whole
    : prefixed(iri, { ...prefixes, ...editor.getPrefixesFromQuery() }) ?? whole;
}

function explain(element, text, term) {
  const name = document.createElement("b");
  name.textContent = text;
  const meaning = document.createElement("small");
  meaning.textContent = [term.label, term.definition].filter(Boolean).join(": ");
  element.append(name, meaning);
  element.title = term.definition ?? "";
}
