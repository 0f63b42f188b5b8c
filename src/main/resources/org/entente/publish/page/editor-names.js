// How an IRI is shown and where its page is, by the same rules as on the other pages.

const TERMS = "https://w3id.org/entente/";

export class Names {
  #base;
  #root;
  #prefixes;
  #labels;

  constructor({ base, root, prefixes, terms }) {
    this.#base = base;
    this.#root = root;
    this.#prefixes = prefixes;
    this.#labels = new Map(terms.map(term => [term.iri, term.label]));
  }

  /** With a prefix, or as the path of a thing of ours; the whole IRI where there is neither. */
  short(iri, prefixes = {}) {
    if (iri.startsWith(this.#base + "id/")) {
      return iri.slice(this.#base.length + "id/".length);
    }
    return prefixed(iri, { ...this.#prefixes, ...prefixes }) ?? iri;
  }

  /** In a picture there is room for a word only: the label of a term, or the last part of the IRI. */
  label(iri) {
    return this.#labels.get(iri) ?? (iri.replace(/[#/]+$/, "").match(/[^#/]+$/)?.[0] ?? iri);
  }

  /** The page on this host, the IRI itself where it lies elsewhere on the web, null where it cannot be followed. */
  address(iri) {
    if (iri.startsWith(this.#base + "id/")) {
      return this.#root + "page/" + iri.slice(this.#base.length + "id/".length);
    }
    if (iri.startsWith(this.#base)) {
      return this.#root + iri.slice(this.#base.length);
    }
    if (this.#labels.has(iri)) {
      const term = iri.slice(TERMS.length);
      return this.#root + (term.startsWith("ontology#") ? term : term.replace("#", "/"));
    }
    return /^https?:\/\//.test(iri) ? iri : null;
  }
}

/** The IRI with the prefix that leaves the shortest rest, or null. */
export function prefixed(iri, prefixes) {
  const fitting = Object.entries(prefixes).filter(([, space]) => space && iri.startsWith(space))
    .sort((one, other) => other[1].length - one[1].length);
  return fitting.length > 0 ? fitting[0][0] + ":" + iri.slice(fitting[0][1].length) : null;
}
