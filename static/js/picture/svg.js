// Pieces of an SVG file, as text: a document in the page would have its styles refused by the policy.

import { measured } from "../timeline/ruler.js";

const ESCAPED = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
// What XML 1.0 cannot hold.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function rect(box, paint) {
  return `<rect${attributes({ ...box, ...paint })}/>`;
}

// Paths in coordinates of their own, stretched into the box.
export function stretched(box, viewBox, paths) {
  const drawn = paths.map((path) => `<path${attributes(path)}/>`);
  return `<svg${attributes({ ...box, viewBox, preserveAspectRatio: "none" })}>${drawn.join("")}</svg>`;
}

// `x` is where the text starts in its direction, or ends (`end`); `y` is its baseline.
export function words(text, { x, y, size, weight, family, fill, direction, end = false }) {
  const font = { "font-size": size, "font-weight": weight, "font-family": family, fill, direction };
  return `<text${attributes({ x, y, ...font, "text-anchor": end ? "end" : "start" })}>${escaped(text)}</text>`;
}

function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}

function escaped(text) {
  return text.replace(UNWRITABLE, "\ufffd").replace(/[<>&"]/g, (sign) => ESCAPED[sign]);
}

function widthOf(text, { size, weight, family }) {
  return measured(text, `${weight} ${size}px ${family}`);
}

// The first of some texts that is no wider than `width`, or as much of the last as is.
export function fitted(texts, width, style) {
  const found = texts.find((text) => widthOf(text, style) <= width);
  if (found !== undefined) return found;
  const signs = [...texts.at(-1)];
  while (signs.length && widthOf(`${signs.join("")}…`, style) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

// A text in lines that are no wider than `width`, but for single words that are.
export function lines(text, width, style) {
  const found = [];
  for (const word of text.split(/\s+/)) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    if (found.length && widthOf(longer, style) <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}
