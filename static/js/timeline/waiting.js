// What waits for something else.

import { nextFrame } from "./frames.js";

// Once what was drawn is on the screen: browsers take the time between two frames for idle.
export async function whenIdle(act) {
  await nextFrame();
  await nextFrame();
  if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 100); // Safari
}

// Runs Plotly, which is on its way since the page named it: reading it takes a browser longer than all else
// that a page does. Whether it is there then.
export function plotly() {
  const script = document.createElement("script");
  script.src = document.getElementById("plotly").href;
  return new Promise((resolve) => {
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    document.head.append(script);
  });
}
