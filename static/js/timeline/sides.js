// The other side of a mark, where a label can stand that the edge of the drawing would cut.

const HALF_POINT = 6; // pixels, half of `POINT_SIZE` of chart/marks.py

export class Sides {
  #rows = new Map();

  constructor(data) {
    for (const trace of data.filter(({ meta }) => meta.role === "marks")) this.#read(trace);
  }

  #read({ type, x, y, base, customdata }) {
    customdata.forEach(([id], at) => {
      const start = type === "bar" ? base[at] : x[at];
      const end = type === "bar" ? start + x[at] : start;
      const row = this.#rows.get(y[at]) ?? [];
      this.#rows.set(y[at], row);
      row.push({ id, start, end });
    });
  }

  // The day and the anchor of a label on the other side of its mark.
  static of({ day, mark, anchor }) {
    const [start, end] = mark;
    return { day: start + end - day, anchor: -1 - anchor };
  }

  // Whether other marks of its row leave a label the pixels that it takes in the plot.
  areFree({ id, y, from, to }, chart) {
    const { left } = chart.plot;
    const row = this.#rows.get(y) ?? [];
    return row.every((mark) => {
      const ends = [mark.start, mark.end].map((day) => chart.pixelOf(day) - left);
      return mark.id === id || Math.max(...ends) + HALF_POINT < from || Math.min(...ends) - HALF_POINT > to;
    });
  }
}
