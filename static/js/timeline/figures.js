// Figures from the server, each asked for once.

import { quantise, quantiseWidth } from "./windows.js";

const KEPT = 40;

export class Figures {
  #kept = new Map();

  constructor({ url, version, language, lanes }) {
    Object.assign(this, { url, version, language, lanes });
  }

  // The address of the figure for a view (null: the whole timeline) in a chart of so many pixels.
  address(view, width) {
    const query = new URLSearchParams({
      width: quantiseWidth(width),
      lanes: this.lanes,
      lang: this.language,
      v: this.version,
    });
    if (view) {
      const [from, to] = quantise(view).core;
      query.set("from", from);
      query.set("to", to);
    }
    return `${this.url}?${query}`;
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
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response.text();
  }
}
