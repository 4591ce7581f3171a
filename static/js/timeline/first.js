// The first drawing: the marks of a figure in the very places where Plotly is going to draw them. Plotly is
// what takes the page longest to read; nobody waits for it to see the timeline and to press its events.
// The parts have the names that Plotly gives them, so that movements (glide.js) find them alike.

const SVG = "http://www.w3.org/2000/svg";
const OPEN = "-open";
// Plotly's symbols, of radius 1. A circle is drawn by two arcs.
const SYMBOLS = {
  circle: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z",
  square: "M1 1H-1V-1H1Z",
  diamond: "M1.3 0L0 1.3L-1.3 0L0-1.3Z",
  "triangle-up": "M-1.155.5H1.155L0-1Z",
  "triangle-left": "M.5-1.155V1.155L-1 0Z",
  "triangle-right": "M-.5-1.155V1.155L1 0Z",
  cross: "M1.2.4H.4V1.2H-.4V.4H-1.2V-.4H-.4V-1.2H.4V-.4H1.2Z",
  pentagon: "M.951-.309L.588.809H-.588L-.951-.309L0-1Z",
  star: "M.315-.433H1.331L.508.165L.823 1.133L0 .535L-.823 1.133L-.508.165L-1.331-.433H-.315L0-1.4Z",
  "line-ne": "M1-1L-1 1",
};

export class First {
  constructor(chart) {
    this.element = make("svg", { class: "first-drawing", "aria-hidden": "true" });
    chart.after(this.element);
  }

  // Draws painted traces as they lie in the view of a chart.
  draw(traces, chart) {
    const { width, figure, plot } = chart;
    const height = figure.layout.yaxis.range[0];
    const along = (day) => chart.pixelOf(day) - plot.left;
    const bars = traces.filter(({ type }) => type === "bar");
    const [within, beyond] = [true, false].map((clips) =>
      traces.filter(({ type, cliponaxis = true }) => type === "scatter" && cliponaxis === clips),
    );
    const place = `translate(${plot.left} ${plot.top})`;
    const clipped = { x: plot.left, y: plot.top, width: plot.width, height };
    const subplot = make("g", { class: "subplot xy" }, [
      grid(chart, height),
      make("svg", clipped, [
        make("g", { class: "barlayer" }, bars.map((trace, at) => barsOf(trace, along, at))),
        make("g", { class: "scatterlayer" }, within.map((trace) => pointsOf(trace, along))),
      ]),
      make("g", { class: "scatterlayer", transform: place }, beyond.map((trace) => pointsOf(trace, along))),
    ]);
    this.element.setAttribute("width", width);
    this.element.setAttribute("height", figure.layout.height);
    this.element.replaceChildren(make("g", { transform: place }, [rules(chart)]), subplot);
  }

  remove() {
    this.element.remove();
  }
}

// The lines between lanes: a path over a width of 1.
function rules({ figure, plot }) {
  const [{ path, line }] = figure.layout.shapes;
  const look = { stroke: line.color, "stroke-width": line.width, "vector-effect": "non-scaling-stroke" };
  return make("path", { d: path, transform: `scale(${plot.width} 1)`, ...look });
}

function grid(chart, height) {
  const { tickvals, gridcolor } = chart.figure.layout.xaxis;
  const [first, last] = chart.view;
  const lines = tickvals.filter((day) => day >= first && day <= last).map((day) => {
    const place = `translate(${chart.pixelOf(day)},0)`;
    return make("path", { class: "xgrid", transform: place, d: `M0 ${chart.plot.top}v${height}` });
  });
  return make("g", { class: "gridlayer", stroke: gridcolor }, lines);
}

function barsOf({ x, y, base, width, marker }, along, number) {
  const { cornerradius: rx = 0, line, pattern, color } = marker;
  const id = `first-hatch-${number}`;
  const bars = x.map((days, at) => {
    const ends = [along(base[at]), along(base[at] + days)];
    const left = Math.min(...ends);
    return make("rect", { x: left, y: y[at] - width / 2, width: Math.max(...ends) - left, height: width, rx });
  });
  const hatch = pattern ? [hatched(pattern, id)] : [];
  const stroke = line.width ? { stroke: line.color, "stroke-width": line.width } : {};
  return make("g", { fill: pattern ? `url(#${id})` : color, ...stroke }, [...hatch, ...bars]);
}

// Plotly's "/": a tile with one stroke through it, and its corners, where those of its neighbours end.
function hatched({ size, solidity, fgcolor, bgcolor }, id) {
  const side = size * Math.SQRT2;
  const corners = `M${-side / 4} ${side / 4}l${side / 2} ${-side / 2}M${side * 0.75} ${side * 1.25}l${side / 2} ${-side / 2}`;
  const look = { stroke: fgcolor, "stroke-width": solidity * size };
  return make("pattern", { id, width: side, height: side, patternUnits: "userSpaceOnUse" }, [
    make("rect", { width: side, height: side, fill: bgcolor }),
    make("path", { d: `${corners}M0 ${side}L${side} 0`, ...look }),
  ]);
}

// Symbols of radius 1, made larger: their outlines are so much thinner before.
function pointsOf({ x, y, marker }, along) {
  const { symbol, size, opacity = 1, color, line = {} } = marker;
  const radius = size / 2;
  const isOpen = symbol.endsWith(OPEN);
  const d = SYMBOLS[isOpen ? symbol.slice(0, -OPEN.length) : symbol];
  const colours = isOpen ? { fill: "none", stroke: color } : { fill: color, stroke: line.color ?? "none" };
  const points = x.map((day, at) => {
    return make("path", { d, opacity, transform: `translate(${along(day)},${y[at]}) scale(${radius})` });
  });
  return make("g", { class: "points", ...colours, "stroke-width": (line.width ?? 0) / radius }, points);
}

function make(name, attributes, children = []) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
