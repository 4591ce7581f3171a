// Going to a date: the server reads the words, the chart shows the days.

import { inWords } from "./days.js";

const ALREADY = 30; // days in view at least, so that a single day keeps its neighbours

export class Jump {
  #asked = 0;

  constructor({ view, texts, language }) {
    Object.assign(this, { view, texts, language });
    this.form = document.getElementById("jump");
    if (!this.form) return;
    this.input = this.form.querySelector("input");
    this.error = this.form.querySelector('[role="alert"]');
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.input.addEventListener("input", () => this.#say(""));
  }

  async #submit(event) {
    event.preventDefault();
    const asked = ++this.#asked;
    const answer = await this.#ask().catch(() => ({ error: this.texts.jump_failed ?? "" }));
    if (asked === this.#asked) this.#say(answer.error ?? this.#go(answer.days));
  }

  async #ask() {
    const query = new URLSearchParams({ q: this.input.value });
    const response = await fetch(`${this.form.action}?${query}`);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  // The sentence that says why it cannot be shown; empty when it is.
  #go([first, last]) {
    const [start, end] = this.view.domain;
    if (last < start || first > end) {
      return (this.texts.outside ?? "").replace("{period}", inWords([start, end], this.language));
    }
    const middle = (Math.max(first, start) + Math.min(last, end)) / 2;
    const span = Math.max((last - first) * 2, Math.min(this.view.span, ALREADY));
    this.view.go([middle - span / 2, middle + span / 2]);
    return "";
  }

  #say(sentence) {
    this.error.textContent = sentence;
    if (sentence) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }
}
