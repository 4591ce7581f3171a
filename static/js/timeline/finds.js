// What the filters found, read from the page: the query of their figures, and the days between which
// the events lie.

import { button } from "./patience.js";

const AIR = 0.04; // of those days, on either side

export class Finds {
  constructor(figures) {
    this.figures = figures;
    this.read(document);
  }

  read(page) {
    const source = page.getElementById("found") ?? page.getElementById("timeline"); // as in story mode
    const { query = "", first, last, showAll } = source.dataset;
    Object.assign(this, { query });
    this.figures.filters = query;
    this.days = showAll ? [Number(first), Number(last) + 1] : null;
    this.label = showAll;
  }

  // A button that shows all that was found; null where nothing was, or nothing was asked.
  button(show) {
    if (!this.days) return null;
    const air = Math.max((this.days[1] - this.days[0]) * AIR, 1);
    const all = button(this.label, () => show([this.days[0] - air, this.days[1] + air]));
    all.classList.add("show-all");
    return all;
  }
}
