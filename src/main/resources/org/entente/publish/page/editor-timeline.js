// The picture of what happened when.

import { span } from "./editor-columns.js";
import { LETTER, Picture, clip, first, isWords, many, round, rowsOf, svg } from "./editor-picture.js";

const MOST_EVENTS = 120;
const MOST_LANES = 12;
const COLOURS = ["--link", "--done", "--in-sight", "--urged", "--under-way", "--soft"];
const YEAR = 365.25 * 24 * 60 * 60 * 1000;

/** A row for each dated thing, from its first to its last day, in lanes. */
export class Timeline extends Picture {
  key = "timeline";
  label = "Timeline";
  icon = "M1 14h14v1H1zM1 2h6v3H1zM5 6h7v3H5zM10 10h5v3h-5z";
  roles = [
    { key: "when", label: "From", fits: column => column.kind === "date", first: columns => first(columns, "date") },
    { key: "until", label: "To", fits: column => column.kind === "date", none: "the same",
      first: (columns, { when }) => columns.find(each => each.kind === "date" && each !== when
        && /latest|last|end|until|to$/i.test(each.name)) },
    { key: "name", label: "Name", fits: () => true,
      first: columns => columns.find(each => each.kind === "words" && /label|title|name/i.test(each.name))
        ?? first(columns, "words", "iri", "number", "date") },
    { key: "lane", label: "Lanes", fits: isWords, none: "one",
      first: (columns, { name }) => columns.find(each => isWords(each) && each !== name
        && new Set(each.cells.map(cell => cell?.value)).size <= MOST_LANES) },
  ];

  plan({ when, until, name, lane }) {
    if (!when || !name) {
      return null;
    }
    const rows = rowsOf(when, until, name, lane);
    const all = rows.filter(([start]) => start).map(([start, end, cell, group]) => ({
      start: span(start.value)[0],
      end: Math.max(span(start.value)[1], end ? span(end.value)[1] : 0),
      said: [start.value, (end ?? start).value],
      name: cell ? this.words(cell) : "",
      lane: group ? this.words(group) : "",
    })).sort((one, other) => one.start - other.start || one.end - other.end);
    return all.length === 0 ? null
      : { when, lane, all, drawn: all.slice(0, MOST_EVENTS), undated: rows.length - all.length };
  }

  caption({ when, lane, all, drawn, undated }) {
    const lanes = lane ? `, in lanes by ${lane.name}` : "";
    const bare = undated > 0 ? ` Left out: ${many(undated, "row")} without ${when.name}.` : "";
    const cut = drawn.length < all.length ? ` Drawn are the first ${drawn.length}.` : "";
    const last = all.reduce((one, other) => other.end > one.end ? other : one);
    return `${many(all.length, "row")} by ${when.name}${lanes}, from ${all[0].said[0]} to ${last.said[1]}.`
      + cut + bare;
  }

  paint({ drawn }, width) {
    const [from, to] = [Math.min(...drawn.map(event => event.start)), Math.max(...drawn.map(event => event.end))];
    const at = moment => round(8 + (moment - from) / (to - from) * (width - 16));
    const lanes = grouped(drawn);
    const children = [];
    let y = 22;
    [...lanes].forEach(([lane, events], number) => {
      if (lane) {
        children.push(svg("text", { x: 4, y: y + 14, class: "lane" }, clip(lane, Math.floor(width / LETTER))));
        y += 20;
      }
      for (const event of events) {
        children.push(...this.event(event, y, at, width, COLOURS[number % COLOURS.length]));
        y += 22;
      }
      y += 6;
    });
    return { height: y, children: [...ticks(from, to, at, y, width), ...children] };
  }

  /** The words stand beside the bar, where there is more room, or on it where that is hardly any. */
  event({ start, end, said, name }, y, at, width, colour) {
    const [left, right] = [at(start), Math.max(at(end), at(start) + 6)];
    const [before, behind, on] = [left - 8, width - right - 8, right - left - 8];
    const words = behind >= before && behind > on / 4 ? { x: right + 6, room: behind, class: "behind" }
      : before > on / 4 ? { x: left - 6, room: before, class: "end" } : { x: left + 6, room: on, class: "on" };
    return [
      svg("rect", { x: left, y: y + 2, width: round(right - left), height: 15, rx: 3, fill: `var(${colour})` },
        svg("title", {}, `${[...new Set(said)].join(" to ")}: ${name}`)),
      svg("text", { x: round(words.x), y: y + 14, class: words.class }, clip(name, Math.floor(words.room / LETTER))),
    ];
  }
}

function grouped(events) {
  const lanes = new Map();
  events.forEach(event => lanes.set(event.lane, [...lanes.get(event.lane) ?? [], event]));
  return lanes;
}

/** Years, or months where there is less than two years to show; never more than there is room for. */
function ticks(from, to, at, height, width) {
  const monthly = to - from < 2 * YEAR;
  const start = new Date(from);
  const moments = [];
  const step = Math.ceil((to - from) / YEAR * (monthly ? 12 : 1) / Math.floor(width / 110));
  for (let count = 0; moments.length < 40; count += step) {
    const moment = monthly ? Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count)
      : Date.UTC(start.getUTCFullYear() + count, 0);
    if (moment > to) {
      break;
    }
    if (moment >= from) {
      moments.push(moment);
    }
  }
  return moments.flatMap(moment => [
    svg("path", { d: `M${at(moment)} 16V${height}`, class: "axis" }),
    svg("text", { x: at(moment), y: 12, class: at(moment) > width - 60 ? "tick end" : "tick" },
      new Date(moment).toISOString().slice(0, monthly ? 7 : 4)),
  ]);
}
