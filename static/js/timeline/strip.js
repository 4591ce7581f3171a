// The window in the overview: a box to drag, with an edge on either side to resize it; each of the
// three is a slider for keyboards and screen readers.

import { inWords } from "./days.js";
import { whenIdle } from "./waiting.js";

const CLICK = 5; // pixels that a press may move and still be a click
const SMALLEST = 14; // pixels that the box keeps, so that it can be seen and caught
const STEP = 0.1; // of the view, for one press of an arrow key
const PARTS = ["start", "whole", "end"];

export class Strip {
  #isWaiting = false;

  constructor(frame, chart, view, { texts, language }) {
    Object.assign(this, { chart, view, language });
    this.element = document.createElement("div");
    this.element.className = "strip";
    this.box = document.createElement("div");
    this.box.className = "strip-window";
    this.sliders = PARTS.map((part) => this.#slider(part, texts));
    this.box.append(...this.sliders);
    this.element.append(this.box);
    frame.append(this.element);
    this.element.addEventListener("pointerdown", (event) => this.#press(event));
  }

  #slider(part, texts) {
    const slider = document.createElement("div");
    slider.className = `strip-${part}`;
    slider.tabIndex = 0;
    slider.dataset.part = part;
    slider.setAttribute("role", "slider");
    slider.setAttribute("aria-label", texts[`window_${part}`] ?? "");
    slider.addEventListener("keydown", (event) => this.#key(event, part));
    return slider;
  }

  // Put the box over the days in view.
  update() {
    const { plot, meta, figure } = this.chart;
    const [first, last] = meta.domain;
    Object.assign(this.element.style, {
      top: `${meta.strip.top}px`,
      height: `${meta.strip.height}px`,
      left: `${figure.layout.margin.l}px`,
      width: `${plot.width}px`,
    });
    const along = this.view.range.map((day) => ((day - first) / (last - first)) * plot.width);
    const from = Math.max(Math.min(along[0], plot.width - SMALLEST), 0);
    const width = Math.max(Math.min(along[1], plot.width) - from, SMALLEST);
    this.box.style.width = `${width}px`;
    this.box.style.left = `${meta.rightToLeft ? plot.width - from - width : from}px`;
    this.#tell(meta.domain);
  }

  #tell([first, last]) {
    const [from, to] = this.view.range;
    const values = { start: from, whole: (from + to) / 2, end: to };
    for (const slider of this.sliders) {
      const value = values[slider.dataset.part];
      slider.setAttribute("aria-valuemin", Math.floor(first));
      slider.setAttribute("aria-valuemax", Math.ceil(last));
      slider.setAttribute("aria-valuenow", Math.round(Math.min(Math.max(value, first), last)));
    }
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    whenIdle(() => this.#sayDays());
  }

  // Heard, not seen: no frame waits for these words.
  #sayDays() {
    this.#isWaiting = false;
    const [from, to] = this.view.range;
    const days = { start: [from, from], whole: [from, to], end: [to, to] };
    for (const slider of this.sliders) {
      slider.setAttribute("aria-valuetext", inWords(days[slider.dataset.part], this.language));
    }
  }

  #dayAt(event) {
    const { plot, meta } = this.chart;
    const box = this.element.getBoundingClientRect();
    const along = (event.clientX - box.left) / plot.width;
    const [first, last] = meta.domain;
    return first + (meta.rightToLeft ? 1 - along : along) * (last - first);
  }

  // A finger beside the box may be about to scroll the page: the box comes to it when it is lifted.
  #press(event) {
    if (event.button !== 0 || !this.chart.figure) return;
    event.preventDefault();
    event.stopPropagation();
    const { target, clientX, pointerId, pointerType } = event;
    const part = target.dataset.part ?? "whole";
    const isBeside = target === this.element;
    const waits = isBeside && pointerType === "touch";
    const before = [...this.view.range];
    if (!isBeside) target.focus();
    else if (!waits) this.#centre(this.#dayAt(event));
    const grabbed = { day: this.#dayAt(event), range: [...this.view.range] };
    this.element.setPointerCapture(pointerId);
    this.#follow({
      pointermove: (moved) => this.view.follow(this.#moved(part, grabbed.range, this.#dayAt(moved) - grabbed.day)),
      pointerup: (up) => waits && Math.abs(up.clientX - clientX) < CLICK && this.#centre(this.#dayAt(up)),
      pointercancel: () => this.view.follow(before),
    });
  }

  // Listens until the pointer is let go.
  #follow(listeners) {
    const held = new AbortController();
    const { signal } = held;
    for (const [type, listener] of Object.entries(listeners)) this.element.addEventListener(type, listener, { signal });
    const drop = () => {
      held.abort();
      this.view.settle();
    };
    this.element.addEventListener("lostpointercapture", drop, { signal });
  }

  #centre(day) {
    const half = this.view.span / 2;
    this.view.range = this.view.within([day - half, day + half]);
    this.view.follow(this.view.range);
  }

  #moved(part, [from, to], days) {
    if (part === "start") return [Math.min(from + days, to - 1e-3), to];
    if (part === "end") return [from, Math.max(to + days, from + 1e-3)];
    return [from + days, to + days];
  }

  #key(event, part) {
    const towards = this.chart.meta.rightToLeft ? -1 : 1;
    const steps = { ArrowRight: towards, ArrowLeft: -towards, ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
    const [first, last] = this.chart.meta.domain;
    const jumps = { Home: first - last, End: last - first };
    const days = event.key in jumps ? jumps[event.key] : (steps[event.key] ?? 0) * this.view.span * STEP;
    if (!days) return;
    event.preventDefault();
    event.stopPropagation();
    this.view.follow(this.#moved(part, this.view.range, days));
    this.view.settle();
  }
}
