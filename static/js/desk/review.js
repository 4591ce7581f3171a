// The review page without reloading: buttons are answered at once and sent behind the scenes, and
// decisions can be taken back.

import { keepDrafts } from "./drafts.js";
import { showHowDatesAreUnderstood } from "./dates.js";
import { asStored, formIn, mayEdit } from "./editing.js";
import { Filling } from "./filling.js";
import { reviewKeys } from "./keys.js";
import { pointAtEachOther } from "./linking.js";
import { Outbox } from "./outbox.js";
import { Passages } from "./passages.js";
import { replacePieces } from "./pieces.js";
import { countTheSurest } from "./surest.js";
import { asShown, completed, unaware } from "./versions.js";

// What a decision makes of an event, and the decision that leads back to each state.
const BECOMES = { accept: "published", reject: "rejected", restore: "suggested" };
const BACK_TO = { published: "accept", rejected: "reject", suggested: "restore" };
const OPPOSITE = { longer: "shorter", shorter: "longer" };
// These lead to another page, so they are sent as a form is.
const LEAVING = ["publish", "publish-all"];
// The forms outside of the review's two columns that belong to it.
const OURS = ["publish-form", "passage-form", "review-undo"];

export class Review {
  #done = []; // what takes back what was done, the last thing last
  #open = new Set(); // what was done and the server has yet to say how it is taken back
  #waits = false;
  #next = null; // where the next article of the queue is, once this one is done

  // `area` holds all that is replaced by what the server makes anew.
  constructor(area) {
    this.area = area;
    this.texts = JSON.parse(document.getElementById("review-texts").textContent);
    this.outbox = new Outbox({
      token: () => document.querySelector("[name=csrfmiddlewaretoken]").value,
      complete: completed,
      onAnswer: (response, html, sent) => this.#answered(response, html, sent),
      onState: (waiting, state) => this.#say(waiting, state),
    });
    document.addEventListener("submit", (event) => this.#submitted(event));
    area.addEventListener("click", (event) => this.#clicked(event));
    pointAtEachOther(area);
    keepClearOf(document.getElementById("publish-form"), area);
    this.passages = new Passages(this);
    this.#offered(document.getElementById("review-undo"));
    this.filling = new Filling(this);
    countTheSurest(document);
    reviewKeys(this);
    this.outbox.send();
  }

  get events() {
    return [...document.querySelectorAll(".review-event")];
  }

  // The event that has the focus, or else the first that waits.
  get current() {
    const focused = document.activeElement?.closest(".review-event");
    return focused ?? document.querySelector(".review-event.is-suggested") ?? this.events[0];
  }

  #submitted(event) {
    const form = event.target;
    const action = event.submitter?.value ?? "";
    if (!form.closest("#review") && !OURS.includes(form.id)) return;
    if (event.defaultPrevented) return;
    if (LEAVING.includes(action)) return this.#leaving(event);
    event.preventDefault();
    if (form.id === "review-undo") this.undo();
    else this.act(action, form);
  }

  // To another page with all that was decided here, once it has arrived.
  async #leaving(event) {
    if (!this.outbox.waiting.length) return;
    event.preventDefault();
    await this.outbox.send();
    if (this.outbox.waiting.length) return; // why it waits is said
    const form = document.getElementById(event.target.id);
    form.requestSubmit(form.querySelector(`[value="${event.submitter.value}"]`));
  }

  // `action` is the value of a button, `form` what holds further fields.
  act(action, form = null) {
    const [verb, id] = action.split(":");
    const given = [...(form ? fieldsOf(form) : []), ["action", action]];
    const sent = asShown(given, this.outbox.waiting);
    const back = this.#back(verb, id, form);
    if (back) this.#done.push({ ...back, sent });
    else this.#open.add(sent);
    if (BECOMES[verb]) this.#show(id, BECOMES[verb]);
    this.outbox.add(sent);
    if (verb === "edit") form.dataset.sent = "";
    if (form?.reason) form.reason.value = ""; // it was about this
  }

  edit(event, field = "title") {
    if (!mayEdit(event)) return;
    const open = event.querySelector(".edit");
    const form = formIn(event);
    if (!open) equip(form.parentElement);
    form.elements[field].select();
    form.scrollIntoView({ block: "nearest" });
  }

  // What the server makes for a query takes its place; throws where the server is not reached, and
  // once the `signal` says that it is not wanted any more.
  async show(query, signal) {
    const response = await fetch(query, { headers: { "X-Part": "1" }, signal });
    this.#answered(response, await response.text());
  }

  // Back from a form to its event.
  leave(event) {
    event.querySelector(".edit")?.remove();
    event.focus();
  }

