// The open event: its card is made by the server and put beside the chart.

import { idIn } from "./address.js";
import { SLOW } from "./patience.js";

const PARAMETER = "event";
// Events have their addresses on the timeline's page, also where it is embedded.
const HERE = location.pathname.replace(/embed\/$/, "");

export class Card {
  id = null;
  query = ""; // says the filters, so that neighbours are those that they leave
  #asked = 0;

  constructor({ urlTemplate, texts, onOpen, onClose }) {
    this.element = document.getElementById("card");
    Object.assign(this, { urlTemplate, texts, onOpen, onClose });
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  read(query) {
    return idIn(query, PARAMETER);
  }

  get params() {
    return { [PARAMETER]: this.id };
  }

  // The days of an event that stands in the list, or beside the open one in its card.
  days(id) {
    return daysOf(document.getElementById(`event-${id}`) ?? this.element.querySelector(`a[data-event="${id}"]`));
  }

  // The id of the event after the open one for 1, before it for -1; undefined where there is none.
  neighbour(by) {
    const link = this.element.querySelector(by > 0 ? "a.next" : "a.previous");
    return link ? Number(link.dataset.event) : undefined;
  }

  // A link to an event of this page opens it here; with a modifier key it stays a link.
  #follow(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("#events a, #card a");
    if (!link) return;
    if (link.id === "card-close") {
      event.preventDefault();
      this.close();
      return;
    }
    const id = eventOf(link);
    if (id === null) return;
    event.preventDefault();
    this.open(id, { from: link.closest("#card") ? "card" : "list" });
  }

  async open(id, { from = "chart" } = {}) {
    this.id = id;
    markInList(id);
    this.onOpen(id, from);
    const asked = ++this.#asked;
    const slow = setTimeout(() => asked === this.#asked && this.#wait(), SLOW);
    try {
      const response = await fetch(`${this.urlTemplate.replace("{id}", id)}&${this.query}`);
      if (!response.ok) throw new Error(String(response.status));
      const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
      if (asked === this.#asked) this.#show([...parsed.body.childNodes], from);
    } catch {
      if (asked === this.#asked) this.#fail();
    } finally {
      clearTimeout(slow);
    }
  }

  // What is shown of another event stays, but pale.
  #wait() {
    if (this.element.hidden) this.element.replaceChildren(sentenceOf(this.texts.loading));
    this.element.hidden = false;
    this.element.setAttribute("aria-busy", "true");
  }

  #show(nodes, from) {
    this.element.replaceChildren(...nodes);
    this.element.removeAttribute("aria-busy");
    this.element.hidden = false;
    this.element.scrollTop = 0;
    if (from === "keys") return;
    this.element.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest" });
  }

  #fail() {
    this.#show([sentenceOf(this.texts.event_failed)]);
  }

  leave() {
    this.close();
  }

  // Also one that is on its way and not to be seen yet.
  close() {
    if (this.element.hidden && this.id === null) return;
    this.#asked++;
    const closed = this.id;
    this.id = null;
    this.element.hidden = true;
    this.element.removeAttribute("aria-busy");
    this.element.replaceChildren();
    markInList(null);
    this.onClose(closed);
  }
}

// The days of an element's event, or null.
export function daysOf(element) {
  const { first, last } = element?.dataset ?? {};
  return first ? { start: Number(first), end: Number(last) + 1 } : null;
}

function sentenceOf(words = "") {
  const sentence = document.createElement("p");
  sentence.textContent = words;
  return sentence;
}

function eventOf(link) {
  const address = new URL(link.href, location.href);
  const id = address.searchParams.get(PARAMETER);
  return address.pathname === HERE && /^\d+$/.test(id ?? "") ? Number(id) : null;
}

function markInList(id) {
  for (const link of document.querySelectorAll("#events a[aria-current]")) link.removeAttribute("aria-current");
  document.querySelector(`#event-${id} a[href*="event="]`)?.setAttribute("aria-current", "true");
}
