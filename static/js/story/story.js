// Story mode: one slide after the other, by link, arrow key and swipe. It stands where the card stands
// on the page of the whole timeline, so chart, keys and address treat both alike.

import { idIn } from "../timeline/address.js";
import { daysOf } from "../timeline/card.js";
import { button, SLOW } from "../timeline/patience.js";

const PARAMETER = "story";
const SWIPE = 48; // pixels that a finger moves across, at least
const TYPED_IN = "input, select, textarea, dialog, [role=slider]";

export class Story {
  id = null;
  #asked = 0;
  #ahead = new Map();

  constructor({ texts, onOpen }) {
    Object.assign(this, { texts, onOpen });
    this.element = document.getElementById("story");
    this.status = document.getElementById("story-status");
    this.element.addEventListener("click", (event) => this.#follow(event));
    document.addEventListener("keydown", (event) => this.#key(event));
    this.#swipes();
    this.#loadAhead();
  }

  read(query) {
    return idIn(query, PARAMETER);
  }

  get params() {
    return { [PARAMETER]: this.id ?? "start" };
  }

  days() {
    return daysOf(this.#slide);
  }

  get #slide() {
    return document.getElementById("slide");
  }

  #link(way) {
    return this.element.querySelector(`a[data-way="${way}"]`);
  }

  // The next event for 1, the one before for -1.
  step(by) {
    (by > 0 ? this.#link("next") ?? this.#link("begin") : this.#link("previous"))?.click();
  }

  close() {
    this.open(null, { from: "history" });
  }

  leave() {
    document.getElementById("story-leave").click();
  }

  async open(id, { from = "chart", way = null } = {}) {
    const asked = ++this.#asked;
    const slow = setTimeout(() => asked === this.#asked && this.element.setAttribute("aria-busy", "true"), SLOW);
    const html = await this.#load(id).catch(() => null);
    clearTimeout(slow);
    if (asked !== this.#asked) return;
    this.element.removeAttribute("aria-busy");
    if (html === null) return this.#fail(id);
    this.id = id;
    this.#show(html, way);
    this.onOpen(id, from === "history" ? from : "story");
    this.#loadAhead();
  }

  #address(id) {
    const address = new URL(location.href);
    for (const name of ["from", "to"]) address.searchParams.delete(name);
    address.searchParams.set(PARAMETER, id ?? "start");
    address.searchParams.set("part", "slide");
    address.hash = "";
    return address.href;
  }

  #load(id) {
    const address = this.#address(id);
    if (!this.#ahead.has(address)) this.#ahead.set(address, fetchText(address));
    const found = this.#ahead.get(address);
    found.catch(() => this.#ahead.delete(address));
    return found;
  }

  // The next slide is there before it is asked for.
  #loadAhead() {
    const next = this.#link("next") ?? this.#link("begin");
    if (next) this.#load(idOf(next)).catch(() => {});
  }

  #show(html, way) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const focused = this.element.contains(document.activeElement);
    // What is below does not jump up and down with the length of each slide.
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.element.replaceChildren(...parsed.body.childNodes);
    const leave = document.getElementById("story-leave");
    leave.href = this.#leaveAddress(leave.href);
    const { title } = this.#slide.dataset;
    const position = this.element.querySelector(".story-position").textContent.trim();
    this.status.textContent = [position, title].filter(Boolean).join(": ");
    document.title = `${title} · Dateline`;
    if (focused) (this.#link(way) ?? this.#slide).focus({ preventScroll: true });
    if (this.element.getBoundingClientRect().top < 0) this.element.scrollIntoView();
  }

  #leaveAddress(href) {
    const address = new URL(href);
    address.searchParams.delete("event");
    if (this.id !== null) address.searchParams.set("event", this.id);
    address.hash = this.id === null ? "" : `event-${this.id}`;
    return address.href;
  }

  #fail(id) {
    const again = button(this.texts.retry, () => this.open(id));
    const sentence = document.createElement("p");
    sentence.append(`${this.texts.event_failed ?? ""} `, again);
    this.element.querySelector(".story-failed")?.remove();
    sentence.className = "story-failed";
    this.element.prepend(sentence);
  }

  #follow(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[data-way]");
    if (!link) return;
    event.preventDefault();
    this.open(idOf(link), { from: "story", way: link.dataset.way });
  }

  #key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target.closest?.(TYPED_IN)) return;
    const later = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const earlier = later === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (event.key !== later && event.key !== earlier) return;
    event.preventDefault();
    this.step(event.key === later ? 1 : -1);
  }

  #swipes() {
    let start = null;
    this.element.addEventListener("pointerdown", (event) => {
      start = event.pointerType === "mouse" || !event.isPrimary ? null : [event.clientX, event.clientY];
    });
    this.element.addEventListener("pointercancel", () => {
      start = null;
    });
    this.element.addEventListener("pointerup", (event) => {
      if (!start) return;
      const [across, down] = [event.clientX - start[0], event.clientY - start[1]];
      start = null;
      if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(down) * 2) return;
      const towards = document.documentElement.dir === "rtl" ? 1 : -1;
      this.step(Math.sign(across) * towards);
    });
  }
}

function idOf(link) {
  return idIn(new URL(link.href).searchParams, PARAMETER);
}

async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}
