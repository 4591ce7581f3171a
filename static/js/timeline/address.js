// The address carries the open event and the days in view, so that a link gives back the same view.

import { fromIso, toIso } from "./days.js";

const TIME_BELOW = 20; // days in view; below it the address names times of day
const PAUSE = 250;
let waiting = 0;

export function read() {
  const query = new URL(location.href).searchParams;
  const [from, to] = [fromIso(query.get("from")), fromIso(query.get("to"))];
  const event = query.get("event") ?? "";
  return {
    event: /^\d{1,18}$/.test(event) ? Number(event) : null,
    range: from !== null && to !== null && from < to ? [from, to] : null,
  };
}

// Events that are opened are steps to go back to; movements are not.
export function write({ view, event, lanes }, step = false) {
  clearTimeout(waiting);
  if (step) return put({ view, event, lanes }, true);
  // Browsers refuse more than some hundred changes of the address in half a minute. A view that has
  // set out again meanwhile is written where it comes to rest.
  waiting = setTimeout(() => view.moving || put({ view, event, lanes }, false), PAUSE);
}

function put({ view, event, lanes }, step) {
  const address = new URL(location.href);
  const withTime = view.span < TIME_BELOW;
  const days = view.isWhole ? [null, null] : view.range.map((day) => toIso(day, withTime));
  set(address, "from", days[0]);
  set(address, "to", days[1]);
  set(address, "event", event);
  set(address, "lanes", lanes);
  address.hash = "";
  if (address.href === location.href) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

function set(address, name, value) {
  if (value === null) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
}
