// Figures from the server, each asked for once.

import { quantise, quantiseWidth } from "./windows.js";

const KEPT = 40;
const PATIENCE = 30_000; // ms

export class Figures {
  #kept = new Map();
  filters = ""; // the query of an address that says which events are drawn
  folded = []; // the keys of lanes
  #wanted = new AbortController();

  constructor({ url, version, language, lanes }) {
    Object.assign(this, { url, version, language, lanes });
  }

  // What is on its way is wanted no more.
  cancel() {
    this.#wanted.abort();
    this.#wanted = new AbortController();
  }

  // The address of the figure for a view (null: the whole timeline) in a chart of so many pixels.
  address(view, width) {
    const query = new URLSearchParams({
      width: quantiseWidth(width),
      lanes: this.lanes,
      lang: this.language,
      v: this.version,
    });
    for (const key of this.folded) query.append("folded", key);
    if (view) {
      const [from, to] = quantise(view).core;
      query.set("from", from);
      query.set("to", to);
    }
    return `${this.url}?${this.filters && `${this.filters}&`}${query}`;
  }

  // Whether two addresses are those of the same chart, for whatever days.
  differInDays(one, other) {
    return withoutDays(one) === withoutDays(other);
  }

  // A promise of the figure, parsed anew each time: Plotly writes into what it draws.
  async load(view, width) {
    const address = this.address(view, width);
    if (!this.#kept.has(address)) {
      this.#kept.set(address, this.#fetch(address));
      if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    }
    try {
      return { address, figure: JSON.parse(await this.#kept.get(address)) };
    } catch (error) {
      this.#kept.delete(address);
      throw error;
    }
  }

  async #fetch(address) {
    const signal = AbortSignal.any([this.#wanted.signal, AbortSignal.timeout(PATIENCE)]);
    const response = await fetch(address, { headers: { Accept: "application/json" }, signal });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response.text();
  }
}

function withoutDays(address) {
  const { searchParams } = new URL(address, location.href);
  searchParams.delete("from");
  searchParams.delete("to");
  return String(searchParams);
}
