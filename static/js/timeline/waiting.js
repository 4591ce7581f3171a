// What waits for something else.

import { nextFrame } from "./frames.js";

// Once what was drawn is on the screen: browsers take the time between two frames for idle.
export async function whenIdle(act) {
  await nextFrame();
  await nextFrame();
  if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 100); // Safari
}

export function plotlyIsThere() {
  if (window.Plotly) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}
