// The picture of numbers.

import { countsSomething } from "./editor-columns.js";
import { LETTER, Picture, clip, first, many, round, rowsOf, svg } from "./editor-picture.js";

const MOST_BARS = 40;

/** Bars of numbers, or of how often each value occurs where there is no number. */
export class Chart extends Picture {
  key = "chart";
  label = "Chart";
  icon = "M1 14h14v1H1zM2 8h3v5H2zM6.5 3h3v10h-3zM11 6h3v7h-3z";
  roles = [
    { key: "bars", label: "Bars", fits: column => column.kind !== "number",
      first: columns => first(columns, "words", "date", "iri") },
    { key: "length", label: "Length", fits: column => column.kind === "number", none: "number of rows",
      first: columns => first(columns, "number") },
  ];

  plan({ bars, length }) {
    if (!bars) {
      return null;
    }
    const rows = rowsOf(bars, length).filter(([cell, number]) => cell && (number || !length));
    const added = !length || countsSomething(length);
    const all = (added ? sums(rows) : rows).map(([cell, number]) => [this.words(cell), Number(number.value)]);
    if (all.length === 0 || (!length && all.length === rows.length)) {
      return null;
    }
    return { bars, length, rows: rows.length, all, drawn: all.slice(0, MOST_BARS), added };
  }

  caption({ bars, length, rows, all, drawn, added }) {
    const [name, most] = all.reduce((one, other) => other[1] > one[1] ? other : one);
    const what = length ? `${length.name} by ${bars.name}` : `Rows by ${bars.name}`;
    const how = added && all.length < rows ? `, added up over ${many(rows, "row")}` : "";
    const cut = drawn.length < all.length ? ` Drawn are the first ${drawn.length} of ${all.length} bars.` : "";
    return `${what}: ${many(all.length, "bar")}${how}. The longest is ${name} with ${round(most)}.${cut}`;
  }

  paint({ drawn }, width) {
    const left = Math.min(width * 0.4, 16 + LETTER * Math.max(...drawn.map(([name]) => name.length)));
    const [low, high] = [Math.min(0, ...drawn.map(bar => bar[1])), Math.max(0, ...drawn.map(bar => bar[1]))];
    const room = width - left - 60;
    const at = number => left + (high === low ? 0 : (number - low) / (high - low) * room);
    const children = drawn.flatMap(([name, number], row) => {
      const y = row * 26 + 4;
      return [
        svg("text", { x: left - 8, y: y + 15, class: "end" }, clip(name, Math.floor((left - 8) / LETTER))),
        svg("rect", { x: round(Math.min(at(0), at(number))), y, height: 20, class: "bar",
          width: round(Math.max(1, Math.abs(at(number) - at(0)))) }, svg("title", {}, `${name}: ${number}`)),
        svg("text", { x: round(Math.max(at(0), at(number)) + 5), y: y + 15 }, String(round(number))),
      ];
    });
    const height = drawn.length * 26 + 8;
    return { height, children: [...children, svg("path", { d: `M${round(at(0))} 0V${height}`, class: "axis" })] };
  }
}

/** One row for each value, with the sum of its numbers or, where there are none, of its rows; the greatest first. */
function sums(rows) {
  const all = new Map();
  for (const [cell, number] of rows) {
    const sum = all.get(cell.value) ?? { cell, value: 0 };
    sum.value += number ? Number(number.value) : 1;
    all.set(cell.value, sum);
  }
  return [...all.values()].sort((one, other) => other.value - one.value).map(sum => [sum.cell, sum]);
}