  #clicked(event) {
    const link = event.target.closest(".edit-open, .edit-leave, .passage-open");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const of = link.closest(".review-event");
    if (link.matches(".passage-open")) this.passages.open(link.search);
    else if (link.matches(".edit-open")) this.edit(of);
    else this.leave(of);
  }

  async undo() {
    if (this.#open.size) await this.outbox.send();
    if (this.#open.size) return; // why it waits is said
    const back = this.#done.pop();
    if (!back) return this.say(this.texts.nothing_to_undo);
    const [verb, id] = back.action.split(":");
    if (BECOMES[verb]) this.#show(id, BECOMES[verb]);
    this.outbox.add(asShown([...back.fields, ["action", back.action]], this.outbox.waiting));
    document.getElementById(`event-${id}`)?.focus();
  }

  // What takes the action back; null for what cannot be taken back by one.
  #back(verb, id, form) {
    if (OPPOSITE[verb]) return { action: `${OPPOSITE[verb]}:${id}`, fields: [] };
    if (verb === "join") return { action: `part:${id}`, fields: [] };
    if (verb === "edit") return { action: `edit:${id}`, fields: Object.entries(asStored(document.getElementById(`event-${id}`))) };
    const status = BECOMES[verb] && statusOf(document.getElementById(`event-${id}`));
    return status && status !== BECOMES[verb] ? { action: `${BACK_TO[status]}:${id}`, fields: [] } : null;
  }

  // At once, before the server has answered; its answer replaces it.
  #show(id, status) {
    const event = document.getElementById(`event-${id}`);
    setStatus(event, status);
    event.querySelector(".status").textContent = this.texts[status];
    colourText(event);
  }

  #answered(response, html, sent = null) {
    // A correction that was refused has nothing to be taken back.
    if (!response.ok) this.#done = this.#done.filter((back) => back.sent !== sent);
    if (response.status === 409) this.#lookFirst(sent);
    this.#open.delete(sent);
    const inside = this.area.contains(document.activeElement);
    for (const piece of replacePieces(html, equip)) {
      countTheSurest(piece);
      this.filling.watch(piece);
      if (piece.matches(".review-event")) colourText(piece);
      // The event that had the focus may have gone into another one.
      if (document.activeElement === document.body) piece.querySelector("[data-current]")?.focus();
      this.#offered(piece.querySelector("#review-undo"));
      this.#next ??= piece.dataset.next;
    }
    // What had the focus may be gone for good; the keys go on being heard.
    if (inside && document.activeElement === document.body) this.current?.focus({ preventScroll: true });
    // What a form that was refused says stands above its fields.
    if (response.status === 422) document.activeElement.closest(".edit")?.scrollIntoView({ block: "nearest" });
  }

  // Somebody else has changed the event: what was decided on it further is not done unseen.
  #lookFirst(sent) {
    const [, id] = new Map(sent).get("action").split(":");
    const dropped = this.outbox.drop((fields) => unaware(fields, id));
    for (const fields of dropped) this.#open.delete(fields);
    this.#done = this.#done.filter((back) => !dropped.includes(back.sent));
  }

  // What the server itself says would take a step back.
  #offered(form) {
    if (form) this.#done.push({ action: form.querySelector("button").value, fields: fieldsOf(form) });
  }

  #say(waiting, state) {
    this.area.setAttribute("aria-busy", String(waiting > 0 && state === "sending"));
    const sentence = { offline: this.texts.offline, "signed-out": this.texts.signed_out }[state] ?? "";
    if (sentence || this.#waits) this.say(sentence);
    this.#waits = Boolean(sentence);
    if (this.#next && !waiting) location.assign(this.#next);
  }

  say(sentence) {
    document.getElementById("review-status").textContent = sentence;
  }
}

// The bar covers what scrolls below it, and is as high as its words and the window make it.
function keepClearOf(bar, area) {
  if (!bar) return; // whoever may not decide has none
  new ResizeObserver(() => area.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
}

function equip(piece) {
  keepDrafts(piece);
  showHowDatesAreUnderstood(piece);
}

// What the outbox adds itself when it sends is left out.
function fieldsOf(form) {
  return [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
}

function statusOf(event) {
  return Object.values(BECOMES).find((status) => event?.classList.contains(`is-${status}`));
}

function setStatus(element, status) {
  element.classList.remove(...Object.values(BECOMES).map((other) => `is-${other}`));
  element.classList.add(`is-${status}`);
}

// The words of an event have its colour; those of several have that of the first.
function colourText(event) {
  const { event: id } = event.dataset;
  for (const quote of document.querySelectorAll(`[data-events~="${id}"]`)) {
    if (quote.dataset.events.split(" ")[0] === id) setStatus(quote, statusOf(event));
  }
}
