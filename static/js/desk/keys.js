// The review by keyboard. Keys are heard while the focus is in the review, so that they disturb no
// other control (WCAG 2.1.4); the page says which there are.

import { focusOn } from "./linking.js";

const ACTIONS = {
  j: (review) => step(review, 1),
  k: (review) => step(review, -1),
  a: (review) => decide(review, "accept"),
  r: (review) => decide(review, "reject"),
  w: (review) => decide(review, "restore"),
  e: (review) => edit(review),
  d: (review) => edit(review, "date"),
  "+": (review) => decide(review, "longer"),
  "-": (review) => decide(review, "shorter"),
  s: (review) => split(review.current),
  x: (review) => review.current.querySelector("[name=chosen]")?.click(),
  m: (review) => merge(review),
  n: (review) => review.passages.begin(),
  p: () => document.getElementById("id_new_title")?.focus(),
  u: (review) => review.undo(),
  // Not as a modal dialog: to make all else on a long page inert takes the browser too long.
  "?": () => document.getElementById("review-keys").togglePopover(),
};
// Where the plus is on a key of its own with Shift, the key without it does.
ACTIONS["="] = ACTIONS["+"];
ACTIONS.ArrowDown = ACTIONS.j;
ACTIONS.ArrowUp = ACTIONS.k;

// These have no button on a card: they would be in the way of those that decide.
const MOVING = ["longer", "shorter"];

export function reviewKeys(review) {
  review.area.addEventListener("keydown", (event) => pressed(event, review));
  const help = document.getElementById("review-help");
  help.hidden = false;
  help.addEventListener("click", () => ACTIONS["?"]());
  if (!location.hash) review.current?.focus({ preventScroll: true });
}

function pressed(event, review) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return leave(event.target, review);
  if (event.key === "Enter" && event.target.id === "reason") return event.preventDefault(); // of what is pressed next
  if (event.target.closest("dialog, input:not([type=checkbox]), select, textarea")) return;
  if (event.key.startsWith("Arrow") && event.target.id === "review-text") return; // it scrolls
  const action = ACTIONS[event.key];
  if (!action || !(review.events.length || event.key === "n")) return;
  event.preventDefault();
  action(review);
}

function step(review, by) {
  const { events, current } = review;
  const next = events[events.indexOf(current) + by];
  if (next) focusOn(next);
}

function edit(review, field = "title") {
  const passage = review.current.querySelector(".passage-open");
  if (passage) review.passages.open(passage.search);
  else review.edit(review.current, field);
}

function split(event) {
  const details = event.querySelector(".split");
  if (!details) return;
  details.open = true;
  details.querySelector("[type=checkbox]").focus();
}

// What has no date is no event yet: to reject it is to set it aside.
function decide(review, verb) {
  const aside = verb === "reject" && review.current.querySelector('[value^="set-aside:"]');
  const { event: id } = review.current.dataset;
  const button = aside || review.current.querySelector(`[value^="${verb}:"]`);
  if (!button && !(id && MOVING.includes(verb))) return;
  review.act(button?.value ?? `${verb}:${id}`);
  if (["accept", "reject"].includes(verb)) step(review, 1);
}

// Several that are chosen become one; else the event joins its likeliest twin.
function merge(review) {
  const form = document.getElementById("publish-form");
  if (!form) return; // whoever may not decide has none
  if (new FormData(form).getAll("chosen").length > 1) return review.act("merge-chosen", form);
  const join = review.current.querySelector('[value^="join:"]');
  if (join) return review.act(join.value);
  review.say(review.texts.nothing_to_merge);
}

// Out of a form, back to the event it belongs to.
function leave(target, review) {
  const event = target.closest(".review-event");
  if (event) review.leave(event);
}
