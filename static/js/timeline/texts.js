// The words of the drawing: labels, numbers over counted bars, ticks. A text takes Plotly as long as ten
// marks, and the frame that draws a figure would be missed; as elements of the page over the drawing
// they cost next to nothing, and their colours follow the style sheet.

import { nextFrame } from "./frames.js";
import { AROUND, reaches } from "./near.js";
import { fontOf, measured } from "./ruler.js";
import { Sides } from "./sides.js";

const PAD = 6; // pixels, as `INSIDE_PAD` of chart/layout.py
const APART = 3;
const LEAST = 60; // pixels of a label that still tells something
const AIR = 12; // pixels on either side of the plot, as `MARGIN_SIDE` of chart/geometry.py
const HALF_LINE = 9; // as in chart.css
const ROLES = { eras: "era", labels: "label", numbers: "number" };
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const ANCHORS = { left: -1, right: 0 }; // widths that a text starts before its place

export class Texts {
  #all = [];
  #shown = [];
  #sides = new Sides([]);
  #fonts = new Map();

  constructor(overlay) {
    this.element = document.createElement("div");
    this.element.className = "chart-texts";
    this.element.setAttribute("aria-hidden", "true");
    overlay.append(this.element);
  }

  // Takes the texts out of a figure, so that Plotly draws the rest alone. The more important of the
  // labels come first.
  take(figure) {
    const { layout } = figure;
    const [texts, rest] = split(figure.data, ({ meta }) => meta.role in ROLES);
    figure.data = rest;
    this.#sides = new Sides(rest);
    this.#all = [...texts.flatMap(read), ...ticks(layout)];
    for (const axis of [layout.xaxis, layout.xaxis2, layout.yaxis]) axis.showticklabels = false;
    layout.annotations = [];
  }

  // Lays out those around the days in view, where they do not touch others.
  lay(chart) {
    const { left, width } = chart.plot;
    Object.assign(this.element.style, { left: `${left - AIR}px`, width: `${width + 2 * AIR}px` });
    const near = this.#all.filter((text) => text.isFixed || reaches(chart.view, text.start, text.end, AROUND));
    const fitted = (text) => this.#fitted(text, chart);
    this.#shown = apart(near.map((text) => this.#measured(text, chart)), width, fitted);
    for (const text of this.#shown) node(text, chart);
    this.move(chart);
  }

  // Shows what is laid out: all at once, or the numbers, which are many, in a frame of their own.
  async show({ atOnce }) {
    const [late, early] = split(this.#shown, ({ kind }) => kind === "number" && !atOnce);
    this.element.replaceChildren(...early.map((text) => text.node));
    if (!late.length) return;
    await nextFrame();
    this.element.append(...late.map((text) => text.node));
  }

  #measured(text, chart) {
    text.wide ??= measured(text.text, this.#font(text.kind));
    text.x = place(text, chart) - chart.plot.left;
    text.from = text.x + text.anchor * text.wide;
    text.to = text.from + text.wide;
    text.ends = ends(text, chart);
    return text;
  }

  // A label that the edge cuts: on the other side of its mark, or shortened where there is most room.
  #fitted(text, chart) {
    const { width } = chart.plot;
    const other = this.#turned(text, chart);
    if (!text.ends || isAlone(text, width) || (other && !isCut(other, width))) return other;
    const room = (one) => (one.isInside ? inside(one, width) : beside(one, width));
    const most = other && room(other) > room(text) ? other : text;
    if (room(most) < LEAST) return null;
    const letters = [...most.text].slice(0, (most.text.length * room(most)) / most.wide - 3).join("");
    const words = letters.replace(/[\s,;:،؛]+\S*$/, "");
    return this.#measured({ ...most, wide: undefined, text: `${words}…` }, chart);
  }

  // A label on the other side of its mark; null where that is not free.
  #turned(text, chart) {
    if (!text.mark || text.isInside) return null;
    const other = this.#measured({ ...text, ...Sides.of(text) }, chart);
    return this.#sides.areFree(other, chart) ? other : null;
  }

  // Asked for once: the browser has to style the page for it.
  #font(kind) {
    if (!this.#fonts.has(kind)) {
      const probe = element(kind);
      this.element.append(probe);
      this.#fonts.set(kind, fontOf(probe));
    }
    return this.#fonts.get(kind);
  }

  move(chart) {
    // All of it in view: the years of the overview would only say again what stands right below them.
    const isWhole = chart.meta.domain.every((day, at) => Math.abs(day - chart.view[at]) * chart.pixelsPerDay < 1);
    this.element.classList.toggle("is-whole", isWhole);
    for (const text of this.#shown) {
      text.x = place(text, chart) - chart.plot.left;
      text.node.style.translate = `${text.x + AIR}px`;
    }
  }

  // The id of the event whose label lies at a point of the plot; undefined where none does.
  at(x, y) {
    const found = this.#shown.find(
      (text) => text.id && Math.abs(text.y - y) <= HALF_LINE && x >= text.from && x <= text.to,
    );
    return found?.id;
  }
}

