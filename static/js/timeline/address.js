// The address carries what is open and the days in view, so that a link gives back the same view.

import { fromIso, toIso } from "./days.js";

const TIME_BELOW = 20; // days in view; below it the address names times of day
const PAUSE = 250;
// In a frame the way back is that of the page around it.
const FRAMED = window.self !== window.top;
let waiting = 0;

export function read() {
  const query = new URL(location.href).searchParams;
  const [from, to] = [fromIso(query.get("from")), fromIso(query.get("to"))];
  return {
    query,
    range: from !== null && to !== null && from < to ? [from, to] : undefined,
  };
}

// The id of an event in a parameter, or null.
export function idIn(query, name) {
  const id = query.get(name) ?? "";
  return /^\d{1,18}$/.test(id) ? Number(id) : null;
}

// Events that are opened are steps to go back to; movements are not. A parameter that is null is left
// out, one that is an array stands there for each of its values. Without a view, the days stay.
export function write({ view, params }, step = false) {
  clearTimeout(waiting);
  if (step) return put({ view, params }, true);
  // Browsers refuse more than some hundred changes of the address in half a minute. A view that has
  // set out again meanwhile is written where it comes to rest.
  waiting = setTimeout(() => view?.moving || put({ view, params }, false), PAUSE);
}

function put({ view, params }, step) {
  const address = new URL(location.href);
  if (view) setDays(address, view);
  for (const [name, value] of Object.entries(params)) set(address, name, value);
  address.hash = "";
  if (address.href === location.href) return;
  history[step && !FRAMED ? "pushState" : "replaceState"](null, "", address);
}

function setDays(address, view) {
  const withTime = view.span < TIME_BELOW;
  const [from, to] = view.isHome ? [null, null] : view.range.map((day) => toIso(day, withTime));
  set(address, "from", from);
  set(address, "to", to);
}

function set(address, name, value) {
  address.searchParams.delete(name);
  for (const one of [value].flat()) if (one !== null) address.searchParams.append(name, one);
}
