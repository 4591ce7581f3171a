// Colours: a figure says which entry of the palette each of its colours is; light and dark paint the
// same figure. What the page's style sheet names (its ink, its rules) comes from there.

const FROM_PAGE = { ink: "--ink", muted: "--muted", rule: "--rule", ground: "--paper" };
// On a dark ground the same transparency leaves less to be seen.
const DEEPER = 1.5;
const HEX = /^#[0-9a-f]{6}$/i;

// Asked for once: in the middle of a movement the browser would have to style the whole page for it.
const ofPage = new Map();

export function scheme() {
  const chosen = document.documentElement.dataset.scheme;
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  return chosen ?? (dark ? "dark" : "light");
}

export function paint(figure) {
  const shade = scheme();
  if (!ofPage.has(shade)) ofPage.set(shade, pageColours());
  return painted(figure, shade, ofPage.get(shade));
}

// Paper is light, whatever the screen is.
export function paintForPaper(figure) {
  return painted(figure, "light", ofPage.get("light"));
}

function painted(figure, shade, colours) {
  const palette = { ...figure.layout.meta.palettes[shade], ...colours };
  const depth = shade === "dark" ? DEEPER : 1;
  for (const part of [...figure.data, figure.layout]) paintPart(part, palette, depth);
  return figure;
}

function pageColours() {
  const styles = getComputedStyle(document.documentElement);
  const found = Object.entries(FROM_PAGE).map(([name, property]) => [
    name,
    styles.getPropertyValue(property).trim(),
  ]);
  return Object.fromEntries(found.filter(([, colour]) => HEX.test(colour)));
}

function paintPart(part, palette, depth) {
  for (const [path, [name, alpha]] of Object.entries(part.meta?.paint ?? {})) {
    const names = path.split(".");
    const last = names.pop();
    const target = names.reduce((parent, key) => parent?.[key], part);
    if (target) target[last] = translucent(palette[name], Math.min(alpha * depth, 1));
  }
}

// As Plotly reads it soonest: it reads the colours of each mark several times.
function translucent(hex, alpha) {
  const opacity = Math.round(alpha * 255);
  return opacity === 255 ? hex : hex + opacity.toString(16).padStart(2, "0");
}

export function onSchemeChange(listener) {
  document.addEventListener("schemechange", listener);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", listener);
  const watched = { attributes: true, attributeFilter: ["data-scheme"] };
  new MutationObserver(listener).observe(document.documentElement, watched);
}
