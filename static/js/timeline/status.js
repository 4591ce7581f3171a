// What the chart says in words: the days in view, that it loads or failed, and for whoever does not see
// it how much there is, from when to when, and where most of it lies.

import { inWords } from "./days.js";
import { button } from "./patience.js";

export class Status {
  // `days` are the first and the last day of the timeline.
  constructor({ texts, language, days }) {
    Object.assign(this, { texts, language, days });
    this.element = document.getElementById("chart-status");
    this.summary = document.getElementById("chart-summary");
  }

  // The days of `view`, an array; where nothing is drawn in them, that too, and a button or null. The key
  // on the page of an event names what is in view.
  say(view, marks, all) {
    const [first, last] = view;
    const some = [...marks.events, ...marks.counts].filter(({ start, end }) => end >= first && start <= last);
    const period = inWords(view, this.language);
    this.element.replaceChildren(some.length ? period : `${period}: ${this.texts.empty ?? ""}`, (!some.length && all) || "");
    for (const item of document.querySelectorAll("[data-colour]")) {
      item.hidden = !some.some(({ colour }) => colour === item.dataset.colour);
    }
  }

  loading() {
    this.element.textContent = this.texts.loading ?? "";
  }

  failed(again) {
    this.element.replaceChildren(`${this.texts.failed ?? ""} `, button(this.texts.retry, again));
  }

  summarise({ lanes, summary }) {
    if (!summary) {
      this.summary.textContent = "";
      return;
    }
    const names = new Intl.ListFormat(this.language).format(lanes.map(({ name }) => name));
    const values = { ...summary, period: inWords(this.days, this.language), lanes: names };
    const { summary: sentences = "", summary_lanes: ofLanes = "" } = this.texts;
    const text = names ? `${sentences} ${ofLanes}` : sentences;
    this.summary.textContent = text.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);
  }
}