// Of two texts in one row that touch, the one that was laid out first (the more important) stays; one
// that the edge of the drawing would cut is fitted in, or goes too. Those beyond it come into view with a
// movement. The server packs by estimated widths; only the browser knows the true ones.
function apart(texts, width, fitted) {
  const rows = new Map();
  const shown = [];
  const add = (text) => {
    const row = rows.get(text.y) ?? [];
    rows.set(text.y, row);
    if (row.some((other) => touch(text, other))) return;
    row.push(text);
    shown.push(text);
  };
  const [cut, whole] = split(texts, (text) => isCut(text, width) || isAlone(text, width));
  whole.forEach(add);
  const others = cut.map(fitted).filter((text) => text && !isCut(text, width));
  others.forEach(add);
  return shown;
}

function isCut(text, width) {
  const air = text.kind === "tick" ? AIR : APART;
  return overlaps(text, -AIR, -air) || overlaps(text, width + air, width + AIR);
}

// Its mark has just gone out of sight.
function isAlone({ from, to, ends }, width) {
  return ends && ((ends[1] <= 0 && from >= 0) || (ends[0] >= width && to <= width));
}

// Pixels that a label has inside what is in view of its bar, and from its mark to the edge.
function inside({ ends }, width) {
  return Math.min(ends[1], width) - Math.max(ends[0], 0) - 2 * PAD;
}

function beside({ anchor, from, to }, width) {
  return APART + (anchor ? to : width - from);
}

function overlaps({ from, to }, first, last) {
  return from < last && to > first;
}

function touch(one, other) {
  return one.from < other.to + APART && other.from < one.to + APART;
}

function split(all, matches) {
  return [all.filter(matches), all.filter((one) => !matches(one))];
}

function read(trace) {
  const kind = ROLES[trace.meta.role];
  const anchor = ANCHORS[trace.textposition?.split(" ")[1]] ?? -0.5;
  return trace.x.map((day, at) => {
    const [id, start, end] = trace.customdata?.[at] ?? [];
    const isInside = trace.meta.side === "inside";
    const around = isInside ? { start, end } : { start: day, end: day };
    const mark = id === undefined ? null : [start, end];
    return { ...around, id, mark, day, isInside, kind, anchor, y: trace.y[at], text: plain(trace.text[at]) };
  });
}

// Those of the axis over the lanes, and those of the overview, which stay where they are.
function ticks({ xaxis, xaxis2, meta }) {
  const of = (axis, y, isFixed) =>
    axis.tickvals.map((day, at) => {
      return { day, start: day, end: day, y, isFixed, kind: "tick", anchor: -0.5, text: axis.ticktext[at] };
    });
  const { strip, lanesTop } = meta;
  const below = strip.top + strip.height - lanesTop + HALF_LINE + 2;
  return [...of(xaxis, -HALF_LINE - 2, false), ...of(xaxis2, below, true)];
}

function node(text, { plot }) {
  text.node = element(text.kind);
  text.node.classList.toggle("is-fixed", Boolean(text.isFixed));
  text.node.classList.toggle("is-inside", Boolean(text.isInside));
  text.node.textContent = text.text;
  text.node.style.top = `${plot.top + text.y - HALF_LINE}px`;
  if (text.anchor) text.node.style.transform = `translateX(${100 * text.anchor}%)`;
}

function element(kind) {
  const made = document.createElement("span");
  made.className = `chart-${kind}`;
  return made;
}

function plain(text) {
  return text.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity]);
}

// Where the mark of a label begins and ends, in pixels of the plot; null for a text that has none.
function ends({ mark }, chart) {
  return mark?.map((day) => chart.pixelOf(day) - chart.plot.left).sort((one, other) => one - other);
}

// Labels inside bars start where their bar comes into view.
function place(text, chart) {
  if (text.isFixed) return chart.pixelInStrip(text.day);
  if (!text.isInside) return chart.pixelOf(text.day);
  const pad = PAD / chart.pixelsPerDay;
  const latest = text.end - text.wide / chart.pixelsPerDay - pad;
  return chart.pixelOf(Math.max(text.start + pad, Math.min(chart.view[0] + pad, latest)));
}
