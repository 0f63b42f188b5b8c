// The picture of who is joined to whom.

import { LETTER, Picture, clip, first, isWords, many, round, rowsOf, svg } from "./editor-picture.js";

const MOST_NODES = 60;

/** The values of two columns as nodes; a line joins what stands in one row. */
export class Network extends Picture {
  key = "network";
  label = "Network";
  icon = "M3 1a2 2 0 0 1 1.7 3L7 7.2a2 2 0 0 1 1.6-.1L10.8 4a2 2 0 1 1 1.4.8L9.9 8a2 2 0 0 1-.7 3l.3 1.2a2 2 0 1 1"
    + "-1.2.3L8 11.3A2 2 0 0 1 6.2 8L3.7 4.8A2 2 0 1 1 3 1z";
  roles = [
    { key: "from", label: "From", fits: isWords, first: columns => ends(columns)[0] },
    { key: "to", label: "To", fits: isWords, first: (columns, { from }) => ends(columns).find(each => each !== from) },
    { key: "line", label: "Line", fits: () => true, none: "number of rows",
      first: (columns, { from, to }) => first(columns, "number")
        ?? columns.find(column => isWords(column) && column !== from && column !== to) },
  ];

  plan({ from, to, line }) {
    if (!from || !to || from === to) {
      return null;
    }
    const edges = this.edges(from, to, line);
    const weights = new Map();
    edges.forEach(edge => [edge.from, edge.to].forEach(node =>
      weights.set(node, (weights.get(node) ?? 0) + edge.weight)));
    // A list of pairs, each on its own, is no network.
    if (edges.length === 0 || (edges.length > 1 && weights.size === 2 * edges.length)) {
      return null;
    }
    const best = new Set([...weights.keys()].sort((one, other) => weights.get(other) - weights.get(one))
      .slice(0, MOST_NODES));
    const drawn = edges.filter(edge => best.has(edge.from) && best.has(edge.to));
    const nodes = [...new Set(drawn.flatMap(edge => [edge.from, edge.to]))];
    return { from, to, line, weights, nodes, edges, drawn };
  }

  edges(from, to, line) {
    const edges = new Map();
    for (const [one, other, value] of rowsOf(from, to, line)) {
      if (one && other && one.value !== other.value) {
        const key = one.value + "\n" + other.value;
        const known = edges.get(key) ?? { from: one.value, to: other.value,
          ends: [this.words(one), this.words(other)], weight: 0, says: new Set() };
        known.weight += line?.kind === "number" ? Math.max(0, Number(value?.value ?? 0)) : 1;
        if (value && line.kind !== "number") {
          known.says.add(this.words(value));
        }
        edges.set(key, known);
      }
    }
    return [...edges.values()];
  }

  says(edge, line) {
    return line && line.kind !== "number" ? [...edge.says].join(", ") : String(round(edge.weight));
  }

  caption({ from, to, line, weights, nodes, edges, drawn, unnamed }) {
    const [slight, strong] = extremes(edges);
    const cut = nodes.length < weights.size ? ` Drawn are the ${nodes.length} best joined of ${weights.size} nodes`
      + ` and ${many(drawn.length, "line")}.` : "";
    const measure = line?.kind === "number" ? line.name : "rows";
    const width = slight.weight === strong.weight ? ""
      : ` A line is the wider, the more ${measure} it stands for; the widest joins ${strong.ends.join(" and ")}.`;
    return `Lines join ${from.name} and ${to.name}: ${many(weights.size, "node")}, ${many(edges.length, "line")}.`
      + width + cut + (unnamed > 0 ? ` ${many(unnamed, "name")} would cover others and ${unnamed === 1 ? "is" : "are"}`
        + " left out; the table has them all." : "");
  }

