// Searching and filtering: what is typed and chosen goes into the address. The page at that address is
// fetched, its regions replace those of this page, and the chart follows.

import { failMenus, onMenus } from "./menus.js";
import { button, SLOW } from "./patience.js";
import { swap } from "./regions.js";

const NAMES = ["q", "category", "person", "place", "source", "since", "until", "precision"];
const REGIONS = ["filter-menus", "found", "filter-chosen", "chart-key", "results", "take-files"];
const PAUSE = 200; // ms of rest after a letter before it is looked for
const PATIENCE = 20_000; // ms

export class Filters {
  #answer = new AbortController();
  #typing = 0;
  #shown = filtersIn(location.href);

  // `onFound` is called with the page at the new address.
  constructor({ texts, onFound }) {
    this.form = document.getElementById("filter-form");
    if (!this.form) return;
    Object.assign(this, { texts, onFound, words: this.form.elements.q });
    this.words.addEventListener("input", () => this.#typed());
    this.form.addEventListener("change", (event) => event.target !== this.words && this.#apply(true));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#apply(true);
    });
    document.addEventListener("click", (event) => this.#follow(event));
    window.addEventListener("popstate", () => this.#back());
    onMenus(this.form, () => this.#load(new URL(location.href)));
  }

  #typed() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#apply(false), PAUSE);
  }

  // What stands in the form; a choice is a step to go back to, a letter is not.
  #apply(step) {
    clearTimeout(this.#typing);
    this.#typing = 0;
    const chosen = [...new FormData(this.form)].filter(([name, value]) => NAMES.includes(name) && value.trim());
    this.#go(chosen, step);
  }

  // A link to other filters of this timeline, as long as it opens no other window.
  #follow(event) {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    event.preventDefault();
    clearTimeout(this.#typing);
    this.#typing = 0;
    this.#go(filtersOf(link.href), true);
    document.getElementById("filters").scrollIntoView({ block: "nearest" });
  }

  #back() {
    if (filtersIn(location.href) !== this.#shown) this.#load(new URL(location.href));
  }

  #go(filters, step) {
    const address = new URL(location.href);
    for (const name of [...NAMES, "page", "choose"]) address.searchParams.delete(name);
    for (const [name, value] of filters) address.searchParams.append(name, value);
    address.hash = "";
    if (address.href === location.href) return;
    history[step ? "pushState" : "replaceState"](null, "", address);
    this.#load(address);
  }

  async #load(address) {
    this.#shown = filtersIn(address.href);
    const open = this.form.querySelector("details[open]")?.dataset.menu;
    const page = await this.#ask(address, open);
    if (!page) return;
    swap(REGIONS, page);
    this.#showWords(page.getElementById("q"));
    this.onFound(page);
  }

  // The page at an address, with the choices of the open menu; null where another was asked for
  // meanwhile, or none came.
  async #ask(address, menu) {
    this.#answer.abort();
    const { signal } = (this.#answer = new AbortController());
    if (menu) address.searchParams.set("choose", menu);
    const slow = setTimeout(() => this.#wait(true), SLOW);
    try {
      const response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) });
      if (!response.ok) throw new Error(String(response.status));
      const text = await response.text();
      return signal.aborted ? null : new DOMParser().parseFromString(text, "text/html");
    } catch {
      if (!signal.aborted) this.#failed();
      return null;
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.#wait(false);
    }
  }

  #wait(waiting) {
    document.getElementById("results").setAttribute("aria-busy", String(waiting));
  }

  // The field follows the address, but never while somebody types.
  #showWords(fresh) {
    if (this.#typing) return;
    if (this.words.value.trim() !== fresh.value.trim()) this.words.value = fresh.value;
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (fresh.hasAttribute(name)) this.words.setAttribute(name, fresh.getAttribute(name));
      else this.words.removeAttribute(name);
    }
  }

  #failed() {
    failMenus(this.form);
    const again = button(this.texts.retry, () => this.#load(new URL(location.href)));
    document.getElementById("found").replaceChildren(`${this.texts.filters_failed ?? ""} `, again);
  }
}

function filtersOf(href) {
  return [...new URL(href, location.href).searchParams].filter(([name]) => NAMES.includes(name));
}

function filtersIn(href) {
  return JSON.stringify(filtersOf(href));
}
