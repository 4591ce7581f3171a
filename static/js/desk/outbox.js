// What an editor did and the server has not answered yet. It is kept in this browser and sent in
// order, again when the connection is back: a decision made on a train is not lost.

import { owner } from "./owner.js";

const PREFIX = `dateline-outbox:${owner()}:`;
const AGAIN_MS = 10_000;

export class Outbox {
  #running = null;
  #timer = 0;

  // `complete` gets what is to be sent and gives that with what is known only then; `onAnswer` gets
  // the response that belongs to this page, its HTML and what it answers; `onState` gets how many wait
  // and why: "sending", "offline" or "signed-out".
  constructor({ token, complete, onAnswer, onState }) {
    Object.assign(this, { token, complete, onAnswer, onState });
    this.key = PREFIX + location.pathname;
    this.waiting = this.#stored();
    window.addEventListener("online", () => this.send());
  }

  add(fields) {
    this.waiting.push(fields);
    this.#store();
    return this.send();
  }

  // Gives what is not to be sent any more.
  drop(isNot) {
    const dropped = this.waiting.filter(isNot);
    this.waiting = this.waiting.filter((fields) => !dropped.includes(fields));
    this.#store();
    return dropped;
  }

  // Done when nothing waits, or nothing can be sent now.
  send() {
    clearTimeout(this.#timer);
    return (this.#running ??= this.#sendAll());
  }

  async #sendAll() {
    await null; // `#running` is set by then
    let state = "sending";
    while (this.waiting.length && state === "sending") {
      this.onState(this.waiting.length, state);
      state = await this.#sendFirst();
    }
    this.#running = null;
    this.onState(this.waiting.length, state);
    if (state === "offline") this.#timer = setTimeout(() => this.send(), AGAIN_MS);
  }

  async #sendFirst() {
    let response, html;
    try {
      response = await this.#post(this.waiting[0]);
      if (response.status >= 500) return "offline";
      html = await response.text();
    } catch {
      return "offline";
    }
    const elsewhere = new URL(response.url).pathname !== location.pathname;
    const refused = response.headers.has("X-Refused"); // for want of a right, not of a session
    if (elsewhere || (response.status === 403 && !refused)) return "signed-out";
    // What is answered is shown in the same breath: a decision made in between would be about neither
    // what the page shows nor what waits.
    const [sent] = this.waiting.splice(0, 1);
    this.#store();
    this.onAnswer(response, html, sent);
    return "sending";
  }

  #post(fields) {
    return fetch(location.pathname + location.search, {
      method: "POST",
      body: new URLSearchParams(this.complete(fields)),
      headers: { "X-CSRFToken": this.token(), "X-Part": "1" },
    });
  }

  #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? [];
    } catch {
      return [];
    }
  }

  #store() {
    try {
      if (this.waiting.length) localStorage.setItem(this.key, JSON.stringify(this.waiting));
      else localStorage.removeItem(this.key);
    } catch {
      // Storage may be full or forbidden; what waits is still sent while the page is open.
    }
  }
}
