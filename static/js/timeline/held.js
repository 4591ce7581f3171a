// The figure that is held: whether it serves the days in view, and the asking for another where it does not.

import { quantise } from "./windows.js";

const WAIT = 90; // ms of rest before another figure is asked for
const SLOW = 400; // ms after which waiting gets a sign
const NEAR = 0.08; // of the view: so close to the end of what is held, more is asked for

export class Held {
  view = null;
  #asking = 0;
  #asked = "";

  // onFigure  another one is here, to be drawn
  // onDrawn   the one that is held was drawn truly
  // onRest    nothing moves, and nothing is waited for
  // onSlow, onFail  of a figure that is asked for
  constructor(chart, figures, listeners) {
    Object.assign(this, { chart, figures, ...listeners });
  }

  busy(busy) {
    this.chart.element.setAttribute("aria-busy", String(busy));
  }

  askSoon() {
    this.#asking ||= setTimeout(() => this.ask(), WAIT);
  }

  // Ask for another figure when the view has left what the drawn one holds, or its level of detail.
  async ask() {
    clearTimeout(this.#asking);
    this.#asking = 0;
    const wanted = this.figures.address(this.view.range, this.chart.width);
    if (wanted === this.#asked) return;
    if (this.#serves()) {
      if (await this.#rests()) this.onRest();
      return;
    }
    this.busy(true);
    this.#asked = wanted;
    const loaded = await this.load(this.view.range);
    if (wanted !== this.#asked) return;
    this.#asked = "";
    if (!loaded) {
      await this.#rests();
      return;
    }
    // A drawing takes several frames: in the middle of a movement only where there would be none.
    if (this.view.moving && this.#covers()) return;
    await this.onFigure(loaded);
    this.ask();
  }

  // The figure for some days (null: for all), or null where it cannot be had.
  async load(range) {
    try {
      return await this.patiently(this.figures.load(range, this.chart.width));
    } catch (error) {
      if (error.name !== "AbortError") this.onFail();
      return null;
    }
  }

  // Waits for something that gets a sign where it is slow.
  async patiently(something) {
    const { element } = this.chart;
    const slow = setTimeout(() => {
      element.classList.add("is-waiting");
      this.onSlow();
    }, SLOW);
    try {
      return await something;
    } finally {
      clearTimeout(slow);
      element.classList.remove("is-waiting");
    }
  }

  // Draws truly what is held; whether nothing moves then.
  async #rests() {
    if (this.view.moving && this.chart.covers) return false;
    await this.chart.settle();
    this.onDrawn();
    if (this.view.moving) return false;
    this.busy(false);
    return true;
  }

  #covers() {
    const { held } = this.chart.meta;
    return this.view.range[0] >= held[0] && this.view.range[1] <= held[1];
  }

  #serves() {
    const [first, last] = this.view.range;
    const { held, span } = this.chart.meta;
    const air = (last - first) * NEAR;
    return (
      this.figures.differInDays(this.chart.address, this.figures.address(null, this.chart.width)) &&
      quantise(this.view.range).span === span &&
      first - air >= held[0] &&
      last + air <= held[1]
    );
  }
}
