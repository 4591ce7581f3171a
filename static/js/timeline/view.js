// Which days are in view: kept within the timeline, moved at once or smoothly.

const SMALLEST = 1 / 12; // days: two hours
const OVERSHOOT = 0.35; // of the view, past the timeline's ends, so that labels there can be read
const MOVE_MS = 240;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

export class View {
  moving = false;
  #frame = 0;
  #animation = 0;
  #onStart;
  #onMove;
  #onFollow;
  #onSettle;

  constructor(domain, { onStart, onMove, onFollow, onSettle }) {
    this.domain = domain;
    this.home = domain; // where the page opens
    this.range = [...domain];
    this.#onStart = onStart;
    this.#onMove = onMove;
    this.#onFollow = onFollow;
    this.#onSettle = onSettle;
  }

  get span() {
    return this.range[1] - this.range[0];
  }

  get isHome() {
    return this.range.every((day, at) => Math.abs(day - this.home[at]) < this.span / 1000);
  }

  within([first, last]) {
    const whole = this.domain[1] - this.domain[0];
    const span = Math.min(Math.max(last - first, SMALLEST), Math.max(whole, SMALLEST));
    const air = span >= whole ? 0 : span * OVERSHOOT;
    const middle = (first + last) / 2;
    const start = Math.min(Math.max(middle - span / 2, this.domain[0] - air), this.domain[1] + air - span);
    return [start, start + span];
  }

  // While a finger or the mouse drags: one drawing a frame, the last asked for.
  follow(range) {
    this.moving = true;
    this.#onStart();
    cancelAnimationFrame(this.#animation);
    this.range = this.within(range);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#onMove(this.range);
      this.#onFollow();
    });
  }

  // The movement is over; a drawing that waits for its frame is made now.
  settle() {
    if (this.#frame) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#onMove(this.range);
    }
    this.moving = false;
    this.#onSettle(this.range);
  }

  // Go to other days, in a short movement that keeps the reader oriented.
  go(range) {
    const target = this.within(range);
    this.moving = true;
    this.#onStart(target);
    const from = [...this.range];
    cancelAnimationFrame(this.#animation);
    if (still.matches) return this.#arrive(target);
    const start = performance.now();
    const step = (now) => {
      const along = Math.min(Math.max((now - start) / MOVE_MS, 0), 1);
      if (along === 1) return this.#arrive(target);
      const eased = 1 - (1 - along) ** 3;
      this.range = from.map((day, at) => day + (target[at] - day) * eased);
      this.#onMove(this.range);
      this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }

  #arrive(target) {
    this.range = target;
    this.#onMove(target);
    this.settle();
  }

  zoom(factor, at = (this.range[0] + this.range[1]) / 2) {
    return this.range.map((day) => at + (day - at) * factor);
  }

  pan(share) {
    return this.range.map((day) => day + this.span * share);
  }
}