  paint(plan, width) {
    const { line, weights, nodes, drawn } = plan;
    // What a narrow screen lacks in width it has in height.
    const height = Math.min(620, Math.max(260, 160 + nodes.length * 14)) * Math.max(1, Math.min(1.7, 620 / width));
    const places = settled(nodes, drawn, width, height);
    const [slight, strong] = extremes(drawn).map(edge => edge?.weight);
    const heaviest = Math.max(...nodes.map(node => weights.get(node)), 1);
    const lines = drawn.map(edge => {
      const [one, other] = [places.get(edge.from), places.get(edge.to)];
      return svg("line", { x1: round(one.x), y1: round(one.y), x2: round(other.x), y2: round(other.y), class: "edge",
        "stroke-width": slight === strong ? 2 : round(1 + 6 * edge.weight / strong) },
      svg("title", {}, `${edge.ends.join(" – ")}: ${this.says(edge, line)}`));
    });
    const labels = drawn.length > 30 ? [] : drawn.flatMap(edge => {
      const [one, other] = [places.get(edge.from), places.get(edge.to)];
      const words = clip(this.says(edge, line), 28);
      const room = Math.hypot(one.x - other.x, one.y - other.y) - 50;
      return room < words.length * 6 ? [] : [svg("text", { x: round((one.x + other.x) / 2),
        y: round((one.y + other.y) / 2) + 4, class: "middle edge-words" }, words)];
    });
    const called = new Map(drawn.flatMap(edge => [[edge.from, edge.ends[0]], [edge.to, edge.ends[1]]]));
    const dots = nodes.map(node => svg("circle", { cx: round(places.get(node).x), cy: round(places.get(node).y),
      r: round(5 + 7 * Math.sqrt(weights.get(node) / heaviest)), class: "node" }, svg("title", {}, called.get(node))));
    const words = named(nodes, weights, called, places, width).map(({ x, y, name }) =>
      svg("text", { x: round(x), y: round(y), class: "middle node-words" }, name));
    plan.unnamed = nodes.length - words.length;
    return { height, children: [...lines, ...dots, ...labels, ...words] };
  }
}

/** The names of nodes and where they stand, those of the best joined first; none covers another. */
function named(nodes, weights, called, places, width) {
  const kept = [];
  for (const node of [...nodes].sort((one, other) => weights.get(other) - weights.get(one))) {
    const { x, y } = places.get(node);
    const most = Math.floor(Math.max(8, Math.min(28, 2 * Math.min(x, width - x) / LETTER)));
    const name = clip(called.get(node), most);
    const reach = name.length * LETTER / 2;
    if (kept.every(other => Math.abs(other.y - y - 24) > 13 || Math.abs(other.x - x) > other.reach + reach)) {
      kept.push({ x, y: y + 24, name, reach });
    }
  }
  return kept;
}

/** The slightest and the strongest of the lines. */
function extremes(edges) {
  const sorted = [...edges].sort((one, other) => one.weight - other.weight);
  return [sorted[0], sorted.at(-1)];
}

/** The columns whose values recur are more likely the ends of lines than those that name each row. */
function ends(columns) {
  const graph = ["subject", "object"].map(name => columns.find(column => column.name === name)).filter(Boolean);
  if (graph.length === 2 && columns.some(column => column.name === "predicate")) {
    return graph;
  }
  const words = columns.filter(isWords);
  const recurring = words.filter(({ cells }) => new Set(cells.map(cell => cell?.value)).size < cells.length);
  return recurring.length > 1 ? recurring : words;
}

/**
 * Places from a circle on which joined nodes draw near and all others keep off: the same answer gives the same picture.
 * Nodes far from each other leave each other alone, else a part that nothing joins to the rest would fly away.
 */
function settled(nodes, edges, width, height) {
  const places = new Map(nodes.map((name, index) => {
    const angle = 2 * Math.PI * index / nodes.length;
    return [name, { x: Math.cos(angle) * nodes.length / 3, y: Math.sin(angle) * nodes.length / 3 }];
  }));
  const all = [...places.values()];
  for (let heat = 1; heat > 0.01; heat *= 0.98) {
    all.forEach(place => Object.assign(place, { dx: -place.x / 20, dy: -place.y / 20 }));
    all.forEach((one, index) => all.slice(index + 1).forEach(other =>
      pull(one, other, distance => distance > 4 ? 0 : -1 / distance)));
    edges.forEach(edge => pull(places.get(edge.from), places.get(edge.to), distance => distance * distance / 3));
    for (const place of all) {
      const length = Math.max(0.001, Math.hypot(place.dx, place.dy));
      place.x += place.dx * Math.min(length, heat) / length;
      place.y += place.dy * Math.min(length, heat) / length;
    }
  }
  stretch(all, "x", 50, width - 50);
  stretch(all, "y", 16, height - 34);
  return places;
}

/** Fills the room there is along one axis. */
function stretch(places, axis, from, to) {
  const [low, high] = [Math.min(...places.map(each => each[axis])), Math.max(...places.map(each => each[axis]))];
  places.forEach(each => {
    each[axis] = high - low < 0.01 ? (from + to) / 2 : from + (each[axis] - low) / (high - low) * (to - from);
  });
}

function pull(one, other, force) {
  const [x, y] = [other.x - one.x || 0.01, other.y - one.y || 0.01];
  const distance = Math.hypot(x, y);
  const strength = force(distance) / distance;
  one.dx += x * strength;
  one.dy += y * strength;
  other.dx -= x * strength;
  other.dy -= y * strength;
}
