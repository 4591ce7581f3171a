// What is drawn where: the marks and counted bars of a figure, found again under a pointer.

const HALF_BAR = 8;
const REACH = { mouse: 4, pen: 6, touch: 14 };

export class Marks {
  // Read the figure's traces once; days become pixels when asked for.
  constructor(figure) {
    this.events = [];
    this.counts = [];
    for (const trace of figure.data) {
      if (trace.meta.role === "marks") this.#readMarks(trace);
      else if (trace.meta.role === "counts") this.#readCounts(trace);
    }
    this.events.sort((one, other) => one.start - other.start || one.id - other.id);
    this.byId = new Map(this.events.map((event) => [event.id, event]));
  }

  #readMarks(trace) {
    const [colour] = trace.meta.paint["marker.color"];
    trace.customdata.forEach(([id, title, words, disputed, featured], at) => {
      const start = trace.type === "bar" ? trace.base[at] : trace.x[at];
      const end = trace.type === "bar" ? start + trace.x[at] : start;
      this.events.push({ id, title, words, disputed, featured, colour, start, end, y: trace.y[at] });
    });
  }

  #readCounts(trace) {
    trace.customdata.forEach(([start, end, title, words], at) => {
      this.counts.push({ start, end, title, words, bottom: trace.base, height: -trace.y[at] });
    });
  }

  // The event or counted bar at a point of the chart's element, or null.
  at(chart, x, y, pointer = "mouse") {
    const reach = REACH[pointer] ?? REACH.mouse;
    const height = y - chart.plot.top;
    return (
      this.#nearest(chart, x, height, reach) ??
      this.byId.get(chart.texts.at(x - chart.plot.left, height)) ??
      this.counts.find((count) => this.#holds(chart, count, x, height)) ??
      null
    );
  }

  #nearest(chart, x, y, reach) {
    let best = null;
    for (const event of this.events) {
      if (Math.abs(event.y - y) > HALF_BAR + reach) continue;
      const [left, right] = sides(chart, event.start, event.end);
      const half = event.start === event.end ? HALF_BAR - 2 : 0;
      const away = Math.max(left - half - x, x - right - half, 0);
      const score = away + Math.abs(event.y - y) / 4 + (right - left) / 1e5;
      if (away <= reach && (!best || score < best.score)) best = { event, score };
    }
    return best?.event ?? null;
  }

  #holds(chart, count, x, y) {
    const [left, right] = sides(chart, count.start, count.end);
    return x >= left && x <= right && y <= count.bottom + 4 && y >= count.bottom - count.height - 16;
  }
}

function sides(chart, start, end) {
  const ends = [chart.pixelOf(start), chart.pixelOf(end)];
  return [Math.min(...ends), Math.max(...ends)];
}
