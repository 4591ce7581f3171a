// A passage chosen in the article's text becomes an event: by mouse, by touch or by keyboard.

import { Walk } from "./walk.js";

const OFFER_BELOW_PX = 8;

export class Passages {
  #asked = new AbortController();

  constructor(review) {
    this.review = review;
    this.offer = document.getElementById("passage-offer");
    if (!this.offer) return;
    document.addEventListener("selectionchange", () => this.#changed());
    review.area.addEventListener("scroll", () => this.#changed(), { capture: true });
    // A press would take the selection away before the click is heard.
    this.offer.addEventListener("pointerdown", (event) => event.preventDefault());
    this.offer.addEventListener("click", () => this.make());
    review.area.addEventListener("keydown", (event) => this.#pressed(event), { capture: true });
    review.area.addEventListener("click", ({ target }) => target.closest(".passage-leave") && this.leave());
    document.addEventListener("submit", ({ target }) => target.id === "passage-form" && this.#asked.abort());
  }

  get text() {
    return document.querySelector("#review-text pre");
  }

  get form() {
    return document.getElementById("passage");
  }

  // The key: what is chosen becomes an event; where nothing is, choosing begins.
  begin() {
    if (!this.offer) return;
    if (chosenIn(this.text)) this.make();
    else if (Intl.Segmenter) this.#walk();
    else this.#open();
  }

  // The form is there at once. The server reads the passage, which takes a while in a long article,
  // and its answer takes the form's place, with what is written by then; without it the form stays.
  async make() {
    const range = chosenIn(this.text);
    if (!range) return;
    const words = range.toString();
    const start = codePointsBefore(this.text, range);
    this.offer.hidden = true;
    this.walking = null;
    const { form } = this;
    const given = { quote: words.trim(), near: start, title: "", date: "" };
    for (const [name, value] of Object.entries(given)) field(form, name).value = value;
    this.#open();
    if (await this.open(`?passage=${start}:${start + [...words].length}`)) this.#keep(form);
  }

  #keep(before) {
    for (const name of ["title", "date"].filter((one) => field(before, one).value)) {
      const now = field(this.form, name);
      now.value = field(before, name).value;
      now.focus();
    }
  }

  // The form for the passage that a query names; whether it is here, and has not been left, sent or
  // asked for with another passage meanwhile.
  async open(query) {
    this.#asked.abort();
    const { signal } = (this.#asked = new AbortController());
    try {
      await this.review.show(query, signal);
    } catch {
      if (!signal.aborted) this.review.say(this.review.texts.offline);
      return false;
    }
    this.#open();
    return true;
  }

  #open() {
    this.form.open = true;
    this.form.classList.add("is-sheet");
    this.form.querySelector(".passage-leave").hidden = false;
    const date = field(this.form, "date");
    (date.value ? field(this.form, "title") : date).focus();
  }

  leave() {
    this.#asked.abort();
    this.form.open = false;
    this.form.classList.remove("is-sheet");
    document.getElementById("review-text").focus({ preventScroll: true });
  }

  #walk() {
    const { current } = this.review;
    const quote = current && document.querySelector(`.quote[data-events~="${current.dataset.event}"]`);
    this.walking = new Walk(this.text);
    this.walking.start(quote);
    document.getElementById("review-text").focus({ preventScroll: true });
  }

  #pressed(event) {
    if (event.key === "Escape" && event.target.closest("#passage")) return this.leave();
    if (!this.walking || event.target.id !== "review-text") return;
    if (event.key === "Enter") this.make();
    else if (event.key === "Escape") this.#stop();
    else if (!this.walking.pressed(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #stop() {
    this.walking = null;
    getSelection().removeAllRanges();
    this.review.current?.focus();
  }

  #changed() {
    const range = chosenIn(this.text);
    this.offer.hidden = !range;
    if (!range) return;
    const box = range.getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.offer.offsetWidth - OFFER_BELOW_PX;
    this.offer.style.top = `${box.bottom + scrollY + OFFER_BELOW_PX}px`;
    this.offer.style.left = `${Math.max(OFFER_BELOW_PX, Math.min(box.left, most))}px`;
  }
}

function field(form, name) {
  return form.querySelector(`[name=${name}]`);
}

// The part of the selection that lies in the text, if there is one with a word in it.
function chosenIn(text) {
  const selection = getSelection();
  const touches = text.contains(selection.anchorNode) || text.contains(selection.focusNode);
  if (selection.isCollapsed || !touches) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(whole.startContainer, whole.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(whole.endContainer, whole.endOffset);
  return range.toString().trim() ? range : null;
}

// The server counts code points, the browser UTF-16 units.
function codePointsBefore(text, range) {
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  return [...before.toString()].length;
}
