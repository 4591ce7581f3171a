// The same quantised windows as `timeline/chart/window.py`, so that readers who look at nearly the
// same days ask for the very same figure.

const SMALLEST_SPAN = 2 ** -4;
const LARGEST_SPAN = 2 ** 23;
const WIDTH_STEP = 160;
const SMALLEST_WIDTH = 320;
const LARGEST_WIDTH = 3840;

function spanFor(days) {
  const held = Math.min(Math.max(days, SMALLEST_SPAN), LARGEST_SPAN);
  const step = 2 ** (Math.ceil(Math.log2(held)) - 3);
  return Math.ceil(held / step) * step;
}

export function quantise([first, last]) {
  const span = spanFor(last - first);
  const step = span / 2;
  const centre = Math.floor((first + last) / 2 / step + 0.5) * step;
  return { span, core: [centre - span / 2, centre + span / 2], held: [centre - 1.5 * span, centre + 1.5 * span] };
}

export function quantiseWidth(pixels) {
  const whole = Math.floor(pixels / WIDTH_STEP) * WIDTH_STEP;
  return Math.min(Math.max(whole, SMALLEST_WIDTH), LARGEST_WIDTH);
}
