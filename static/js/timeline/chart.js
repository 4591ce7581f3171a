// The drawing: Plotly in its element, what stands for it until it is there, and the sums between days and
// pixels. All gestures are ours, so Plotly draws a static plot.

import { Counted, isCounted } from "./counted.js";
import { First } from "./first.js";
import { nextFrame } from "./frames.js";
import { Glide } from "./glide.js";
import { merged } from "./merged.js";
import { AROUND, nearby } from "./near.js";
import { Overview } from "./overview.js";
import { paint, paintForPaper } from "./paint.js";
import { Texts } from "./texts.js";

const SLACK = 69; // pixels: three rows, by which the server's guess may be too high
const PAPER = 640; // pixels between the margins of A4, the narrower of the usual papers
const CONFIG = { staticPlot: true, displayModeBar: false, displaylogo: false, showSendToCloud: false };

export class Chart {
  figure = null;
  address = "";
  view = [0, 1];
  width = 0;
  #drawn = [0, 1];
  #drawing = Promise.resolve();
  #isInHaste = false;
  #widthSet = 0;
  #hasPlotly = false;

  constructor(element) {
    this.element = element;
    this.overlay = document.createElement("div");
    this.overlay.className = "chart-overlay";
    element.replaceWith(this.overlay);
    this.overlay.append(element);
    this.glide = new Glide(this.overlay);
    this.texts = new Texts(this.overlay);
    this.overview = new Overview(this.overlay);
    this.counted = new Counted(element);
    this.first = new First(element);
    this.measure();
  }

  get meta() {
    return this.figure.layout.meta;
  }

  // Asked for when the page was laid out anew: in the middle of a movement it would have the browser
  // lay out the whole drawing for each frame.
  measure() {
    this.width = this.element.clientWidth;
  }

  // The drawing's inside, in pixels of the element.
  get plot() {
    const { l, r } = this.figure.layout.margin;
    return { left: l, width: Math.max(this.width - l - r, 1), top: this.meta.lanesTop };
  }

  get pixelsPerDay() {
    return this.plot.width / (this.view[1] - this.view[0]);
  }

  // Horizontal pixel in the element of a day, and the day at a pixel.
  pixelOf(day) {
    const { left, width } = this.plot;
    const along = (day - this.view[0]) * this.pixelsPerDay;
    return left + (this.meta.rightToLeft ? width - along : along);
  }

  pixelInStrip(day) {
    const { left, width } = this.plot;
    const [first, last] = this.meta.domain;
    const along = ((day - first) / (last - first)) * width;
    return left + (this.meta.rightToLeft ? width - along : along);
  }

  dayAt(pixel) {
    const { left, width } = this.plot;
    const along = this.meta.rightToLeft ? left + width - pixel : pixel - left;
    return this.view[0] + along / this.pixelsPerDay;
  }

  // Draw another figure, or the same one again, over the days in view.
  async show(figure, address, view) {
    figure.layout.shapes = figure.layout.shapes.filter((shape) => shape.name !== "window");
    this.texts.take(figure);
    this.overview.take(figure);
    if (!this.figure) this.#moveIn(figure.layout.height);
    this.figure = figure;
    this.address = address;
    this.view = view;
    await this.redraw();
  }

  // The page has kept room for the first figure; what little it needs less stays free.
  #moveIn(height) {
    const kept = this.element.offsetHeight;
    this.element.replaceChildren();
    if (kept - height <= SLACK) this.element.style.minHeight = `${kept}px`;
  }

  // Plotly is there: from now on it draws.
  drawWithPlotly() {
    this.#hasPlotly = true;
    return this.redraw();
  }

  // One drawing after the other: each takes several frames.
  redraw() {
    const drawn = this.#drawing.then(() => this.#draw());
    this.#drawing = drawn.catch(() => {});
    return drawn;
  }

  async #draw() {
    const { layout, data } = paint(this.figure);
    const view = [...this.view];
    layout.width = this.width;
    layout.xaxis.range = this.meta.rightToLeft ? view.toReversed() : view;
    // The page keeps the height that it had, so that nothing below the chart jumps.
    const height = Math.max(layout.height, Number.parseFloat(this.element.style.minHeight) || 0);
    this.element.style.minHeight = `${height}px`;
    this.#setWidth();
    this.overview.draw(this);
    const { counts, marks } = parted(nearby(data, view));
    const showCounted = this.counted.laid(counts, this, view);
    // Until Plotly has drawn once, all is shown in one frame: nothing may seem to come and go.
    const atOnce = !this.element.on;
    if (this.#hasPlotly) await this.#plot(merged(marks), layout);
    else this.first.draw(marks, this);
    showCounted();
    this.glide.end();
    this.#drawn = view;
    if (!this.#isDrawn) this.move(this.view);
    // In the middle of a movement, marks and words in one frame would take too long.
    if (!atOnce) {
      await nextFrame();
      await nextFrame();
    }
    this.texts.lay(this);
    await this.texts.show({ atOnce });
  }

  // Set only when it changes: all that lies over the drawing is styled anew for it.
  #setWidth() {
    if (this.width === this.#widthSet) return;
    this.#widthSet = this.width;
    this.overlay.style.setProperty("--drawn-width", `${this.width}px`);
    this.overlay.style.setProperty("--print-zoom", Math.min(1, PAPER / this.width));
  }

  // Plotly sums a figure up and then draws it. From the second one on, each has a frame of its own: what
  // Plotly finds among its promises, it waits for in between.
  async #plot(data, layout) {
    const { element } = this;
    if (element.on) return window.Plotly.react(element, data, layout);
    await window.Plotly.react(element, data, layout, CONFIG);
    this.first.remove();
    // The element's own label and the summary describe it: pictures without a name would only be counted.
    element.firstElementChild.setAttribute("aria-hidden", "true");
    element.on("plotly_beforeplot", () => {
      if (!this.#isInHaste) element._promises.push(nextFrame().then(() => styleOnce(element)));
    });
  }

  // The browser prints as soon as this is done: no frame can be waited for.
  drawForPaper() {
    const { layout, data } = paintForPaper(this.figure);
    this.#isInHaste = true;
    const { counts, marks } = parted(nearby(data, this.#drawn));
    if (this.element.on) window.Plotly.react(this.element, merged(marks), layout);
    else this.first.draw(marks, this);
    this.counted.laid(counts, this, this.#drawn)();
    this.#isInHaste = false;
  }

  // Move what is drawn to other days; cheap enough for every frame.
  move(view) {
    this.view = view;
    this.glide.show(this.#drawn, view, this.plot, this.meta.rightToLeft);
    this.texts.move(this);
  }

  // Whether a movement has stayed where something is drawn.
  get covers() {
    const [first, last] = this.#drawn;
    const air = (last - first) * AROUND;
    return this.view[0] >= first - air && this.view[1] <= last + air;
  }

  get #isDrawn() {
    return this.#drawn.every((day, at) => day === this.view[at]);
  }

  // After a movement: draw truly, so that ticks are complete, labels in sight and apart.
  async settle() {
    await this.#drawing;
    if (!this.#isDrawn) await this.redraw();
  }
}

// Plotly styles points where it draws them, and then once more with all that is visible.
function styleOnce({ _fullLayout }) {
  _fullLayout._visibleModules = _fullLayout._visibleModules.filter(({ name }) => name !== "scatter");
}

// What is drawn as bars of ours, and as traces of Plotly.
function parted(traces) {
  return {
    counts: traces.filter(isCounted),
    marks: traces.filter((trace) => !isCounted(trace)),
  };
}
