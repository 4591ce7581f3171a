// What waits for something else.

import { nextFrame } from "./frames.js";

// Once what was drawn is on the screen: browsers take the time between two frames for idle.
export async function whenIdle(act) {
  await nextFrame();
  await nextFrame();
  if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 100); // Safari
}

// Loads Plotly, which takes a browser longer than all else that a page has: whoever asks for it before the
// first drawing is on the screen waits longer for that. Whether it is there then.
export async function plotly(address) {
  if (!address) return false;
  const script = document.createElement("script");
  script.src = address;
  return new Promise((resolve) => {
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}
