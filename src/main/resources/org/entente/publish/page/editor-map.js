// The picture of where things are, on the outlines that the server draws.

import { LETTER, Picture, clip, isWords, many, round, rowsOf, svg } from "./editor-picture.js";

const OUTLINES = new URL("outlines.svg", import.meta.url).href;
const MOST_PLACES = 500;
const MOST_NAMES = 40;
const LEAST_DEGREES = 30;
const LEAST_DISC = 4;

const isCoordinate = (column, most) => column.kind === "number"
  && column.cells.every(cell => !cell || Math.abs(Number(cell.value)) <= most);

/** A disc for each place, the larger the more rows are at it. */
export class WorldMap extends Picture {
  key = "map";
  label = "Map";
  icon = "M8 1a5 5 0 0 1 5 5c0 3-3 6-5 9-2-3-5-6-5-9a5 5 0 0 1 5-5zm0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z";
  roles = [
    { key: "latitude", label: "Latitude", fits: column => isCoordinate(column, 90),
      first: columns => columns.find(each => /^lat/i.test(each.name) && isCoordinate(each, 90)) },
    { key: "longitude", label: "Longitude", fits: column => isCoordinate(column, 180),
      first: columns => columns.find(each => /^(lon|lng)/i.test(each.name) && isCoordinate(each, 180)) },
    { key: "name", label: "Name", fits: isWords, none: "none",
      first: columns => columns.find(each => isWords(each) && /label|name|title/i.test(each.name))
        ?? columns.find(isWords) },
  ];

  plan({ latitude, longitude, name }) {
    if (!latitude || !longitude || latitude === longitude) {
      return null;
    }
    const places = new Map();
    const rows = rowsOf(latitude, longitude, name);
    for (const [north, east, called] of rows) {
      if (north && east) {
        const key = [north.value, east.value, called?.value].join("\n");
        const known = places.get(key) ?? { x: 10 * Number(east.value), y: -10 * Number(north.value),
          name: called ? this.words(called) : "", rows: 0 };
        known.rows += 1;
        places.set(key, known);
      }
    }
    const all = [...places.values()].sort((one, other) => other.rows - one.rows);
    return all.length === 0 ? null : { latitude, longitude, all, drawn: all.slice(0, MOST_PLACES),
      without: rows.length - all.reduce((sum, place) => sum + place.rows, 0) };
  }

  caption({ latitude, longitude, all, drawn, without }) {
    const cut = drawn.length < all.length ? ` Drawn are the ${drawn.length} with the most rows.` : "";
    const bare = without > 0 ? ` Left out: ${many(without, "row")} without coordinates.` : "";
    const sizes = all[0].rows > 1 ? "; the larger a disc, the more rows" : "";
    return `${many(all.length, "place")} by ${latitude.name} and ${longitude.name}${sizes}.`
      + ` Borders are those of Natural Earth and take no side.${cut}${bare}`;
  }

  /** A part of the outlines, whose units are tenths of degrees, and on it the places. */
  paint({ drawn }, width) {
    const frame = around(drawn);
    const height = width * frame.height / frame.width / frame.narrowing;
    const [most] = drawn.map(place => place.rows);
    const largest = most > 1 ? Math.min(12, Math.max(6, width / 60)) : LEAST_DISC;
    const inside = (where, r, length) => Math.max(r + 1, Math.min(length - r - 1, where));
    const at = place => {
      const r = LEAST_DISC + (largest - LEAST_DISC) * Math.sqrt(place.rows / most);
      return { x: inside((place.x - frame.x) / frame.width * width, r, width),
        y: inside((place.y - frame.y) / frame.height * height, r, height), r };
    };
    const outlines = svg("svg", { width, height: round(height), preserveAspectRatio: "none",
      viewBox: [frame.x, frame.y, frame.width, frame.height].map(round).join(" ") },
    svg("image", { href: OUTLINES, x: -1800, y: -900, width: 3600, height: 1800, preserveAspectRatio: "none" }));
    const discs = drawn.map(place => {
      const { x, y, r } = at(place);
      return svg("circle", { cx: round(x), cy: round(y), r: round(r), class: "node" },
        svg("title", {}, [place.name, many(place.rows, "row")].filter(Boolean).join(": ")));
    });
    return { height, children: [outlines, ...discs, ...names(drawn.slice(0, MOST_NAMES), at, width)] };
  }
}

/** What is around some places, in tenths of degrees, drawn true along the parallel through the middle. */
function around(places) {
  const [xs, ys] = ["x", "y"].map(axis => places.map(place => place[axis]));
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = Math.max(-600, Math.min(600, (north + south) / 2));
  const narrowing = Math.cos(middle / 10 * Math.PI / 180);
  const wide = Math.min(3600, Math.max(10 * LEAST_DEGREES / narrowing, 1.3 * (east - west),
    1.3 * (south - north) / 0.7 / narrowing));
  const high = Math.min(1720, Math.max(0.4 * wide * narrowing, Math.min(1.3 * (south - north), 0.7 * wide * narrowing)));
  const start = (middleOf, length, most) => Math.max(-most, Math.min(middleOf - length / 2, most - length));
  return { x: start((west + east) / 2, wide, 1800), y: start((north + south) / 2, high, 860), width: wide, height: high,
    narrowing };
}

/** The names that cover neither each other nor reach over the edge. */
function names(places, at, width) {
  const taken = [];
  return places.filter(place => place.name).flatMap(place => {
    const { x, y, r } = at(place);
    const words = clip(place.name, 28);
    const length = words.length * LETTER;
    const left = x + r + 4 + length <= width ? x + r + 4 : x - r - 4 - length;
    const box = [left, y - 9, left + length, y + 9];
    if (left < 0 || taken.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) {
      return [];
    }
    taken.push(box);
    return [svg("text", { x: round(left), y: round(y + 4) }, words)];
  });
}
