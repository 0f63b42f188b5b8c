// What the pictures of an answer share. Each is an SVG with a sentence that says what is drawn and what is left out;
// the table beside it has the values.

import { columnsOf, wordsOf } from "./editor-columns.js";
import { csv } from "./editor-table.js";

/** About how wide a letter of a picture is, in pixels; of a narrower one more fit. */
export const LETTER = 7.6;

export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  element.append(...children);
  return element;
}

export const clip = (text, most) => text.length > most ? text.slice(0, Math.max(1, most - 1)) + "…" : text;
export const round = number => Math.round(number * 100) / 100;
export const many = (number, one, more = one + "s") => `${number} ${number === 1 ? one : more}`;
export const first = (columns, ...kinds) =>
  kinds.map(kind => columns.find(column => column.kind === kind)).find(Boolean);
export const isWords = column => column.kind === "words" || column.kind === "iri";

/** The rows of several columns as arrays of cells. */
export const rowsOf = (...columns) => columns[0].cells.map((cell, row) => columns.map(column => column?.cells[row]));

/**
 * What the pictures share. A kind of picture names its roles, each filled by one column: by the first that fits, or by
 * what the reader has chosen. `plan` says what can be drawn with them, or null; `paint` draws it.
 */
export class Picture {
  priority = 1;

  constructor(yasr, names) {
    this.yasr = yasr;
    this.names = names;
  }

  canHandleResults() {
    const columns = columnsOf(this.yasr.results);
    return columns.length > 0 && this.plan(this.cast(columns, {})) !== null;
  }

  /** Which column plays which role. */
  cast(columns, chosen) {
    const cast = {};
    for (const role of this.roles) {
      const wished = columns.find(column => column.name === chosen[role.key] && role.fits(column));
      cast[role.key] = wished ?? (role.none && chosen[role.key] === "" ? undefined : role.first(columns, cast));
    }
    return cast;
  }

  draw(chosen = {}) {
    const columns = columnsOf(this.yasr.results);
    const cast = this.cast(columns, chosen);
    this.yasr.pluginControls.replaceChildren(...this.roles.map(role => this.chooser(role, columns, cast, chosen)));
    const plan = this.plan(cast);
    this.yasr.resultsEl.replaceChildren(plan ? this.figure(plan) : this.nothing());
  }

  chooser(role, columns, cast, chosen) {
    const select = document.createElement("select");
    if (role.none) {
      select.add(new Option(role.none, ""));
    }
    columns.filter(role.fits).forEach(column => select.add(new Option(column.name, column.name)));
    select.value = cast[role.key]?.name ?? "";
    select.addEventListener("change", () => {
      const choice = { ...chosen, [role.key]: select.value };
      this.yasr.storePluginConfig(this.key, choice);
      this.draw(choice);
      this.yasr.pluginControls.querySelectorAll("select")[this.roles.indexOf(role)].focus();
    });
    const label = document.createElement("label");
    label.append(role.label + " ", select);
    return label;
  }

  figure(plan) {
    const width = Math.max(280, Math.min(this.yasr.resultsEl.clientWidth || 800, 1100));
    const { height, children } = this.paint(plan, width);
    const figure = document.createElement("figure");
    figure.className = "view";
    const caption = document.createElement("figcaption");
    caption.textContent = this.caption(plan);
    figure.append(svg("svg", { viewBox: `0 0 ${width} ${round(height)}`, role: "img",
      "aria-label": `${this.label}. ${caption.textContent}` }, ...children), caption);
    return figure;
  }

  nothing() {
    const words = document.createElement("p");
    words.className = "empty";
    words.textContent = "These columns give no picture; choose others above.";
    return words;
  }

  destroy() {
    this.yasr.pluginControls.replaceChildren();
  }

  download(filename) {
    return csv(this.yasr, filename);
  }

  getIcon() {
    const box = document.createElement("div");
    box.className = "svgImg";
    box.append(svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: this.icon })));
    return box;
  }

  words(cell) {
    return wordsOf(cell, this.names);
  }
}
